import type { Duration, Instant } from "../time.ts";
import { createBoundedMap } from "./bounded-map.ts";

const mostKeys = 1000;

/**
 * Lets something happen at most `max` times within a time, for each key by itself.
 * @param within milliseconds
 * @returns whether it may happen once more, which is then counted
 */
export function createQuota(max: number, within: number, now: () => Instant): (key: string) => boolean {
  const taken = createBoundedMap<readonly Instant[]>(mostKeys);
  return (key) => {
    const lately = (taken.get(key) ?? []).filter((time) => now() - time < within);
    if (lately.length >= max) return false;
    taken.set(key, [...lately, now()]);
    return true;
  };
}

export type RateLimitOptions = {
  max: number;
  /** milliseconds */
  within: Duration;
  /** keys that are counted at the same time */
  maxKeys: number;
};

/** "just over" comes only the first time after "free", so that it can be said once. */
export type Verdict = "free" | "just over" | "over";

/**
 * Counts how often something happens for each key, in windows that begin with the first time. After more than `max` times the limit stays passed
 * until the window ends, however many more there are.
 * @returns whether it may happen once more, which is then counted
 */
export function createRateLimit(
  { max, within, maxKeys }: RateLimitOptions,
  now: () => Instant,
): (key: string) => Verdict {
  const windows = createBoundedMap<{ began: Instant; count: number }>(maxKeys);
  return (key) => {
    const known = windows.get(key);
    const current = known && now() - known.began < within ? known : { began: now(), count: 0 };
    const count = current.count + 1;
    windows.set(key, { began: current.began, count });
    if (count <= max) return "free";
    return count === max + 1 ? "just over" : "over";
  };
}
