import { expect, test } from "vitest";
import type { TileFeature } from "../../src/map/decode-tile.ts";
import { areaKindOf, lineKindOf } from "../../src/pictures/ground/kinds.ts";

const feature = (type: TileFeature["type"], properties: TileFeature["properties"]): TileFeature => ({
  type,
  properties,
  geometry: () => [],
});

test.each([
  // Protomaps, version 4: "roads", "water", "landuse", "landcover".
  ["roads", { kind: "highway", kind_detail: "motorway" }, "big"],
  ["roads", { kind: "major_road", kind_detail: "primary" }, "major"],
  ["roads", { kind: "minor_road", kind_detail: "residential" }, "minor"],
  ["roads", { kind: "minor_road", kind_detail: "service" }, "path"],
  ["roads", { kind: "path", kind_detail: "footway" }, "path"],
  ["roads", { kind: "rail", kind_detail: "tram" }, "rail"],
  ["roads", { kind: "rail", kind_detail: "subway", is_tunnel: true }, undefined],
  ["roads", { kind: "minor_road", kind_detail: "residential", is_tunnel: true }, "minor"],
  ["roads", { kind: "ferry" }, undefined],
  ["water", { kind: "river" }, "river"],
  ["water", { kind: "stream" }, "stream"],
  // OpenMapTiles: "transportation", "waterway".
  ["transportation", { class: "motorway" }, "big"],
  ["transportation", { class: "secondary" }, "major"],
  ["transportation", { class: "minor" }, "minor"],
  ["transportation", { class: "service" }, "path"],
  ["transportation", { class: "transit", subclass: "subway", brunnel: "tunnel" }, undefined],
  ["transportation", { class: "ferry" }, undefined],
  ["waterway", { class: "canal" }, "river"],
  ["waterway", { class: "ditch", brunnel: "tunnel" }, undefined],
  // Others are no streets.
  ["boundaries", { kind: "country" }, undefined],
  ["transportation_name", { class: "minor" }, undefined],
] as const)("a line of %s with %o is drawn as %s", (layer, properties, kind) => {
  expect(lineKindOf(layer, feature("line", properties))).toBe(kind);
  expect(areaKindOf(layer, feature("line", properties))).toBeUndefined();
});

test.each([
  ["water", { kind: "ocean" }, "water"],
  ["landuse", { kind: "park" }, "green"],
  ["landcover", { kind: "forest" }, "green"],
  ["landuse", { kind: "industrial" }, undefined],
  ["landuse", { kind: "parking" }, undefined],
  ["water", { class: "lake" }, "water"],
  ["landcover", { class: "grass", subclass: "park" }, "green"],
  ["landcover", { class: "ice" }, undefined],
  ["park", { class: "national_park" }, "green"],
  ["buildings", { kind: "building" }, undefined],
] as const)("an area of %s with %o is drawn as %s", (layer, properties, kind) => {
  expect(areaKindOf(layer, feature("polygon", properties))).toBe(kind);
  expect(lineKindOf(layer, feature("polygon", properties))).toBeUndefined();
});
