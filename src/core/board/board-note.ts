import { type Instant, later } from "../../lib/time.ts";
import type { RoomId } from "../model/ids.ts";
import { maxRemovalWait } from "../model/limits.ts";
import type { Shown } from "../model/message.ts";
import type { BoardNote, Removal } from "../queue/answer-expiry.ts";

export const boardId = (room: RoomId) => `board/${room}`;

/** Under which what a board showed is noted: another message is another board. */
export const lookOf = ({ id, sentAt }: BoardNote) => `${id}/${sentAt ?? 0}`;

export const removalId = ({ refs: [ref] }: BoardNote) => `removal/${ref}`;

/** What stands is deleted as an answer is, for as long as that may take. */
export function removalOf(note: BoardNote, now: Instant): Removal {
  const { to, refs, shows } = note;
  const removal = {
    kind: "removal",
    id: removalId(note),
    to,
    refs,
    shows,
    looks: [lookOf(note)],
    textOnly: true,
  } as const;
  return { ...removal, due: now, droppedAt: later(now, maxRemovalWait) };
}

/** What may stand while it is not known whether an edit was taken: of what is the same but for its time, the older. */
export function together(before: readonly Shown[], after: readonly Shown[]): readonly Shown[] {
  const all = [...before, ...after].toSorted((a, b) => b.at - a.at);
  const keyOf = ({ circle, person, share, precision }: Shown) => `${circle}/${person}/${share}/${precision}`;
  return [...new Map(all.map((shown) => [keyOf(shown), shown])).values()];
}
