import type { Trouble } from "../../../lib/async/retry.ts";
import type { Clock, Duration } from "../../../lib/time.ts";

/** The clock, the waiting and the chance that retries need. */
export type Pace = {
  readonly now: Clock;
  /** Resolves after so many milliseconds, or at once when the signal aborts. */
  readonly sleep: (ms: Duration, signal?: AbortSignal) => Promise<void>;
  /** The machine's own clock, which may be set back. Without it, each message looks at all devices of its room. */
  readonly wall?: Clock | undefined;
  /** From 0 up to 1. */
  readonly random: () => number;
};

/** For tries within one piece of work: what lasts fails there, and is reported by whoever it fails for. */
export const unreported: Trouble = { met: () => undefined, passed: () => undefined };
