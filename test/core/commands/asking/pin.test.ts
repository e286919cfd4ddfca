import { describe, expect, test } from "vitest";
import { commands } from "../../../../src/core/commands/index.ts";
import { hour, minute } from "../../../../src/lib/time.ts";
import { createWorld, type World } from "../../../support/world/world.ts";

const service = "Your app gets the map under this pin from a map service.";

async function march(options: Parameters<typeof createWorld>[0] = {}) {
  const world = await createWorld(options);
  world.room("march", "ana", "ben", "cleo");
  await world.shares("ana", "march", { at: [52.52, 13.405], live: 3 * hour, accuracy: 12 });
  return world;
}
const pins = (world: World) =>
  world.network.posts
    .filter(({ message, removed }) => message.pin && !removed)
    .map(({ chat, message }) => [chat, message.pin]);
const anas = { latitude: 52.52, longitude: 13.405, accuracy: 12 };

describe("/pin", () => {
  test("said in a room gives the pin to the asker alone, with who learns of it, and says nothing in the room", async () => {
    const world = await march();
    await world.says("ben", "march", "/pin ana");
    expect(pins(world)).toEqual([["ben", anas]]);
    expect(world.last("ben")).toContain("Ana is at 52.52000, 13.40500, within 12 metres, just now.");
    expect(world.last("ben")).toContain(service);
    expect(world.shown("march")).toEqual([]);
  });

  test("as a reply to somebody's message, or with a mention, is of that person, whatever they are called", async () => {
    const world = await march();
    world.network.know("ana", { name: "Ben" });
    await world.shares("cleo", "march", { at: [53, 13], live: hour });
    await world.says("ben", "march", "/pin", { mentions: ["ana"] });
    expect(pins(world)).toEqual([["ben", anas]]);
    await world.says("ben", "march", "/pin Someone", { mentions: ["cleo"] });
    expect(world.last("ben")).toContain("53.00000");
  });

  test("of the nearest, of several, or asked for by the room itself, is none", async () => {
    const world = await march();
    await world.shares("cleo", "march", { at: [52.53, 13.405], live: hour });
    for (const words of ["/pin nearest", "/pin ana, cleo"])
      for (const room of ["march", undefined]) await world.says("ben", room, words);
    await world.anonymousAdminSays("march", "/pin ana");
    expect(pins(world)).toEqual([]);
    expect(world.shown("march")).toHaveLength(3);
  });

  test("said in private gives it there, and tells distances from you in both", async () => {
    const world = await march();
    await world.shares("ben", "march", { at: [52.53, 13.405], live: hour });
    for (const room of ["march", undefined]) {
      await world.says("ben", room, "/pin ana");
      expect(world.last("ben")).toContain("1.1 kilometres south of you");
    }
    expect(pins(world)).toEqual([["ben", anas]]);
  });

  test("whoever cannot be reached in private gets no pin, and the room is told why, in place of an answer", async () => {
    const world = await march();
    world.network.isReachable("ben", false);
    await world.says("ben", "march", "/pin ana", { thread: "7" });
    expect(pins(world)).toEqual([]);
    expect(world.shown("march")).toEqual([
      expect.stringMatching(/^I could not send you the pin\. I give a pin to one person alone/),
    ]);
    expect(world.network.posts.at(-1)).toMatchObject({ chat: "march", thread: "7" });
    expect(world.last("march")).not.toContain("52.52");
  });

  test("that they cannot be reached ends nothing that they share", async () => {
    const world = await march();
    await world.shares("ben", "march", { at: [52.53, 13.405], live: hour });
    world.network.fail("send", { kind: "gone" });
    await world.says("ben", "march", "/pin ana");
    await world.says("cleo", "march", "/whereis ben");
    expect(world.last("march")).toContain("52.53000");
  });

  test("that the network does not take in private is told there, without a place", async () => {
    const world = await march();
    await world.says("ben", "march", "/help");
    world.network.fail("send", { kind: "refused" });
    await world.says("ben", undefined, "/pin ana");
    expect(world.shown("ben")).toEqual([
      expect.stringContaining("I could not send you the pin. Ask again in a minute"),
    ]);
  });

  test("is deleted when its share ends, and when its position expires", async () => {
    const world = await march();
    await world.says("ben", "march", "/pin ana");
    await world.says("ana", "march", "/stop");
    expect(pins(world)).toEqual([]);
    await world.shares("ana", "march", { at: [52.52, 13.405], accuracy: 12 });
    await world.says("ben", "march", "/pin ana");
    expect(pins(world)).toHaveLength(1);
    await world.pass(hour);
    expect(pins(world)).toEqual([]);
  });

  test("takes the place of the pin before it, and of no answer in words", async () => {
    const world = await march();
    await world.shares("cleo", "march", { at: [53, 14], live: hour });
    await world.says("ben", "march", "/help");
    await world.says("ben", undefined, "/whereis");
    await world.says("ben", undefined, "/pin ana");
    await world.says("ben", undefined, "/pin cleo");
    expect(pins(world)).toEqual([["ben", { latitude: 53, longitude: 14 }]]);
    expect(world.shown("ben").filter((said) => said.includes("2 people share"))).toHaveLength(1);
  });

  test("without a name says how to ask, and of nobody, or of several, what /whereis says, where it was asked", async () => {
    const world = await march();
    world.network.know("cleo", { name: "Ana", handle: "cleo" });
    await world.shares("cleo", "march", { at: [53, 14], live: hour });
    for (const [words, said] of [
      ["/pin", "Say whose pin you want: /pin NAME. I send it to you alone."],
      ["/pin zoe", "There is nobody called “zoe” whose position I can show you now."],
      ["/pin ana", "More than one fits “ana”"],
    ] as const) {
      await world.says("ben", "march", words);
      expect(world.last("march")).toContain(said);
    }
    expect(pins(world)).toEqual([]);
    expect(world.shown("ben")).toEqual([]);
    await world.anonymousAdminSays("march", "/pin cleo");
    expect(world.last("march")).toContain("/pin");
    expect(pins(world)).toEqual([]);
  });

  test("whose position is destroyed is told in words", async () => {
    const world = await march();
    await world.pass(hour + minute);
    await world.says("ben", "march", "/pin ana");
    expect(world.last("march")).toContain("Ana still shares, but I have no position now.");
    expect(pins(world)).toEqual([]);
  });

  test("shows the square that its sharer chose, and no pin where the network could only draw a finer one", async () => {
    const world = await march({ widestPin: 1500 });
    await world.says("ana", "march", "/precision 1km");
    await world.says("ben", "march", "/pin ana");
    expect(pins(world)).toMatchObject([["ben", { accuracy: 1000 }]]);
    await world.says("ana", "march", "/precision 5km");
    await world.says("ben", "march", "/pin ana");
    expect(pins(world)).toEqual([]);
    expect(world.last("ben")).toContain("I send no pin: it could not show how uncertain this place is.");
    expect(world.last("ben")).not.toContain(service);
  });

  test("of somebody who shares with more than one room of the asker's is the newest that they may see", async () => {
    const world = await march();
    world.room("family", "ana", "ben");
    for (const room of ["march", "family"]) await world.says("ben", room, "/help");
    await world.pass(minute);
    await world.shares("ana", "family", { at: [53, 14], live: hour });
    await world.says("ben", undefined, "/pin ana");
    expect(pins(world)).toEqual([["ben", { latitude: 53, longitude: 14 }]]);
  });

  test("given before a kill is not given a second time", async () => {
    const world = await march({ knowsRepeats: true });
    world.network.fail("send", { kind: "later", after: 1000 }, true);
    await world.says("ben", "march", "/pin ana");
    await world.restart();
    await world.pass(minute);
    expect(pins(world)).toHaveLength(1);
    await world.says("ana", "march", "/stop");
    expect(pins(world)).toEqual([]);
  });
});

const words: Readonly<Record<string, readonly string[]>> = {
  whereis: ["", " ana", " zoe"],
  here: [" 52 13", " nowhere"],
  expiry: ["", " 2h"],
  precision: ["", " 1km", " exact"],
  wipe: ["", " yes"],
};

test("no command but /pin leads to a pin, nor does a position, in a room or in private, to whomever", async () => {
  const world = await march({ canAllowLive: true });
  await world.says("ben", undefined, "/whereis ana");
  for (const name of commands.keys()) {
    if (name === "pin") continue;
    for (const argument of words[name] ?? [""]) {
      for (const room of ["march", undefined]) {
        for (const who of ["ana", "ben"]) {
          await world.shares("ana", "march", { at: [52.52, 13.405], live: 3 * hour });
          await world.shares("ben", undefined, { at: [52.52, 13.405], live: 3 * hour });
          await world.says(who, room, `/${name}${argument}`);
          await world.pass(minute);
        }
      }
    }
  }
  expect(world.network.posts.length).toBeGreaterThan(50);
  expect(world.network.posts.filter(({ message }) => message.pin)).toEqual([]);
  await world.shares("ana", "march", { at: [52.52, 13.405], live: hour });
  await world.says("ben", "march", "/pin ana");
  expect(world.network.posts.filter(({ message }) => message.pin).map(({ chat }) => chat)).toEqual(["ben"]);
});
