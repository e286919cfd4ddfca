import { createBoundedMap } from "../../../lib/bounded/bounded-map.ts";
import type { Instant } from "../../../lib/time.ts";
import type { MatrixConnection } from "../http/matrix-connection.ts";
import { maxRemembered } from "../limits.ts";
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
    end: (room, info) => known.set(eventKey(room, info), "over"),
    async find(room, info, sender) {
      const key = eventKey(room, info);
      for (const type of known.get(key) === undefined ? beaconInfoTypes : []) {
        const read = readEvent(
          await ask().getStateEvent(room, type, sender),
          { userId: ask().userId, names: [] },
          now(),
        );
        if (read?.kind === "beacon" && read.event === info) note(room, read);
      }
      const found = known.get(key) ?? "over";
      // A point that belongs to nothing is not to be asked about each time.
      known.set(key, found);
      return found !== "over" && found.sender === sender ? found.beacon : undefined;
    },
  };
}
