import type { Duration, Instant } from "../time.ts";
import { createRecent } from "./recent.ts";

const mostKeys = 1000;

/**
 * Lets something happen so many times within a time, for each key apart.
 * @param within milliseconds
 * @returns whether it may happen once more, which is then counted
 */
export function createQuota(most: number, within: number, now: () => Instant): (key: string) => boolean {
  const taken = createRecent<readonly Instant[]>(mostKeys);
  return (key) => {
    const lately = (taken.get(key) ?? []).filter((time) => now() - time < within);
    if (lately.length >= most) return false;
    taken.set(key, [...lately, now()]);
    return true;
  };
}

export type RateLimitOptions = {
  most: number;
  /** milliseconds */
  within: Duration;
  /** keys that are counted at the same time */
  keysMost: number;
};

/** "just over": for the first time since it was free, so that this can be said once. */
export type Verdict = "free" | "just over" | "over";

/**
 * Counts how often something happens for each key, in windows that begin with the first time. Once too often, it is over until the window
 * ends, however long the flood goes on.
 * @returns whether it may happen once more, which is then counted
 */
export function createRateLimit(
  { most, within, keysMost }: RateLimitOptions,
  now: () => Instant,
): (key: string) => Verdict {
  const windows = createRecent<{ began: Instant; count: number }>(keysMost);
  return (key) => {
    const known = windows.get(key);
    const current = known && now() - known.began < within ? known : { began: now(), count: 0 };
    const count = current.count + 1;
    windows.set(key, { began: current.began, count });
    if (count <= most) return "free";
    return count === most + 1 ? "just over" : "over";
  };
}
