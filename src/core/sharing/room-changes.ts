import type { CircleId, PersonId, RoomId } from "../model/ids.ts";
import type { Seal } from "../model/ports.ts";
import type { Circles } from "../rooms/circles.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import type { SealedRecords } from "../storage/records/sealed-records.ts";
import type { Shares } from "./shares.ts";

/** What a room is told one time only. */
const once = ["needs admin", "asker unconfirmed"] as const;

export interface RoomChanges {
  /** destroys everything of the circle; its rooms begin anew */
  wipe(circle: CircleId): Promise<void>;
  /** what the room was told once may be told again */
  forgetTold(room: RoomId): Promise<void>;
  /** the bot is no longer in the room: what belonged to it is destroyed */
  leave(room: RoomId): Promise<void>;
  /** the network gave the room another id, and says so in either order, or twice */
  move(from: RoomId, to: RoomId): Promise<void>;
  /** the settings go over to the room that takes the place of another; what was shared is ended; @returns whether there was anything */
  replace(from: RoomId, to: RoomId): Promise<boolean>;
  /** the person is in none of the circle's rooms any more */
  personLeft(circle: CircleId, person: PersonId): Promise<void>;
}

/** What happens to a circle when its rooms come, go and change. */
export function createRoomChanges(circles: Circles, shares: Shares, seal: Seal, records: SealedRecords): RoomChanges {
  /** What can be read goes first, so that a repetition after a crash finds the room and finishes. */
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
    // Somebody spoke in the new room before the network said that it is the old one.
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
      // It goes by another id since: what is left behind is only the old one.
      if (!rooms.includes(room)) return;
      if (rooms.length > 1) await circles.removeRoom(room);
      else await wipe(circle);
    },

    async replace(from, to) {
      const circle = await circles.find(from);
      // Who is in the new room is not known yet: nobody agreed to be seen there.
      if (circle !== undefined) await shares.endAll(circle);
      await move(from, to);
      // Unlike one that only got another id, it is still there, with people who are not in the new one.
      await circles.removeRoom(from);
      return (await circles.find(to)) !== undefined;
    },

    async personLeft(circle, person) {
      await shares.end(circle, person);
      await circles.part(person, circle);
    },
  };
}
