import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAccuracy, readCoordinates } from "../../../src/core/geo/coordinates.ts";
import { parseCoordinates } from "../../../src/core/geo/typed-coordinates.ts";

describe("coordinates from a network", () => {
  test.each([
    [Number.NaN, 1],
    [1, Number.NaN],
    [Number.POSITIVE_INFINITY, 0],
    [0, JSON.parse("1e999")],
    [90.0000001, 0],
    [91, 0],
    [-91, 0],
    [0, 180.0000001],
    [0, 181],
    [0, -181],
    [0, 540],
    ["52.5", 13],
    ["", 0],
    [" ", 0],
    [null, 0],
    [[], 0],
    [[52], [13]],
    [true, 0],
    ["0x10", 0],
    [52n, 13],
    [undefined, undefined],
  ])("are refused when they are %o, %o", (latitude, longitude) => {
    expect(readCoordinates(latitude, longitude)).toBeUndefined();
  });

  test.each([
    [90, 180],
    [-90, -180],
    [0, 0],
    [0, 13],
    [52, 0],
    [5e-7, -5e-7],
  ])("are taken as they are when they are %d, %d", (latitude, longitude) => {
    expect(readCoordinates(latitude, longitude)).toEqual({ latitude, longitude });
  });

  test("minus zero is zero", () => {
    expect(readCoordinates(-0, -0)).toEqual({ latitude: 0, longitude: 0 });
  });

  test("an accuracy that nobody can believe is dropped", () => {
    for (const metres of [-1, 0, Number.NaN, 1e9, Number.POSITIVE_INFINITY, "10", null])
      expect(readAccuracy(metres)).toBeUndefined();
    expect([0.5, 12, 100_000].map(readAccuracy)).toEqual([0.5, 12, 100_000]);
  });
});

describe("coordinates that a person types", () => {
  const berlin = { latitude: 52.52, longitude: 13.405 };
  test.each([
    "52.52 13.405",
    "52.52, 13.405",
    "52.52,13.405",
    "52.52;13.405",
    "52,52 13,405",
    "52,52; 13,405",
    " +52.52   +13.405 ",
    "geo:52.52,13.405",
    "GEO:52.52,13.405;u=20?q=x",
  ])("%j are understood", (text) => {
    expect(parseCoordinates(text)).toMatchObject(berlin);
  });

  test.each([
    "",
    "52.52",
    "52 30 13 24",
    "52.52° 13.405°",
    "52.52 N 13.405 E",
    "52.52abc 13",
    "0x10 0x10",
    "1e3 2",
    "NaN NaN",
    "Infinity 0",
    "91 0",
    "0 181",
    "－５２．５ １３",
    "٥٢ ١٣",
    "−52.5 13",
    "5200000000 13",
    "52.\n52 13",
    "52.5 13.4 extra",
    `${"1".repeat(400)} 1`,
    `0.${"1".repeat(10_000)} 1`,
  ])("%j are refused", (text) => {
    expect(parseCoordinates(text)).toBeUndefined();
  });

  test("whatever is typed, it never throws and never gives a place that is not on earth", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.tuple(fc.double(), fc.double()).map(String)), (text) => {
        const place = parseCoordinates(text);
        if (place) expect(readCoordinates(place.latitude, place.longitude)).toBeDefined();
      }),
    );
  });
});
