import { createRecent } from "./recent.ts";
import type { Instant } from "./time.ts";

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
