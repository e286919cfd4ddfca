import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainWords } from "../../../../src/bots/render.ts";
import { hour, minute, second } from "../../../../src/lib/time.ts";
import { seen } from "../../../support/world/words.ts";
import { createWorld, type World } from "../../../support/world/world.ts";

const march = async (...people: string[]) => {
  const world = await createWorld();
  world.room("march", "ana", "ben", ...people);
  return world;
};
const asks = async (world: World, who: string, question: string) => {
  await world.says(who, "march", question);
  return world.last("march") ?? "";
};
const asksInPrivate = async (world: World, who: string, question: string) => {
  await world.says(who, undefined, question);
  return world.last(who) ?? "";
};

describe("/whereis", () => {
  test("answers with everybody who shares with this circle now, and their number", async () => {
    const world = await march("cleo");
    expect(await asks(world, "ben", "/whereis")).toContain("Nobody shares a position with this room now.");
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    expect(await asks(world, "ben", "/whereis")).toContain("One person shares with this room now.");
    await world.shares("cleo", "march", { at: [53, 14] });
    const all = await asks(world, "ben", "/whereis");
    expect(all.split("\n")).toHaveLength(3);
    expect(all).toContain("2 people share with this room now.");
  });

  test("finds one person by display name, @username or mention", async () => {
    const world = await march();
    world.network.know("ana", { name: "Ana Blum", handle: "anab" });
    await world.shares("ana", "march", { at: [52, 13] });
    for (const question of ["/whereis ana blum", "/whereis BLUM", "/whereis @anab", "/whereis anab"])
      expect(await asks(world, "ben", question)).toContain("52.00000");
    await world.says("ben", "march", "/whereis Someone", { mentions: ["ana"] });
    expect(world.last("march")).toContain("52.00000");
  });

  test("as a reply to somebody's message is about that person, whatever they are called", async () => {
    const world = await march("cleo", "dora");
    world.network.know("cleo", { name: "Ana" });
    for (const who of ["ana", "cleo"]) await world.shares(who, "march", { at: [who === "ana" ? 52 : 53, 13] });
    await world.says("ben", "march", "/whereis", { mentions: ["cleo"] });
    expect(world.last("march")).toMatch(/^Ana shares with this room\.\nAna is at 53\.0[^\n]*$/);
    const unknown = "I have no position to show you now of the person who wrote that message.";
    for (const state of ["does not share", "has left", "is not confirmed"] as const) {
      if (state === "has left") world.network.exit("march", "dora");
      if (state === "is not confirmed") world.network.keepsSilentAbout("cleo");
      await world.says("ben", "march", "/whereis", { mentions: [state === "is not confirmed" ? "cleo" : "dora"] });
      expect([state, world.last("march")]).toEqual([state, unknown]);
    }
  });

  test("shows everybody whom a name fits, told apart, only people this asker could be shown now", async () => {
    const world = await march("cleo", "dora");
    world.network.know("ana", { name: "Alex", handle: "ana" });
    world.network.know("cleo", { name: "Alex", handle: "cleo" });
    world.network.know("dora", { name: "Alex", handle: "dora" });
    await world.shares("ana", "march", { at: [52, 13] });
    await world.shares("cleo", "march", { at: [53, 13] });
    await world.shares("dora", "march", { at: [54, 13] });
    await world.leaves("dora", "march");
    const said = await asks(world, "ben", "/whereis alex");
    expect(said.split("\n")).toEqual([
      "More than one fits “alex”. A name alone does not tell who somebody is.",
      expect.stringContaining("Alex (@ana) is at 52.0"),
      expect.stringContaining("Alex (@cleo) is at 53.0"),
    ]);
  });

  test("in private, the way to share is told once, for all rooms in which nobody shares", async () => {
    const world = await createWorld();
    world.room("march", "ana", "ben");
    world.room("family", "ana");
    for (const room of ["march", "family"]) await world.says("ana", room, "/help");
    await world.says("ana", undefined, "/whereis");
    expect(world.last("ana")).toBe(
      "Nobody shares a position with The march now.\nNobody shares a position with The family now.\nTo share yours, say /share.",
    );
    await world.shares("ben", "march", { at: [52, 13] });
    await world.says("ana", undefined, "/whereis");
    expect(world.last("ana")?.split("\n").at(-1)).toBe("Nobody shares a position with The family now.");
  });

  test("lists no more names than can be read, however many fit", async () => {
    const people = Array.from({ length: 40 }, (_, index) => `alex${index}`);
    const world = await march(...people);
    for (const who of people) await world.shares(who, "march", { at: [52, 13] });
    expect(await asks(world, "ben", "/whereis alex")).toContain("15 more fit. Ask with more of the name.");
    expect(await asks(world, "ben", "/whereis")).toContain(
      "I can show you 25 people now of those who share with this room.",
    );
  });
});

test("unknown, not sharing and not visible give the same words, for any name", async () => {
  const name = fc.stringMatching(/^[A-Za-z][a-z]{0,8}( [A-Z][a-z]{0,8})?$/);
  await fc.assert(
    fc.asyncProperty(name, fc.boolean(), async (name, inPrivate) => {
      const answers: string[] = [];
      for (const state of ["unknown", "not sharing", "has left", "shares elsewhere", "not confirmed"]) {
        const world = await march(...(state === "unknown" ? [] : ["cleo"]));
        world.network.know("cleo", { name });
        await world.says("ben", "march", "/help");
        if (["has left", "not confirmed"].includes(state)) await world.shares("cleo", "march", { at: [52, 13] });
        if (state === "has left") world.network.exit("march", "cleo");
        if (state === "not confirmed") world.network.keepsSilentAbout("cleo");
        if (state === "shares elsewhere") {
          world.room("other", "cleo", "eve");
          await world.shares("cleo", "other", { at: [52, 13] });
        }
        const asked = (called: string) => (inPrivate ? asksInPrivate : asks)(world, "ben", `/whereis ${called}`);
        const said = await asked(name);
        expect((await asked("Zoe Nobody")).replace("Zoe Nobody", name)).toBe(said);
        answers.push(said.replace(/\n.*/s, ""));
        expect(said.includes("\n")).toBe(state === "not confirmed");
      }
      expect([...new Set(answers)]).toEqual([`There is nobody called “${name}” whose position I can show you now.`]);
    }),
    { numRuns: 8 },
  );
});

test("a name from right to left, of whomever, does not turn the numbers after it around", async () => {
  const world = await createWorld();
  world.network.know("dana", { name: "דנה", handle: "dana" });
  world.network.know("dana2", { name: "דנה", handle: "d2" });
  world.room("march", "dana", "dana2", "ben");
  await world.shares("dana", "march", { at: [52, 13] });
  await world.shares("dana2", "march", { at: [52, 13.1] });
  await world.shares("ben", "march", { at: [52.1, 13] });
  await world.says("dana", "march", "/whereis ben");
  const last = () => plainWords(world.network.posts.at(-1)?.message.lines ?? []);
  expect(last()).toContain("\u2068north\u2069 of \u2068דנה\u2069, \u2068just now\u2069.");
  await world.says("ben", "march", "/whereis דנה");
  expect(last()).toContain("\u2068\u2068דנה\u2069 (@dana)\u2069 is \u2068");
  expect(last()).toContain("\u2068\u2068דנה\u2069 (@d2)\u2069 is \u2068");
});

describe("for each person the answer tells", () => {
  test("position, accuracy, age and how long it will still be there", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52.123456, -13.5], accuracy: 12, live: 3 * hour, heading: 90 });
    await world.pass(4 * minute);
    expect(await asks(world, "ben", "/whereis ana")).toBe(
      "Ana shares with this room.\nAna is at 52.12346, -13.50000, within 12 metres, heading east, 4 minutes ago. Kept for 56 minutes.",
    );
  });

  test("distance and one of 16 directions, when the asker shares too", async () => {
    const world = await march();
    await world.shares("ben", "march", { at: [52, 13], live: hour });
    await world.shares("ana", "march", { at: [52.005, 13], live: hour });
    expect(await asks(world, "ben", "/whereis ana")).toBe(
      "Ana shares with this room.\nAna is 560 metres north of Ben, just now. At 52.00500, 13.00000, accuracy unknown, kept for 1 hour.",
    );
    expect(await asksInPrivate(world, "ben", "/whereis ana")).toContain("560 metres north of you");
  });

  test("no direction nearer than the two positions are known", async () => {
    const world = await march();
    await world.shares("ben", "march", { at: [52, 13], accuracy: 200 });
    await world.shares("ana", "march", { at: [52.001, 13] });
    expect(await asks(world, "ben", "/whereis ana")).toContain("less than 320 metres from Ben");
    // Each may be where the other is not: what is not known of the two adds up.
    await world.pass(minute);
    await world.shares("ana", "march", { at: [52.0025, 13], accuracy: 200 });
    expect(await asks(world, "ben", "/whereis ana")).toContain("less than 680 metres from Ben");
  });
});

describe("the order of an answer", () => {
  const names = (said: string) => [...said.matchAll(/^(\w+) (?:is|was)/gm)].map(([, name]) => name);

  test("is the closest first when the asker shares, the asker last", async () => {
    const world = await march("cleo", "dora");
    await world.shares("ben", "march", { at: [52, 13], live: hour });
    await world.shares("dora", "march", { at: [52.3, 13], live: hour });
    await world.shares("ana", "march", { at: [52.2, 13], live: hour });
    await world.shares("cleo", "march", { at: [52.1, 13], live: hour });
    expect(names(await asks(world, "ben", "/whereis"))).toEqual(["Cleo", "Ana", "Dora", "Ben"]);
  });

  test("is the freshest first when not", async () => {
    const world = await march("cleo");
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    await world.pass(minute);
    await world.shares("cleo", "march", { at: [53, 13], live: hour });
    expect(names(await asks(world, "ben", "/whereis"))).toEqual(["Cleo", "Ana"]);
  });
});

describe("past the staleness limit it says last seen, never is", () => {
  test.each([
    ["1 hour", 5 * minute],
    ["8m", 2 * minute],
    ["1m", 15 * second],
    ["7d", 5 * minute],
  ])("with an expiry of %s", async (expiry, limit) => {
    const world = await march();
    await world.says("ana", "march", `/expiry ${expiry}`);
    await world.shares("ana", "march", { at: [52, 13], live: 3 * hour, heading: 90 });
    await world.pass(limit);
    expect(await asks(world, "ben", "/whereis ana")).toMatch(/Ana is at .*heading east/);
    await world.pass(second);
    expect(await asks(world, "ben", "/whereis ana")).toMatch(/Ana was last seen at (?!.*heading)/);
  });
});

test("the text is complete without a map, and what it says of places can be copied, in the order of its lines", async () => {
  const world = await march("cleo");
  await world.shares("ana", "march", { at: [52, 13], accuracy: 30 });
  await asks(world, "ben", "/whereis");
  const copies = () =>
    world.network.posts.at(-1)?.message.copies?.map(({ label, words }) => [seen(plainWords([label])), words]);
  expect(copies()).toEqual([["Copy the coordinates", "52.00000, 13.00000"]]);
  await world.pass(minute);
  await world.shares("cleo", "march", { at: [53, 14] });
  expect(await asks(world, "ben", "/whereis")).toMatch(/53\.00000, 14\.00000[^]*52\.00000, 13\.00000/);
  expect(copies()).toEqual([
    ["Copy: Cleo", "53.00000, 14.00000"],
    ["Copy: Ana", "52.00000, 13.00000"],
  ]);
  expect(world.network.posts.some(({ message }) => message.pin)).toBe(false);
});

test("in private /whereis answers for the person's circles, after checking that they are still in them", async () => {
  const world = await march();
  world.room("family", "ben", "cleo");
  await world.shares("ana", "march", { at: [52, 13], live: hour });
  await world.shares("cleo", "family", { at: [53, 14], live: hour });
  expect(await asksInPrivate(world, "ben", "/whereis")).toContain("I know of no room that we are both in");
  for (const room of ["march", "family"]) await world.says("ben", room, "/help");
  const both = await asksInPrivate(world, "ben", "/whereis");
  expect(both).toContain("One person shares with The march now.\nAna is");
  expect(both).toContain("One person shares with The family now.\nCleo is");
  world.network.exit("march", "ben");
  // The march is 52 degrees north, and the family 53.
  expect(await asksInPrivate(world, "ben", "/whereis")).toMatch(/^(?!.*52\.00000).*53\.00000/s);
  expect(await asksInPrivate(world, "eve", "/whereis")).toContain("I know of no room");
});
