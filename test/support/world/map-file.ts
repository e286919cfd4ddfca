import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { PbfReader, PbfWriter } from "pbf";
import { zxyToTileId } from "pmtiles";

export type Tile = { z: number; x: number; y: number; bytes: Uint8Array };

/** How a schema calls what the fixtures, in the schema of Mapbox Streets, call otherwise: layers, and keys of their features. */
type Renamed = Readonly<Record<string, { name: string; keys?: Readonly<Record<string, string>> }>>;

export const schemas = {
  protomaps: {
    road: { name: "roads_without_names" },
    road_label: { name: "roads", keys: { class: "kind" } },
    place_label: { name: "places", keys: { type: "kind" } },
    landuse: { name: "landuse", keys: { class: "kind" } },
  },
  openmaptiles: {
    road: { name: "transportation" },
    road_label: { name: "transportation_name" },
    place_label: { name: "place", keys: { type: "class" } },
  },
} as const satisfies Record<string, Renamed>;

/** Tiles of Chicago as they were made from OpenStreetMap, of @mapbox/mvt-fixtures (ODbL): streets, districts, parks and water. */
export function chicago(schema: keyof typeof schemas = "protomaps"): Tile[] {
  const folder = new URL("../../../node_modules/@mapbox/mvt-fixtures/real-world/chicago/", import.meta.url);
  return readdirSync(folder).map((name) => {
    const [z = 0, x = 0, y = 0] = name.split(/[-.]/).map(Number);
    return { z, x, y, bytes: inSchema(readFileSync(new URL(name, folder)), schemas[schema]) };
  });
}

/** The same tile with other names: everything else is copied as it is. */
function inSchema(tile: Uint8Array, renamed: Renamed): Uint8Array {
  const out = new PbfWriter();
  new PbfReader(tile).readFields((tag, _, pbf) => {
    if (tag === 3) out.writeBytesField(3, layerInSchema(pbf.readBytes(), renamed));
  }, undefined);
  return out.finish();
}

function layerInSchema(layer: Uint8Array, renamed: Renamed): Uint8Array {
  const out = new PbfWriter();
  let name = "";
  new PbfReader(layer).readFields((tag, _, pbf) => {
    if (tag === 1) name = pbf.readString();
  }, undefined);
  const { name: called = name, keys = {} } = renamed[name] ?? {};
  new PbfReader(layer).readFields((tag, _, pbf) => {
    if (tag === 1) out.writeStringField(1, called);
    else if (tag === 3) {
      const key = pbf.readString();
      out.writeStringField(3, keys[key] ?? key);
    } else if (tag === 2 || tag === 4) out.writeBytesField(tag, pbf.readBytes());
    else if (tag === 5 || tag === 15) out.writeVarintField(tag, pbf.readVarint());
  }, undefined);
  return out.finish();
}

type Options = {
  /** each part of the directory beneath its root has so many tiles; without it, all stand in the root */
  leaves?: number;
  isPacked?: boolean;
  tileType?: number;
  metadata?: unknown;
};

/** A PMTiles file of version 3 as its specification says: header, root, metadata, leaves, tiles. */
export function pmtilesOf(tiles: readonly Tile[], options: Options = {}): Uint8Array {
  const { leaves, isPacked = true, tileType = 1, metadata: said = { attribution: "© OpenStreetMap" } } = options;
  const pack = (bytes: Uint8Array) => (isPacked ? gzipSync(bytes) : bytes);
  const sorted = tiles
    .map((tile) => ({ ...tile, id: zxyToTileId(tile.z, tile.x, tile.y), packed: pack(tile.bytes) }))
    .toSorted((a, b) => a.id - b.id);
  let offset = 0;
  const entries = sorted.map(({ id, packed }): Entry => {
    const entry = { id, offset, length: packed.length, run: 1 };
    offset += packed.length;
    return entry;
  });
  const parts: Uint8Array[] = [];
  let root = entries;
  if (leaves !== undefined) {
    let leafOffset = 0;
    root = [];
    for (let from = 0; from < entries.length; from += leaves) {
      const leaf = pack(directoryOf(entries.slice(from, from + leaves)));
      root.push({ id: entries[from]?.id ?? 0, offset: leafOffset, length: leaf.length, run: 0 });
      leafOffset += leaf.length;
      parts.push(leaf);
    }
  }
  const directory = pack(directoryOf(root));
  const metadata = pack(new TextEncoder().encode(JSON.stringify(said)));
  const leafBytes = Buffer.concat(parts);
  const data = Buffer.concat(sorted.map(({ packed }) => packed));
  const header = headerOf([directory, metadata, leafBytes, data], tiles, isPacked, tileType);
  return Buffer.concat([header, directory, metadata, leafBytes, data]);
}

type Entry = { id: number; offset: number; length: number; run: number };

function directoryOf(entries: readonly Entry[]): Uint8Array {
  const out = new PbfWriter();
  out.writeVarint(entries.length);
  entries.forEach(({ id }, index) => out.writeVarint(id - (entries[index - 1]?.id ?? 0)));
  for (const { run } of entries) out.writeVarint(run);
  for (const { length } of entries) out.writeVarint(length);
  for (const { offset } of entries) out.writeVarint(offset + 1);
  return out.finish();
}

function headerOf(parts: readonly Uint8Array[], tiles: readonly Tile[], isPacked: boolean, tileType: number): Buffer {
  const header = Buffer.alloc(127);
  header.write("PMTiles");
  header[7] = 3;
  let offset = header.length;
  parts.forEach(({ length }, index) => {
    header.writeBigUInt64LE(BigInt(offset), 8 + 16 * index);
    header.writeBigUInt64LE(BigInt(length), 16 + 16 * index);
    offset += length;
  });
  for (const at of [72, 80, 88]) header.writeBigUInt64LE(BigInt(tiles.length), at);
  const zooms = tiles.map(({ z }) => z);
  header.set([1, isPacked ? 2 : 1, isPacked ? 2 : 1, tileType, Math.min(...zooms), Math.max(...zooms)], 96);
  const west = Math.min(...tiles.map(({ x, z }) => (x / 2 ** z) * 360 - 180));
  const east = Math.max(...tiles.map(({ x, z }) => ((x + 1) / 2 ** z) * 360 - 180));
  const north = Math.max(...tiles.map(({ y, z }) => latitudeOf(y / 2 ** z)));
  const south = Math.min(...tiles.map(({ y, z }) => latitudeOf((y + 1) / 2 ** z)));
  [west, south, east, north].forEach((degrees, index) =>
    header.writeInt32LE(Math.round(degrees * 1e7), 102 + 4 * index),
  );
  return header;
}

/** Of a part of the height of the web mercator square, from the north. */
const latitudeOf = (down: number) => (Math.atan(Math.sinh(Math.PI * (1 - 2 * down))) * 180) / Math.PI;
