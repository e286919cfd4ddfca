import { expect, test } from "vitest";
import type { Finding } from "../../../../src/core/model/ports.ts";
import { hour } from "../../../../src/lib/time.ts";
import { words } from "../../../support/world/words.ts";
import { createWorld, type World } from "../../../support/world/world.ts";

const place = { at: [52.1, 13.1], live: hour } as const;
const isPrivate = "My answers here are for who asked alone.";
const isOpen = "My answers here are for everybody in the room.";

/** Ana, who is the admin, and Ben; the network shows something to one person in place. */
async function march(canWhisper = true): Promise<World> {
  const world = await createWorld(canWhisper ? { canWhisper } : {});
  world.room("march", "ana", "ben");
  return world;
}

const toRoom = (world: World) => world.network.posts.filter(({ chat }) => chat === "march");

test("/setup shows everybody the settings, what can be better with its step, and what it reaches", async () => {
  const world = await march();
  const amiss: Finding = { about: "working", says: words("No light."), step: words("Light the lamp.") };
  world.network.finds([amiss, { about: "reading", says: words("Walls have ears.") }]);
  await world.says("ben", "march", "/setup");
  const said = world.last("march") ?? "";
  expect(said.split("\n").slice(0, 3)).toEqual([
    "One thing here can be better:",
    "No light. Light the lamp.",
    "Walls have ears.",
  ]);
  expect(said).toContain(isOpen);
  expect(said).toContain("A position is kept for 1 hour.");
  expect(said).toContain("By /ask I reach who");
  expect(toRoom(world).at(-1)?.message.shortcuts).toMatchObject([
    { command: "setup answers private" },
    { command: "setup tidy on" },
  ]);
  world.network.finds([]);
  await world.says("ben", "march", "/setup");
  expect(world.last("march")).toContain("I found nothing here that has to be mended.");
  world.network.finds(undefined);
  await world.says("ben", "march", "/setup");
  expect(world.last("march")).toContain("I could not look at everything now.");
});

test("the greeting is the three most important findings: who can read comes first, and what is known already is left out", async () => {
  const world = await march();
  const found = (about: Finding["about"], says: string, more: Partial<Finding> = {}): Finding => ({
    about,
    says: words(says),
    ...more,
  });
  world.network.finds([
    found("working", "Third.", { step: words("Mend it.") }),
    found("reading", "First."),
    found("reading", "Known.", { isKnown: true }),
    found("reading", "Second."),
    found("working", "Fourth."),
  ]);
  await world.tell({ kind: "bot-joined", room: "telegram:march" as never });
  expect(world.last("march")?.split("\n").slice(2)).toEqual(["First.", "Second.", "Third. Mend it."]);
});

test("an admin changes who reads the answers, by words or by a button, and all are told, without a name", async () => {
  for (const words of ["/setup answers private", "/setup Answers  PRIVATE"]) {
    const world = await march();
    await world.says("ana", "march", words);
    expect(world.last("march")).toBe(
      "An admin changed this: from now on, what I answer here reaches only who asked. Answers that stood here are deleted.",
    );
    await world.says("ana", "march", "/setup answers room");
    expect(world.last("march")).toBe(
      "An admin changed this: from now on, everybody in this room reads what I answer here.",
    );
  }
  const world = await march();
  await world.anonymousAdminSays("march", "/setup answers private");
  expect(world.last("march")).toContain("An admin changed this");
});

test("nobody else changes it, and who tries is told alone", async () => {
  const world = await march();
  for (const words of ["/setup answers private", "/setup expiry 2h"]) {
    await world.says("ben", "march", words);
    expect(world.last("ben")).toContain("Only an admin of this room can change how it is set up. Nothing was changed.");
  }
  await world.says("ben", "march", "/setup");
  expect(world.last("march")).toContain(isOpen);
});

test("/setup expiry 2h is /expiry 2h", async () => {
  const world = await march();
  await world.says("ana", "march", "/setup expiry 2h");
  expect(world.last("march")).toContain("The expiry of this room is now 2 hours");
  await world.says("ana", "march", "/setup expiry");
  expect(world.last("march")).toContain("A position is kept for 2 hours");
});

test("what is not understood, or is so already, changes nothing and is told to who said it", async () => {
  const world = await march();
  const before = toRoom(world).length;
  await world.says("ana", "march", "/setup colour red");
  expect(world.last("ana")).toContain("I do not know “colour”. Nothing was changed.");
  await world.says("ana", "march", "/setup answers nobody");
  expect(world.last("ana")).toContain("“nobody” cannot be chosen. Nothing was changed.");
  await world.says("ana", "march", "/setup answers room");
  expect(world.last("ana")).toContain("It is so already.");
  await world.says("ana", "march", "/setup answers");
  expect(world.last("ana")).toContain(isOpen);
  await world.says("ana", "march", "/setup live");
  expect(world.last("ana")).toContain("I do not know “live”.");
  expect(toRoom(world)).toHaveLength(before);
});

test("where answers are private, each answer, refusal and help text reaches only who asked", async () => {
  const world = await march();
  await world.says("ana", "march", "/setup answers private");
  await world.shares("ana", "march", place);
  const before = toRoom(world).length;
  for (const words of [
    "/whereis",
    "/whereis ana",
    "/whereis zoe",
    "/help",
    "/privacy",
    "/expiry",
    "/expiry x",
    "/share",
    "/setup",
    "/pin ana",
  ])
    await world.says("ben", "march", words);
  expect(toRoom(world).slice(before)).toEqual([]);
  await world.says("ben", "march", "/whereis");
  expect(world.last("ben")).toContain("52.10000");
  // Nobody knows who speaks as the room itself.
  await world.anonymousAdminSays("march", "/whereis");
  expect(world.last("march")).toContain("Answers here go only to who asked.");
});

test("answers that stand in the room are deleted when it is chosen", async () => {
  const world = await march();
  await world.shares("ana", "march", place);
  await world.says("ben", "march", "/whereis");
  expect(world.shown("march").join()).toContain("52.10000");
  await world.says("ana", "march", "/setup answers private");
  expect(world.shown("march").join()).not.toContain("52.10000");
});

test("what was chosen outlives a restart, and ends with the room's data", async () => {
  const world = await march();
  await world.says("ana", "march", "/setup answers private");
  await world.restart();
  await world.says("ben", "march", "/setup");
  expect(world.last("ben")).toContain(isPrivate);
  await world.says("ana", "march", "/wipe");
  await world.says("ana", "march", "/wipe yes");
  await world.says("ben", "march", "/setup");
  expect(world.last("march")).toContain(isOpen);
});
