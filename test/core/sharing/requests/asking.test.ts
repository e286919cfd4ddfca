import { describe, expect, test } from "vitest";
import { maxPeopleLookedUp, maxPeopleRequested } from "../../../../src/core/model/limits.ts";
import { hour, minute } from "../../../../src/lib/time.ts";
import { createWorld } from "../../../support/world/world.ts";
import { march, over, questions, sentence } from "./march.ts";

const place = { at: [52.1, 13.1], live: hour } as const;

describe("several who ask the same person", () => {
  test("ask once, with their names, and all hear when the person shares", async () => {
    const world = await march();
    await world.says("ben", undefined, "/ask ana");
    await world.pass(minute);
    await world.says("cem", undefined, "/ask ana");
    expect(questions(world, "ana")).toHaveLength(1);
    expect(world.last("ana")?.split("\n")).toEqual([
      "2 people ask where you are, in The march:",
      "Ben (known here for 1 minute).",
      "Cem (known here for 1 minute).",
      expect.stringContaining("This ends in 9 minutes."),
    ]);
    // The phone rang for the first.
    const told = world.network.posts.filter(({ chat }) => chat === "ana").map(({ message }) => message.silent);
    expect(told).toEqual([undefined, true]);
    await world.says("ana", undefined, "/answer quarter");
    await world.shares("ana", undefined, place);
    for (const who of ["ben", "cem"]) expect(world.last(who)).toContain("52.10000");
  });

  test("ring when the first could not reach the person", async () => {
    const world = await march();
    world.network.isPrivateOpen("ana", false);
    await world.says("ben", undefined, "/ask ana");
    world.network.isPrivateOpen("ana", true);
    await world.says("cem", undefined, "/ask ana");
    expect(world.last("ana")).toContain("2 people ask");
    expect(world.network.posts.at(-1)?.message.silent).toBeUndefined();
  });

  test("are told by more than their names, so that nobody passes for another", async () => {
    const world = await march();
    world.network.know("ben", { name: "Ben", handle: "benb" });
    await world.says("ben", undefined, "/ask ana");
    expect(world.last("ana")).toContain("Ben (@benb) asks");
    world.network.know("cem", { name: "Ben" });
    await world.says("cem", undefined, "/ask ana");
    expect(world.last("ana")).toContain("Ben (known here for 0 seconds, name changed).");
  });

  test("from different rooms ask one after the other, each with ten minutes", async () => {
    const world = await march();
    await world.says("ben", undefined, "/ask ana");
    await world.pass(4 * minute);
    await world.says("dora", undefined, "/ask ana");
    expect(world.last("ana")).toContain("in The march");
    await world.says("ana", undefined, "/answer not-now");
    expect(world.shown("ana").slice(-2)).toEqual([
      "Nothing is shared with The march. Who asked is told nothing.",
      expect.stringContaining("Dora (known here for 4 minutes) asks where you are, in The family."),
    ]);
    await world.says("ana", undefined, "/answer hour");
    await world.shares("ana", undefined, place);
    expect(world.last("dora")).toContain("52.10000");
    expect(world.shown("ben")).toEqual([sentence("ana")]);
  });

  test("from different rooms are each asked for, also when the first is ignored", async () => {
    const world = await march();
    await world.says("ben", undefined, "/ask ana");
    await world.pass(4 * minute);
    await world.says("dora", undefined, "/ask ana");
    await world.pass(7 * minute);
    expect(world.shown("ana").slice(-2)).toEqual([over, expect.stringContaining("Dora")]);
    await world.pass(4 * minute);
    expect(world.last("ana")).toBe(over);
    expect(questions(world, "ana")).toEqual([]);
  });

  test("and leave, or are forgotten, ask no more", async () => {
    const world = await march();
    await world.says("ben", undefined, "/ask ana");
    await world.says("cem", undefined, "/ask ana");
    await world.says("ben", undefined, "/forget");
    await world.says("cem", undefined, "/forget");
    expect(world.last("ana")).toBe(over);
    expect(questions(world, "ana")).toEqual([]);
  });
});

describe("who shares already", () => {
  test("is not asked: the answer of /whereis follows, and goes when it must", async () => {
    const world = await march();
    const phone = await world.shares("ana", "march", place);
    await world.says("ben", undefined, "/ask ana");
    expect(world.shown("ben")).toEqual([
      sentence("ana"),
      "Ana shares with The march.\nAna is at 52.10000, 13.10000, accuracy unknown, just now. Kept for 1 hour.",
    ]);
    expect(world.shown("ana")).toEqual([]);
    await phone.stops();
    await world.pass(minute);
    expect(world.shown("ben")).toEqual([sentence("ana")]);
  });

  test("with a circle of somebody else only, is asked", async () => {
    const world = await march();
    await world.shares("ana", "family", place);
    await world.says("ben", undefined, "/ask ana");
    expect(world.shown("ben")).toEqual([sentence("ana")]);
    expect(questions(world, "ana")).toHaveLength(1);
  });
});

describe("who is meant", () => {
  test("is found by name, by handle and by mention, in the smallest room that both are in", async () => {
    const world = await march();
    world.network.know("ana", { name: "Ana Blum", handle: "anab" });
    world.network.enter("march", "dora");
    await world.says("dora", "march", "/privacy");
    for (const [index, said] of ["/ask blum", "/ask @anab", "/ask x"].entries()) {
      await world.says("dora", undefined, said, index === 2 ? { mentions: ["ana"] } : {});
      expect(world.last("ana")).toContain("Dora (known here for 0 seconds) asks where you are, in The family.");
      await world.says("ana", undefined, "/answer not-now");
    }
  });

  test("may be several: each is asked, unless they are too many", async () => {
    const world = await createWorld();
    const people = Array.from({ length: maxPeopleRequested + 1 }, (_, index) => `alex${index}`);
    world.room("march", "ben", ...people);
    for (const who of people) world.network.know(who, { name: "Alex", handle: who });
    for (const who of ["ben", ...people.slice(1)]) await world.says(who, "march", "/privacy");
    await world.says("ben", undefined, "/ask alex");
    for (const who of people.slice(1)) expect(questions(world, who)).toHaveLength(1);
    for (const who of people) {
      await world.says(who, "march", "/privacy");
      await world.says(who, undefined, "/answer not-now");
    }
    await world.says("ben", undefined, "/ask alex");
    for (const who of people) expect(questions(world, who)).toEqual([]);
  });

  test("is never the asker, nor somebody whom the bot has not seen in a room of theirs", async () => {
    const world = await march();
    world.network.enter("march", "eve");
    for (const name of ["ben", "eve", "dora"]) await world.says("ben", undefined, `/ask ${name}`);
    for (const who of ["ben", "eve", "dora"]) expect(questions(world, who)).toEqual([]);
  });

  test("is looked for among so many people at most", async () => {
    const world = await createWorld();
    const people = Array.from({ length: maxPeopleLookedUp + 20 }, (_, index) => `p${index}`);
    world.room("march", "ben", ...people);
    for (const who of ["ben", ...people]) await world.says(who, "march", "/stop");
    for (const who of ["ben", ...people]) {
      await world.shares(who, "march", { at: [52, 13] });
      await world.says(who, "march", "/stop");
    }
    await world.pass(hour);
    await world.says("ben", undefined, `/ask ${people.at(-1)}`);
    expect(questions(world, people.at(-1) ?? "")).toEqual([]);
    await world.says("ben", undefined, "/ask p0");
    expect(questions(world, "p0")).toHaveLength(1);
  });
});
