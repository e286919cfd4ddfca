import { instant } from "../../lib/time.ts";
import { type Audience, isRoom } from "../model/audience.ts";
import type { PersonId } from "../model/ids.ts";
import type { Shown } from "../model/message.ts";
import type { Circles } from "../rooms/circles.ts";
import type { ShownBy, StoredLook } from "../storage/records/look-keys.ts";

/**
 * For how many expiries it is known that a board showed somebody, from when that was noted last. What a board shows is noted again before less than
 * one is left, so not at each edit.
 */
export const boardKept = 1.25;

const isOpen = ({ endedAt }: ShownBy) => endedAt === undefined;
const isAsExact = (one: ShownBy, other: ShownBy) =>
  one.answer === other.answer && one.circle === other.circle && one.precision === other.precision;

/** Whether it is noted already that this answer shows them so exactly. */
export const isNoted = (old: readonly ShownBy[], added: ShownBy): boolean =>
  old.some((one) => isOpen(one) && isAsExact(one, added));

/**
 * The list of what showed somebody, with a board. It keeps what the board showed of them before: in another circle, more exactly, or until they left
 * it, for its next edit may be refused.
 */
export function withBoard(old: readonly ShownBy[], added: readonly ShownBy[]): readonly ShownBy[] {
  const goesOn = (one: ShownBy) => isOpen(one) && added.some((other) => isAsExact(one, other));
  const began = (one: ShownBy) => old.find((other) => isOpen(other) && isAsExact(one, other));
  return [
    ...old.filter((one) => !goesOn(one)),
    ...added.map((one) => ({ ...one, since: began(one)?.since ?? one.at })),
  ];
}

/** The list without what a board shows. It may have shown the person before, in another circle or less exactly: that stays. */
export const withoutBoard = (
  old: readonly ShownBy[],
  board: string,
  shown: readonly Pick<ShownBy, "circle" | "precision">[],
): readonly ShownBy[] =>
  old.filter((one) => {
    const isOf = shown.some(({ circle, precision }) => circle === one.circle && precision === one.precision);
    return one.answer !== board || !isOf || !isOpen(one);
  });

/** Whether a board shows them now. */
export const isStanding = (one: ShownBy, look: StoredLook | undefined): boolean =>
  look?.board === "by itself" && look.endedAt === undefined && isOpen(one);

/** As of when a board showed somebody last; `endedAt` is absent when the board's own end is told with the board. */
export type EndOnBoard = Pick<ShownBy, "circle" | "at" | "until" | "after" | "endedAt">;

/** The list once a board ends showing what it shows of a circle. Whoever left it and came back was shown from the first time on. */
export function withEnd(old: readonly ShownBy[], board: string, end: EndOnBoard): readonly ShownBy[] {
  const isEnding = (one: ShownBy) => one.answer === board && one.circle === end.circle && isOpen(one);
  const ending = old.filter(isEnding);
  const before = (one: ShownBy) => old.filter((other) => !isOpen(other) && isAsExact(one, other));
  const ended = ending.map((one) => {
    const since = instant(Math.min(...[one, ...before(one)].map((other) => other.since ?? other.at)));
    return { ...one, since, ...end };
  });
  if (end.endedAt === undefined) return old.map((one) => ended[ending.indexOf(one)] ?? one);
  return [...old.filter((one) => !isEnding(one) && !ending.some((other) => before(other).includes(one))), ...ended];
}

export function withoutName(look: StoredLook): StoredLook {
  const rest = { ...look };
  delete rest.asker;
  delete rest.name;
  return rest;
}

/** From when until when a board showed somebody; an answer stands as it is. A board may have been noted before an edit that was refused. */
export function timesOf(look: StoredLook, shown: readonly ShownBy[]): Pick<StoredLook, "at" | "endedAt"> {
  const ends = shown.flatMap(({ endedAt }) => endedAt ?? []);
  const endedAt = ends.length === shown.length ? instant(Math.max(...ends)) : look.endedAt;
  const at = instant(Math.min(...shown.map(({ since, at }) => since ?? at)));
  return { at: look.board ? at : look.at, ...(endedAt !== undefined && { endedAt }) };
}

/** Those who are shown to somebody else than themselves. Nobody looks at themselves, unless others can read it too. */
export async function shownToOthers(
  { asker, to, shows }: { asker?: PersonId | undefined; to: Audience; shows: readonly Shown[] },
  circles: Pick<Circles, "twinOf">,
): Promise<readonly Shown[]> {
  if (isRoom(to) || asker === undefined) return shows;
  const twin = await circles.twinOf(asker);
  return shows.filter(({ person }) => person !== asker && person !== twin);
}
