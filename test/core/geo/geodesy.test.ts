import fc from "fast-check";
import { expect, test } from "vitest";
import { directionOf, wayTo } from "../../../src/core/geo/geodesy.ts";

test.each([
  ["a degree of latitude at the equator", [0, 0], [1, 0], 110_574, "north"],
  ["a degree of longitude at the equator", [0, 0], [0, 1], 111_319, "east"],
  ["across the antimeridian", [0, 179.9], [0, -179.9], 22_264, "east"],
  ["over the north pole", [89, 0], [89, 180], 223_388, "north"],
  ["from the north pole", [90, 0], [89, 0], 111_694, "south"],
  ["Vienna to Berlin", [48.2082, 16.3738], [52.52, 13.405], 523_900, "north-north-west"],
] as const)("%s", (_, from, to, metres, direction) => {
  const way = wayTo({ latitude: from[0], longitude: from[1] }, { latitude: to[0], longitude: to[1] });
  expect(Math.abs(way.distance - metres)).toBeLessThan(metres / 1000);
  expect(way.direction).toBe(direction);
});

test("the nearly opposite points of the earth, where simpler formulas never end", () => {
  const { distance } = wayTo({ latitude: 0, longitude: 0 }, { latitude: 0.5, longitude: 179.5 });
  expect(Math.round(distance / 1000)).toBe(19_936);
});

test("there are 16 directions, each as wide as the others, for any number of turns", () => {
  expect(new Set(Array.from({ length: 360 }, (_, degrees) => directionOf(degrees))).size).toBe(16);
  expect([0, 11.2, 348.8, 360, 720, -360, -11].map(directionOf)).toEqual(Array(7).fill("north"));
  expect([11.3, 22.5, 33.7].map(directionOf)).toEqual(Array(3).fill("north-north-east"));
  expect([-90, 270, 630].map(directionOf)).toEqual(Array(3).fill("west"));
});

test("there is as far as back, and never farther than around half the earth", () => {
  const point = fc.record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  });
  fc.assert(
    fc.property(point, point, (here, there) => {
      const out = wayTo(here, there).distance;
      expect(Math.abs(out - wayTo(there, here).distance)).toBeLessThan(0.001);
      expect(out).toBeLessThan(20_004_000);
      expect(out).toBeGreaterThanOrEqual(0);
    }),
  );
});
