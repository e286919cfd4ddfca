import { expect, test } from "vitest";
import { defineCommand } from "../../../src/core/commands/define-command.ts";
import { chatOf, type OnePerson } from "../../../src/core/model/audience.ts";
import {
  alone,
  forEverybody,
  forOnePerson,
  hintTo,
  toAsker,
  toPerson,
  toRoom,
} from "../../../src/core/model/effects.ts";
import { personId, roomId } from "../../../src/core/model/ids.ts";
import type { Message } from "../../../src/core/model/message.ts";
import { hour } from "../../../src/lib/time.ts";
import { words } from "../../support/world/words.ts";
import { createWorld } from "../../support/world/world.ts";

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
  const here = { person, within: room };
  // @ts-expect-error what all may read is no answer for one: it has to be made one first
  toAsker(here, forEverybody(secret));
  // @ts-expect-error an answer for who asked has nothing that is said in its place
  toAsker(here, forOnePerson(secret), { to: room, message: forEverybody(secret) });
  // @ts-expect-error a hint may be read by all, so it is nothing that is for one
  hintTo(room, person, forOnePerson(secret));
  // @ts-expect-error what is said in the place of something is for all, when a room reads it
  toPerson({ person }, forOnePerson(secret), { to: room, message: forOnePerson(secret) });
  // @ts-expect-error in a room there is another way to one person
  toPerson(here, forOnePerson(secret));
  expect([to, within]).toHaveLength(2);
  expect(toRoom(room, forEverybody(secret))).toMatchObject({ to: room, message: { reader: "everybody" } });
  expect(toPerson({ person }, forOnePerson(secret))).toMatchObject({ to: { person } });
  expect(toAsker(here, alone(forEverybody(secret)))).toMatchObject({ to: here, message: { reader: "one person" } });
});

test("one person within a room reads in that room's chat, and is told apart from all who are in it", () => {
  expect(chatOf({ person, within: room })).toBe(room.room);
  expect(chatOf({ person })).toBe(person);
});

test("a network that cannot whisper refuses: the room reads that something waits, nothing of it, and nobody's share ends", async () => {
  const whisper = defineCommand({
    where: "room",
    asOneself: true,
    run: async (_, { from }) => [toAsker({ person: from.person, within: from.room }, forOnePerson(secret))],
  });
  const { commands } = await import("../../../src/core/commands/index.ts");
  const world = await createWorld({ commands: new Map([...commands, ["whisper", whisper]]), canWhisper: true });
  world.room("march", "ana", "ben");
  world.network.refusesToWhisper(true);
  await world.shares("ana", "march", { at: [52, 13], live: hour });
  await world.says("ana", "march", "/whisper");
  await world.pass(hour / 2);
  expect(world.network.posts.map(({ chat, message }) => [chat, message.lines.map(({ id }) => id)])).toEqual([
    ["march", ["answer-waits"]],
    ["ana", ["no-new-position"]],
  ]);
  await world.says("ben", "march", "/whereis");
  expect(world.last("march")).toContain("52.00000");
});

test("a room that is gone when somebody is whispered to there is a room that is left", async () => {
  const whisper = defineCommand({
    where: "room",
    asOneself: true,
    run: async (_, { from }) => [toAsker({ person: from.person, within: from.room }, forOnePerson(secret))],
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
