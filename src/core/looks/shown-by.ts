import { instant } from "../../lib/time.ts";
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

/** From when until when a board showed somebody; an answer stands as it is. */
export function timesOf(look: StoredLook, shown: readonly ShownBy[]): Pick<StoredLook, "at" | "endedAt"> {
  const ends = shown.flatMap(({ endedAt }) => endedAt ?? []);
  const endedAt = ends.length === shown.length ? instant(Math.max(...ends)) : look.endedAt;
  const at = instant(Math.min(...shown.map(({ since, at }) => since ?? at)));
  return { at: look.board === "by itself" ? at : look.at, ...(endedAt !== undefined && { endedAt }) };
}
