import { type Clock, type Duration, type Instant, second } from "../../../lib/time.ts";
import type { DeviceChanges } from "./olm-machine.ts";

/** The machine also ends what takes too long when it hears of a sync, so it is never left alone for longer. */
const leftAloneFor: Duration = 30 * second;

/** Tells the syncs that have something for the machine from the others: each that it hears of is a transaction of its store. */
export type SyncNews = {
  isFor(changes: DeviceChanges): boolean;
  /** to be called once the machine has taken them */
  taken(changes: DeviceChanges): void;
};

export function createSyncNews(now: Clock): SyncNews {
  let last: { keys: string; at: Instant } | undefined;
  /** How many keys the homeserver has: the machine makes new ones by that. */
  const keysOf = ({ keyCounts, unusedFallbackKeys }: DeviceChanges): string =>
    JSON.stringify([[...keyCounts], unusedFallbackKeys ?? null]);

  return {
    isFor(changes) {
      const { toDevice, changed, left } = changes;
      if (toDevice.length > 0 || changed.length > 0 || left.length > 0) return true;
      return last === undefined || Math.abs(now() - last.at) >= leftAloneFor || keysOf(changes) !== last.keys;
    },
    taken(changes) {
      last = { keys: keysOf(changes), at: now() };
    },
  };
}
