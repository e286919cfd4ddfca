import { describe, expect, test } from "vitest";
import { hour, minute } from "../../../src/lib/time.ts";
import { createWorld } from "../../support/world/world.ts";

test("a live location in a room is shown to its members, acknowledged with a reaction and without a message", async () => {
  const world = await createWorld();
  world.room("march", "ana", "ben");
  const { first } = await world.shares("ana", "march", { at: [52.52, 13.405], live: hour });
  expect(world.network.reactions).toEqual([first.message]);
  expect(world.shown("march")).toEqual([]);
  await world.says("ben", "march", "/whereis ana");
  expect(world.last("march")).toBe(
    "Ana shares with this room.\nAna is at 52.52000, 13.40500, accuracy unknown, just now. Kept for 1 hour.",
  );
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
    expect(world.last("march")).toContain("52.52000, 13.40500, accuracy unknown, 2 minutes ago");
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
    await world.says("ana", "march", "/here 0.00000 0.00001");
    await world.says("ben", "march", "/whereis");
    expect(world.last("march")).toContain("0.00000, 0.00001");
  });
});

describe("what is shown is never finer than what was told", () => {
  const said = async (...told: string[]) => {
    const world = await createWorld();
    world.room("march", "ana", "ben");
    for (const words of told) await world.says("ana", "march", words);
    await world.says("ben", "march", "/whereis ana");
    return world.last("march") ?? "";
  };

  test.each([
    ["/here 52 13", "52, 13, uncertain by at least 131 kilometres"],
    ["/here 52.5 13.4053", "52.5, 13.41, uncertain by at least 12 kilometres"],
    ["/here 52.5163 13.3777", "52.5163, 13.3777, accuracy unknown"],
    ["/here geo:52.516312,13.377712;u=12", "52.51631, 13.37771, within 12 metres"],
    ["/here geo:52.516312,13.377712;u=250000", "52.5, 13.4, within 250 kilometres"],
    ["/here geo:52,13;u=12", "52, 13, within 131 kilometres"],
    ["/here 51.47793 0", "51.48, 0, uncertain by at least 70 kilometres"],
  ])("%s", async (typed, shown) => {
    expect(await said(typed)).toContain(`Ana is at ${shown}`);
  });

  test("also in the smallest circle that an answer speaks of, and in a distance", async () => {
    const world = await createWorld();
    world.room("march", "ana", "ben");
    await world.shares("ana", "march", { at: [52.52, 13.405], accuracy: 12.1 });
    await world.says("ben", "march", "/whereis ana");
    expect(world.last("march")).toContain("within 13 metres");
    await world.says("ben", "march", "/here 54 13");
    await world.says("ben", "march", "/whereis ana");
    expect(world.last("march")).toContain("Ana is 200 kilometres south of Ben");
  });

  test("a place with one coordinate of exactly 0 is one, and its accuracy is not believed", async () => {
    const world = await createWorld();
    world.room("march", "ana", "ben");
    await world.shares("ana", "march", { at: [51.47793, 0], accuracy: 5, live: hour });
    await world.says("ben", "march", "/whereis ana");
    expect(world.last("march")).toContain("Ana is at 51.47793, 0.00000, accuracy unknown");
  });

  test("a phone that says it has no fix shares nothing, and a live share goes on when it has one", async () => {
    const world = await createWorld();
    world.room("march", "ana", "ben");
    await world.shares("ana", "march", { at: [52.52, 13.405], accuracy: -1 });
    expect(world.last("march")).toContain("when they do not know where they are");
    const phone = await world.shares("ana", "march", { at: [52.52, 13.405], accuracy: -1, live: hour });
    await world.says("ben", "march", "/whereis");
    expect(world.last("march")).toContain("Nobody shares a position");
    await world.tell({
      ...phone.update(52.53, 13.405),
      position: { latitude: 52.53, longitude: 13.405, at: world.now() },
    });
    await world.says("ben", "march", "/whereis");
    expect(world.last("march")).toContain("Ana is at 52.53");
  });

  test("what has two readings is shared as neither, and the room is told both", async () => {
    expect(await said("/here 48,85")).toContain("nobody called “ana”");
    const world = await createWorld();
    world.room("march", "ana", "ben");
    for (const [typed, first, second] of [
      ["48,85", "say /here 48.0 85.0.", "one number, 48.85,"],
      ["52 30.985", "say /here 52.0 30.985.", "52 degrees and 30.985 minutes, which is 52.51642,"],
      ["52.30 13.22", "say /here 52.300 13.220.", "degrees and minutes of both, say /here 52.50000 13.36667."],
    ] as const) {
      await world.says("ana", "march", `/here ${typed}`);
      const lines = world.last("march")?.split("\n") ?? [];
      expect(lines[0]).toBe(`“${typed}” can be read in two ways, far from each other. Nothing was shared.`);
      expect(lines[1]).toContain(first);
      expect(lines[2]).toContain(second);
    }
  });
});
