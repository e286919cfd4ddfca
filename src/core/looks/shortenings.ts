import { type Clock, type Duration, instant, later } from "../../lib/time.ts";
import type { CircleId } from "../model/ids.ts";
import { maxExpiry, maxShorteningsKept } from "../model/limits.ts";
import type { Shortening, ShownBy } from "../storage/records/look-keys.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import type { SealedRecords } from "../storage/records/sealed-records.ts";

/** How often and when a circle's expiry was shortened: what had been seen by then is kept no longer, also when it is lengthened again. */
export interface Shortenings {
  note(circle: CircleId, expiry: Duration): Promise<void>;
  /** those that still matter, the oldest first */
  of(circle: CircleId): Promise<readonly Shortening[]>;
}

export function createShortenings(records: Pick<SealedRecords, "get" | "set">, clock: Clock): Shortenings {
  const of = async (circle: CircleId) => (await records.get(recordKeys.looksShortened(circle))) ?? [];
  return {
    of,

    async note(circle, expiry) {
      const known = await of(circle);
      // No two at once: a look is after one of them, and before the next.
      const at = instant(Math.max(clock(), (known.at(-1)?.at ?? 0) + 1));
      const old = known.filter((one) => one.expiry < expiry && later(one.at, maxExpiry) > at);
      await records.set(recordKeys.looksShortened(circle), atMost([...old, { at, expiry }]), later(at, maxExpiry));
    },
  };
}

/** @param shortened of the circle in which it was seen */
export function endedBy(entry: ShownBy, shortened: readonly Shortening[]): ShownBy {
  const { after = 0 } = entry;
  const ends = shortened.filter(({ at }) => at > after).map(({ expiry }) => later(entry.at, expiry));
  return { ...entry, until: instant(Math.min(entry.until, ...ends)) };
}

/** Each later one is longer than those before it. Of too many, the two oldest become one that is as short as either. */
function atMost(all: readonly Shortening[]): readonly Shortening[] {
  const [oldest, next, ...others] = all;
  if (all.length <= maxShorteningsKept || !oldest || !next) return all;
  return [{ at: next.at, expiry: oldest.expiry }, ...others];
}
