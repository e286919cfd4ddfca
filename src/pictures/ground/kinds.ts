import type { TileFeature } from "../../map/decode-tile.ts";

/** What is drawn of a map, what lies beneath first. */
export const areaKinds = ["green", "water"] as const;
export type AreaKind = (typeof areaKinds)[number];
export const lineKinds = ["stream", "river", "path", "rail", "minor", "major", "big"] as const;
export type LineKind = (typeof lineKinds)[number];

/** The layers of Protomaps, OpenMapTiles and Mapbox Streets that have it. */
const waterLayers = new Set(["water", "waterway", "physical_line"]);
const greenLayers = new Set(["landuse", "landcover", "natural", "park", "landuse_overlay"]);
const roadLayers = new Set(["roads", "transportation", "road"]);
export const layersDrawn: ReadonlySet<string> = new Set([...waterLayers, ...greenLayers, ...roadLayers]);

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));
const green = set(
  "park grass wood forest garden cemetery golf_course nature_reserve recreation_ground village_green national_park " +
    "meadow grassland scrub protected_area playground dog_park allotments orchard wetland",
);
const rivers = set("river canal");
/** The more exact word of a feature is looked up first. */
const roads: readonly (readonly [LineKind, ReadonlySet<string>])[] = [
  ["path", set("path track footway cycleway steps bridleway corridor service")],
  ["rail", set("rail major_rail minor_rail transit light_rail subway tram narrow_gauge monorail funicular")],
  ["big", set("highway motorway trunk motorway_link trunk_link")],
  ["major", set("major_road medium_road primary secondary tertiary primary_link secondary_link tertiary_link link")],
  [
    "minor",
    set("minor_road minor street street_limited residential living_street unclassified road pedestrian busway raceway"),
  ],
];

const wordsOf = ({ properties }: TileFeature): string[] =>
  ["kind_detail", "subclass", "kind", "pmap:kind", "class", "type"].flatMap((key) => {
    const word = properties[key];
    return typeof word === "string" ? [word] : [];
  });

export function areaKindOf(layer: string, feature: TileFeature): AreaKind | undefined {
  if (feature.type !== "polygon") return undefined;
  if (layer === "water") return "water";
  if (!greenLayers.has(layer)) return undefined;
  return layer === "park" || wordsOf(feature).some((word) => green.has(word)) ? "green" : undefined;
}

export function lineKindOf(layer: string, feature: TileFeature): LineKind | undefined {
  if (feature.type !== "line") return undefined;
  const kind = kindOfLine(layer, feature);
  // Nobody sees a railway or a stream that goes beneath the streets.
  return isTunnel(feature) && (kind === "rail" || kind === "stream" || kind === "river") ? undefined : kind;
}

function kindOfLine(layer: string, feature: TileFeature): LineKind | undefined {
  if (waterLayers.has(layer)) return wordsOf(feature).some((word) => rivers.has(word)) ? "river" : "stream";
  return roadLayers.has(layer) ? roadKindOf(feature) : undefined;
}

/** As the three schemas say it. */
const isTunnel = ({ properties }: TileFeature): boolean =>
  Boolean(properties["is_tunnel"]) || properties["brunnel"] === "tunnel" || properties["structure"] === "tunnel";

export function roadKindOf(feature: TileFeature): LineKind | undefined {
  for (const word of wordsOf(feature)) {
    const known = roads.find(([, all]) => all.has(word));
    if (known) return known[0];
  }
  return undefined;
}
