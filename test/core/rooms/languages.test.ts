import { expect, test } from "vitest";
import { personId, roomId } from "../../../src/core/model/ids.ts";
import type { Spoken } from "../../../src/core/model/message.ts";
import type { Language } from "../../../src/core/text/languages.ts";
import { day, hour, minute } from "../../../src/lib/time.ts";
import { createWorld, type World } from "../../support/world/world.ts";

const heard = (world: World, who: string, language: Language) =>
  world.tell({ kind: "language-heard", person: personId("telegram", who), language });

/** The language of the last message in a chat. */
const spokenIn = (world: World, chat: string): Language | undefined =>
  (world.network.posts.filter((post) => post.chat === chat).at(-1)?.message as Spoken | undefined)?.language;

async function march(): Promise<World> {
  const world = await createWorld();
  world.room("march", "ana", "ben");
  return world;
}

test("a person is spoken to in private in the language of their app, and in English where nothing is known", async () => {
  const world = await march();
  await world.says("ana", undefined, "/help");
  expect(spokenIn(world, "ana")).toBe("en");
  await heard(world, "ana", "fa");
  await world.says("ana", undefined, "/help");
  expect(spokenIn(world, "ana")).toBe("fa");
  await heard(world, "ana", "tr");
  await world.says("ana", undefined, "/help");
  expect(spokenIn(world, "ana")).toBe("tr");
});

test("what a person chooses comes before their app, until they give it back, and is gone with /forget", async () => {
  const world = await march();
  await heard(world, "ana", "fa");
  await world.says("ana", undefined, "/language English");
  expect(world.last("ana")).toBe("From now on I speak English to you.");
  expect(spokenIn(world, "ana")).toBe("en");
  await world.says("ana", undefined, "/language auto");
  expect(spokenIn(world, "ana")).toBe("fa");
  await world.says("ana", undefined, "/language en");
  await heard(world, "ana", "fa");
  await world.says("ana", undefined, "/language tr");
  await world.says("ana", undefined, "/forget");
  await world.pass(minute);
  await world.says("ana", undefined, "/help");
  expect(spokenIn(world, "ana")).toBe("en");
});

test("/language shows what is spoken, offers the others, and refuses what is not spoken without a change", async () => {
  const world = await march();
  await world.says("ana", undefined, "/language");
  expect(world.last("ana")).toContain("I speak English to you.");
  await world.says("ana", undefined, "/language klingon");
  expect(world.last("ana")).toContain("I do not speak “klingon”. Nothing was changed.");
});

test("a room is spoken to in the language of who brought the bot, until an admin chooses another", async () => {
  const world = await march();
  const room = roomId("telegram", "march");
  await heard(world, "ana", "uk");
  await world.tell({ kind: "bot-brought", room, by: personId("telegram", "ana") });
  await world.tell({ kind: "bot-joined", room });
  expect(spokenIn(world, "march")).toBe("uk");
  await world.says("ben", "march", "/setup language English");
  expect(world.last("march")).toContain("Only an admin of this room");
  expect(spokenIn(world, "march")).toBe("uk");
  await world.says("ana", "march", "/setup language English");
  expect(world.last("march")).toContain("from now on I speak English in this room.");
  expect(spokenIn(world, "march")).toBe("en");
  // Told again, who brought it changes nothing any more.
  await world.tell({ kind: "bot-brought", room, by: personId("telegram", "ana") });
  await world.pass(minute);
  await world.says("ben", "march", "/whereis");
  expect(spokenIn(world, "march")).toBe("en");
});

test("an answer for one person in a room is in theirs, one for the room in that of the room", async () => {
  const world = await createWorld({ canWhisper: true });
  world.room("march", "ana", "ben");
  await heard(world, "ben", "ar");
  await world.says("ben", "march", "/whereis");
  expect(spokenIn(world, "march")).toBe("en");
  await world.says("ben", "march", "/help");
  expect(spokenIn(world, "ben")).toBe("ar");
  await world.says("ana", "march", "/setup answers private");
  await world.says("ben", "march", "/whereis");
  expect(spokenIn(world, "ben")).toBe("ar");
});

test("the language of an app is kept for a week, and a restart does not lose it", async () => {
  const world = await march();
  await heard(world, "ana", "ru");
  await world.restart();
  await world.says("ana", undefined, "/help");
  expect(spokenIn(world, "ana")).toBe("ru");
  await world.pass(8 * day + hour);
  await world.says("ana", undefined, "/help");
  expect(spokenIn(world, "ana")).toBe("en");
});
