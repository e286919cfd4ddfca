import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asKnown, decimalsOf, isNoFix, readAccuracy, readCoordinates } from "../../../src/core/geo/coordinates.ts";
import { readTyped } from "../../../src/core/geo/typed-coordinates.ts";

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

  test("an accuracy is kept however wide it is, and unknown when a phone does not say", () => {
    for (const metres of [0, -0, Number.NaN, "10", null, undefined]) expect(readAccuracy(metres)).toBeUndefined();
    expect([0.5, 12, 100_000, 250_000, 1e9, Number.POSITIVE_INFINITY].map(readAccuracy)).toEqual([
      0.5, 12, 100_000, 250_000, 20_004_000, 20_004_000,
    ]);
  });

  test("a negative accuracy is a phone's word for having no fix", () => {
    for (const metres of [-1, -0.5, -2_147_473, Number.NEGATIVE_INFINITY])
      expect(isNoFix({ latitude: 52, longitude: 13, accuracy: readAccuracy(metres) ?? 0 })).toBe(true);
  });

  test("one coordinate of exactly 0 is a place, both are none", () => {
    expect(isNoFix({ latitude: 51.5, longitude: 0 })).toBe(false);
    expect(isNoFix({ latitude: 0, longitude: 32.5 })).toBe(false);
    expect(isNoFix({ latitude: 0, longitude: 0 })).toBe(true);
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
    "GEO:52.52,13.405;u=20?z=11",
    "geo:0,0?q=52.52,13.405(North%20gate)",
    "geo:52.52,13.405?q=52.52%2C13.405 (North gate)",
    "52.52° 13.405°",
    "52.52 N 13.405 E",
    "E13.405 N52.52",
    "５２．５２ １３．４０５",
    "٥٢٫٥٢، ١٣٫٤٠٥",
    "(52.52, 13.405)",
    "lat: 52.52 lon: 13.405",
    "52.520, 13.405, 34",
    "52°31'12\"N 13°24'18\"E",
    "N 52 31.2 E 13 24.3",
    "https://www.openstreetmap.org/?mlat=1#map=17/52.520/13.405",
    "https://maps.google.com/?q=52.52,13.405&z=3",
  ])("%j are understood", (text) => {
    expect(readTyped(text)).toMatchObject({ kind: "place", place: berlin });
  });

  test.each([
    "",
    "52.52",
    "52,5163",
    "52,516",
    "52.52abc 13",
    "0x10 0x10",
    "1e3 2",
    "NaN NaN",
    "Infinity 0",
    "5200000000 13",
    "52.\n52 13",
    "52.5 13.4 extra",
    "geo:52.52,13.405?q=Alexanderplatz",
    "geo:52,51,13",
    `${"1".repeat(400)} 1`,
    `0.${"1".repeat(10_000)} 1`,
  ])("%j are refused", (text) => {
    expect(readTyped(text)).toBeUndefined();
  });

  test.each([
    ["48,85", "48.0 85.0", "48.85"],
    ["-33,86", "-33.0 86.0", "-33.86"],
    ["52,163", "52.0 163.0", "52.163"],
    ["52 30.985", "52.0 30.985", "52.51642"],
    ["-0 30.985", "-0.0 30.985", "-0.51642"],
    ["52 30,985", "52.0 30.985", "52.51642"],
    ["52.30 13.22", "52.300 13.220", "52.50000 13.36667"],
    ["52,30 -13,22", "52.300 -13.220", "52.50000 -13.36667"],
    ["52.30,13.22", "52.300 13.220", "52.50000 13.36667"],
    ["52.30 , 13.22", "52.300 13.220", "52.50000 13.36667"],
    ["geo:37.7749,-122.4194?q=52.52,13.405", "37.7749 -122.4194", "52.52 13.405"],
  ])("%j have two readings, and are taken for neither", (text, ...readings) => {
    const typed = readTyped(text);
    const both = typed?.kind === "two readings" ? [typed.first, typed.second] : [];
    expect(both.map((one) => ("number" in one ? one.number : `${one.latitude} ${one.longitude}`))).toEqual(readings);
  });

  test.each([
    ["48,-85", 48, -85],
    ["48, 85", 48, 85],
    ["48;85", 48, 85],
    ["48 85", 48, 85],
    ["52 75.985", 52, 75.985],
    ["90 30.5", 90, 30.5],
    ["52.3 13.22", 52.3, 13.22],
    ["52.61 13.22", 52.61, 13.22],
    ["0 180", 0, 180],
    ["52.5 0", 52.5, 0],
  ])("%j can mean one place only", (text, latitude, longitude) => {
    expect(readTyped(text)).toMatchObject({ kind: "place", place: { latitude, longitude } });
  });

  test.each([
    ["91 0", "not on earth"],
    ["0 181", "not on earth"],
    ["https://maps.app.goo.gl/AbCdEfGh", "short link"],
    ["G98H+GX Berlin", "short code"],
  ])("%j is refused with the reason: %s", (typed, why) => {
    expect(readTyped(typed)).toEqual({ kind: "no place", why });
  });

  test("each reading, typed as it is offered, means one place and nothing else", () => {
    const digits = fc.stringMatching(/^[-]?\d{1,3}[.,]?\d{0,4}([ ,;]|, )[-]?\d{1,3}[.,]?\d{0,4}$/);
    let offered = 0;
    fc.assert(
      fc.property(digits, (text) => {
        const typed = readTyped(text);
        for (const one of typed?.kind === "two readings" ? [typed.first, typed.second] : []) {
          if ("number" in one) continue;
          offered += 1;
          if (/[NS]/.test(one.latitude)) {
            expect(readTyped(`${one.latitude} ${one.longitude}`)?.kind).toBe("place");
            continue;
          }
          const again = readTyped(`${one.latitude} ${one.longitude}`);
          // In Antarctica, and beyond Svalbard, it is asked once more, and answered by letters.
          if (again?.kind === "two readings" && "latitude" in again.first && /[NS]$/.test(again.first.latitude))
            continue;
          const [latitude, longitude] = [Number(one.latitude) + 0, Number(one.longitude) + 0];
          expect(readTyped(`${one.latitude} ${one.longitude}`)).toMatchObject({ place: { latitude, longitude } });
        }
      }),
      { numRuns: 20_000 },
    );
    // About a hundred of these are: far fewer would mean that hardly any is tried.
    expect(offered).toBeGreaterThan(20);
  });

  test("whatever is typed, it never throws and never gives a place that is not on earth", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.tuple(fc.double(), fc.double()).map(String)), (text) => {
        const typed = readTyped(text);
        if (typed?.kind === "place") expect(readCoordinates(typed.place.latitude, typed.place.longitude)).toBeDefined();
      }),
    );
  });
});

describe("how exactly a place is known", () => {
  const place = fc.record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  });
  const metres = fc.double({ min: 0.1, max: 1e8, noNaN: true });

  test("an accuracy is never shown finer than it was told, however wide", () => {
    fc.assert(
      fc.property(place, metres, (where, told) => {
        const accuracy = readAccuracy(told) ?? 0;
        expect(asKnown({ ...where, accuracy }).accuracy ?? told).toBeGreaterThanOrEqual(Math.min(told, 20_004_000));
      }),
    );
  });

  test("no digit is shown that was not written, nor one that stands for less than a tenth of what is not known", () => {
    const written = fc.tuple(fc.nat(9), fc.nat(9));
    fc.assert(
      fc.property(place, written, fc.option(metres, { nil: undefined }), (where, decimals, accuracy) => {
        const known = asKnown({ ...where, decimals, ...(accuracy !== undefined && { accuracy }) });
        const shown = decimalsOf(known);
        expect(shown[0]).toBeLessThanOrEqual(decimals[0]);
        expect(shown[1]).toBeLessThanOrEqual(decimals[1]);
        const finest = 111_320 * 10 ** -Math.max(...shown);
        if (Math.max(...shown) > 0) expect(finest).toBeGreaterThan((known.accuracy ?? 0) / 100);
      }),
    );
  });

  test.each([
    ["whole degrees", { latitude: 52, longitude: 13, decimals: [0, 0] }, [0, 0], 131_000, true],
    ["one number finer than the other", { latitude: 52.5, longitude: 13.4053, decimals: [1, 4] }, [1, 2], 11_100, true],
    ["four decimals", { latitude: 52.5163, longitude: 13.3777, decimals: [4, 4] }, [4, 4], undefined, undefined],
    ["a radius of a phone", { latitude: 52.51634, longitude: 13.37771, accuracy: 12 }, [5, 5], 12, undefined],
    ["a wide radius", { latitude: 52.51634, longitude: 13.37771, accuracy: 250_000 }, [1, 1], 250_000, undefined],
    ["one that may be wider", { latitude: 52.5, longitude: 13.4, accuracy: 1500, wider: true }, [3, 3], 1500, true],
    ["one coordinate of exactly 0", { latitude: 51.47793, longitude: 0, accuracy: 5 }, [5, 5], undefined, undefined],
    [
      "whole degrees with a fine radius",
      { latitude: 52, longitude: 13, decimals: [0, 0], accuracy: 9 },
      [0, 0],
      131_000,
      undefined,
    ],
  ] as const)("%s", (_, told, decimals, accuracy, wider) => {
    const known = asKnown({ ...told });
    expect(decimalsOf(known)).toEqual(decimals);
    expect(known.accuracy && Number(known.accuracy.toPrecision(3))).toBe(accuracy);
    expect(known.wider).toBe(wider);
  });
});
