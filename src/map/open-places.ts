import { districtWithin, type Places, streetWithin } from "../core/model/places.ts";
import { createBoundedMap } from "../lib/bounded/bounded-map.ts";
import type { Log } from "../lib/log.ts";
import type { Duration, Wait } from "../lib/time.ts";
import { MapError } from "./map-error.ts";
import { metresAcross, type Point, projected, tilesAround } from "./mercator.ts";
import { layersWithNames, type NamesInTile, namesInTile, nearestOf } from "./names-in-tile.ts";
import { type MapFile, openMap } from "./open-map.ts";

type Parts = {
  /** resolves after so many milliseconds */
  wait: Wait;
  log: Log;
};

/** Tiles whose names are remembered: a city's middle at the deepest zoom. */
const maxTiles = 64;
/** The deepest zoom that is read: in deeper tiles there are houses, and no other names. */
const deepest = 15;
/** Names of districts stand far apart, so they are looked for in larger tiles. */
const deepestOfDistricts = 14;
/** How long an answer may wait for a name. */
const patience: Duration = 250;

const without = "answers name no street and no district";

/**
 * Names of places, from a map file of the operator's. What is wrong with the file is logged once, without a place, and then there are no names.
 * @returns how places are called, and how the file is closed
 */
export async function openPlaces(path: string, { wait, log }: Parts): Promise<Places & { close(): Promise<void> }> {
  const logged = new Set<string>();
  function tell(error: unknown): void {
    const why = error instanceof MapError ? error.message : "the map file cannot be read";
    if (logged.has(why)) return;
    logged.add(why);
    log.warn(`${why}: ${without}`, error instanceof MapError ? error.cause : error);
  }
  const map = await openMap(path).catch(tell);
  if (map === undefined)
    return { street: async () => undefined, district: async () => undefined, close: async () => {} };
  const names = createNames(map);

  /** Never rejects, and takes no longer than the patience of who asks. */
  async function inTime(work: () => Promise<string | undefined>): Promise<string | undefined> {
    const found = work().catch((error: unknown) => {
      tell(error);
      return undefined;
    });
    const first = await Promise.race([found.then((name) => ({ name })), wait(patience)]);
    if (first === undefined) tell(new MapError("the map file is read too slowly"));
    return first?.name;
  }

  return {
    street: (at) => inTime(() => names.nearest(at, deepest, streetWithin, ["streets"])),
    // A village has no districts.
    district: (at) => inTime(() => names.nearest(at, deepestOfDistricts, districtWithin, ["districts", "settlements"])),
    close: () => map.close(),
  };
}

/** What stands near a place, in the tiles around it. */
function createNames(map: MapFile) {
  const { minZoom, maxZoom } = map.info;
  const read = createBoundedMap<Promise<NamesInTile | undefined>>(maxTiles);

  async function load(z: number, x: number, y: number): Promise<NamesInTile | undefined> {
    const layers = await map.layers(z, x, y, layersWithNames);
    return layers && namesInTile(layers, z, x, y);
  }

  function inTile(z: number, x: number, y: number): Promise<NamesInTile | undefined> {
    const key = `${z}/${x}/${y}`;
    const known = read.get(key);
    if (known) return known;
    const loaded = load(z, x, y);
    read.set(key, loaded);
    // What could not be read now may be readable later.
    loaded.catch(() => read.delete(key));
    return loaded;
  }

  return {
    /** The first of the kinds of which there is one within so many metres. */
    async nearest(at: Point, zoom: number, within: number, kinds: readonly (keyof NamesInTile)[]) {
      const z = Math.max(minZoom, Math.min(maxZoom, zoom));
      const tiles = await Promise.all(tilesAround(at, z, within).map(({ x, y }) => inTile(z, x, y)));
      const here = projected(at);
      for (const kind of kinds) {
        const named = tiles.flatMap((names) => names?.[kind] ?? []);
        const nearest = nearestOf(named, here);
        if (nearest && nearest.distance * metresAcross(at.latitude) <= within) return nearest.name;
      }
      return undefined;
    },
  };
}
