import { day } from "./duration.ts";
import type { PositionIncoming } from "./incoming.ts";
import { type Duration, type Instant, instant, later } from "./model.ts";
import type { OpenShare, StoredPosition } from "./storage/record-keys.ts";

/** What a member has with a circle. */
export type Kept = { shares: readonly OpenShare[]; position?: StoredPosition };

/** When a live share ends by itself: "until turned off" is capped. */
export const longestShare: Duration = day;

export type Report = Pick<PositionIncoming, "share" | "live" | "position" | "startedAt" | "until">;

/** When a share ends by itself, once its circle keeps positions for `expiry`. */
export function endOf({ live, startedAt, until, position }: Report, expiry: Duration): Instant {
  if (!live) return later(position.at, expiry);
  const cap = later(startedAt, longestShare);
  return until === undefined || until > cap ? cap : until;
}

/**
 * What a reported position changes. The latest by the network's own time wins, so that the same report twice, or a late one, changes nothing.
 * @param expiry the circle's expiry now; a share that began earlier keeps its own
 * @returns what is kept from now on, or undefined when nothing changes
 */
export function planReport(kept: Kept, report: Report, expiry: Duration, now: Instant): Kept | undefined {
  const known = kept.shares.find(({ id }) => id === report.share);
  const keep = known?.expiry ?? expiry;
  const at = instant(Math.min(report.position.at, now));
  const end = endOf({ ...report, position: { ...report.position, at } }, keep);
  if (end <= now) return undefined;

  const share: OpenShare = {
    id: report.share,
    live: report.live,
    startedAt: instant(Math.min(report.startedAt, now)),
    until: end,
    expiry: keep,
  };
  // A new static position takes the place of the last one: it is the same act, repeated.
  const others = kept.shares.filter(({ id, live }) => id !== share.id && (live || report.live));
  const sharesChanged = known === undefined || known.until !== share.until;
  const shares = sharesChanged ? [...others, share] : kept.shares;

  const expiresAt = instant(Math.min(later(at, keep), end));
  const isLatest = kept.position === undefined || kept.position.at <= at;
  if (!isLatest || expiresAt <= now) return sharesChanged ? { ...kept, shares } : undefined;
  return { shares, position: { ...report.position, at, share: share.id, expiresAt } };
}

export type Ending = {
  kept: Kept;
  ended: readonly OpenShare[];
  /** the position goes: it has expired, or the share that reported it has ended */
  destroysPosition: boolean;
};

/** What is left when the shares that `isOver` tells are over. An older share that ends takes nothing of a newer one with it. */
export function planEnding(kept: Kept, isOver: (share: OpenShare) => boolean, now: Instant): Ending {
  const ended = kept.shares.filter(isOver);
  const shares = kept.shares.filter((share) => !isOver(share));
  const { position } = kept;
  const stays = position && position.expiresAt > now && shares.some(({ id }) => id === position.share);
  return {
    kept: stays ? { shares, position } : { shares },
    ended,
    destroysPosition: position !== undefined && !stays,
  };
}

/** When something of what is kept is over next; undefined when nothing is kept. */
export function nextEnd({ shares, position }: Kept): Instant | undefined {
  const ends = shares.map(({ until }) => until);
  if (position) ends.push(position.expiresAt);
  return ends.length === 0 ? undefined : instant(Math.min(...ends));
}

/** What is kept when the circle's expiry is shortened; never longer than before. */
export function shorten({ shares, position }: Kept, expiry: Duration): Kept {
  const shorter = shares.map((share) => {
    const keep = Math.min(share.expiry, expiry);
    const until = share.live ? share.until : instant(Math.min(share.until, share.until - share.expiry + keep));
    return { ...share, expiry: keep, until };
  });
  if (!position) return { shares: shorter };
  const expiresAt = instant(Math.min(position.expiresAt, later(position.at, expiry)));
  return { shares: shorter, position: { ...position, expiresAt } };
}
