import { type Duration, type Instant, instant, later } from "../../lib/time.ts";
import type { ShareId } from "../model/ids.ts";
import type { PositionIncoming } from "../model/incoming.ts";
import { maxShareLength, maxSharesPerPerson } from "../model/limits.ts";
import type { OpenShare, StoredPosition } from "../storage/records/record-keys.ts";

/** What a member shares with a circle. */
export type Kept<Shown = StoredPosition> = { shares: readonly OpenShare[]; position?: Shown };

/** What of a position tells whether another one is later, and when it is over; not where it is. */
export type Shown = Pick<StoredPosition, "share" | "at" | "order" | "expiresAt">;

export type Report = Pick<PositionIncoming, "share" | "live" | "position" | "startedAt" | "until"> & {
  first?: boolean;
  /** it ends by then, whatever its network says */
  cap?: Instant;
};

/** A position without its share is left over from a change during which the program died. */
export function keptOf<Of extends Shown>(shares: readonly OpenShare[] = [], position: Of | undefined): Kept<Of> {
  const isShared = position !== undefined && shares.some(({ id }) => id === position.share);
  return isShared ? { shares, position } : { shares };
}

/** What is kept of a report until its sharer has chosen who may see it. */
export function heldOf({ share, live, startedAt, until, position }: Report): Report {
  return until === undefined ? { share, live, startedAt, position } : { share, live, startedAt, until, position };
}

/** When a share ends by itself, if its positions are kept for `expiry`. */
export function endOf({ live, startedAt, until, position, cap }: Report, expiry: Duration): Instant {
  const longest = live ? later(startedAt, maxShareLength) : later(position.at, expiry);
  return instant(Math.min(longest, (live ? until : undefined) ?? longest, cap ?? longest));
}

/**
 * Whether an unknown share can begin with this report. An ended share is remembered for as long as a share can last. So a report that is older
 * than that begins none. An update of a share that claims to begin in the future begins none either: it could begin again after each end.
 */
export function canBegin({ startedAt, until, first }: Report, now: Instant): boolean {
  if (later(startedAt, maxShareLength) <= now || (until !== undefined && until <= now)) return false;
  return first !== false || startedAt <= now;
}

/**
 * What a reported position changes. The latest by the network's time wins, so a repeated or late report changes nothing.
 * @param expiry the circle's expiry now; a share that began earlier keeps its own
 * @returns what is kept from now on, or undefined when nothing changes
 */
export function planReport<Before extends Shown>(
  kept: Kept<Before>,
  report: Report,
  expiry: Duration,
  now: Instant,
): Kept<Before | StoredPosition> | undefined {
  const known = kept.shares.find(({ id }) => id === report.share);
  const keep = known?.expiry ?? expiry;
  const at = instant(Math.min(report.position.at, now));
  if (!known && !canBegin(report, now)) return undefined;
  // If a phone's clock is ahead, its reports must not move the beginning forward: the share would never be 24 h old.
  const startedAt = known?.startedAt ?? instant(Math.min(report.startedAt, now));
  const until = endOf({ ...report, startedAt, position: { ...report.position, at } }, keep);
  const shown = kept.position;
  const isLatest = !shown || shown.at < at || (shown.at === at && !isOlderOfTwo({ known, report, shown }));
  if (until <= now || (!isLatest && (known || !report.live))) return undefined;

  const expiresAt = instant(Math.min(later(at, keep), until));
  const isShown = isLatest && expiresAt > now;
  const crosses = known?.crosses && { crosses: known.crosses };
  const share: OpenShare = { id: report.share, live: report.live, startedAt, until, expiry: keep, ...crosses };
  const others = withPosition(kept.shares, isShown ? share.id : kept.position?.share);
  const isSame = known?.until === until && others.length === kept.shares.length;
  const shares = isSame
    ? kept.shares
    : [...others.filter(({ id }) => id !== share.id).slice(1 - maxSharesPerPerson), share];
  if (isShown) return { shares, position: { ...report.position, at, share: share.id, expiresAt } };
  return isSame ? undefined : { ...kept, shares };
}

/** Some networks give times in whole seconds. Of two positions in the same second, their order says which is later. */
function isOlderOfTwo({ known, report, shown }: { known: OpenShare | undefined; report: Report; shown: Shown }) {
  const [order, before] = [report.position.order, shown.order];
  if (order !== undefined && before !== undefined) return order < before;
  return known !== undefined && report.first;
}

/** A plain share is nothing but its position. Once a newer position has replaced that, the share is gone. */
const withPosition = (shares: readonly OpenShare[], shown: ShareId | undefined) =>
  shares.filter(({ id, live }) => live || id === shown);

/** What is kept when two circles turn out to be one. */
export function merge(one: Kept, other: Kept): Kept {
  const position = other.position && other.position.at > (one.position?.at ?? 0) ? other.position : one.position;
  const known = new Set(one.shares.map(({ id }) => id));
  const all = [...one.shares, ...other.shares.filter(({ id }) => !known.has(id))];
  const shares = withPosition(all, position?.share);
  return position ? { shares, position } : { shares };
}

export type Ending = { kept: Kept; ended: readonly OpenShare[] };

/**
 * What is left when the shares for which `isOver` is true end. The position goes when it has expired, or when the share that reported it
 * ends. When an older share ends, the position of a newer one stays.
 */
export function planEnding(kept: Kept, isOver: (share: OpenShare) => boolean, now: Instant): Ending {
  const ended = kept.shares.filter(isOver);
  const shares = kept.shares.filter((share) => !isOver(share));
  const { position } = kept;
  const stays = position && position.expiresAt > now && shares.some(({ id }) => id === position.share);
  return { kept: stays ? { shares, position } : { shares }, ended };
}

/** The next time at which a kept share or position is over; undefined when nothing is kept. */
export function nextEnd({ shares, position }: Kept<Shown>): Instant | undefined {
  const ends = shares.map(({ until }) => until);
  if (position) ends.push(position.expiresAt);
  return ends.length === 0 ? undefined : instant(Math.min(...ends));
}

/** When the last of several shares is over. */
export const lastEnd = (shares: readonly OpenShare[]): Instant =>
  instant(Math.max(...shares.map(({ until }) => until)));

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

/** What may be shown: the shares that are not over, and a position that has not expired. */
export const goingOn = (kept: Kept, now: Instant): Kept => planEnding(kept, ({ until }) => until <= now, now).kept;
