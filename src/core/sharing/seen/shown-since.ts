import { type Instant, instant } from "../../../lib/time.ts";
import type { CircleId } from "../../model/ids.ts";
import type { Link } from "../../storage/records/link-keys.ts";
import type { OpenShare } from "../../storage/records/record-keys.ts";
import type { Kept } from "../share-plan.ts";

/** What one circle shares with another: whose it is, who is to see it, and the links of the first that hold. */
export type Crossing = { from: CircleId; to: CircleId; links: readonly Link[] };

/**
 * Since when a circle sees a share: the one rule of what crosses a link. A share that began before crosses only once its sharer has agreed, and what was
 * agreed to for an earlier link holds for no later one. In doubt it is not seen.
 */
export function shownSince(
  { startedAt, crosses = [] }: Pick<OpenShare, "startedAt" | "crosses">,
  { from, to, links }: Crossing,
): Instant | undefined {
  if (from === to) return startedAt;
  const link = links.find(({ circle }) => circle === to);
  if (link === undefined) return undefined;
  if (startedAt > link.since) return startedAt;
  return crosses.find(({ circle, at }) => circle === to && at > link.since)?.at;
}

/** What of all that somebody shares with a circle another one sees: no position without its share. */
export function crossing({ shares, position }: Kept, across: Crossing): Kept {
  const seen = shares.filter((share) => shownSince(share, across) !== undefined);
  if (position === undefined) return { shares: seen };
  // Of a newer position that is not to be seen, not even that it is there is told.
  return seen.some(({ id }) => id === position.share) ? { shares: seen, position } : { shares: [] };
}

/** Their sharer lets a circle see all that is open now, from now on, while the link lasts that there is. */
export function letAcross({ shares, ...kept }: Kept, to: Link, now: Instant): Kept {
  const agreed = { circle: to.circle, at: instant(Math.max(now, to.since + 1)) };
  const others = ({ crosses = [] }: OpenShare) => crosses.filter(({ circle }) => circle !== to.circle);
  return { ...kept, shares: shares.map((share) => ({ ...share, crosses: [...others(share), agreed] })) };
}
