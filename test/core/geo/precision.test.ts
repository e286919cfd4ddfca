import fc from "fast-check";
import geodesic from "geographiclib-geodesic";
import { describe, expect, test } from "vitest";
import { wayTo } from "../../../src/core/geo/geodesy.ts";
import { isPrecision, type Precision, precisions, snap } from "../../../src/core/geo/precision.ts";

const coarse = (Object.keys(precisions) as Precision[]).filter((precision) => precision !== "exact");
const nearPole = fc.double({ min: 0, max: 0.2, noNaN: true });
const latitude = fc.oneof(
  fc.double({ min: -90, max: 90, noNaN: true }),
  nearPole.map((degrees) => 90 - degrees),
  nearPole.map((degrees) => degrees - 90),
  fc.constantFrom(-90, -0, 0, 90),
);
const longitude = fc.oneof(
  fc.double({ min: -180, max: 180, noNaN: true }),
  nearPole.map((degrees) => 180 - degrees),
  nearPole.map((degrees) => degrees - 180),
  fc.constantFrom(-180, -0, 0, 180),
);
const place = fc.record({ latitude, longitude });
const precision = fc.constantFrom(...coarse);

describe("a position that is snapped", () => {
  test("is snapped to the same again", () => {
    fc.assert(
      fc.property(place, precision, (position, to) => {
        const { latitude, longitude } = snap(position, to);
        expect(snap({ latitude, longitude }, to)).toMatchObject({ latitude, longitude });
      }),
      { numRuns: 5000 },
    );
  });

  test("lies within the accuracy that is shown with it, at the poles and the antimeridian too", () => {
    fc.assert(
      fc.property(place, precision, (position, to) => {
        const shown = snap(position, to);
        expect(wayTo(position, shown).distance).toBeLessThanOrEqual(shown.accuracy ?? 0);
        expect(shown.accuracy).toBeGreaterThanOrEqual(precisions[to]);
      }),
      { numRuns: 5000 },
    );
  });

  test("is on earth", () => {
    fc.assert(
      fc.property(place, precision, (position, to) => {
        const shown = snap(position, to);
        expect(Math.abs(shown.latitude)).toBeLessThanOrEqual(90);
        expect(Math.abs(shown.longitude)).toBeLessThanOrEqual(180);
      }),
    );
  });

  test("shares its cell with everything that lies about: no cell is smaller than it says", () => {
    // From the middle of a cell, a little less than half its side in each direction stays in it.
    fc.assert(
      fc.property(
        place,
        precision,
        fc.constantFrom(-0.49, 0.49),
        fc.constantFrom(-0.49, 0.49),
        (position, to, up, on) => {
          const middle = snap(position, to);
          const side = precisions[to];
          const cosine = Math.cos((Math.min(90, Math.abs(middle.latitude)) * Math.PI) / 180);
          const moved = {
            latitude: middle.latitude + (up * side) / 111_694,
            longitude: middle.longitude + Math.min(179, (on * side) / (111_320 * Math.max(cosine, 1e-9))),
          };
          fc.pre(Math.abs(moved.latitude) < 89 && Math.abs(moved.longitude) < 180);
          expect(snap(moved, to)).toEqual(middle);
        },
      ),
      { numRuns: 5000 },
    );
  });

  test("is the same on both sides of the antimeridian's meridian itself", () => {
    for (const to of coarse) {
      expect(snap({ latitude: 10, longitude: 180 }, to).longitude).toBeGreaterThan(179);
      expect(snap({ latitude: 10, longitude: -180 }, to).longitude).toBeLessThan(-179);
    }
  });

  test("tells nothing of where in its cell it was: many positions of a cell give one result", () => {
    const seen = new Set<string>();
    const middle = snap({ latitude: 52.52, longitude: 13.405 }, "1km");
    for (let step = -40; step <= 40; step += 1)
      seen.add(JSON.stringify(snap({ latitude: middle.latitude + step / 10_000, longitude: middle.longitude }, "1km")));
    expect(seen.size).toBe(1);
  });
});

test("an exact position stays as it is", () => {
  fc.assert(
    fc.property(place, (position) => {
      expect(snap(position, "exact")).toEqual(position);
    }),
  );
});

test("its accuracy has room for what the phone may be wrong by, and says so when the phone told nothing", () => {
  const bearing = fc.double({ min: 0, max: 360, noNaN: true });
  const metres = fc.double({ min: 1, max: 20_000, noNaN: true });
  fc.assert(
    fc.property(place, precision, metres, bearing, (told, to, accuracy, direction) => {
      const shown = snap({ ...told, accuracy }, to);
      const { lat2 = 0, lon2 = 0 } = geodesic.Geodesic.WGS84.Direct(told.latitude, told.longitude, direction, accuracy);
      expect(wayTo({ latitude: lat2, longitude: lon2 }, shown).distance).toBeLessThanOrEqual(
        (shown.accuracy ?? 0) + 0.001,
      );
      expect(shown).not.toHaveProperty("wider");
      expect(snap(told, to)).toHaveProperty("wider", true);
      expect(snap({ ...told, accuracy, wider: true }, to)).toHaveProperty("wider", true);
    }),
    { numRuns: 2000 },
  );
});

test("only the four words are precisions", () => {
  expect(["exact", "100m", "1km", "5km"].every(isPrecision)).toBe(true);
  expect(["", "10m", "constructor", "__proto__", "toString"].some(isPrecision)).toBe(false);
});
