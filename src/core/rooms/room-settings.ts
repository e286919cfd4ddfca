import { createBoundedMap } from "../../lib/bounded/bounded-map.ts";
import { type Clock, type Duration, type Instant, later, second } from "../../lib/time.ts";
import type { Room } from "../model/audience.ts";
import type { RoomId } from "../model/ids.ts";
import { maxShareLength } from "../model/limits.ts";
import { type Answers, audiencesOfAnswers, type Continuity } from "../model/ports.ts";
import { type ChosenSetting, recordKeys } from "../storage/records/record-keys.ts";
import type { SealedRecords } from "../storage/records/sealed-records.ts";
import { type Language, planned } from "../text/languages.ts";
import type { Circles } from "./circles.ts";

/** A setting of a room: what it can be, what it is unless somebody chooses, and what is the most careful when that may have been lost. */
type Setting = {
  readonly values: readonly string[];
  readonly preset: string;
  /** absent: what was chosen last is believed, whatever was lost */
  readonly careful?: string;
  readonly changedBy: "admins";
};

/** All settings of a room but its expiry, which has a command of its own. What each means is in the catalogue, under "setting-" and its name. */
export const roomSettings = {
  answers: { values: audiencesOfAnswers, preset: "room", careful: "private", changedBy: "admins" },
  /** one message that everybody reads, and so none where answers are for who asked alone */
  board: { values: ["off", "on"], preset: "off", careful: "off", changedBy: "admins" },
  language: { values: planned, preset: "en", changedBy: "admins" },
  tidy: { values: ["on", "off"], preset: "off", careful: "off", changedBy: "admins" },
} as const satisfies Readonly<Record<string, Setting>>;

export type SettingName = keyof typeof roomSettings;
export type SettingValue<Name extends SettingName> = (typeof roomSettings)[Name]["values"][number];

export interface RoomSettings {
  /** what holds in the room now */
  of<Name extends SettingName>(room: RoomId, name: Name): Promise<SettingValue<Name>>;
  /** who reads what is answered in the room */
  answers(room: RoomId): Promise<Answers>;
  /** where the room's board is: in the topic where it was switched on; undefined: the room has none */
  board(room: RoomId): Promise<Room | undefined>;
  /**
   * @param by the id of the command: said again after a kill, it is still the one that changed it
   * @param thread where that was said
   * @returns whether this command changed it
   */
  choose<Name extends SettingName>(
    room: RoomId,
    name: Name,
    value: SettingValue<Name>,
    by: string,
    thread?: string,
  ): Promise<boolean>;
  /** sets what holds until somebody chooses: the language of who brought the bot into the room */
  presume(room: RoomId, language: Language): Promise<void>;
  /** the room goes by another id from now on; under the old one they hold until nothing that was said there is worked on any more */
  move(from: RoomId, to: RoomId): Promise<void>;
  /** as new, but for the language: who reads of it is to understand it */
  reset(room: RoomId): Promise<void>;
  forget(room: RoomId): Promise<void>;
}

type Parts = {
  records: SealedRecords;
  circles: Pick<Circles, "find" | "isDistrusted">;
  continuity: Pick<Continuity, "lostAt" | "open">;
  clock: Clock;
};

/** For so long what was read is believed: a question reads it when it comes in, and when it is answered. */
const believedFor: Duration = second;
const maxBelieved = 1000;

export function createRoomSettings({ records, circles, continuity, clock }: Parts): RoomSettings {
  const read = createBoundedMap<{ chosen: readonly ChosenSetting[]; at: Instant }>(maxBelieved);

  async function chosenIn(room: RoomId): Promise<readonly ChosenSetting[]> {
    const known = read.get(room);
    if (known && clock() - known.at < believedFor) return known.chosen;
    const chosen = (await records.get(recordKeys.settings(room))) ?? [];
    read.set(room, { chosen, at: clock() });
    return chosen;
  }

  /** Whoever reads meanwhile may have read what was there before. */
  async function change(room: RoomId, work: () => Promise<void>): Promise<void> {
    await work();
    read.delete(room);
  }

  /** What was chosen before data was lost may have been changed since. */
  async function mayBeLost(room: RoomId, chosen: ChosenSetting | undefined): Promise<boolean> {
    const lostAt = continuity.lostAt();
    if (continuity.open() !== undefined) return true;
    if (lostAt === undefined || (chosen && chosen.chosenAt > lostAt)) return false;
    const circle = await circles.find(room);
    return circle === undefined || circles.isDistrusted(circle);
  }

  async function of<Name extends SettingName>(room: RoomId, name: Name): Promise<SettingValue<Name>> {
    const values: readonly SettingValue<Name>[] = roomSettings[name].values;
    const { careful, preset }: Setting = roomSettings[name];
    const chosen = (await chosenIn(room)).find((one) => one.name === name);
    const isLost = careful !== undefined && (await mayBeLost(room, chosen));
    const holds = isLost ? careful : (chosen?.value ?? preset);
    const value = values.find((one) => one === holds) ?? values.find((one) => one === preset);
    if (value === undefined) throw new TypeError("a setting is preset to none of its values");
    return value;
  }

  return {
    of,
    answers: (room) => of(room, "answers"),

    async board(room) {
      const isOn = (await of(room, "board")) === "on" && (await of(room, "answers")) === "room";
      if (!isOn) return undefined;
      const thread = (await chosenIn(room)).find(({ name }) => name === "board")?.thread;
      return thread === undefined ? { room } : { room, thread };
    },

    async choose(room, name, value, by, thread) {
      const before = (await records.get(recordKeys.settings(room))) ?? [];
      const chosen = before.find((one) => one.name === name);
      if (chosen?.by === by) return true;
      if ((await of(room, name)) === value && !(await mayBeLost(room, chosen))) return false;
      const others = before.filter((one) => one.name !== name);
      const now = [...others, { name, value, chosenAt: clock(), by, ...(thread !== undefined && { thread }) }];
      await change(room, () => records.set(recordKeys.settings(room), now));
      return true;
    },

    async presume(room, language) {
      const chosen = (await records.get(recordKeys.settings(room))) ?? [];
      if (chosen.some(({ name }) => name === "language")) return;
      const presumed = { name: "language", value: language, chosenAt: clock(), by: "who brought the bot" };
      await change(room, () => records.set(recordKeys.settings(room), [...chosen, presumed]));
    },

    async move(from, to) {
      const chosen = await records.get(recordKeys.settings(from));
      if (chosen === undefined) return;
      await change(to, () => records.set(recordKeys.settings(to), chosen));
      await records.set(recordKeys.settings(from), chosen, later(clock(), maxShareLength));
    },

    async reset(room) {
      const chosen = (await records.get(recordKeys.settings(room))) ?? [];
      const language = chosen.filter(({ name }) => name === "language");
      const key = recordKeys.settings(room);
      await change(room, () => (language.length > 0 ? records.set(key, language) : records.delete(key)));
    },

    forget: (room) => change(room, () => records.delete(recordKeys.settings(room))),
  };
}
