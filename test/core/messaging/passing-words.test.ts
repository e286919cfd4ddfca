import { expect, test } from "vitest";
import { wordStands } from "../../../src/core/model/limits.ts";
import { hour, minute, second } from "../../../src/lib/time.ts";
import { createWorld } from "../../support/world/world.ts";

async function march(options: Parameters<typeof createWorld>[0] = {}) {
  const world = await createWorld(options);
  world.room("march", "ana", "ben");
  return world;
}

test.each([
  ["help", "/help"],
  ["how to share", "/share"],
  ["who can see what", "/privacy"],
  ["an own setting", "/precision"],
  ["a setting that is asked for", "/expiry"],
  ["how the room is set up", "/setup"],
  ["an error", "/here here"],
  ["what was ended", "/stop"],
  ["an answer that shows nobody", "/whereis"],
  ["a call to everybody", "/ask"],
])("%s goes from a room after ten minutes, and no sooner", async (_, said) => {
  const world = await march();
  await world.says("ben", "march", said);
  expect(world.shown("march")).toHaveLength(1);
  await world.pass(wordStands - second);
  expect(world.shown("march")).toHaveLength(1);
  await world.pass(second);
  expect(world.shown("march")).toEqual([]);
});

test.each([
  ["a change of expiry", "/expiry 2h", "2 hours"],
  ["a change of who reads answers", "/setup answers private", "reaches only who asked"],
])("%s is announced, and stays", async (_, said, words) => {
  const world = await march();
  await world.says("ana", "march", said);
  await world.pass(hour);
  expect(world.last("march")).toContain(words);
});

test("the greeting stays, and so does what a wiped room is told", async () => {
  const world = await march();
  await world.tell({ kind: "bot-joined", room: "telegram:march" as never });
  await world.says("ana", "march", "/wipe");
  await world.says("ana", "march", "/wipe yes");
  await world.pass(hour);
  expect(world.shown("march")).toHaveLength(2);
});

test("the next of its kind takes the place of a word, for the same person and for nobody else", async () => {
  const world = await march();
  await world.says("ben", "march", "/help");
  await world.says("ana", "march", "/help");
  await world.says("ben", "march", "/expiry");
  expect(world.shown("march")).toHaveLength(3);
  await world.says("ben", "march", "/help");
  expect(world.network.posts.map(({ removed }) => removed)).toEqual([true, false, false, false]);
});

test("a word neither takes the place of an answer that shows somebody, nor gives way to one", async () => {
  const world = await march();
  await world.shares("ana", "march", { at: [52, 13], live: hour });
  await world.says("ben", "march", "/help");
  await world.says("ben", "march", "/whereis");
  await world.says("ben", "march", "/expiry");
  expect(world.shown("march")).toHaveLength(3);
});

test("in private what was said stays, and of an admin who speaks as the room each word goes by itself", async () => {
  const world = await march();
  await world.says("ben", undefined, "/help");
  await world.anonymousAdminSays("march", "/expiry");
  await world.anonymousAdminSays("march", "/expiry");
  expect(world.shown("march")).toHaveLength(2);
  await world.pass(hour);
  expect(world.shown("march")).toEqual([]);
  expect(world.shown("ben")).toHaveLength(1);
});

test("a word goes also when the program was off at its time, and it is not lost over a kill", async () => {
  const world = await march();
  await world.says("ben", "march", "/help");
  world.skip(hour);
  await world.restart();
  expect(world.shown("march")).toEqual([]);
});

test("a word for one person alone goes as well", async () => {
  const world = await march({ canWhisper: true });
  await world.says("ben", "march", "/help");
  expect(world.network.posts).toMatchObject([{ chat: "ben", within: "march", removed: false }]);
  await world.pass(11 * minute);
  expect(world.network.posts).toMatchObject([{ removed: true }]);
});
