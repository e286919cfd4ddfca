import type { ShareId } from "../../../core/model/ids.ts";
import { text } from "../../../core/text/texts.ts";
import { createBoundedMap } from "../../../lib/bounded/bounded-map.ts";
import { createQuota } from "../../../lib/bounded/rate-limit.ts";
import { type Duration, type Instant, instant } from "../../../lib/time.ts";
import { clockHintWithin, maxClockSkew, maxRemembered } from "../limits.ts";
import type { Background } from "../rooms/background.ts";
import type { ReceiveContext } from "./receive-context.ts";
import type { Beacon, RoomEvent } from "./room-event.ts";

type Point = Extract<RoomEvent, { kind: "point" }>;

export type PhoneClocks = {
  /** When a point was reported, by the server's clock; undefined when that is not within its share. To be called for each point, in order. */
  timeOf(share: ShareId, beacon: Beacon, point: Point): Instant | undefined;
  /** Begins to tell the sharer in private that their clock is off, if it is. */
  tellOfShare(user: string, beacon: Beacon): void;
  /** The same for one location, which may also have waited. */
  tellOfLocation(location: Extract<RoomEvent, { kind: "location" }>): void;
};

const isOff = (skew: number) => Math.abs(skew) > maxClockSkew;

/**
 * Phones whose clocks are wrong. The server says when it had an event, and the phone when it knew the place, which may be long before, for what
 * waited for a connection. So the phone's time counts, put right by how far it was off when the share began.
 */
export function createPhoneClocks({
  chats,
  say,
  now,
  background,
}: ReceiveContext & { background: Background }): PhoneClocks {
  const last = createBoundedMap<{ ts: number; skew: number }>(maxRemembered);
  const early = createBoundedMap<Pick<Point, "ts" | "sentAt">>(maxRemembered);
  const mayTell = createQuota(1, clockHintWithin, now);

  function tell(user: string, said: Parameters<typeof say>[1], cause: string) {
    if (!mayTell(user)) return;
    background.run(`clock ${user}`, async () => {
      const chat = await chats.withPerson(user, true);
      if (chat) await say(chat.room, said, `clock ${cause}`);
    });
  }

  /**
   * Whether a point only seems to be from before its share, since the clock was set back after that began. Then the next one is later by as much
   * as passed here; places that the phone knew before would come at once, or stay the same.
   */
  function onlySeemsEarly(share: ShareId, beacon: Beacon, { ts, sentAt }: Point): boolean {
    const before = early.get(share);
    early.set(share, { ts, sentAt });
    if (before === undefined || !isOff(beacon.skew - (sentAt - ts))) return false;
    return ts > before.ts && sentAt - before.sentAt >= (ts - before.ts) / 2;
  }

  return {
    timeOf(share, beacon, point) {
      const { ts, sentAt } = point;
      const before = last.get(share);
      if (sentAt > beacon.until) return undefined;
      const isEarly = before === undefined && ts < beacon.ts;
      // What a phone knew before it began to share is not shared (as in matrix-js-sdk's Beacon).
      if (isEarly && !onlySeemsEarly(share, beacon, point)) return undefined;
      // A phone tells its points in order: if they go back in time, its clock was set back.
      const wasSetBack = isEarly || (before !== undefined && ts < before.ts - maxClockSkew);
      const skew = wasSetBack ? sentAt - ts : (before?.skew ?? beacon.skew);
      last.set(share, { ts, skew });
      return instant(Math.min(ts + (isOff(skew) ? skew : 0), sentAt));
    },
    tellOfShare(user, { skew, ts }) {
      const by = Math.abs(skew) as Duration;
      if (isOff(skew)) tell(user, [text("matrix-clock-off", { is: skew > 0 ? "behind" : "ahead", by })], `${ts}`);
    },
    tellOfLocation({ sender, event, sentAt, ts }) {
      const skew = sentAt - ts;
      const by = Math.abs(skew) as Duration;
      if (!isOff(skew)) return;
      tell(
        sender,
        [skew > 0 ? text("matrix-location-old", { by }) : text("matrix-clock-off", { is: "ahead", by })],
        event,
      );
    },
  };
}
