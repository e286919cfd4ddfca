import { type Instant, instant, later } from "../../lib/time.ts";
import { boardEvery, maxBoardEdits } from "../model/limits.ts";

/** One person as the board shows them: when that is to be told anew, and when it must be gone. */
export type OnBoard = { renewAt?: Instant; goneAt: Instant };

/** The message of a board. `isBare`: it was sent, and nothing was put on it yet. */
export type StandingBoard = { until: Instant; isBare: boolean; shows: readonly OnBoard[] };

export type BoardState = {
  /** it is switched on, may be there, and somebody shares */
  isWanted: boolean;
  standing?: StandingBoard;
  /** when it was edited in the last minute, or was to be */
  edits: readonly Instant[];
  /** whether something changed since */
  hasNews: boolean;
  /** somebody asked, and sees it from there, or it is far up */
  asked?: "near" | "far";
  /** before then its network takes nothing of it */
  heldUntil?: Instant;
};

export type BoardStep =
  /** a message that shows nobody yet is sent */
  | { step: "send" }
  /** it is worked out anew, and edited; `isUrgent`: something has to go from it now, and where that fails, all of it goes */
  | { step: "renew"; isUrgent: boolean }
  /** the message is deleted; another may be sent afterwards */
  | { step: "take down" }
  /** nothing is to be done before then */
  | { step: "rest"; until: Instant }
  /** there is nothing left to know */
  | { step: "end" };

/**
 * What is to be done with the board of a room now. What takes something away is never held up: where an edit would be one too many in this minute, the
 * message is deleted. Of the edits of a minute, one is kept for that.
 */
export function planBoard(state: BoardState, now: Instant): BoardStep {
  const { isWanted, standing, hasNews, asked, heldUntil } = state;
  const edits = editsWithin(state.edits, now);
  const [oldest] = edits;
  const last = edits.at(-1);
  if (!isWanted) {
    if (standing) return { step: "take down" };
    return oldest === undefined ? { step: "end" } : { step: "rest", until: later(oldest, maxBoardEdits.within) };
  }
  if (standing && standing.until <= now) return { step: "take down" };
  if (standing?.shows.some(({ goneAt }) => goneAt <= now)) {
    const isLeft = edits.length < maxBoardEdits.max;
    return isLeft ? { step: "renew", isUrgent: true } : { step: "take down" };
  }

  const blocking = edits.at(1 - maxBoardEdits.max);
  const free = instant(
    Math.max(now, heldUntil ?? now, blocking === undefined ? now : later(blocking, maxBoardEdits.within)),
  );
  if (!standing) return free <= now ? { step: "send" } : { step: "rest", until: free };
  const { shows, isBare, until } = standing;
  if (asked === "far" && !isBare && free <= now) return { step: "take down" };
  const isDue = hasNews || isBare || asked !== undefined || shows.some(({ renewAt = now }) => renewAt < now);
  const isNow = isBare || asked !== undefined || last === undefined;
  const mayRenew = isNow ? free : instant(Math.max(free, later(last, boardEvery)));
  if (isDue && mayRenew <= now) return { step: "renew", isUrgent: false };
  const ends = shows.flatMap(({ goneAt, renewAt }) =>
    isDue || renewAt === undefined ? [goneAt] : [goneAt, later(renewAt, 1)],
  );
  return { step: "rest", until: instant(Math.min(until, ...ends, isDue ? mayRenew : until)) };
}

/** Those that still count. */
export const editsWithin = (edits: readonly Instant[], now: Instant): readonly Instant[] =>
  edits.filter((at) => at > now - maxBoardEdits.within);
