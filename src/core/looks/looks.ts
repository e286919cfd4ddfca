import { createKeyedLock } from "../../lib/async/keyed-lock.ts";
import { type Clock, type Duration, type Instant, instant, later } from "../../lib/time.ts";
import { type Audience, isRoom } from "../model/audience.ts";
import { theRoomItself } from "../model/effects.ts";
import type { CircleId, PersonId } from "../model/ids.ts";
import type { Shown } from "../model/message.ts";
import type { Seal } from "../model/ports.ts";
import type { Circles } from "../rooms/circles.ts";
import type { Members, Networks } from "../rooms/membership.ts";
import type { Named } from "../rooms/names.ts";
import { bothNotes, type ShownBy, type StoredLook } from "../storage/records/look-keys.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import type { SealedRecords } from "../storage/records/sealed-records.ts";
import { createAnswerNotes } from "./answer-notes.ts";
import { createCountPeople } from "./count-people.ts";
import { createKeptLooks, lastOf } from "./kept-looks.ts";
import { createReadLooks, type Look } from "./read-looks.ts";
import { createShortenings, endedBy } from "./shortenings.ts";
import { boardKept, isNoted, shownToOthers, withBoard, withEnd, withoutBoard, withoutName } from "./shown-by.ts";

/** An answer that shows people. */
export type Answered = {
  id: string;
  /** absent for admins who speak as the room */
  asker?: PersonId | undefined;
  /** what the asker was called, where that may be long ago */
  name?: Named;
  to: Audience;
  shows: readonly Shown[];
  /** a board that shows them: by itself, or because it answers who asked. It may be noted again, with others */
  board?: "by itself" | "asked";
};

/**
 * Who looked at whom. What is kept of an answer is kept once, under its own id, with a note of each whom it showed; it opens with a key of theirs alone.
 * A board has no notes: who was shown has a list of boards. So an answer costs as much whoever it shows, its end is one writing, and what others saw
 * of a person dies with a key of that person's.
 */
export interface Looks {
  /**
   * An answer is about to be delivered. Durable before it is: whatever fails after this, no answer stands that is not told of.
   * @returns `isFirst`: whether this is the first try; before an earlier one whose outcome is not known, it may have been delivered already.
   *   `added`: those of whom it was not noted before that it shows them
   */
  note(answer: Answered): Promise<{ isFirst: boolean; added: readonly Shown[] }>;
  /** it was certainly not delivered */
  undo(answer: Answered): Promise<void>;
  /**
   * A board shows these people no more, and goes on, or is about to be deleted: what it showed is known for one expiry from now. What was destroyed
   * meanwhile does not come back.
   */
  ends(board: string, how: "goes on" | "is deleted", shows: readonly Shown[]): Promise<void>;
  /** nobody can read it any more */
  end(answer: string): Promise<void>;
  /** the answers that showed the person, the latest first; @param circle those that showed what they share with it; without it, all */
  of(person: PersonId, circle?: CircleId): Promise<readonly Look[]>;
  /** destroys what others saw of the person, and takes their name from what they saw */
  forget(person: PersonId): Promise<void>;
  /** what was seen in the circle up to now is kept no longer than this, also when its expiry is lengthened again */
  shorten(circle: CircleId, expiry: Duration): Promise<void>;
  /** destroys what was seen in a circle, of these people */
  wipe(circle: CircleId, people: readonly PersonId[]): Promise<void>;
  /** finishes a wipe that the end of the program cut off; to be called before anything else */
  resume(): Promise<void>;
  /** what was seen in one circle was seen in the other, of these people */
  follow(from: CircleId, to: CircleId, people: readonly PersonId[]): Promise<void>;
}

type Parts = {
  records: SealedRecords;
  seal: Pick<Seal, "destroyMember">;
  circles: Pick<Circles, "expiry" | "rooms" | "twinOf">;
  members: Pick<Members, "lastNamed">;
  networks: Networks;
  clock: Clock;
};

/** That an answer or a board shows somebody. */
type Entry = { person: PersonId; entry: ShownBy; shown: Shown };

export function createLooks({ records, seal, circles, members, networks, clock }: Parts): Looks {
  const countPeople = createCountPeople(networks, clock);
  const lock = createKeyedLock();
  const kept = createKeptLooks({ records, seal, clock });
  const notes = createAnswerNotes({ records, kept, clock });
  const isKept = ({ until }: { until: Instant }) => until > clock();

  const changeShown = (person: PersonId, work: (old: readonly ShownBy[]) => readonly ShownBy[]): Promise<void> =>
    kept.change(person, (old) => ({ ...old, shown: work(old.shown) }));

  /** @returns those of whom it was not noted before */
  async function noteOnBoard(entries: readonly Entry[]): Promise<readonly Shown[]> {
    const added: Shown[] = [];
    const note = (person: PersonId, theirs: readonly Entry[]) =>
      changeShown(person, (old) => {
        added.push(...theirs.filter(({ entry }) => !isNoted(old, entry)).map(({ shown }) => shown));
        return withBoard(
          old,
          theirs.map(({ entry }) => entry),
        );
      });
    await Promise.all(
      [...Map.groupBy(entries, ({ person }) => person)].map(([person, theirs]) => note(person, theirs)),
    );
    return added;
  }

  async function noteAsker(asker: PersonId, answer: string, until: Instant): Promise<void> {
    await lock(`by ${asker}`, async () => {
      const key = recordKeys.looksBy(asker);
      const old = ((await records.get(key)) ?? []).filter((one) => isKept(one) && one.answer !== answer);
      const now = [...old, { answer, until }];
      await records.set(key, now, lastOf(now));
    });
  }

  const noteAnswer = (answer: string, look: StoredLook): Promise<boolean> =>
    lock(answer, async () => {
      const key = recordKeys.look(answer);
      const before = await records.get(key);
      if (before === undefined) await records.set(key, look, look.until);
      // Who asked may have said /forget since.
      else if (look.board) await records.set(key, { ...withoutName(look), ...before, until: look.until }, look.until);
      else {
        // An earlier try may have been delivered, and showed others.
        const until = instant(Math.max(before.until, look.until));
        await records.set(key, { ...look, notes: bothNotes(look, before), until }, until);
      }
      return before === undefined;
    });

  const changeLook = (answer: string, work: (old: StoredLook) => StoredLook): Promise<void> =>
    lock(answer, async () => {
      const old = await records.get(recordKeys.look(answer));
      const changed = old && work(old);
      if (changed) await records.set(recordKeys.look(answer), changed, changed.until);
    });

  const shortenings = createShortenings(records, clock);

  return {
    async note(answer) {
      const shown = await shownToOthers(answer, circles);
      if (shown.length === 0) return { isFirst: true, added: [] };
      const { id, asker, name, to, board } = answer;
      const people = isRoom(to) ? await countPeople(to.room) : undefined;
      const at = clock();
      const inCircles = [...new Set(shown.map(({ circle }) => circle))];
      const shortened = new Map(
        await Promise.all(inCircles.map(async (circle) => [circle, (await shortenings.of(circle)).at(-1)] as const)),
      );
      const entries = await Promise.all(
        shown.map(async (one) => {
          const { circle, person, precision, known } = one;
          const until = later(at, (known ?? (await circles.expiry(circle))) * (board === "by itself" ? boardKept : 1));
          const after = shortened.get(circle)?.at;
          const entry = { answer: id, circle, precision, at, until, ...(after !== undefined && { after }) };
          return { person, entry, shown: one };
        }),
      );
      const until = lastOf(entries.map(({ entry }) => entry));
      const named = name ?? (asker && members.lastNamed(asker));
      const told = { ...(named && { name: named }), ...(people !== undefined && { people }) };
      const by: Pick<StoredLook, "asker"> = board === "by itself" ? {} : { asker: asker ?? theRoomItself };
      const look: StoredLook = { ...by, at, to, until, ...told, ...(board && { board }) };
      const [isFirst, added] = await Promise.all([
        board ? noteAnswer(id, look) : notes.seal(entries).then((sealed) => noteAnswer(id, { ...look, notes: sealed })),
        board ? noteOnBoard(entries) : [],
        asker && noteAsker(asker, id, until),
        ...(board ? [] : inCircles.map((circle) => notes.list(circle, id, at, until))),
      ]);
      return { isFirst, added };
    },

    async undo(answer) {
      const shown = await shownToOthers(answer, circles);
      if (shown.length === 0) return;
      if (answer.board === undefined) return lock(answer.id, () => records.delete(recordKeys.look(answer.id)));
      await Promise.all(
        [...Map.groupBy(shown, ({ person }) => person)].map(([person, theirs]) =>
          changeShown(person, (old) => withoutBoard(old, answer.id, theirs)),
        ),
      );
    },

    async ends(board, how, shows) {
      if ((await records.get(recordKeys.look(board)))?.endedAt !== undefined) return;
      const now = clock();
      for (const [circle, theirs] of Map.groupBy(shows, (shown) => shown.circle)) {
        const until = later(now, await circles.expiry(circle));
        await changeLook(board, (old) => ({ ...old, until: instant(Math.max(old.until, until)) }));
        // Until now it was seen, so what shortened the expiry before now shortens nothing of it.
        const after = (await shortenings.of(circle)).at(-1)?.at;
        const told = { ...(after !== undefined && { after }), ...(how === "goes on" && { endedAt: now }) };
        const end = { circle, at: now, until, ...told };
        for (const person of new Set(theirs.map((shown) => shown.person)))
          await changeShown(person, (old) => withEnd(old, board, end));
      }
    },

    end: (answer) => changeLook(answer, (old) => (old.endedAt === undefined ? { ...old, endedAt: clock() } : old)),

    of: createReadLooks({ records, kept, notes, circles, shortenings, clock }),

    async forget(person) {
      await kept.forget(person);
      const by = (await records.get(recordKeys.looksBy(person))) ?? [];
      for (const { answer } of by) await changeLook(answer, withoutName);
      await lock(`by ${person}`, () => records.delete(recordKeys.looksBy(person)));
    },

    shorten: (circle, expiry) => shortenings.note(circle, expiry),

    wipe: (circle, people) => kept.wipe(circle, people),
    resume: () => kept.resume(),

    async follow(from, to, people) {
      const shortened = await shortenings.of(from);
      const after = (await shortenings.of(to)).at(-1)?.at;
      const moved = (one: ShownBy): ShownBy => {
        if (one.circle !== from) return one;
        const { after: _, ...rest } = endedBy(one, shortened);
        return { ...rest, circle: to, ...(after !== undefined && { after }) };
      };
      for (const person of people) {
        const { keys } = await kept.of(person);
        // Of one that ended meanwhile nothing comes back: its key is gone.
        const inAnswers = await notes.read(keys.filter(({ circle }) => circle === from));
        await kept.change(person, (old) => ({
          shown: [...old.shown, ...inAnswers].map(moved),
          keys: old.keys.filter(({ circle }) => circle !== from),
        }));
      }
    },
  };
}
