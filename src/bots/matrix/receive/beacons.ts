import { createBoundedMap } from "../../../lib/bounded/bounded-map.ts";
import type { Instant } from "../../../lib/time.ts";
import type { MatrixConnection } from "../http/matrix-connection.ts";
import { maxAskedAhead, maxRemembered } from "../limits.ts";
import { eventKey } from "../send/message-ref.ts";
import { readEvent } from "./read-event.ts";
import { beaconInfoTypes } from "./read-location.ts";
import type { Beacon, RoomEvent } from "./room-event.ts";

type BeaconInfo = Extract<RoomEvent, { kind: "beacon" }>;

export type Beacons = {
  /** Takes in a beacon_info as it comes. @returns the events of the shares that are over by it */
  note(room: string, beaconInfo: BeaconInfo): readonly string[];
  /** The live share that the event `info` of this sender began in this room, if it is the one in the room's state now. */
  find(room: string, info: string, sender: string): Promise<Beacon | undefined>;
  /** These people have said something in the room that is about to be handled. Whom of them something must be asked about is asked about at once. */
  awaits(room: string, senders: readonly string[]): void;
  /** The share is over, by whatever means. */
  end(room: string, info: string): void;
};

/**
 * Who shares what in which room. All of it stands in the rooms' state, from where it is read again when it is not known; a room's state has one
 * beacon_info for each member and name of the type, so that a new one takes the place of the last.
 */
export function createBeacons(
  ask: () => Pick<MatrixConnection, "getStateEvent" | "userId">,
  now: () => Instant,
): Beacons {
  const known = createBoundedMap<{ sender: string; beacon: Beacon } | "over">(maxRemembered);
  const current = createBoundedMap<{ info: string; sentAt: Instant }>(maxRemembered);
  const awaited = createBoundedMap<readonly string[]>(maxRemembered);
  const ahead = createBoundedMap<Promise<readonly unknown[]>>(maxRemembered);

  /** A member's beacon_info under each name of the type, as the room's state has it now. */
  const stateOf = (room: string, sender: string): Promise<readonly unknown[]> =>
    Promise.all(beaconInfoTypes.map((type) => ask().getStateEvent(room, type, sender)));

  /** After a start nothing is known: the first points of many shares would be asked about one after the other. */
  function askAhead(room: string, but: string): void {
    const unknown = (awaited.get(room) ?? []).filter(
      (sender) =>
        sender !== but &&
        beaconInfoTypes.every((type) => current.get(JSON.stringify([room, type, sender])) === undefined),
    );
    awaited.delete(room);
    for (const sender of unknown) {
      const asked = stateOf(room, sender);
      // Whoever needs it asks again.
      asked.catch(() => ahead.delete(eventKey(room, sender)));
      ahead.set(eventKey(room, sender), asked);
    }
  }

  function note(room: string, { type, sender, sentAt, event, replaces, beacon }: BeaconInfo): readonly string[] {
    const place = JSON.stringify([room, type, sender]);
    const last = current.get(place);
    // After a gap the newer one comes first, with the room's state, and those before it later.
    const isLate = last !== undefined && last.info !== event && last.sentAt > sentAt;
    const replaced = isLate ? [replaces, event] : [replaces, last?.info];
    const over = [...new Set(replaced)].filter((info) => info !== undefined).filter((info) => isLate || info !== event);
    for (const info of over) known.set(eventKey(room, info), "over");
    if (isLate) return over;
    if (beacon) known.set(eventKey(room, event), { sender, beacon });
    current.set(place, { info: event, sentAt });
    return over;
  }

  return {
    note,
    awaits: (room, senders) => awaited.set(room, senders.slice(0, maxAskedAhead)),
    end: (room, info) => known.set(eventKey(room, info), "over"),
    async find(room, info, sender) {
      const key = eventKey(room, info);
      const take = (events: readonly unknown[]) => {
        for (const event of events) {
          const read = readEvent(event, { userId: ask().userId, names: [] }, now());
          if (read?.kind === "beacon" && read.event === info) note(room, read);
        }
      };
      if (known.get(key) === undefined) {
        const place = eventKey(room, sender);
        const before = ahead.get(place);
        ahead.delete(place);
        if (before !== undefined) take(await before);
        // What was asked ahead may be from before the share began.
        if (known.get(key) === undefined) {
          askAhead(room, sender);
          take(await stateOf(room, sender));
        }
      }
      const found = known.get(key) ?? "over";
      // A point that belongs to nothing is not to be asked about each time.
      known.set(key, found);
      return found !== "over" && found.sender === sender ? found.beacon : undefined;
    },
  };
}
