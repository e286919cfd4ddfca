import type { Audience } from "../../../core/model/audience.ts";
import type { Language } from "../../../core/text/languages.ts";
import { text } from "../../../core/text/texts.ts";
import { createQuota } from "../../../lib/bounded/rate-limit.ts";
import { at, countOf, textOf } from "../../../lib/json-value.ts";
import type { Log } from "../../../lib/log.ts";
import { plainWords } from "../../render.ts";
import { isGone, isTooLarge } from "../http/refusal.ts";
import { unusableRoomPause, unusableRoomTime } from "../limits.ts";
import { type ReceiveContext, roomOf } from "../receive/receive-context.ts";
import type { PowerLevels } from "./power-levels.ts";

export type UnusableRooms = {
  /** Whether the bot, which has just come, can be of use there. If not, it waits for that, or leaves. */
  isUsable(room: string): Promise<boolean>;
  /** Checks again a room in which it waits. @returns the event of the bot's coming, when it can be of use there now */
  checkAgain(room: string): Promise<string | undefined>;
  /** The rooms that are to be checked again now. */
  due(): Promise<string[]>;
};

const inLog = {
  alone: "in which the bot was alone",
  "may-not-write": "in which the bot may not write",
  "too-many-people": "that has too many people",
};

/** Rooms in which the bot is alone, or may not speak: what is shared with them could never be asked for. */
export function createUnusableRooms(
  parts: ReceiveContext & {
    power: PowerLevels;
    log: Log;
    languageOf: ((to: Audience) => Promise<Language>) | undefined;
  },
): UnusableRooms {
  const { ask, chats, notes, power, now, log, languageOf } = parts;
  const mayCheck = createQuota(1, unusableRoomPause, now);

  async function whyUseless(room: string): Promise<"alone" | "may-not-write" | undefined> {
    if ((await chats.of(room)).kind === "empty") return "alone";
    return (await power.maySpeak(room)) ? undefined : "may-not-write";
  }

  /** Where the bot may say nothing, the reason of its going is all that can be read of it. */
  async function leave(room: string, why: keyof typeof inLog) {
    const language = await languageOf?.({ room: roomOf(room) }).catch(() => undefined);
    await ask().leave(room, why === "alone" ? undefined : plainWords([text("matrix-left", { why })], language));
    log.info(`Matrix: left a room ${inLog[why]}`);
    await notes.forget(room);
  }

  async function check(room: string): Promise<string | undefined> {
    const joined = await ask().getStateEvent(room, "m.room.member", ask().userId);
    const why = await whyUseless(room);
    if (why === undefined) await notes.remove(room, "waiting");
    else if (now() - (countOf(at(joined, "origin_server_ts")) ?? 0) >= unusableRoomTime) await leave(room, why);
    return why === undefined ? (textOf(at(joined, "event_id")) ?? "") : undefined;
  }

  return {
    async isUsable(room) {
      try {
        const isUsable = (await whyUseless(room)) === undefined;
        if (!isUsable) await notes.add(room, "waiting");
        return isUsable;
      } catch (error) {
        if (!isTooLarge(error)) throw error;
        await leave(room, "too-many-people");
        return false;
      }
    },
    async checkAgain(room) {
      if (!(await notes.has(room, "waiting"))) return undefined;
      return check(room).catch(async (error: unknown) => {
        if (!isGone(error)) throw error;
        await notes.forget(room);
        return undefined;
      });
    },
    due: async () => (await notes.rooms("waiting")).filter(mayCheck),
  };
}
