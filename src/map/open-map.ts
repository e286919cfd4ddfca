import { gunzipSync } from "node:zlib";
import { Compression, PMTiles, ResolvedValueCache, TileType } from "pmtiles";
import { attributionIn } from "./attribution.ts";
import { decodeTile, type TileLayer } from "./decode-tile.ts";
import { openFileSource } from "./file-source.ts";
import { maxDirectoryBytes, maxTileBytes } from "./limits.ts";
import { asMapError, MapError } from "./map-error.ts";

/** What a map file says of itself. */
export type MapInfo = {
  minZoom: number;
  maxZoom: number;
  /** degrees */
  west: number;
  south: number;
  east: number;
  north: number;
};

export interface MapFile {
  readonly info: MapInfo;
  /** The layers of one tile; undefined where the file has none. @param wanted only layers of these names. @throws (rejects) MapError */
  layers(z: number, x: number, y: number, wanted?: ReadonlySet<string>): Promise<readonly TileLayer[] | undefined>;
  /** Who has to be named beside what is drawn of it, as plain words. @throws (rejects) MapError */
  attribution(): Promise<string>;
  close(): Promise<void>;
}

const noDirectory = "the directory of the map file is damaged: copy it anew";
const noMetadata = "the metadata of the map file are damaged: copy it anew";
/** Parts of the directory that are remembered: a city has one or two, and a hostile one takes ten megabytes. */
const maxDirectories = 16;

/**
 * Opens a file of vector tiles in the format PMTiles, version 3. Everything in it is unknown until it was read.
 * @throws (rejects) MapError that says what is wrong, in words for the operator
 */
export async function openMap(path: string): Promise<MapFile> {
  const source = await openFileSource(path);
  const cache = new ResolvedValueCache(maxDirectories, true, unpackDirectory);
  const archive = new PMTiles(source, cache, unpack(maxTileBytes));
  try {
    const header = await asMapError("the map file is no PMTiles file of version 3", () => archive.getHeader());
    const { minZoom, maxZoom, tileType } = header;
    if (tileType !== TileType.Mvt) throw new MapError("the map file holds pictures: one with vector tiles is needed");
    if (minZoom > maxZoom || maxZoom > 22) throw new MapError(noDirectory);
    const info = { west: header.minLon, south: header.minLat, east: header.maxLon, north: header.maxLat };
    return {
      info: { minZoom, maxZoom, ...info },
      async layers(z, x, y, wanted) {
        const across = 2 ** z;
        if (z < minZoom || z > maxZoom || x < 0 || y < 0 || x >= across || y >= across) return undefined;
        const tile = await asMapError(noDirectory, () => archive.getZxy(z, x, y));
        return tile && decodeTile(new Uint8Array(tile.data), wanted);
      },
      attribution: async () => attributionIn(await asMapError(noMetadata, () => archive.getMetadata())),
      close: source.close,
    };
  } catch (error) {
    await source.close();
    throw error;
  }
}

/** @param max bytes that it may become: a few packed bytes can become gigabytes */
const unpack = (max: number) => async (data: ArrayBuffer, how: Compression) => {
  if (how !== Compression.None && how !== Compression.Unknown && how !== Compression.Gzip)
    throw new MapError("the map file is packed in a way that is not read here: gzip is");
  if (how !== Compression.Gzip) return data;
  const bytes = await asMapError("a part of the map file is damaged, or too large", () =>
    gunzipSync(new Uint8Array(data), { maxOutputLength: max }),
  );
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
};

/** The library makes as many entries as a directory says that it has, whether they are there or not. Each takes four bytes at least. */
async function unpackDirectory(data: ArrayBuffer, how: Compression): Promise<ArrayBuffer> {
  const directory = await unpack(maxDirectoryBytes)(data, how);
  if (directory.byteLength > maxDirectoryBytes || countOf(new Uint8Array(directory)) * 4 > directory.byteLength)
    throw new MapError(noDirectory);
  return directory;
}

/** The first number of a directory: how many entries follow (PMTiles version 3, "Directories"). */
function countOf(bytes: Uint8Array): number {
  let count = 0;
  for (const [index, byte] of bytes.subarray(0, 10).entries()) {
    count += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return count;
  }
  return Number.POSITIVE_INFINITY;
}
