import { createBoundedMap } from "../../lib/bounded/bounded-map.ts";
import type { Clock, Instant } from "../../lib/time.ts";
import { networkOf, type RoomId } from "../model/ids.ts";
import { peopleCounted } from "../model/limits.ts";
import type { Networks } from "../rooms/membership.ts";

const maxRooms = 10_000;

/**
 * How many people can read what is said in a room, as its network said within the last minute.
 * @returns undefined where it does not say; an answer waits for it, and never fails by it
 */
export function createCountPeople(networks: Networks, clock: Clock) {
  const counted = createBoundedMap<{ people: number | undefined; at: Instant }>(maxRooms);

  return async (room: RoomId): Promise<number | undefined> => {
    const known = counted.get(room);
    if (known && clock() - known.at < peopleCounted) return known.people;
    const people = await networks
      .get(networkOf(room))
      ?.countPeople?.(room)
      .catch(() => undefined);
    counted.set(room, { people, at: clock() });
    return people;
  };
}
