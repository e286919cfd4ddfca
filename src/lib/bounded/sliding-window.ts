import { type Duration, type Instant, instant } from "../time.ts";

/** Counts how often something happens, so that no span of a given length ever holds more than so many. */
export type SlidingWindow = {
  /** milliseconds until it may happen once more; 0: now */
  delay(now: Instant): Duration;
  /** counts one that happens now, even if there was no room for it */
  count(now: Instant): void;
  /**
   * Counts one at the next moment that has room, after all that were counted before.
   * @returns milliseconds until that moment
   */
  reserve(now: Instant): Duration;
  /** whether nothing is counted any more; a new window would then be the same */
  isEmpty(now: Instant): boolean;
};

/**
 * @param max so many
 * @param within in any span of so many milliseconds
 */
export function createSlidingWindow(max: number, within: Duration): SlidingWindow {
  let times: Instant[] = [];

  function forget(now: Instant) {
    const first = times.findIndex((time) => now - time < within);
    times = first < 0 ? [] : times.slice(first);
  }
  function delay(now: Instant): Duration {
    forget(now);
    const blocking = times.at(-max);
    return blocking === undefined ? 0 : blocking + within - now;
  }

  return {
    delay,
    count(now) {
      forget(now);
      times.push(now);
    },
    reserve(now) {
      const pause = delay(now);
      times.push(instant(now + pause));
      return pause;
    },
    isEmpty(now) {
      forget(now);
      return times.length === 0;
    },
  };
}
