import { expect, test } from "vitest";
import { defineCommand } from "../../../src/core/commands/define-command.ts";
import { chatOf, type OnePerson } from "../../../src/core/model/audience.ts";
import { forEverybody, forOnePerson, toPerson, toRoom } from "../../../src/core/model/effects.ts";
import { personId, roomId } from "../../../src/core/model/ids.ts";
import type { Message } from "../../../src/core/model/message.ts";
import { hour } from "../../../src/lib/time.ts";
import { words } from "../../support/words.ts";
import { createWorld } from "../../support/world.ts";

const room = { room: roomId("telegram", "march") };
const person = personId("telegram", "ana");
const secret = { lines: [words("for one person")] };

test("what is for one person does not compile when it is said to a room", () => {
  // @ts-expect-error for one person
  toRoom(room, forOnePerson(secret));
  // @ts-expect-error for whomever: it may be for one person
  toRoom(room, forEverybody(secret) as Message);
  // @ts-expect-error a room is not one person
  toPerson(room, forOnePerson(secret));
  // @ts-expect-error a room is not one person
  const to: OnePerson = room;
  // @ts-expect-error nor is a person within nothing but a room
  const within: OnePerson = { within: room };
  // @ts-expect-error a private chat is not a room
  toRoom({ person }, forEverybody(secret));
  expect([to, within]).toHaveLength(2);
  expect(toRoom(room, forEverybody(secret))).toMatchObject({ to: room, message: { reader: "everybody" } });
  expect(toPerson({ person }, forOnePerson(secret))).toMatchObject({ to: { person } });
});

test("one person within a room reads in that room's chat, and is told apart from all who are in it", () => {
  expect(chatOf({ person, within: room })).toBe(room.room);
  expect(chatOf({ person })).toBe(person);
});

test("a network that cannot whisper refuses, and then nothing reaches the room, and nobody's share ends", async () => {
  const whisper = defineCommand({
    where: "room",
    asOneself: true,
    run: async (_, { from }) => [toPerson({ person: from.person, within: from.room }, forOnePerson(secret))],
  });
  const world = await createWorld({ commands: new Map([["whisper", whisper]]) });
  world.room("march", "ana", "ben");
  await world.shares("ana", "march", { at: [52, 13], live: hour });
  await world.says("ana", "march", "/whisper");
  await world.pass(hour / 2);
  expect(world.network.posts).toEqual([]);
  expect(world.logged.filter((line) => line.includes("given up"))).toHaveLength(1);
});

test("a room that is gone when somebody is whispered to there is a room that is left", async () => {
  const whisper = defineCommand({
    where: "room",
    asOneself: true,
    run: async (_, { from }) => [toPerson({ person: from.person, within: from.room }, forOnePerson(secret))],
  });
  const { commands } = await import("../../../src/core/commands/index.ts");
  const world = await createWorld({ commands: new Map([...commands, ["whisper", whisper]]), canWhisper: true });
  for (const name of ["march", "family"]) world.room(name, "ana", "ben");
  for (const name of ["march", "family"]) await world.shares("ana", name, { at: [52, 13], live: hour });
  world.network.fail("send", { kind: "gone" });
  await world.says("ana", "march", "/whisper");
  await world.says("ben", "family", "/whereis");
  expect(world.last("family")).toContain("52.00000");
  await world.says("ben", "march", "/whereis");
  expect(world.last("march")).toContain("Nobody shares");
});
