import fc from "fast-check";
import { expect, test } from "vitest";
import { format } from "../../../../src/core/storage/formats.ts";
import { type Generation, newRingKeys } from "../../../../src/core/storage/keys/ring-keys.ts";
import {
  circleText,
  headText,
  partsOfRing,
  readRing,
  readRingInParts,
} from "../../../../src/core/storage/ring-file/ring-text.ts";
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

test("a ring in parts is read as one of the same text, and migrated as one; what is no part of a ring is refused", async () => {
  await fc.assert(
    fc.asyncProperty(ring, async (keys) => {
      const texts = [headText(keys), ...[...keys.circles].map(([name, one]) => circleText(name, one)), ""];
      expect(await readRingInParts(texts, [])).toEqual(keys);
      for (const wrong of ["{", "1", '["circle"]', undefined])
        expect(await readRingInParts([...texts, wrong], [])).toBeUndefined();
    }),
    { numRuns: 100 },
  );
  const keys = { ...newRingKeys(), circles: new Map([["before", { keys: [], members: new Map() }]]) };
  const [named] = keys.circles;
  const texts = [headText(keys), circleText(...named!)];
  // As the format after this one would have it.
  const older = texts.map((text) => text.replace(`"format":${format},`, `"format":${format - 1},`));
  const renamed = (content: unknown) => JSON.parse(JSON.stringify(content).replace("before", "after")) as unknown;
  const read = await readRingInParts(older, [{ to: format, ring: renamed }]);
  expect([...read!.circles.keys()]).toEqual(["after"]);
});

test("a ring of many circles has a part for each, so that writing it stops nothing for long", () => {
  const keys = newRingKeys();
  for (let circle = 0; circle < 1000; circle += 1)
    keys.circles.set(`circle ${circle}`, { keys: [], members: new Map() });
  const lengths = Array.from(partsOfRing(keys), ({ length }) => length);
  expect(lengths.length).toBeGreaterThanOrEqual(1000);
  expect(Math.max(...lengths)).toBeLessThan(1000);
});
