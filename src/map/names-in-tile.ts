import type { TileFeature, TileLayer, TilePoint } from "./decode-tile.ts";

/** In the square of the web mercator projection, of a width of 1. */
type Named = { name: string; lines: readonly (readonly TilePoint[])[] };

/** What a tile says of streets and of parts of town. */
export type NamesInTile = { streets: readonly Named[]; districts: readonly Named[]; settlements: readonly Named[] };

/** The layers with names, in the schemas of Protomaps, OpenMapTiles and Mapbox Streets. */
const streetLayers = new Set(["roads", "transportation_name", "road_label"]);
const placeLayers = new Set(["places", "place", "place_label"]);
export const layersWithNames: ReadonlySet<string> = new Set([...streetLayers, ...placeLayers]);

/** Nobody is said to be on these. */
const noStreets = new Set(["rail", "ferry", "aerialway", "aeroway", "transit", "major_rail", "minor_rail"]);
const districts = new Set(["neighbourhood", "neighborhood", "macrohood", "suburb", "quarter", "borough"]);
const settlements = new Set(["village", "hamlet", "town", "city", "locality"]);

/** Reads them of one tile. Pure. @throws MapError when the tile is damaged */
export function namesInTile(layers: readonly TileLayer[], z: number, x: number, y: number): NamesInTile {
  const found = { streets: [] as Named[], districts: [] as Named[], settlements: [] as Named[] };
  for (const { name: layer, extent, features } of layers) {
    const across = 2 ** z;
    const projected = (point: TilePoint) => ({
      x: (x + point.x / extent) / across,
      y: (y + point.y / extent) / across,
    });
    for (const feature of features) {
      const { name } = feature.properties;
      if (typeof name !== "string" || name.trim() === "") continue;
      const kind = kindOfName(layer, feature);
      if (kind === undefined) continue;
      found[kind].push({ name, lines: feature.geometry().map((line) => line.map(projected)) });
    }
  }
  return found;
}

/** What a feature has the name of: a street, a part of town, or a place where people live. */
export function kindOfName(layer: string, { type, properties }: TileFeature): keyof NamesInTile | undefined {
  const kinds = [properties["kind"], properties["class"], properties["type"], properties["kind_detail"]];
  const isOneOf = (known: ReadonlySet<string>) => kinds.some((kind) => typeof kind === "string" && known.has(kind));
  if (streetLayers.has(layer)) return type === "line" && !isOneOf(noStreets) ? "streets" : undefined;
  if (!placeLayers.has(layer) || type !== "point") return undefined;
  if (isOneOf(districts)) return "districts";
  return isOneOf(settlements) ? "settlements" : undefined;
}

/** The name that is nearest to a point, and how far that is, in widths of the whole square. */
export function nearestOf(named: readonly Named[], at: TilePoint): { name: string; distance: number } | undefined {
  let nearest: { name: string; distance: number } | undefined;
  for (const { name, lines } of named)
    for (const line of lines)
      for (const [index, to] of line.entries()) {
        const distance = fromSegment(at, line[Math.max(0, index - 1)] ?? to, to);
        if (nearest === undefined || distance < nearest.distance) nearest = { name, distance };
      }
  return nearest;
}

function fromSegment(at: TilePoint, from: TilePoint, to: TilePoint): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((at.x - from.x) * dx + (at.y - from.y) * dy) / length;
  const part = Math.max(0, Math.min(1, along));
  return Math.hypot(at.x - from.x - part * dx, at.y - from.y - part * dy);
}
