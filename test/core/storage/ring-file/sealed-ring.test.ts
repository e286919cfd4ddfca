import { expect, test } from "vitest";
import { affordableCost, leastCost, sealUnder, unseal } from "../../../../src/core/storage/ring-file/sealed-ring.ts";
import type { PassphraseCost } from "../../../../src/core/storage/seal/open-pgp.ts";

/** A machine on which the least cost takes so long. */
const taking = (milliseconds: number) => async () => milliseconds;
const slow = taking(10_000);

test("a passphrase costs what the machine affords in one to two seconds, and never less than 128 MiB", async () => {
  const costs: Record<number, PassphraseCost> = {
    20: { passes: 12, parallelism: 4, memoryExponent: 18 },
    500: { passes: 6, parallelism: 4, memoryExponent: 18 },
    1000: { passes: 3, parallelism: 4, memoryExponent: 18 },
    1001: { passes: 5, parallelism: 4, memoryExponent: 17 },
    2001: leastCost,
    10_000: leastCost,
  };
  for (const [took, cost] of Object.entries(costs)) expect(await affordableCost(taking(Number(took)))).toEqual(cost);
});

test("the cost stands in the file, in a packet of Argon2id", async () => {
  const content = (await sealUnder("correct horse", slow))("text");
  // RFC 9580, section 5.3.2 (version 6, cipher 9, AEAD 3) and 3.7.1.4 (S2K 4: salt of 16, then passes, parallelism, memory)
  expect([...content.subarray(2, 8)]).toEqual([6, 9 + 17, 9, 3, 20, 4].with(1, content[3] ?? 0));
  expect([...content.subarray(24, 27)]).toEqual([3, 4, 17]);
});

test("the ring is written again and again with the passphrase worked on once", async () => {
  const sealer = await sealUnder("correct horse", slow);
  const contents = ["first", "second"].map(sealer);
  expect(contents[0]!.subarray(0, 60)).toEqual(contents[1]!.subarray(0, 60));
  const { text, sealer: again } = await unseal(contents[1]!, "correct horse");
  expect(text).toBe("second");
  const third = again("third");
  expect(third.subarray(0, 60)).toEqual(contents[0]!.subarray(0, 60));
  expect((await unseal(third, "correct horse")).text).toBe("third");
});

test("a file changed in its key, its body or its last byte is refused", async () => {
  const content = (await sealUnder("correct horse", slow))("the ring");
  for (const at of [50, 100, content.length - 1]) {
    const changed = Uint8Array.from(content);
    changed[at] = (changed[at] ?? 0) ^ 1;
    await expect(unseal(changed, "correct horse")).rejects.toThrow(/damaged|does not open/);
  }
});

test("a file that asks for more memory than ours ever do is refused", async () => {
  const content = (await sealUnder("correct horse", slow))("the ring");
  content[26] = 30;
  await expect(unseal(content, "correct horse")).rejects.toThrow(/does not open/);
});
