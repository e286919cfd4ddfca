import fc from "fast-check";
import { expect, test } from "vitest";
import { type Generation, newRingKeys } from "../../../../src/core/storage/keys/ring-keys.ts";
import { partsOfRing, readRing } from "../../../../src/core/storage/ring-file/ring-text.ts";
import { instant } from "../../../../src/lib/time.ts";

const key = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes));
const name = fc.string({ unit: "binary", maxLength: 20 });
const generation: fc.Arbitrary<Generation> = fc
  .record({ createdIn: fc.nat(), key, until: fc.option(fc.nat(), { nil: undefined }) })
  .map(({ until, ...rest }) => (until === undefined ? rest : { ...rest, until: instant(until) }));
const list = fc.array(generation, { maxLength: 3 });
const mapOf = <T>(value: fc.Arbitrary<T>) =>
  fc.array(fc.tuple(name, value), { maxLength: 4 }).map((entries) => new Map(entries));
const ring = fc
  .record({ circles: mapOf(fc.record({ keys: list, members: mapOf(mapOf(list)) })), changes: fc.nat() })
  .map((some) => ({ ...newRingKeys(), ...some }));

test("a ring is read as it was written, part by part, whatever its names are", () => {
  fc.assert(
    fc.property(ring, fc.option(ring, { nil: undefined }), (keys, next) => {
      const written = next === undefined ? keys : { ...keys, next };
      const text = [...partsOfRing(written)].join("");
      expect(readRing(text, [])).toEqual(written);
      expect(JSON.stringify(JSON.parse(text))).toBe(text);
    }),
    { numRuns: 200 },
  );
});

test("a ring of many circles has a part for each, so that writing it stops nothing for long", () => {
  const keys = newRingKeys();
  for (let circle = 0; circle < 1000; circle += 1)
    keys.circles.set(`circle ${circle}`, { keys: [], members: new Map() });
  const lengths = Array.from(partsOfRing(keys), ({ length }) => length);
  expect(lengths.length).toBeGreaterThanOrEqual(1000);
  expect(Math.max(...lengths)).toBeLessThan(1000);
});
