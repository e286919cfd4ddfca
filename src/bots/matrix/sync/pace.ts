/** The clock, the waiting and the chance that retries need, so that tests can hold them. */
export type Pace = {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after so many milliseconds, or at once when the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** From 0 up to 1. */
  random(): number;
};

const first = 500;
const longest = 30_000;

/**
 * How long to wait before the next try, in milliseconds: doubling from half a second to half a minute, give or take a half, so that many clients
 * do not come back at once; never less than the homeserver asked for.
 * @param failures how many tries have failed in a row, at least 1
 */
export function backoffMs(failures: number, random: number, retryAfterMs = 0): number {
  const step = Math.min(longest, first * 2 ** Math.min(failures - 1, 10));
  return Math.max(Math.round(step * (0.5 + random)), retryAfterMs);
}
