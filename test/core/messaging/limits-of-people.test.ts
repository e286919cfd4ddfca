import { describe, expect, test } from "vitest";
import type { CircleId, PersonId } from "../../../src/core/model/ids.ts";
import { personId, roomId } from "../../../src/core/model/ids.ts";
import {
  maxCirclesPerPerson,
  maxGraphemeCodePoints,
  maxNameBytes,
  maxNameGraphemes,
  maxPeopleInList,
  maxSharersPerCircle,
  maxSharesPerPerson,
} from "../../../src/core/model/limits.ts";
import { cleanName } from "../../../src/core/rooms/names.ts";
import { recordKeys } from "../../../src/core/storage/records/record-keys.ts";
import { createSealedRecords } from "../../../src/core/storage/records/sealed-records.ts";
import { createLog } from "../../../src/lib/log.ts";
import { hour, second } from "../../../src/lib/time.ts";
import { createWorld } from "../../support/world/world.ts";

const count = (max: number) => Array.from({ length: max }, (_, index) => index);
const march = async (...others: string[]) => {
  const world = await createWorld();
  world.room("march", "ana", "ben", ...others);
  return world;
};

describe("a name", () => {
  const graphemes = (text: string) => [...new Intl.Segmenter("und", { granularity: "grapheme" }).segment(text)].length;

  test("has at most so many graphemes", () => {
    expect(cleanName("é".repeat(maxNameGraphemes))).toBe("é".repeat(maxNameGraphemes));
    expect(cleanName("é".repeat(maxNameGraphemes + 1))).toBe("é".repeat(maxNameGraphemes));
  });

  test("has at most so many bytes, in whole graphemes", () => {
    // Each of 4 code points of 3 bytes: 64 of them would be 768 bytes; of 16 code points, 3072.
    const syllable = "\u1100".repeat(4);
    const wide = "\u1100".repeat(maxGraphemeCodePoints - 1) + "\u1161 ";
    expect(Buffer.byteLength(cleanName(wide.repeat(maxNameGraphemes)))).toBeLessThanOrEqual(maxNameBytes);
    expect(Buffer.byteLength(cleanName(wide.repeat(maxNameGraphemes)))).toBeGreaterThan(maxNameBytes - 64);
    expect(graphemes(cleanName(`${syllable}\u1161 `.repeat(20)))).toBeGreaterThan(20);
  });

  test("has no grapheme of more than so many code points, not even one of thousands", () => {
    expect(cleanName("\u1100".repeat(maxGraphemeCodePoints))).toHaveLength(maxGraphemeCodePoints);
    expect(cleanName("\u1100".repeat(maxGraphemeCodePoints + 1))).toHaveLength(maxGraphemeCodePoints);
    expect(cleanName("\u1100".repeat(4000))).toHaveLength(maxGraphemeCodePoints);
    expect(cleanName(`${"\u1100".repeat(1_000_000)}Ana`)).toHaveLength(maxGraphemeCodePoints);
  });
});

describe("people in a list", () => {
  const fifty = count(50).map((index) => `p${index}x`);

  /** Fifty share; every question about somebody is noted. */
  async function crowd() {
    const world = await march(...fifty);
    for (const who of fifty) await world.shares(who, "march", { at: [52, 13], live: hour });
    const asked: PersonId[] = [];
    const membership = world.network.port.membership.bind(world.network.port);
    world.network.port.membership = (room, person) => {
      asked.push(person);
      return membership(room, person);
    };
    const asks = async (who = "ben") => {
      asked.length = 0;
      await world.says(who, "march", "/whereis");
      return { said: world.last("march") ?? "", about: asked.filter((person) => person !== personId("telegram", who)) };
    };
    return { world, asks };
  }
  const listed = (said: string) => said.split("\n").filter((line) => / (is|was) /.test(line)).length;

  test("so many are listed, and nobody else is asked about", async () => {
    const { asks } = await crowd();
    const { said, about } = await asks();
    expect(listed(said)).toBe(maxPeopleInList);
    expect(new Set(about).size).toBe(maxPeopleInList);
    expect(about).toHaveLength(maxPeopleInList);
    expect(said).not.toContain("50");
    expect(said).toContain(`I can show you ${maxPeopleInList} people now of those who share with this room.`);
  });

  test("exactly so many are all listed, with their number", async () => {
    const world = await march(...fifty);
    for (const who of fifty.slice(0, maxPeopleInList)) await world.shares(who, "march", { at: [52, 13], live: hour });
    await world.says("ben", "march", "/whereis");
    expect(world.last("march")).toContain(`${maxPeopleInList} people share with this room now.`);
  });

  test("of whom the network does not say it nobody is counted, and the number is right when asked again", async () => {
    const { world, asks } = await crowd();
    world.network.keepsSilent(true);
    const membership = world.network.port.membership.bind(world.network.port);
    world.network.keepsSilent(false);
    const silentAbout = new Set(fifty.slice(40).map((who) => personId("telegram", who)));
    world.network.port.membership = async (room, person) =>
      silentAbout.has(person) ? { kind: "unconfirmed", why: "not now" } : membership(room, person);
    const first = await asks();
    expect(listed(first.said)).toBeLessThanOrEqual(maxPeopleInList);
    expect(new Set(first.about).size).toBeLessThanOrEqual(maxPeopleInList);
    expect(first.said).toContain(`I can show you ${listed(first.said)} people now`);
    expect(first.said).not.toMatch(/people share with/);
    // It says it of everybody now, and thirty have stopped.
    silentAbout.clear();
    for (const who of fifty.slice(0, 30)) await world.says(who, undefined, "/stop");
    const again = await asks();
    expect(again.said).toContain("20 people share with this room now.");
    expect(listed(again.said)).toBe(20);
  });
});

describe("shares", () => {
  test("of one person with one circle: one more ends the oldest", async () => {
    const world = await march();
    const phones = [];
    for (const index of count(maxSharesPerPerson)) {
      phones.push(await world.shares("ana", "march", { at: [52, 13 + index / 10], live: 2 * hour }));
      await world.pass(second);
    }
    const [oldest, second1] = phones;
    await oldest?.moves(50, 10);
    await world.says("ben", "march", "/whereis");
    expect(world.last("march")).toContain("50.00000, 10.00000");
    await world.pass(second);
    const last = await world.shares("ana", "march", { at: [53, 14], live: 2 * hour });
    await world.pass(second);
    await last.stops();
    await world.says("ben", "march", "/whereis");
    expect(world.last("march")).toContain("One person shares");
    await second1?.moves(51, 11);
    await world.says("ben", "march", "/whereis");
    expect(world.last("march")).toContain("51.00000, 11.00000");
  });

  test("of one person: with so many circles, and no more until one of them is left", async () => {
    const world = await createWorld();
    const rooms = count(maxCirclesPerPerson + 1).map((index) => `room${index}x`);
    for (const room of rooms) world.room(room, "ana", "ben");
    for (const room of rooms) await world.shares("ana", room, { at: [52, 13], live: hour });
    const [first = "", last = ""] = [rooms[0], rooms.at(-1)];
    await world.says("ben", rooms.at(-2), "/whereis");
    expect(world.last(rooms.at(-2) ?? "")).toContain("52.00000");
    await world.says("ben", last, "/whereis");
    expect(world.last(last)).toContain("Nobody shares");
    await world.leaves("ana", first);
    await world.shares("ana", last, { at: [53, 13], live: hour });
    await world.says("ben", last, "/whereis");
    expect(world.last(last)).toContain("53.00000");
  });

  test("with one circle: so many people, and one more only when one has stopped", async () => {
    const world = await march("cleo");
    await world.says("ana", "march", "/help");
    const records = createSealedRecords(
      world.store,
      world.seal,
      world.now,
      createLog("info", () => undefined),
    );
    const circle = (await records.get(recordKeys.circleOfRoom(roomId("telegram", "march")))) as CircleId;
    const others = count(maxSharersPerCircle - 1).map((index) => personId("telegram", `p${index}x`));
    await records.set(recordKeys.sharers(circle), others);
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    await world.shares("cleo", "march", { at: [53, 14], live: hour });
    expect(world.network.reactions).toHaveLength(1);
    await world.says("ana", "march", "/stop");
    await world.shares("cleo", "march", { at: [53, 14], live: hour });
    expect(world.network.reactions).toHaveLength(2);
  });
});
