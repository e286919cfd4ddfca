import { expect, test } from "vitest";
import { createPgpSeal } from "../../../../src/core/storage/seal/pgp-seal.ts";
import { later } from "../../../../src/lib/time.ts";
import { ana, begin, c1, minute, openedStore, openRing, positionOf } from "./ring-world.ts";

test("the copies of keys that a row is sealed and opened with are overwritten, and the ring's own are not", async () => {
  const ring = await openRing({ tier: { kind: "memory" }, store: await openedStore("memory:") });
  const given: Uint8Array[] = [];
  const seal = createPgpSeal({
    ...ring,
    async forSealing(key, edge) {
      const made = await ring.forSealing(key, edge);
      given.push(made.keys);
      return made;
    },
    forOpening(key, edge) {
      const keys = ring.forOpening(key, edge);
      given.push(...keys);
      return keys;
    },
  });
  for (const key of [positionOf(c1, ana), { kind: "setting", about: [] }]) {
    const { text } = await seal.seal(key, "here", later(begin, minute));
    expect(await seal.open(key, text)).toBe("here");
    expect(await seal.open(key, text)).toBe("here");
    const forever = await seal.seal({ ...key, about: ["forever"] }, "there");
    expect(await seal.open({ ...key, about: ["forever"] }, forever.text)).toBe("there");
  }
  expect(given.length).toBeGreaterThanOrEqual(10);
  for (const keys of given) expect(keys.every((byte) => byte === 0)).toBe(true);
});
