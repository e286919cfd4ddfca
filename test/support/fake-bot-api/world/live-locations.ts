import { secondsLeft } from "../http/wire.ts";
import { draftOf, type How } from "./people.ts";
import { edit, post, tell } from "./post.ts";
import { type Chat, type Live, type Message, type Point, seconds, type User, type World } from "./world.ts";

/** What "until turned off" is on the wire. */
export const untilTurnedOff = 0x7fffffff;

export type Fix = Point & {
  /** Degrees, 1 to 360; 0 or absent when unknown. */
  readonly heading?: number;
};

function pointOf({ latitude, longitude, horizontal_accuracy }: Fix): Point {
  return horizontal_accuracy === undefined ? { latitude, longitude } : { latitude, longitude, horizontal_accuracy };
}

function liveOf(message: Message): { readonly point: Point; readonly live: Live } {
  const { content } = message;
  if (content.kind !== "location" || content.live === undefined) throw new Error("This message is no live location.");
  return { point: content.point, live: content.live };
}

export type LiveLocations = ReturnType<typeof createLiveLocations>;

/**
 * Live locations as phones share them. When one runs out, is deleted, or the phone goes dark, Telegram says nothing at all: move the clock,
 * delete the message, or do nothing.
 */
export function createLiveLocations(world: World) {
  return {
    /** @param period seconds, 60 to 86400, or `untilTurnedOff` */
    share(who: User, chat: Chat, fix: Fix, period: number, how: How = {}): Message {
      if (chat.type === "private") chat.started = true;
      const live = { period, heading: fix.heading ?? 0, proximityRadius: 0 };
      return post(world, chat, draftOf(who, chat, { kind: "location", point: pointOf(fix), live }, how));
    },

    /**
     * The phone moved. Nothing is passed on when position, accuracy, period, heading and radius are what they were.
     * @throws when the share has ended: a phone stops by itself then
     */
    move(message: Message, fix: Fix): void {
      const { live } = liveOf(message);
      if (secondsLeft(live, message.date, seconds(world)) === 0) throw new Error("This live location has ended.");
      const next = { ...live, heading: fix.heading ?? 0 };
      edit(world, message, { kind: "location", point: pointOf(fix), live: next });
    },

    /** The person pressed Stop: an edit without live_period, at the last position known. */
    stop(message: Message): void {
      const { point, live } = liveOf(message);
      edit(world, message, { kind: "location", point, live: { ...live, period: 0, heading: 0 } });
    },

    /** @param period seconds in all since the share began */
    extend(message: Message, period: number): void {
      const { point, live } = liveOf(message);
      edit(world, message, { kind: "location", point, live: { ...live, period } });
    },

    /** The person wants to be told when others come near; a bot never sees the radius, only the edit. */
    setProximityRadius(message: Message, metres: number): void {
      const { point, live } = liveOf(message);
      edit(world, message, { kind: "location", point, live: { ...live, proximityRadius: metres } });
    },

    /**
     * An older edit that arrives after newer ones: the bot is told, the message stays as it is.
     * @param editDate seconds
     */
    late(message: Message, fix: Fix, editDate: number): void {
      const { live } = liveOf(message);
      const content = { kind: "location" as const, point: pointOf(fix), live: { ...live, heading: fix.heading ?? 0 } };
      tell(world, { ...message, content, editDate }, true);
    },
  };
}
