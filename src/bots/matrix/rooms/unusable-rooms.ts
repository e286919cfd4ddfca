import { at, countOf, textOf } from "../../../lib/json-value.ts";
import type { Log } from "../../../lib/log.ts";
import { createQuota } from "../../../lib/rate-limit.ts";
import { minute } from "../../../lib/time.ts";
import { isGone, isTooLarge } from "../http/refusal.ts";
import type { Hearing } from "../receive/receive-context.ts";
import type { RoomPower } from "./power-levels.ts";

export type UnfitRooms = {
  /** Whether the bot, which has just come, can be of use there. If not, it waits for that, or leaves. */
  isFit(room: string): Promise<boolean>;
  /** Looks again at a room in which it waits. @returns the event of the bot's coming, when it can be of use there now */
  lookAt(room: string): Promise<string | undefined>;
  /** The rooms that are to be looked at again now. */
  due(): Promise<string[]>;
};

const longestWait = 10 * minute;

/** Rooms in which the bot is alone, or may not speak: what is shared with them could never be asked for. */
export function createUnfitRooms(parts: Hearing & { power: RoomPower; log: Log }): UnfitRooms {
  const { ask, chats, notes, power, now, log } = parts;
  const mayLook = createQuota(1, minute, now);

  const isOfUse = async (room: string) => (await chats.of(room)).kind !== "empty" && (await power.maySpeak(room));

  async function leave(room: string, why: string) {
    await ask().leave(room);
    log.info(`Matrix: left a room ${why}`);
    await notes.forget(room);
  }

  async function look(room: string): Promise<string | undefined> {
    const joined = await ask().getStateEvent(room, "m.room.member", ask().userId);
    const isFit = await isOfUse(room);
    if (isFit) await notes.remove(room, "waiting");
    else if (now() - (countOf(at(joined, "origin_server_ts")) ?? 0) >= longestWait)
      await leave(room, "in which the bot was alone or may not speak");
    return isFit ? (textOf(at(joined, "event_id")) ?? "") : undefined;
  }

  return {
    async isFit(room) {
      try {
        const isFit = await isOfUse(room);
        if (!isFit) await notes.add(room, "waiting");
        return isFit;
      } catch (error) {
        if (!isTooLarge(error)) throw error;
        await leave(room, "that has too many people");
        return false;
      }
    },
    async lookAt(room) {
      if (!(await notes.has(room, "waiting"))) return undefined;
      return look(room).catch(async (error: unknown) => {
        if (!isGone(error)) throw error;
        await notes.forget(room);
        return undefined;
      });
    },
    due: async () => (await notes.rooms("waiting")).filter(mayLook),
  };
}
