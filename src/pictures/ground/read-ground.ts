import type { TileFeature, TileLayer, TilePoint } from "../../map/decode-tile.ts";
import { MapError } from "../../map/map-error.ts";
import { kindOfName, layersWithNames } from "../../map/names-in-tile.ts";
import type { MapFile } from "../../map/open-map.ts";
import { maxCornersDrawn } from "../limits.ts";
import type { Spot } from "../projection.ts";
import type { Scene } from "../scene.ts";
import { type AreaKind, areaKindOf, type LineKind, layersDrawn, lineKindOf, roadKindOf } from "./kinds.ts";
import { type TileSeen, tilesIn } from "./tiles.ts";

/** What a name is called, the first of them that can be written. */
export type Named = { names: readonly string[]; rank: number };

/** What lies beneath the people of a picture, in pixels. */
export type Ground = {
  areas: { kind: AreaKind; rings: readonly (readonly Spot[])[] }[];
  lines: { kind: LineKind; line: readonly Spot[] }[];
  /** the most important first */
  streets: (Named & { line: readonly Spot[] })[];
  places: (Named & { at: Spot })[];
  /** who has to be named beside it */
  attribution: string;
};

const wanted = new Set([...layersDrawn, ...layersWithNames]);
/** Pixels: nearer to each other, corners are one. */
const least = 0.8;
/** Pixels beyond the frame in which a line is still wide enough to be seen in it. */
const beyond = 12;
const ranksOfPlaces: readonly string[] = ["city", "town", "borough", "suburb", "village", "macrohood", "quarter"];

/** How much wider than usual a street is where the picture shows so much. */
export const streetWidth = ({ pixelsPerMetre }: Pick<Scene, "pixelsPerMetre">): number =>
  Math.min(4, Math.max(0.4, Math.sqrt(pixelsPerMetre * 4)));

/**
 * Reads streets, water, parks and names of a map where a picture is.
 * @param isLate whether there is no time left
 * @returns undefined where the map has nothing of them, and when it is late
 * @throws (rejects) MapError
 */
export async function readGround(
  map: MapFile,
  scene: Scene,
  locale: string,
  isLate: () => boolean,
): Promise<Ground | undefined> {
  const ground: Ground = { areas: [], lines: [], streets: [], places: [], attribution: "" };
  const put = collector(scene, locale, ground);
  for (const tile of tilesIn(scene, map.info)) {
    const layers = await map.layers(tile.z, tile.x, tile.y, wanted);
    if (isLate()) return undefined;
    for (const layer of layers ?? []) put(layer, tile);
  }
  if (ground.areas.length + ground.lines.length === 0) return undefined;
  ground.attribution = await map.attribution();
  ground.streets.sort((one, other) => one.rank - other.rank);
  ground.places.sort((one, other) => one.rank - other.rank);
  return ground;
}

function collector(scene: Scene, locale: string, ground: Ground) {
  const { frame } = scene;
  const isFar = streetWidth(scene) < 1;
  let left = maxCornersDrawn;
  const take = (line: readonly Spot[]) => {
    left -= line.length;
    if (left < 0) throw new MapError("the map file has too much in it for one picture");
    return line;
  };
  const isSeen = (line: readonly Spot[]) => {
    const [xs, ys] = [line.map(({ x }) => x), line.map(({ y }) => y)];
    const [west, east] = [lowest(xs), highest(xs)];
    const [north, south] = [lowest(ys), highest(ys)];
    return west < frame.width + beyond && east > -beyond && north < frame.height + beyond && south > -beyond;
  };

  return (layer: TileLayer, { pixelOf }: TileSeen) => {
    for (const feature of layer.features) {
      const area = areaKindOf(layer.name, feature);
      const line = lineKindOf(layer.name, feature);
      // From far away, paths and drives are but noise.
      if (line === "path" && isFar) continue;
      const name = kindOfName(layer.name, feature);
      if (area === undefined && line === undefined && name === undefined) continue;
      const lines = feature.geometry().map((points) => inPixels(points, layer.extent, pixelOf));
      if (area !== undefined && lines.some(isSeen)) {
        const rings = lines.filter((ring) => ring.length > 2);
        for (const ring of rings) take(ring);
        if (rings.length > 0) ground.areas.push({ kind: area, rings });
      }
      const seen = lines.filter((each) => each.length > 0 && isSeen(each));
      if (line !== undefined) for (const each of seen) ground.lines.push({ kind: line, line: take(each) });
      if (name === undefined) continue;
      const names = namesOf(feature, locale);
      if (name === "streets")
        for (const each of seen) ground.streets.push({ names, rank: rankOfStreet(feature), line: take(each) });
      else for (const at of seen.flat()) ground.places.push({ names, rank: rankOfPlace(feature), at });
    }
  };
}

/** As people call it there; where that cannot be written, as the reader's language does, or as it is written elsewhere. */
function namesOf({ properties }: TileFeature, locale: string): string[] {
  const keys = ["name", `name:${locale}`, `name_${locale}`, "name:latin", "name:en", "name_en", "name_int"];
  return keys.flatMap((key) => {
    const name = properties[key];
    return typeof name === "string" && name.trim() !== "" ? [name] : [];
  });
}

function rankOfStreet(feature: TileFeature): number {
  const kind = roadKindOf(feature);
  const rank = (["major", "big", "minor", "path"] as const).findIndex((each) => each === kind);
  return rank < 0 ? 4 : rank;
}

function rankOfPlace({ properties }: TileFeature): number {
  const words = ["kind_detail", "kind", "class", "type"].map((key) => String(properties[key]));
  const rank = ranksOfPlaces.findIndex((place) => words.includes(place));
  return rank < 0 ? ranksOfPlaces.length : rank;
}

/** Without corners that stand on others. */
function inPixels(points: readonly TilePoint[], extent: number, pixelOf: TileSeen["pixelOf"]): Spot[] {
  const kept: Spot[] = [];
  for (const [index, { x, y }] of points.entries()) {
    const spot = pixelOf({ x: x / extent, y: y / extent });
    const last = kept.at(-1);
    const isFar = last === undefined || Math.hypot(spot.x - last.x, spot.y - last.y) >= least;
    if (isFar || index === points.length - 1) kept.push(spot);
  }
  return kept;
}

const lowest = (values: readonly number[]) => values.reduce((one, other) => Math.min(one, other), Infinity);
const highest = (values: readonly number[]) => values.reduce((one, other) => Math.max(one, other), -Infinity);
