import { expect, test } from "vitest";
import { hour, minute } from "../../src/core/duration.ts";
import { createWorld } from "../support/world.ts";

test("a live location in a room is shown to its members, acknowledged with a reaction and without a message", async () => {
  const world = await createWorld();
  world.room("march", "ana", "ben");
  const { first } = await world.shares("ana", "march", { at: [52.52, 13.405], live: hour });
  expect(world.network.reactions).toEqual([first.message]);
  expect(world.shown("march")).toEqual([]);
  await world.says("ben", "march", "/whereis ana");
  expect(world.last("march")).toBe("Ana is at 52.52000, 13.40500, just now. Kept for 1 h.");
});

test("only the latest position is shown", async () => {
  const world = await createWorld();
  world.room("march", "ana", "ben");
  const phone = await world.shares("ana", "march", { at: [52.52, 13.405], live: hour });
  await world.pass(minute);
  await phone.moves(52.53, 13.41);
  await world.says("ben", "march", "/whereis ana");
  expect(world.shown("march").join()).toContain("52.53000, 13.41000");
  expect(world.shown("march").join()).not.toContain("52.52");
});
