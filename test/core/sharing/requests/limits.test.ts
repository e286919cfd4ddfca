import { describe, expect, test } from "vitest";
import {
  maxAskersAtOnce,
  maxRequestsByPerson,
  maxRequestsInRoom,
  maxRequestsToPerson,
  requestLasts,
} from "../../../../src/core/model/limits.ts";
import { hour } from "../../../../src/lib/time.ts";
import { createWorld } from "../../../support/world/world.ts";
import { march, questions, sentence } from "./march.ts";

describe("limits", () => {
  test("of one asker", async () => {
    const world = await createWorld();
    const people = Array.from({ length: maxRequestsByPerson + 1 }, (_, index) => `friend${index}`);
    world.room("march", "ben", ...people);
    for (const who of ["ben", ...people]) await world.says(who, "march", "/privacy");
    for (const who of people) await world.says("ben", undefined, `/ask ${who}`);
    expect(people.map((who) => questions(world, who).length)).toEqual([...people.slice(1).map(() => 1), 0]);
    expect(world.shown("ben")).toEqual(people.map(sentence));
    await world.pass(requestLasts);
    await world.says("ben", undefined, `/ask ${people.at(-1)}`);
    expect(questions(world, people.at(-1) ?? "")).toHaveLength(1);
  });

  test("of one person asked", async () => {
    const world = await march();
    for (let times = 0; times <= maxRequestsToPerson; times += 1) {
      await world.says(times % 2 ? "ben" : "cem", undefined, "/ask ana");
      expect([times, questions(world, "ana").length]).toEqual([times, times < maxRequestsToPerson ? 1 : 0]);
      await world.says("ana", undefined, "/answer not-now");
    }
    await world.pass(hour);
    await world.says("ben", undefined, "/ask ana");
    expect(questions(world, "ana")).toHaveLength(1);
  });

  test("of one room", async () => {
    const world = await createWorld();
    const people = Array.from({ length: maxRequestsInRoom + 2 }, (_, index) => `member${index}x`);
    world.room("march", ...people);
    for (const who of people) {
      await world.shares(who, "march", { at: [52, 13] });
      await world.says(who, "march", "/stop");
    }
    const counted = () => people.filter((who) => questions(world, who).length > 0).length;
    for (const [index, who] of people.entries())
      await world.says(who, undefined, `/ask ${people[(index + 1) % people.length]}`);
    expect(counted()).toBe(maxRequestsInRoom);
  });

  test("of those who ask at once", async () => {
    const world = await createWorld();
    const people = Array.from({ length: maxAskersAtOnce + 1 }, (_, index) => `friend${index}`);
    world.room("march", "ana", ...people);
    for (const who of ["ana", ...people]) await world.says(who, "march", "/privacy");
    for (const who of people) await world.says(who, undefined, "/ask ana");
    expect(world.last("ana")).toContain(`${maxAskersAtOnce} people ask where you are`);
    expect(world.last("ana")).not.toContain("Friend5");
  });
});
