import type { Incoming } from "../core/model/incoming.ts";
import type { Log } from "../lib/log.ts";
import { type Clock, type Duration, type Instant, instant, minute, second } from "../lib/time.ts";

/**
 * A network's own time. This machine's clock may be wrong, and the program's own never goes back, so that nothing lives longer. By it a
 * question of this moment could look old, and an old one new. So what a network tells is read by the network's time, and only what
 * becomes of it is counted by ours.
 */
export type NetworkClock = {
  readonly now: Clock;
  /** By how much ours is ahead of the network's, in milliseconds; 0 while nothing is known, or the difference is negligible. */
  readonly ahead: () => Duration;
  /**
   * Told with each answer of the network's server what time it says it is.
   * @param asked when it was asked, by our time: it may have said the time then, or at any moment until now
   */
  readonly heard: (says: Instant, asked: Instant) => void;
  /** Told the time of something that was said after this moment of ours. Where that does not fit what the server says, the server is wrong. */
  readonly heardNews: (at: Instant, after: Instant) => void;
  /** what came in, by our time */
  readonly toOurs: <One extends Incoming>(incoming: One) => One;
  /** a moment of ours, as clocks of people on the network show it */
  readonly toTheirs: (at: Instant) => Instant;
};

/** What a Date header of whole seconds and a slow connection can make of two clocks that agree. */
const negligible: Duration = 30 * second;
/** 2020 and 2200: before and after these, a server has no clock at all. */
const [earliest, latest] = [1_577_836_800_000, 7_258_118_400_000];

/** @param header what an answer has under "date" (RFC 9110, section 5.6.7); null: nothing. @returns NaN when that is no time */
// oxlint-disable-next-line no-restricted-globals -- it reads a text, and no clock
export const readHttpDate = (header: string | null): Instant => instant(Date.parse(header ?? ""));

/** @param name how the network is called in the log */
export function createNetworkClock(name: string, { now, log }: { now: Clock; log: Log }): NetworkClock {
  /** By how much ours is ahead of the network's, and the server's of it. */
  let ahead: Duration = 0;
  let serverAhead: Duration = 0;
  /** between which the server's word has it */
  let byServer: { least: Duration; most: Duration } | undefined;

  /** @param least and @param found between which it is; "found" is what it is when the network told it at the latest moment */
  function adopt(least: Duration, found: Duration): void {
    if (ahead > least - negligible && ahead < found + negligible) return;
    ahead = Math.abs(found) < negligible ? 0 : found;
    const minutes = Math.max(1, Math.round(Math.abs(ahead) / minute));
    if (ahead === 0) log.info(`${name}: this machine's clock and the network's agree again`);
    else
      log.warn(
        `${name}: this machine's clock is ${minutes} min ${ahead > 0 ? "ahead of" : "behind"} the network's: set it right; until then, times are the network's`,
      );
  }

  const shifted = (at: Instant, by: Duration): Instant => instant(at + by);
  const isTime = (at: Instant) => at > earliest && at < latest;

  return {
    now: () => shifted(now(), -ahead),
    ahead: () => ahead,
    toTheirs: (at) => shifted(at, -ahead),
    heard(says, asked) {
      if (!isTime(says)) return;
      byServer = { least: asked - says, most: now() - says };
      adopt(byServer.least + serverAhead, byServer.most + serverAhead);
    },
    heardNews(at, after) {
      if (!isTime(at)) return;
      adopt(after - at, now() - at);
      if (!byServer) return;
      const off = ahead - Math.min(Math.max(ahead, byServer.least), byServer.most);
      serverAhead = Math.abs(off) < negligible ? 0 : off;
    },
    toOurs(incoming) {
      if (ahead === 0) return incoming;
      if (incoming.kind === "command") return { ...incoming, sentAt: shifted(incoming.sentAt, ahead) };
      if (incoming.kind !== "position") return incoming;
      const { position, startedAt, until } = incoming;
      return {
        ...incoming,
        position: { ...position, at: shifted(position.at, ahead) },
        startedAt: shifted(startedAt, ahead),
        ...(until !== undefined && { until: shifted(until, ahead) }),
      };
    },
  };
}
