import { type Clock, type Instant, instant } from "./time.ts";

/**
 * A time that never goes back, so that nothing lives longer when somebody sets the clock back. While the program runs, it advances at least as
 * fast as real time, and jumps ahead with the wall clock.
 * @param wall milliseconds since 1970, may jump either way
 * @param elapsed milliseconds since any moment, never goes back
 */
export function createClock(wall: () => number, elapsed: () => number): Clock {
  let at = wall();
  let seen = elapsed();
  return (): Instant => {
    const passed = elapsed();
    at = Math.max(wall(), at + (passed - seen));
    seen = passed;
    return instant(Math.floor(at));
  };
}
