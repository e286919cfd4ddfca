import type { CircleId, PersonId, RoomId } from "../model/ids.ts";
import type { Seal } from "../model/ports.ts";
import type { Circles } from "../rooms/circles.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import type { SealedRecords } from "../storage/records/sealed-records.ts";
import type { Shares } from "./shares.ts";

/** What a room is told only once. */
const once = ["needs admin", "asker unconfirmed", "data lost"] as const;

export interface RoomChanges {
  /** destroys everything that belongs to the circle; its rooms start again from nothing */
  wipe(circle: CircleId): Promise<void>;
  /** what the room was told once may be told again */
  forgetTold(room: RoomId): Promise<void>;
  /** the bot is no longer in the room: what belonged to it is destroyed */
  leave(room: RoomId): Promise<void>;
  /** the network gave the room another id; it may report this twice, before or after the first message in the new room */
  move(from: RoomId, to: RoomId): Promise<void>;
  /** moves the settings to the room that replaces another, and ends what was shared; @returns whether there was anything */
  replace(from: RoomId, to: RoomId): Promise<boolean>;
  /** the person is in none of the circle's rooms any more */
  personLeft(circle: CircleId, person: PersonId): Promise<void>;
}

/** What happens to a circle when its rooms come, go and change. */
export function createRoomChanges(circles: Circles, shares: Shares, seal: Seal, records: SealedRecords): RoomChanges {
  /** Deletes what can be read first. After a crash, the next try still finds the room, and finishes. */
  async function wipe(circle: CircleId) {
    for (const person of await shares.sharers(circle)) await circles.part(person, circle);
    await shares.endAll(circle);
    await seal.destroyCircle(circle);
    for (const room of await circles.rooms(circle)) await circles.removeRoom(room);
    await circles.remove(circle);
  }

  const forgetTold = (room: RoomId) => records.delete(...once.map((what) => recordKeys.told(room, what)));

  async function move(from: RoomId, to: RoomId) {
    const circle = await circles.find(from);
    if (circle === undefined) return;
    const other = await circles.find(to);
    // Somebody spoke in the new room before the network reported that it is the old room.
    if (other !== undefined && other !== circle) {
      for (const person of await shares.sharers(other)) await circles.follow(person, other, circle);
      await shares.moveAll(other, circle);
      await wipe(other);
    }
    await circles.renameRoom(from, to);
  }

  return {
    wipe,
    forgetTold,
    move,

    async leave(room) {
      const circle = await circles.find(room);
      await forgetTold(room);
      if (circle === undefined) return;
      const rooms = await circles.rooms(circle);
      // The room has another id by now. Only the old id is left behind.
      if (!rooms.includes(room)) return;
      if (rooms.length > 1) await circles.removeRoom(room);
      else await wipe(circle);
    },

    async replace(from, to) {
      const circle = await circles.find(from);
      // It is not known yet who is in the new room, and nobody agreed to be seen there.
      if (circle !== undefined) await shares.endAll(circle);
      await move(from, to);
      // A room that only got another id is gone. This one is still there, with people who are not in the new one.
      await circles.removeRoom(from);
      return (await circles.find(to)) !== undefined;
    },

    async personLeft(circle, person) {
      await shares.end(circle, person);
      await circles.part(person, circle);
    },
  };
}
