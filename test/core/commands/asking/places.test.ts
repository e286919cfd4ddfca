import { describe, expect, onTestFinished, test } from "vitest";
import type { Places } from "../../../../src/core/model/places.ts";
import { hour } from "../../../../src/lib/time.ts";
import { openPlaces } from "../../../../src/map/open-places.ts";
import { mapFileOf } from "../../../map/map-folder.ts";
import { chicago, pmtilesOf } from "../../../support/world/map-file.ts";
import { createWorld, type World } from "../../../support/world/world.ts";

/** What is told of wherever somebody is, and what was asked about. */
function fakePlaces(street: string | undefined, district: string | undefined) {
  const asked: string[] = [];
  const ask = (what: string, name: string | undefined) => async (at: { latitude: number; longitude: number }) => {
    asked.push(`${what} ${at.latitude} ${at.longitude}`);
    return name;
  };
  const places: Places = { street: ask("street", street), district: ask("district", district) };
  return { places, asked };
}

async function march(places: Places) {
  const world = await createWorld({ places });
  world.room("march", "ana", "ben");
  return world;
}
const asks = async (world: World, words = "/whereis ana") => {
  await world.says("ben", "march", words);
  return world.last("march") ?? "";
};

describe("an answer names the street and the district", () => {
  test("of each person, wherever it is asked", async () => {
    const world = await march(fakePlaces("Altgeld Street", "Montclare").places);
    await world.shares("ana", "march", { at: [41.925, -87.8], live: hour, accuracy: 12 });
    const here = "at 41.92500, -87.80000, within 12 metres, on Altgeld Street, Montclare, just now";
    expect(await asks(world)).toContain(here);
    expect(await asks(world, "/whereis")).toContain(here);
    await world.shares("ben", "march", { at: [41.9225, -87.795], live: hour });
    expect(await asks(world, "/whereis nearest")).toMatch(
      /Ana is \d+ metres .* of Ben, on Altgeld Street, Montclare, /,
    );
    await world.says("ben", undefined, "/whereis");
    expect(world.last("ben")).toMatch(/Ana is \d+ metres .* of you, on Altgeld Street, Montclare, /);
    await world.says("ben", undefined, "/pin ana");
    expect(world.last("ben")).toContain("on Altgeld Street, Montclare");
  });

  test.each([
    ["Altgeld Street", undefined, ", on Altgeld Street, just now"],
    [undefined, "Montclare", ", near Montclare, just now"],
    [undefined, undefined, "within 12 metres, just now"],
  ])("%s, %s, as far as they are known", async (street, district, said) => {
    const world = await march(fakePlaces(street, district).places);
    await world.shares("ana", "march", { at: [41.925, -87.8], live: hour, accuracy: 12 });
    expect(await asks(world)).toContain(said);
  });

  test("as a name of which nobody knows who gave it: isolated, short, and without what disturbs a line", async () => {
    const world = await march(fakePlaces(`\u202Eevil <b>@all\n${"x".repeat(500)}`, "شارع").places);
    await world.shares("ana", "march", { at: [41.925, -87.8], live: hour, accuracy: 12 });
    const said = await asks(world);
    expect(said).toMatch(/, on evil <b>all x{20,60}, شارع, just now/);
    expect(said).not.toContain("\u202E");
  });
});

describe("never nearer than the position is shown", () => {
  test.each([
    ["exact", 12, ["street", "district"]],
    ["exact", 51, ["district"]],
    ["exact", 1501, []],
    ["100m", 12, ["district"]],
    ["1km", 12, ["district"]],
    ["5km", 12, []],
  ] as const)("%s, known to %i metres, has asked for %j", async (precision, accuracy, kinds) => {
    const { places, asked } = fakePlaces("Altgeld Street", "Montclare");
    const world = await march(places);
    await world.says("ana", "march", `/precision ${precision}`);
    await world.shares("ana", "march", { at: [41.9253, -87.8051], live: hour, accuracy });
    const said = await asks(world);
    expect(asked.map((one) => one.split(" ")[0])).toEqual(kinds);
    expect(said.includes("Altgeld Street")).toBe(kinds.some((kind) => kind === "street"));
    expect(said.includes("Montclare")).toBe(kinds.length > 0);
  });

  test("is the same asked for everybody in one square", async () => {
    const all = new Set<string>();
    for (const at of [
      [41.9221, -87.8051],
      [41.9229, -87.8031],
    ] as const) {
      const { places, asked } = fakePlaces("Altgeld Street", "Montclare");
      const world = await march(places);
      await world.says("ana", "march", "/precision 1km");
      await world.shares("ana", "march", { at, live: hour, accuracy: 5 });
      await asks(world);
      all.add(asked.join());
    }
    expect(all.size).toBe(1);
  });
});

test("from a map file: Ana is on Altgeld Street in Montclare, and in a square of a kilometre no street is ever named", async () => {
  const places = await openPlaces(mapFileOf(pmtilesOf(chicago())), {
    wait: () => new Promise<void>(() => {}),
    log: { info() {}, warn() {}, debug() {} },
  });
  onTestFinished(() => places.close());
  const world = await march(places);
  await world.shares("ben", "march", { at: [41.9225, -87.797], live: hour });
  await world.shares("ana", "march", { at: [41.9252, -87.8005], live: hour, accuracy: 8 });
  expect(await asks(world)).toMatch(/Ana is \d+ metres north-west of Ben, on W Altgeld St, Montclare, /);
  await world.says("ana", "march", "/precision 1km");
  for (let north = 0; north < 30; north += 1) {
    await world.shares("ana", "march", { at: [41.91 + north / 1000, -87.8005], live: hour, accuracy: 8 });
    const said = await asks(world);
    expect(said).not.toMatch(/, on /);
    if (north === 15) expect(said).toContain(", near Montclare, ");
  }
});
