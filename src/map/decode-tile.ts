import { VectorTile, type VectorTileFeature } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { maxTileFeatures, maxTilePoints } from "./limits.ts";
import { MapError } from "./map-error.ts";

/** In units of the tile, of which it has `extent` in each direction; beyond it is what the tile shows of its neighbours. */
export type TilePoint = { readonly x: number; readonly y: number };

export type TileFeature = {
  readonly type: "point" | "line" | "polygon";
  readonly properties: Readonly<Record<string, string | number | boolean>>;
  /** points, lines, or rings: read when it is asked for, for most features are not. @throws MapError */
  geometry(): readonly (readonly TilePoint[])[];
};

export type TileLayer = { readonly name: string; readonly extent: number; readonly features: readonly TileFeature[] };

const types = [undefined, "point", "line", "polygon"] as const;
const closePath = 7;
const damaged = "a tile of the map file is damaged";
const tooMuch = "a tile of the map file has too much in it";

/**
 * The layers of a vector tile, as its bytes say. Pure: nothing is read but the bytes.
 * @param wanted the names of the layers that are decoded; without it, all
 * @throws MapError
 */
export function decodeTile(bytes: Uint8Array, wanted?: ReadonlySet<string>): readonly TileLayer[] {
  let left = maxTilePoints;
  const pointsOf = (read: () => readonly (readonly TilePoint[])[]) => {
    const lines = withWords(read);
    left -= lines.reduce((sum, line) => sum + line.length, 0);
    if (left < 0) throw new MapError(tooMuch);
    if (lines.some((line) => line.some(({ x, y }) => !Number.isFinite(x) || !Number.isFinite(y))))
      throw new MapError(damaged);
    return lines;
  };
  return withWords(() => {
    const reader = new TileReader(bytes);
    const { layers } = new VectorTile(reader);
    const read = Object.values(layers).filter(({ name }) => wanted === undefined || wanted.has(name));
    // Two bytes make a feature of some hundred.
    if (read.reduce((sum, { length }) => sum + length, 0) > maxTileFeatures) throw new MapError(tooMuch);
    return read.map((layer): TileLayer => {
      if (!Number.isSafeInteger(layer.extent) || layer.extent <= 0) throw new MapError(damaged);
      const features: TileFeature[] = [];
      for (let index = 0; index < layer.length; index += 1) {
        const feature = layer.feature(index);
        const type = types[feature.type];
        if (type === undefined) continue;
        const { properties } = feature;
        features.push({ type, properties, geometry: () => pointsOf(() => reader.geometryOf(feature)) });
      }
      return { name: layer.name, extent: layer.extent, features };
    });
  });
}

/**
 * A ring is closed once (Mapbox Vector Tile specification 2.1, 4.3.3.3). The library closes it as often as the command says, with a corner
 * each time: of four damaged bytes it makes 500 million, and the program dies for want of memory.
 */
class TileReader extends PbfReader {
  #next: "anything" | "length" | "command" = "anything";

  geometryOf(feature: VectorTileFeature): readonly (readonly TilePoint[])[] {
    this.#next = "length";
    try {
      return feature.loadGeometry();
    } finally {
      this.#next = "anything";
    }
  }

  override readVarint(isSigned?: boolean): number {
    const value = super.readVarint(isSigned);
    if (this.#next === "command" && (value & 7) === closePath && value >> 3 > 1) throw new MapError(damaged);
    if (this.#next === "length") this.#next = "command";
    return value;
  }

  override readSVarint(): number {
    const next = this.#next;
    this.#next = "anything";
    const value = super.readSVarint();
    this.#next = next;
    return value;
  }
}

function withWords<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw cause instanceof MapError ? cause : new MapError(damaged, { cause });
  }
}
