import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { expect, onTestFinished, test } from "vitest";
import { createLog } from "../../src/lib/log.ts";
import { openPlaces } from "../../src/map/open-places.ts";
import { createRandom } from "../support/soaks/telegram/random.ts";
import { chicago, pmtilesOf, type Tile } from "../support/world/map-file.ts";
import { mapFileOf } from "./map-folder.ts";

const never = () => new Promise<void>(() => {});

async function placesIn(bytes: Uint8Array) {
  const logged: string[] = [];
  const log = createLog("debug", (line) => void logged.push(line));
  const places = await openPlaces(mapFileOf(bytes), { wait: never, log });
  onTestFinished(() => places.close());
  return { places, logged };
}

type Degrees = readonly [longitude: number, latitude: number];
type Street = { name: string; lines: readonly (readonly Degrees[])[] };

/** Every street of the tiles in degrees, as the library itself works them out. */
function truth(tiles: readonly Tile[], layer: string): Street[] {
  return tiles.flatMap(({ z, x, y, bytes }) => {
    const found = new VectorTile(new PbfReader(bytes)).layers[layer];
    return Array.from({ length: found?.length ?? 0 }, (_, index): Street[] => {
      const { geometry, properties } = found?.feature(index).toGeoJSON(x, y, z) ?? {};
      const name = properties?.["name"] ?? "";
      const kind = properties?.["kind"] ?? properties?.["class"];
      if (name === "" || /rail|ferry|aerialway/.test(kind)) return [];
      if (geometry?.type === "LineString") return [{ name, lines: [geometry.coordinates as unknown as Degrees[]] }];
      if (geometry?.type === "MultiLineString")
        return [{ name, lines: geometry.coordinates as unknown as Degrees[][] }];
      return [];
    }).flat();
  });
}

/** Metres, by the radii of the earth's ellipsoid at that latitude. */
function metresFrom([longitude, latitude]: Degrees, { lines }: Street): number {
  const sine = Math.sin((latitude * Math.PI) / 180) ** 2;
  const [a, e2] = [6_378_137, 0.00669437999];
  const north = (Math.PI / 180) * ((a * (1 - e2)) / (1 - e2 * sine) ** 1.5);
  const east = (Math.PI / 180) * (a / Math.sqrt(1 - e2 * sine)) * Math.sqrt(1 - sine);
  let nearest = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    const corners = line.map(([lon, lat]) => [(lon - longitude) * east, (lat - latitude) * north] as const);
    for (const [index, [x, y]] of corners.entries()) {
      const [x0, y0] = corners[index - 1] ?? [x, y];
      const [dx, dy] = [x - x0, y - y0];
      const along = dx === 0 && dy === 0 ? 0 : Math.max(0, Math.min(1, -(x0 * dx + y0 * dy) / (dx * dx + dy * dy)));
      nearest = Math.min(nearest, Math.hypot(x0 + along * dx, y0 + along * dy));
    }
  }
  return nearest;
}

test.each([
  ["protomaps", "roads"],
  ["openmaptiles", "transportation_name"],
] as const)(
  "of 1,000 points, by the schema of %s, the street that is named is the nearest one, within 50 metres; and none is named where there is none",
  { timeout: 60_000 },
  async (schema, layer) => {
    const tiles = chicago(schema);
    const streets = truth(tiles, layer);
    const { places, logged } = await placesIn(pmtilesOf(tiles));
    const { next: random } = createRandom(7);
    const outcomes = { named: 0, none: 0 };
    const wrong: unknown[] = [];
    for (let count = 0; count < 1000; count += 1) {
      const street = streets[Math.floor(random() * streets.length)];
      const [lon = 0, lat = 0] = street?.lines[0]?.[0] ?? [];
      // Up to a hundred metres from a corner of a street, and where there are tiles.
      const at = [
        Math.min(-87.583, Math.max(-87.802, lon + (random() - 0.5) * 0.0024)),
        Math.min(41.966, Math.max(41.771, lat + (random() - 0.5) * 0.0018)),
      ] as const;
      const name = await places.street({ latitude: at[1], longitude: at[0] });
      const all = streets.map((one) => ({ name: one.name, metres: metresFrom(at, one) }));
      const nearest = Math.min(...all.map(({ metres }) => metres));
      const named = Math.min(...all.filter((one) => one.name === name).map(({ metres }) => metres));
      outcomes[name === undefined ? "none" : "named"] += 1;
      const isRight = name === undefined ? nearest > 49.5 : named < 50.5 && named < nearest + 0.5;
      if (!isRight) wrong.push({ name, nearest, named });
    }
    expect(wrong).toEqual([]);
    expect(outcomes.named).toBeGreaterThan(500);
    expect(outcomes.none).toBeGreaterThan(20);
    expect(logged).toEqual([]);
  },
);

test("a name costs a few milliseconds at most once its tile was read", async () => {
  const { places } = await placesIn(pmtilesOf(chicago()));
  const at = { latitude: 41.925, longitude: -87.795 };
  expect(await places.street(at)).toBeDefined();
  const began = performance.now();
  for (let count = 0; count < 200; count += 1) await places.street(at);
  expect((performance.now() - began) / 200).toBeLessThan(10);
});

test("the district is the one whose name stands nearest, and there is none far from any", async () => {
  const { places } = await placesIn(pmtilesOf(chicago()));
  expect(await places.district({ latitude: 41.9253, longitude: -87.8051 })).toBe("Montclare");
  expect(await places.district({ latitude: 41.95, longitude: -87.55 })).toBeUndefined();
});

test("in another region, at the poles and across 180° there are no names, and nothing is wrong", async () => {
  const { places, logged } = await placesIn(pmtilesOf(chicago()));
  for (const [latitude, longitude] of [
    [52.52, 13.405],
    [90, 0],
    [-90, 0],
    [0, 180],
    [85.2, -180],
  ] as const) {
    expect(await places.street({ latitude, longitude })).toBeUndefined();
    expect(await places.district({ latitude, longitude })).toBeUndefined();
  }
  expect(logged).toEqual([]);
});

test("a broken file is told of in one line, without a place, and gives no names", async () => {
  const file = pmtilesOf(chicago());
  const { places, logged } = await placesIn(file.fill(255, 127, 400));
  for (let count = 0; count < 3; count += 1) {
    expect(await places.street({ latitude: 41.925, longitude: -87.795 })).toBeUndefined();
    expect(await places.district({ latitude: 41.925, longitude: -87.795 })).toBeUndefined();
  }
  expect(logged).toHaveLength(1);
  expect(logged[0]).toMatch(/map file.*: answers name no street and no district/);
  expect(logged[0]).not.toMatch(/\d{2}\.\d/);
});

test("a file that is not there, or read too slowly, leaves answers as they are", async () => {
  const logged: string[] = [];
  const log = createLog("debug", (line) => void logged.push(line));
  const missing = await openPlaces("/nowhere/city.pmtiles", { wait: never, log });
  expect(await missing.street({ latitude: 41.925, longitude: -87.795 })).toBeUndefined();
  expect(logged.splice(0).join()).toContain("the map file cannot be opened");
  const slow = await openPlaces(mapFileOf(pmtilesOf(chicago())), { wait: async () => {}, log });
  onTestFinished(() => slow.close());
  expect(await slow.street({ latitude: 41.925, longitude: -87.795 })).toBeUndefined();
  expect(logged.join()).toBe("warn: the map file is read too slowly: answers name no street and no district");
});
