import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hour, minute } from "../../../src/lib/time.ts";
import { createWorld, type World } from "../../support/world/world.ts";

const march = async (...people: string[]) => {
  const world = await createWorld();
  world.room("march", "ben", ...people);
  return world;
};
const asks = async (world: World, question: string, who = "ben", room: string | undefined = "march") => {
  await world.says(who, room, question);
  return world.last(room ?? who) ?? "";
};

describe("a name alone never decides who somebody is", () => {
  test("somebody who takes another's name is shown beside that person, with the mark of a changed name", async () => {
    const world = await march("mallory", "kovac");
    world.network.know("mallory", { name: "Mallory", handle: "mallory" });
    world.network.know("kovac", { name: "Ana Kovac", handle: "ana_k" });
    for (const [index, who] of ["mallory", "kovac"].entries()) {
      await world.says(who, "march", "/help");
      await world.shares(who, "march", { at: [52 + index, 13], live: hour });
    }
    world.network.know("mallory", { name: "Ana", handle: "mallory" });
    const said = await asks(world, "/whereis ana");
    expect(said).toContain("Ana (@mallory, name changed) is at 52.0");
    expect(said).toContain("Ana Kovac (@ana_k) is at 53.0");
    expect(await asks(world, "/whereis")).toContain("Ana (@mallory, name changed) is at");
    expect(await asks(world, "/whereis @ana_k please")).toMatch(
      /^Ana Kovac shares with this room\.\nAna Kovac is at 53\.0[^\n]*$/,
    );
  });

  test("a name that was first heard in an answer is known from then on", async () => {
    const world = await march("mallory");
    await world.shares("mallory", "march", { at: [52, 13], live: hour });
    expect(await asks(world, "/whereis")).toContain("Mallory is at");
    world.network.know("mallory", { name: "Ana" });
    await world.pass(minute);
    expect(await asks(world, "/whereis")).toContain("Ana (known here for 1 minute, name changed) is at");
    world.network.know("mallory", { name: "Mallory" });
    expect(await asks(world, "/whereis")).toContain("Mallory is at");
  });

  test("the mark stays over a restart, and ends when the person is forgotten or leaves", async () => {
    const world = await march("mallory");
    await world.says("mallory", "march", "/help");
    world.network.know("mallory", { name: "Ana" });
    await world.shares("mallory", "march", { at: [52, 13], live: hour });
    await world.restart();
    expect(await asks(world, "/whereis")).toContain("name changed");
    await world.says("mallory", undefined, "/forget");
    await world.shares("mallory", "march", { at: [52, 13], live: hour });
    expect(await asks(world, "/whereis")).not.toContain("name changed");
  });

  test.each([
    ["in a list", "march", "/whereis"],
    ["in an answer about one name", "march", "/whereis ana"],
    ["in private", undefined, "/whereis"],
    ["when one is to be chosen", "march", "/pin ana"],
  ] as const)("people of one name are told apart %s", async (_, room, question) => {
    const world = await march("one", "two", "three");
    world.network.know("one", { name: "Ana", handle: "ana_k" });
    world.network.know("two", { name: "ANA" });
    world.network.know("three", { name: "Аna" });
    for (const who of ["one", "two", "three"]) {
      await world.shares(who, "march", { at: [52, 13], live: hour });
      await world.pass(2 * minute);
    }
    await world.says("ben", "march", "/help");
    await world.says("ben", room, question);
    const said = world.network.shown(room ?? "ben").at(-1) ?? "";
    expect(said).toContain("Ana (@ana_k)");
    // A Cyrillic letter is not the one that was asked for, and looks like it.
    const isByName = question !== "/whereis";
    expect(said).toContain(isByName ? "ANA (known here for 4 minutes)" : "ANA (no. 1, known here for 4 minutes)");
    if (!isByName) expect(said).toContain("Аna (no. 2, known here for 2 minutes)");
  });

  test("also the one who asks, and where nothing but the order tells them apart", async () => {
    const world = await march("one");
    for (const who of ["ben", "one"]) {
      world.network.know(who, { name: "Ana" });
      await world.shares(who, "march", { at: [52 + (who === "one" ? 1 : 0), 13], live: hour });
    }
    expect(await asks(world, "/whereis one")).toContain("nobody called");
    await world.pass(minute);
    expect(await asks(world, "/whereis")).toMatch(
      /Ana \(no\. \d, known here for 1 minute\) is 111 kilometres north of Ana \(no\. \d, known here for 1 minute\)/,
    );
  });

  test("whatever people are called, no two of them are named alike", async () => {
    const called = fc.constantFrom("Ana", "ana", "ANA", "Аna", "Áná", "A\u200bna", "Ana ", "Ben", "", "…", "\u3164");
    await fc.assert(
      fc.asyncProperty(fc.array(called, { minLength: 2, maxLength: 6 }), async (names) => {
        const people = names.map((_, index) => `p${index}`);
        const world = await march(...people);
        for (const [index, who] of people.entries()) {
          world.network.know(who, { name: names[index] ?? "", ...(index % 3 === 0 && { handle: who }) });
          await world.shares(who, "march", { at: [52, 13], live: hour });
        }
        const told = (await asks(world, "/whereis"))
          .split("\n")
          .slice(1)
          .map((line) => line.split(" is at ")[0]);
        expect(told).toHaveLength(people.length);
        expect(new Set(told).size).toBe(people.length);
        world.forgetWorld();
      }),
      { numRuns: 40 },
    );
  });
});
