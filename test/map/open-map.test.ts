import { dirname } from "node:path";
import { gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { PbfWriter } from "pbf";
import { expect, onTestFinished, test } from "vitest";
import { decodeTile } from "../../src/map/decode-tile.ts";
import { maxTileFeatures, maxTilePoints } from "../../src/map/limits.ts";
import { MapError } from "../../src/map/map-error.ts";
import { openMap } from "../../src/map/open-map.ts";
import { chicago, pmtilesOf, type Tile } from "../support/world/map-file.ts";
import { mapFileOf } from "./map-folder.ts";

const tiles = chicago();

async function opened(bytes: Uint8Array) {
  const map = await openMap(mapFileOf(bytes));
  onTestFinished(() => map.close());
  return map;
}
const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => "none",
    (error: unknown) => (error instanceof MapError ? error.message : `no words: ${String(error)}`),
  );

test.each([
  ["packed, with one directory", {}],
  ["not packed", { isPacked: false }],
  ["with a directory of many parts", { leaves: 4 }],
])("a map file %s is read, each tile as it was written", async (_, options) => {
  const map = await opened(pmtilesOf(tiles, options));
  expect(map.info).toMatchObject({ minZoom: 13, maxZoom: 13 });
  expect(map.info.west).toBeCloseTo(-87.8, 1);
  expect(map.info.north).toBeCloseTo(41.97, 1);
  let withRoads = 0;
  for (const { z, x, y, bytes } of tiles) {
    const layers = await map.layers(z, x, y);
    const names = layers?.map(({ name, features }) => [name, features.length]);
    expect(names).toEqual(decodeTile(bytes).map(({ name, features }) => [name, features.length]));
    withRoads += Number(names?.some(([name]) => name === "roads"));
  }
  // The other one lies in the lake.
  expect(withRoads).toBe(29);
});

test("a tile that the file does not have, and one that there cannot be, are no fault", async () => {
  const map = await opened(pmtilesOf(tiles));
  for (const [z, x, y] of [
    [13, 0, 0],
    [12, 1049, 1521],
    [14, 4196, 6084],
    [13, -1, 3042],
    [13, 2 ** 13, 3042],
    [30, 5, 5],
  ] as const)
    expect(await map.layers(z, x, y)).toBeUndefined();
});

test("only the layers that are wanted are decoded", async () => {
  const map = await opened(pmtilesOf(tiles));
  const layers = await map.layers(13, 2098, 3042, new Set(["places"]));
  expect(layers?.map(({ name }) => name)).toEqual(["places"]);
  expect(layers?.[0]?.features[0]?.properties["name"]).toBe("Elmwood Park");
});

test("what is no map file is refused in words", async () => {
  const file = pmtilesOf(tiles);
  const folder = dirname(mapFileOf(file));
  expect(await problemOf(openMap("/nowhere/city.pmtiles"))).toBe("the map file cannot be opened");
  expect(await problemOf(openMap(folder))).toBe("WHEREAT_MAP names something that is no file");
  const version2 = Uint8Array.from(file);
  version2[7] = 4;
  for (const bytes of [new Uint8Array(), new Uint8Array(20_000), file.slice(0, 60), version2])
    expect(await problemOf(openMap(mapFileOf(bytes)))).toBe("the map file is no PMTiles file of version 3");
  expect(await problemOf(openMap(mapFileOf(pmtilesOf(tiles, { tileType: 2 }))))).toContain("holds pictures");
});

test("a file that was cut off says so when what is missing is read", async () => {
  const file = pmtilesOf(tiles);
  const map = await opened(file.slice(0, file.length - 40_000));
  const problems = await Promise.all(tiles.map(({ z, x, y }) => problemOf(map.layers(z, x, y))));
  expect(new Set(problems)).toEqual(new Set(["none", "the map file ends too early: copy it anew"]));
});

test("a few bytes that unpack to gigabytes are refused", async () => {
  const bomb: Tile[] = [{ z: 1, x: 0, y: 0, bytes: new Uint8Array(17_000_000) }];
  const map = await opened(pmtilesOf(bomb));
  expect(await problemOf(map.layers(1, 0, 0))).toBe("a part of the map file is damaged, or too large");
});

test("a directory that says that it has more parts than it holds is refused before they are made", async () => {
  const file = pmtilesOf(tiles, { isPacked: false });
  const startOfRoot = 127;
  for (const count of [
    [0xff, 0xff, 0x7f],
    [0xff, 0xff, 0xff, 0xff, 0x07],
    [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01],
  ]) {
    const bytes = Uint8Array.from(file);
    bytes.set(count, startOfRoot);
    expect(await problemOf(openMap(mapFileOf(bytes)))).toBe("the directory of the map file is damaged: copy it anew");
  }
});

/** The geometry of the only feature of a tile, as its numbers are written. */
function drawn(geometry: readonly number[]) {
  const feature = new PbfWriter();
  feature.writeVarintField(3, 3);
  feature.writePackedVarint(4, [...geometry]);
  const layer = new PbfWriter();
  layer.writeStringField(1, "roads");
  layer.writeVarintField(15, 2);
  layer.writeBytesField(2, feature.finish());
  const tile = new PbfWriter();
  tile.writeBytesField(3, layer.finish());
  const [read] = decodeTile(tile.finish());
  expect(read?.features).toHaveLength(1);
  return read?.features[0]?.geometry();
}

test("a tile with more corners than any map has is refused", () => {
  const lineTo = (count: number) => [9, 0, 0, (count << 3) | 2, ...Array.from({ length: 2 * count }, () => 1)];
  expect(drawn(lineTo(20))).toEqual([expect.objectContaining({ length: 21 })]);
  expect(() => drawn(lineTo(maxTilePoints + 1))).toThrow("too much in it");
});

test("a ring that says it is closed millions of times is refused before its corners are made", () => {
  const ringClosed = (times: number) => [9, 0, 0, (2 << 3) | 2, 7, 0, 0, 7, (times << 3) | 7, 9, 0, 0];
  for (const times of [0, 1]) expect(drawn(ringClosed(times))?.[0]).toHaveLength(3 + times);
  for (const times of [2, 1_000, 2 ** 27])
    expect(() => drawn(ringClosed(times))).toThrow(new MapError("a tile of the map file is damaged"));
});

test("a tile with more features than any map has is refused before they are made; what is not wanted is not counted", () => {
  const tileOf = (...layers: readonly (readonly [name: string, features: number])[]) => {
    const tile = new PbfWriter();
    for (const [name, count] of layers) {
      const layer = new PbfWriter();
      layer.writeVarintField(15, 2);
      layer.writeStringField(1, name);
      for (let index = 0; index < count; index += 1) layer.writeBytesField(2, new Uint8Array());
      tile.writeBytesField(3, layer.finish());
    }
    return tile.finish();
  };
  const half = maxTileFeatures / 2;
  expect(decodeTile(tileOf(["roads", half], ["places", half]))).toHaveLength(2);
  const tooMany = tileOf(["roads", half], ["places", half + 1]);
  expect(() => decodeTile(tooMany)).toThrow(new MapError("a tile of the map file has too much in it"));
  expect(decodeTile(tooMany, new Set(["roads"]))).toHaveLength(1);
});

test("a damaged file is read or refused with words, wherever the damage is", { timeout: 60_000 }, async () => {
  const few = tiles.slice(0, 3);
  const whole = pmtilesOf(few, { leaves: 1 });
  await fc.assert(
    fc.asyncProperty(fc.nat(2_000), fc.nat(255), fc.nat(40), async (at, value, more) => {
      const bytes = Uint8Array.from(whole);
      bytes.fill(value, at, at + more);
      const problem = await problemOf(
        opened(bytes).then(async (map) => {
          for (const { z, x, y } of few)
            for (const { features } of (await map.layers(z, x, y)) ?? [])
              for (const feature of features) feature.geometry();
        }),
      );
      expect(problem).not.toContain("no words");
    }),
    { numRuns: 300 },
  );
});

test("a damaged tile is read or refused with words, whatever its bytes are", () => {
  const [first] = tiles;
  fc.assert(
    fc.property(fc.nat(first?.bytes.length), fc.uint8Array({ minLength: 1, maxLength: 30 }), (at, damage) => {
      const bytes = Uint8Array.from(first?.bytes ?? []);
      bytes.set(damage.subarray(0, bytes.length - at), at);
      readAll(bytes);
    }),
    { numRuns: 200 },
  );
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), readAll));
  readAll(gzipSync("not unpacked"));
});

function readAll(bytes: Uint8Array): void {
  try {
    for (const { features } of decodeTile(bytes)) for (const feature of features) feature.geometry();
  } catch (error) {
    expect(error).toBeInstanceOf(MapError);
  }
}
