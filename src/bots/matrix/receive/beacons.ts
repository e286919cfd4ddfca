import { createRecent } from "../../../lib/recent.ts";
import type { Instant } from "../../../lib/time.ts";
import type { MatrixConnection } from "../http/matrix-connection.ts";
import { eventKey } from "../send/message-ref.ts";
import { readEvent } from "./read-event.ts";
import { beaconInfoTypes } from "./read-location.ts";
import type { Beacon, Heard } from "./room-event.ts";

type HeardBeacon = Extract<Heard, { kind: "beacon" }>;

export type Beacons = {
  /** Takes in a beacon_info as it comes. @returns the events of the shares that are over by it */
  note(room: string, heard: HeardBeacon): readonly string[];
  /** The live share that the event `info` of this sender began in this room, if it is the one in the room's state now. */
  find(room: string, info: string, sender: string): Promise<Beacon | undefined>;
  /** The share is over, by whatever means. */
  end(room: string, info: string): void;
};

/** Members who share at the same time, over all rooms: beyond, the homeserver is asked again for each point. */
const most = 5000;

/**
 * Who shares what in which room. All of it stands in the rooms' state, from where it is read again when it is not known; a room's state has one
 * beacon_info for each member and name of the type, so that a new one takes the place of the last.
 */
export function createBeacons(
  ask: () => Pick<MatrixConnection, "getStateEvent" | "userId">,
  now: () => Instant,
): Beacons {
  const known = createRecent<{ sender: string; beacon: Beacon } | "over">(most);
  const current = createRecent<{ info: string; sentAt: Instant }>(most);

  function note(room: string, heard: HeardBeacon): readonly string[] {
    const place = JSON.stringify([room, heard.type, heard.sender]);
    const last = current.get(place);
    // After a gap the newer one comes first, with the room's state, and those before it later.
    const isLate = last !== undefined && last.info !== heard.event && last.sentAt > heard.sentAt;
    const replaced = isLate ? [heard.replaces, heard.event] : [heard.replaces, last?.info];
    const over = [...new Set(replaced)]
      .filter((info) => info !== undefined)
      .filter((info) => isLate || info !== heard.event);
    for (const info of over) known.set(eventKey(room, info), "over");
    if (isLate) return over;
    if (heard.beacon) known.set(eventKey(room, heard.event), { sender: heard.sender, beacon: heard.beacon });
    current.set(place, { info: heard.event, sentAt: heard.sentAt });
    return over;
  }

  return {
    note,
    end: (room, info) => known.set(eventKey(room, info), "over"),
    async find(room, info, sender) {
      const key = eventKey(room, info);
      for (const type of known.get(key) === undefined ? beaconInfoTypes : []) {
        const heard = readEvent(await ask().getStateEvent(room, type, sender), ask().userId, now());
        if (heard?.kind === "beacon" && heard.event === info) note(room, heard);
      }
      const found = known.get(key) ?? "over";
      // A point that belongs to nothing is not to be asked about each time.
      known.set(key, found);
      return found !== "over" && found.sender === sender ? found.beacon : undefined;
    },
  };
}
