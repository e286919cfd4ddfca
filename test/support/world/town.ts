import { PbfWriter } from "pbf";
import { projected } from "../../../src/map/mercator.ts";
import type { Tile } from "./map-file.ts";

type Place = { latitude: number; longitude: number };
type Feature = {
  type: "point" | "line" | "polygon";
  properties: Readonly<Record<string, string>>;
  places: readonly Place[];
};

const extent = 4096;
const types = { point: 1, line: 2, polygon: 3 } as const;
const zigzag = (value: number) => (value << 1) ^ (value >> 31);

/** A tile of the place, with these features by their layers (Mapbox Vector Tile, version 2.1). */
export function tileAround(place: Place, z: number, layers: Readonly<Record<string, readonly Feature[]>>): Tile {
  const across = 2 ** z;
  const { x, y } = projected(place);
  const [column, row] = [Math.floor(x * across), Math.floor(y * across)];
  const inTile = (at: Place) => {
    const spot = projected(at);
    return [Math.round((spot.x * across - column) * extent), Math.round((spot.y * across - row) * extent)] as const;
  };
  const out = new PbfWriter();
  for (const [name, features] of Object.entries(layers)) out.writeBytesField(3, layerOf(name, features, inTile));
  return { z, x: column, y: row, bytes: out.finish() };
}

function layerOf(name: string, features: readonly Feature[], inTile: (at: Place) => readonly [number, number]) {
  const layer = new PbfWriter();
  layer.writeVarintField(15, 2);
  layer.writeStringField(1, name);
  const keys = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))];
  const values = [...new Set(features.flatMap(({ properties }) => Object.values(properties)))];
  for (const { type, properties, places } of features) {
    const feature = new PbfWriter();
    const tags = Object.entries(properties).flatMap(([key, value]) => [keys.indexOf(key), values.indexOf(value)]);
    feature.writePackedVarint(2, tags);
    feature.writeVarintField(3, types[type]);
    feature.writePackedVarint(4, geometryOf(type, places.map(inTile)));
    layer.writeBytesField(2, feature.finish());
  }
  for (const key of keys) layer.writeStringField(3, key);
  for (const value of values) {
    const written = new PbfWriter();
    written.writeStringField(1, value);
    layer.writeBytesField(4, written.finish());
  }
  layer.writeVarintField(5, extent);
  return layer.finish();
}

function geometryOf(type: Feature["type"], [first, ...others]: readonly (readonly [number, number])[]): number[] {
  if (first === undefined) return [];
  let [x, y] = first;
  const moves = others.flatMap((to) => {
    const move = [zigzag(to[0] - x), zigzag(to[1] - y)];
    [x, y] = to;
    return move;
  });
  const lines = others.length > 0 ? [(others.length << 3) | 2, ...moves] : [];
  return [9, zigzag(first[0]), zigzag(first[1]), ...lines, ...(type === "polygon" ? [15] : [])];
}

/** Streets with names in four scripts, a pond and a park, around 52.52, 13.405: as no town has them. */
export function townOfScripts(): Tile[] {
  const middle = { latitude: 52.52, longitude: 13.405 };
  const at = (north: number, east: number): Place => ({
    latitude: middle.latitude + north / 111_270,
    longitude: middle.longitude + east / 67_880,
  });
  const street = (properties: Record<string, string>, from: Place, to: Place): Feature => ({
    type: "line",
    properties: { kind: "minor_road", ...properties },
    places: [from, to],
  });
  const across = (north: number, properties: Record<string, string>) =>
    street(properties, at(north, -500), at(north + 20, 500));
  const ring = (north: number, east: number, size: number) =>
    [0, 1, 2, 3, 4, 5, 6, 7, 8].map((eighth) => {
      const angle = (eighth * Math.PI) / 4;
      return at(north + size * Math.cos(angle), east + size * Math.sin(angle));
    });
  return [
    tileAround(middle, 14, {
      water: [{ type: "polygon", properties: { kind: "lake" }, places: ring(-260, -250, 90) }],
      landuse: [{ type: "polygon", properties: { kind: "park" }, places: ring(260, 330, 110) }],
      roads: [
        across(330, { name: "Łąkowa Straße", kind: "major_road" }),
        across(170, { name: "Тверская улица" }),
        across(10, { name: "شارع الملك فيصل" }),
        across(-130, { name: "南京路", "name:en": "Nanjing Road" }),
        across(-290, { name: "长安街" }),
        street({ name: "Οδός Ερμού" }, at(-500, -120), at(500, -90)),
        street({ kind: "path" }, at(-500, 250), at(500, 400)),
      ],
      places: [{ type: "point", properties: { kind: "neighbourhood", name: "Старый город" }, places: [at(-60, 250)] }],
    }),
  ];
}
