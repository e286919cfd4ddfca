import type { Log } from "../log.ts";
import { type Clock, type Duration, type Instant, minute, second, type Wait } from "../time.ts";

const firstPause: Duration = second / 2;
// Give or take a half: whatever comes back is asked again within 12 seconds.
const longestPause: Duration = 8 * second;
const saidAgainAfter: Duration = 15 * minute;

/**
 * How long to wait before the next attempt: twice as long each time, from half a second to eight seconds, give or take a half, so that many
 * programs do not come back at once.
 * @param failures how many attempts have failed in a row, at least 1
 * @param random from 0 up to 1
 * @param asked the pause that the other side asked for; the result is never shorter
 * @returns milliseconds
 */
export function backoff(failures: number, random: number, asked: Duration = 0): Duration {
  const step = Math.min(longestPause, firstPause * 2 ** Math.min(failures - 1, 10));
  return Math.max(Math.round(step * (0.5 + random)), asked);
}

/** Something that does not work for a while. It is logged once when it begins, each quarter of an hour, and once when it is over. */
export type Trouble = {
  /** It did not work. @param cause only its class and code are logged */
  met(cause?: unknown): void;
  /** It worked. */
  passed(): void;
};

export type TroubleOptions = {
  /** a fixed sentence without a full stop, as "a network: updates cannot be received" */
  what: string;
  /** milliseconds without the trouble until it counts as over; for trouble that comes and goes by turns */
  overAfter?: Duration;
};

export function createTrouble(
  { what, overAfter = 0 }: TroubleOptions,
  { log, now }: { log: Log; now: Clock },
): Trouble {
  let began: Instant | undefined;
  let last: Instant | undefined;
  let said: Instant | undefined;
  const lasted = (since: Instant) => {
    const seconds = Math.round((now() - since) / second);
    return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
  };
  return {
    met(cause) {
      last = now();
      if (began === undefined || said === undefined) {
        log.warn(`${what}; it is tried again until it works`, cause);
        began = last;
        said = last;
      } else if (last - said >= saidAgainAfter) {
        log.warn(`${what}, for ${lasted(began)} now; it is tried again until it works`, cause);
        said = last;
      }
    },
    passed() {
      if (began === undefined || last === undefined || now() - last < overAfter) return;
      log.info(`over after ${lasted(began)}: ${what}`);
      began = undefined;
      said = undefined;
    },
  };
}

export type RetryOptions = {
  trouble: Trouble;
  /** whether a later attempt may succeed; an error for which it says no is thrown at once */
  mayPass: (error: unknown) => boolean;
  /** the pause that a failure asks for, in milliseconds */
  asksFor?: (error: unknown) => Duration | undefined;
  /** gives up, and throws the last failure */
  isStopping: () => boolean;
};

export type Retry = <T>(attempt: () => Promise<T>, options: RetryOptions) => Promise<T>;

/** The one way to try something again: until it works, with pauses from `backoff`. */
export function createRetry(wait: Wait, random: () => number): Retry {
  return async (attempt, { trouble, mayPass, asksFor, isStopping }) => {
    for (let failures = 1; ; failures++) {
      try {
        const result = await attempt();
        trouble.passed();
        return result;
      } catch (error) {
        if (!mayPass(error) || isStopping()) throw error;
        trouble.met(error);
        await wait(backoff(failures, random(), asksFor?.(error)));
      }
    }
  };
}
