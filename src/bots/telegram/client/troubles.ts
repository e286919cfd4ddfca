import type { Log } from "../../../lib/log.ts";
import type { Clock, Duration, Instant } from "../../../lib/time.ts";

export type Trouble = "unreachable" | "conflict" | "slowed";

type Manner = { begins: string; ends: string; firstPause: Duration; longestPause: Duration; overAfter: Duration };

const second = 1000;
const manners: Record<Trouble, Manner> = {
  unreachable: {
    begins: "Telegram cannot be reached: trying again until it can",
    ends: "Telegram can be reached again",
    firstPause: second / 2,
    longestPause: 30 * second,
    overAfter: 0,
  },
  conflict: {
    begins: "another program receives updates with this bot's token: taking turns until it stops",
    ends: "no other program receives updates with this bot's token any more",
    firstPause: 3 * second,
    longestPause: 60 * second,
    // Two programs that take turns each have successes in between: it is over when the other one was not met for a while.
    overAfter: 180 * second,
  },
  slowed: {
    begins: "Telegram asks this bot to wait: waiting as long as it says",
    ends: "Telegram does not ask this bot to wait any more",
    firstPause: 5 * second,
    longestPause: 3600 * second,
    overAfter: 0,
  },
};

export type Troubles = {
  /**
   * Says so, once until it is over.
   * @param asked the pause that Telegram asked for, in milliseconds
   * @returns milliseconds to wait before the next attempt, longer each time in a row
   */
  met(trouble: Trouble, cause?: unknown, asked?: Duration): Duration;
  /** An attempt went well: what is over with that is said to be. */
  passed(): void;
};

export function createTroubles(log: Log, now: Clock): Troubles {
  const current = new Map<Trouble, { times: number; last: Instant }>();
  return {
    met(trouble, cause, asked) {
      const { begins, firstPause, longestPause } = manners[trouble];
      const times = current.get(trouble)?.times ?? 0;
      if (times === 0) log.warn(begins, cause);
      current.set(trouble, { times: times + 1, last: now() });
      return Math.min(asked ?? firstPause * 2 ** times, longestPause);
    },
    passed() {
      for (const [trouble, { last }] of current) {
        const { overAfter, ends } = manners[trouble];
        if (now() - last < overAfter) continue;
        current.delete(trouble);
        log.info(ends);
      }
    },
  };
}
