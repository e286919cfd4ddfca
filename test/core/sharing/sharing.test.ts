import { describe, expect, test } from "vitest";
import { hour, minute } from "../../../src/lib/time.ts";
import { createWorld } from "../../support/world.ts";

test("a live location in a room is shown to its members, acknowledged with a reaction and without a message", async () => {
  const world = await createWorld();
  world.room("march", "ana", "ben");
  const { first } = await world.shares("ana", "march", { at: [52.52, 13.405], live: hour });
  expect(world.network.reactions).toEqual([first.message]);
  expect(world.shown("march")).toEqual([]);
  await world.says("ben", "march", "/whereis ana");
  expect(world.last("march")).toBe("Ana is at 52.52000, 13.40500, just now. Kept for 1 hr.");
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

describe("latitude 0, longitude 0, which phones say that do not know where they are", () => {
  test("takes nothing of the position before, and its age is told", async () => {
    const world = await createWorld();
    world.room("march", "ana", "ben");
    const phone = await world.shares("ana", "march", { at: [52.52, 13.405], live: hour });
    await world.pass(2 * minute);
    await phone.moves(0, 0);
    await world.says("ben", "march", "/whereis ana");
    expect(world.last("march")).toContain("52.52000, 13.40500, 2 min ago");
  });

  test("begins no live share in private before the phone knows, and the reply waits for that", async () => {
    const world = await createWorld();
    world.room("march", "ana", "ben");
    await world.says("ana", "march", "/help");
    const phone = await world.shares("ana", undefined, { at: [0, 0], live: hour });
    expect(world.shown("ana")).toEqual([]);
    await phone.moves(52.52, 13.405);
    expect(world.last("ana")).toContain("Who may see where you are?");
  });

  test("is not taken as a plain location or by /here, and the reply says why", async () => {
    const world = await createWorld();
    world.room("march", "ana", "ben");
    await world.says("ana", "march", "/here 0 0");
    expect(world.last("march")).toContain("Nothing was changed.");
    await world.shares("ana", undefined, { at: [0, 0] });
    expect(world.last("ana")).toContain("when they do not know where they are");
    await world.says("ben", "march", "/whereis");
    expect(world.last("march")).toContain("Nobody shares a position");
    await world.says("ana", "march", "/here 0 0.00001");
    await world.says("ben", "march", "/whereis");
    expect(world.last("march")).toContain("0.00000, 0.00001");
  });
});
