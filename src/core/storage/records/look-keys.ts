import * as v from "valibot";
import { fromJson } from "../../../lib/json-value.ts";
import { theRoomItself } from "../../model/effects.ts";
import type { CircleId, PersonId } from "../../model/ids.ts";
import { markOf, openNote, sealNote } from "../seal/sealed-notes.ts";
import { circleId, duration, list, personId, precision, recordKind, text, time } from "./record-kind.ts";
import { audience } from "./schemas/audience-schema.ts";

/**
 * An answer that showed people: who asked, from when until when it stood, where, and how many could read it. Of whom it showed it says nothing that
 * opens without a key of theirs.
 */
const look = v.strictObject({
  /** absent when the asker has said /forget since, and where nobody asked */
  asker: v.exactOptional(v.union([v.literal(theRoomItself), personId])),
  name: v.exactOptional(v.strictObject({ name: text, handle: v.exactOptional(text), id: text })),
  at: time,
  to: audience,
  /** how many people were in the room, where its network said it */
  people: v.exactOptional(v.pipe(v.number(), v.safeInteger())),
  endedAt: v.exactOptional(time),
  /** sealed, of each person whom it showed, how */
  notes: v.exactOptional(list(text)),
  /** a board showed them: nobody asked for it then, or it answered who asked */
  board: v.exactOptional(v.picklist(["by itself", "asked"])),
  /** when nothing of it is kept any more */
  until: time,
});
export type StoredLook = v.InferOutput<typeof look>;

/** That a board showed somebody, or an answer that was seen in another circle: how exactly, of which circle, and until when that is known. */
const shownBy = v.strictObject({
  answer: text,
  circle: circleId,
  precision,
  at: time,
  /** since when a board shows them, which `at` is later than, for it is when that was noted last */
  since: v.exactOptional(time),
  /** when a board ceased to show them, and went on */
  endedAt: v.exactOptional(time),
  until: time,
  /** the last shortening of the circle's expiry before it */
  after: v.exactOptional(time),
});
export type ShownBy = v.InferOutput<typeof shownBy>;

/** Opens the notes of one person with the answers that showed what they share with a circle. */
const noteKey = v.strictObject({
  circle: circleId,
  key: text,
  /** the first answer that may have a note of it */
  since: time,
  /** for how long a note is known at most */
  kept: duration,
  /** no note is known for longer */
  until: time,
});
export type NoteKey = v.InferOutput<typeof noteKey>;
export { newNoteKey } from "../seal/sealed-notes.ts";

/** What others saw of a person. */
const looksAt = v.strictObject({ shown: list(shownBy), keys: list(noteKey) });
export type LooksAt = v.InferOutput<typeof looksAt>;

/** What an answer's note says: how exactly it showed somebody, until when that is known, and the last shortening before it, or 0. */
const answerNote = v.tuple([precision, time, time]);

/** @param key of the person whom the answer showed */
export const sealAnswerNote = (key: string, { answer, precision: exactly, until, after }: ShownBy): string =>
  sealNote(key, answer, JSON.stringify([exactly, until, after ?? 0]));

/** @returns undefined when the answer has no note of this key */
export function openAnswerNote(key: string, answer: string, { notes = [] }: StoredLook) {
  const read = v.safeParse(answerNote, fromJson(openNote(key, answer, notes) ?? ""));
  if (!read.success) return undefined;
  const [exactly, until, after] = read.output;
  return { precision: exactly, until, ...(after > 0 && { after }) };
}

/** The notes of an answer that is tried anew, with those of the time before; each one's later note takes the place of the earlier. */
export function bothNotes({ notes: now = [] }: StoredLook, { notes: before = [] }: StoredLook): readonly string[] {
  const marks = new Set(now.map(markOf));
  return [...now, ...before.filter((note) => !marks.has(markOf(note)))];
}

/** That a circle's expiry was shortened: what was seen before is kept no longer than that, also when it is lengthened again. */
const shortening = v.strictObject({ at: time, expiry: duration });
export type Shortening = v.InferOutput<typeof shortening>;

/** The name under which the ring has the key of what others saw of a person: /forget destroys it, and /stop does not. */
export const lookedAt = (person: PersonId) => `looked at ${person}` as PersonId;

/** The name of the key of `looksMoved`, for all: it is destroyed when each list stands under its person's next key. */
export const looksBeingMoved = "looks being moved" as PersonId;

/** What is kept of who looked at whom. Part of `recordKeys`. */
export const lookKeys = {
  look: recordKind({
    name: "look",
    version: 4,
    guarded: false,
    value: look,
    key: (answer: string) => ({ about: [answer] }),
  }),

  /** which answers showed the person: the boards, and what opens the notes of all others */
  looksAt: recordKind({
    name: "looks at",
    version: 4,
    guarded: false,
    remembered: true,
    value: looksAt,
    key: (person: PersonId) => ({ about: [person], member: lookedAt(person) }),
  }),

  /** what `looksAt` keeps of one person while their key is destroyed and made anew, so that a death in between loses none of it */
  looksMoved: recordKind({
    name: "looks moved",
    version: 4,
    guarded: false,
    value: v.strictObject({ person: personId, looks: looksAt }),
    key: () => ({ about: [], member: looksBeingMoved }),
  }),

  /** the answers of some minutes that showed what is shared with the circle, the latest last */
  looksIn: recordKind({
    name: "looks in",
    version: 4,
    guarded: false,
    value: list(v.strictObject({ answer: text, until: time })),
    key: (circle: CircleId, minutes: string) => ({ about: [circle, minutes] }),
  }),

  /** the answers that the person asked for, so that /forget finds where their name stands */
  looksBy: recordKind({
    name: "looks by",
    version: 4,
    guarded: false,
    value: list(v.strictObject({ answer: text, until: time })),
    key: (person: PersonId) => ({ about: [person] }),
  }),

  /** the shortenings of a circle's expiry that still matter, the oldest first */
  looksShortened: recordKind({
    name: "looks shortened",
    version: 4,
    guarded: true,
    value: list(shortening),
    key: (circle: CircleId) => ({ about: [circle] }),
  }),

  /** the person wants to be told of each first look */
  toldOfLooks: recordKind({
    name: "told of looks",
    version: 4,
    guarded: true,
    remembered: true,
    value: v.literal(true),
    key: (person: PersonId) => ({ about: [person] }),
  }),
};
