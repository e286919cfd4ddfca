import { type Instant, instant } from "../../lib/time.ts";
import type { CircleId } from "../model/ids.ts";
import type { ShownBy, StoredLook } from "../storage/records/look-keys.ts";

/**
 * For how many expiries it is known that a board showed somebody, from when that was noted last. What a board shows is noted again before less than
 * one is left, so not at each edit.
 */
export const boardKept = 1.25;

/** The list of who was shown, with one answer more. A board keeps what it showed of them before, in another circle or more exactly. */
export function withAnswer(old: readonly ShownBy[], added: readonly ShownBy[], isBoard: boolean): readonly ShownBy[] {
  const isSame = (one: ShownBy, other: ShownBy) =>
    one.answer === other.answer && (!isBoard || (one.circle === other.circle && one.precision === other.precision));
  const others = old.filter((one) => !added.some((other) => isSame(one, other)));
  if (!isBoard) return [...others, ...added];
  const began = (one: ShownBy) => old.find((other) => isSame(one, other));
  return [...others, ...added.map((one) => ({ ...one, since: began(one)?.since ?? one.at }))];
}

/** The list without an answer. @param ofBoard of a board, only this: it may have shown the person before, in another circle or less exactly */
export const withoutAnswer = (
  old: readonly ShownBy[],
  answer: string,
  ofBoard: readonly Pick<ShownBy, "circle" | "precision">[] | undefined,
): readonly ShownBy[] =>
  old.filter((one) => {
    const isOf = ofBoard?.some(({ circle, precision }) => circle === one.circle && precision === one.precision);
    return one.answer !== answer || isOf === false;
  });

/** The list once a board ends showing what it shows of a circle. @param endedAt absent when the board's own end is told with the board */
export const withEnd = (
  old: readonly ShownBy[],
  board: string,
  { circle, until, endedAt }: { circle: CircleId; until: Instant; endedAt: Instant | undefined },
): readonly ShownBy[] =>
  old.map((one) => {
    const isOpen = one.answer === board && one.circle === circle && one.endedAt === undefined;
    return isOpen ? { ...one, until, ...(endedAt !== undefined && { endedAt }) } : one;
  });

export function withoutName(look: StoredLook): StoredLook {
  const rest = { ...look };
  delete rest.asker;
  delete rest.name;
  return rest;
}

/** From when until when a board showed somebody; an answer stands as it is. */
export function timesOf(look: StoredLook, shown: readonly ShownBy[]): Pick<StoredLook, "at" | "endedAt"> {
  const ends = shown.flatMap(({ endedAt }) => endedAt ?? []);
  const endedAt = ends.length === shown.length ? instant(Math.max(...ends)) : look.endedAt;
  const at = instant(Math.min(...shown.map(({ since, at }) => since ?? at)));
  return { at: look.board === "by itself" ? at : look.at, ...(endedAt !== undefined && { endedAt }) };
}
