import type { Instant } from "../../../lib/time.ts";
import type { Looks } from "../../looks/looks.ts";
import { type Effect, forOnePerson, toPerson } from "../../model/effects.ts";
import type { CircleId, PersonId, RoomId } from "../../model/ids.ts";
import type { Seal } from "../../model/ports.ts";
import type { AnswerExpiry } from "../../queue/answer-expiry.ts";
import type { Circles } from "../../rooms/circles.ts";
import type { MeetingPoints } from "../../rooms/meeting-points.ts";
import type { RoomSettings } from "../../rooms/room-settings.ts";
import { recordKeys } from "../../storage/records/record-keys.ts";
import type { SealedRecords } from "../../storage/records/sealed-records.ts";
import { text } from "../../text/texts.ts";
import type { Shares } from "../shares.ts";

/** What a room is told only once. */
const once = ["needs admin", "data lost"] as const;

/** Who shared with it until then. */
type Sharers = readonly PersonId[];

export interface RoomChanges {
  /** destroys everything that belongs to the circle; its rooms start again from nothing. @param saidAt what began before comes too late */
  wipe(circle: CircleId, saidAt: Instant): Promise<Sharers>;
  /** has what the bot said there deleted, as far as the network lets it */
  clear(room: RoomId): Promise<void>;
  /** what the room was told once may be told again */
  forgetTold(room: RoomId): Promise<void>;
  /** the bot is no longer in the room: what belonged to it is destroyed */
  leave(room: RoomId): Promise<Sharers>;
  /** the network gave the room another id; it may report this twice, before or after the first message in the new room */
  move(from: RoomId, to: RoomId): Promise<void>;
  /** nobody can speak there any more; its settings are kept, because another room may replace it */
  close(room: RoomId): Promise<Sharers>;
  /** moves the settings to the room that replaces another, and ends what was shared. @returns `isKnown`: there was anything */
  replace(from: RoomId, to: RoomId): Promise<{ isKnown: boolean; sharers: Sharers }>;
  /** the circle and those that it is linked with do not see each other any more. @returns these */
  unlink(circle: CircleId): Promise<readonly CircleId[]>;
  /** the person is in none of the circle's rooms any more */
  personLeft(circle: CircleId, person: PersonId): Promise<Sharers>;
}

/** What happens to a circle when its rooms come, go and change. */
export function createRoomChanges(
  circles: Circles,
  shares: Shares,
  seal: Seal,
  records: SealedRecords,
  answerExpiry: Pick<AnswerExpiry, "endIn" | "part">,
  settings: Pick<RoomSettings, "move" | "reset" | "forget">,
  looks: Pick<Looks, "wipe" | "follow">,
  meetings: Pick<MeetingPoints, "end" | "move" | "part">,
): RoomChanges {
  async function unlink(circle: CircleId): Promise<readonly CircleId[]> {
    const rooms = await circles.rooms(circle);
    return circles.unlink(circle, async (others) => {
      for (const other of others) {
        await answerExpiry.part({ circle, rooms }, { circle: other, rooms: await circles.rooms(other) });
        await meetings.part(circle, other);
      }
    });
  }

  /** Deletes what can be read first. After a crash, the next try still finds the room, and finishes. */
  async function destroy(circle: CircleId) {
    const sharers = await shares.sharers(circle);
    await unlink(circle);
    await looks.wipe(circle, await circles.people(circle));
    await meetings.end(circle);
    await circles.partAll(circle);
    await shares.endAll(circle);
    await seal.destroyCircle(circle);
    for (const room of await circles.rooms(circle)) {
      await settings.reset(room);
      await circles.removeRoom(room);
    }
    await circles.remove(circle);
    return sharers;
  }

  async function close(room: RoomId) {
    const circle = await circles.find(room);
    const sharers = circle === undefined ? [] : await shares.sharers(circle);
    if (circle !== undefined) await shares.endAll(circle);
    // Whoever comes to a room that takes its place was told of to nobody.
    if (circle !== undefined) await unlink(circle);
    if (circle !== undefined) await meetings.end(circle);
    await answerExpiry.endIn(room);
    return sharers;
  }

  const forgetTold = (room: RoomId) => records.delete(...once.map((what) => recordKeys.told(room, what)));

  async function move(from: RoomId, to: RoomId) {
    const circle = await circles.find(from);
    if (circle === undefined) return;
    const other = await circles.find(to);
    // Somebody spoke in the new room before the network reported that it is the old room.
    if (other !== undefined && other !== circle) {
      const people = await circles.people(other);
      for (const person of people) {
        await circles.follow(person, other, circle);
        await shares.followStop(person, other, circle);
      }
      await looks.follow(other, circle, people);
      await shares.moveAll(other, circle);
      await meetings.move(other, circle);
      await destroy(other);
    }
    await shares.followRefusals(from, to);
    await settings.move(from, to);
    await circles.renameRoom(from, to);
  }

  return {
    async wipe(circle, saidAt) {
      // A stop is remembered for the circle, which goes: what was stopped before may still be reported.
      for (const room of await circles.rooms(circle)) await shares.refuseEarlierIn(room, saidAt);
      return destroy(circle);
    },

    unlink,
    clear: answerExpiry.endIn,
    close,
    forgetTold,
    move,

    async leave(room) {
      const circle = await circles.find(room);
      await forgetTold(room);
      if (circle === undefined) return [];
      const rooms = await circles.rooms(circle);
      // The room has another id by now. Only the old id is left behind.
      if (!rooms.includes(room)) return [];
      const isLast = rooms.length === 1;
      const sharers = isLast ? await destroy(circle) : [];
      await settings.forget(room);
      if (!isLast) await circles.removeRoom(room);
      return sharers;
    },

    async replace(from, to) {
      // It is not known yet who is in the new room, and nobody agreed to be seen there.
      const sharers = await close(from);
      await move(from, to);
      // A room that only got another id is gone. This one is still there, with people who are not in the new one.
      await circles.removeRoom(from);
      return { isKnown: (await circles.find(to)) !== undefined, sharers };
    },

    async personLeft(circle, person) {
      const sharers = await shares.sharers(circle);
      await shares.end(circle, person);
      await circles.part(person, circle);
      return sharers.filter((sharer) => sharer === person);
    },
  };
}

/**
 * A share that others end is told to its sharer: their phone goes on sending, and they believe to be seen.
 * @param room how it is called, where that is known
 */
export const tellSharers = (
  sharers: readonly PersonId[],
  how: "wiped" | "left" | "closed" | "removed",
  room?: string,
): readonly Effect[] =>
  sharers.map((person) =>
    toPerson({ person }, forOnePerson({ lines: [text("share-ended-by-others", { how, room })] })),
  );
