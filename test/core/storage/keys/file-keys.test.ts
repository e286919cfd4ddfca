import { expect, test } from "vitest";
import { createKeyRing } from "../../../../src/core/storage/keys/key-ring.ts";
import { createMemberNames } from "../../../../src/core/storage/keys/member-names.ts";
import { newKey, newRingKeys, type RingKeys } from "../../../../src/core/storage/keys/ring-keys.ts";
import { readRing, writeRing } from "../../../../src/core/storage/ring-file/ring-text.ts";
import { instant } from "../../../../src/lib/time.ts";

const hex = (keys: Uint8Array[]) => keys.map((key) => Buffer.from(key).toString("hex"));

/** A ring that is opened again from what it saved last, and a file that holds the key it was sealed under last. */
function world() {
  let saved = writeRing(newRingKeys());
  let dying: string | undefined;
  const file = { key: "", count: 0 };
  const open = () => {
    const ring = readRing(saved, [])!;
    const keeper = {
      isInMemory: true,
      save: async (ring: RingKeys) => void (saved = writeRing(ring)),
      close: async () => {},
    };
    const step = (name: string) => {
      if (name === dying) throw new Error("killed");
    };
    return createKeyRing(
      ring,
      keeper,
      () => createMemberNames(newKey()),
      () => instant(0),
      step,
    ).fileKeys("file");
  };
  const reseal = (key: Uint8Array) => {
    file.key = Buffer.from(key).toString("hex");
    return ++file.count;
  };
  return {
    file,
    open,
    reseal,
    /** what is on the disk of the ring holds this key */
    holds: (key: string) => saved.includes(Buffer.from(key, "hex").toString("base64")),
    dieAt: (name: string | undefined) => void (dying = name),
  };
}

test("a file has one key, the same at the next start, and another than any other file", async () => {
  const { open } = world();
  const first = hex((await open()).keys());
  expect(first).toHaveLength(1);
  expect(hex((await open()).keys())).toEqual(first);
});

test("after a renewal the ring knows the new key and the count, and the old key is nowhere any more", async () => {
  const { open, reseal, file, holds } = world();
  const keys = await open();
  const [before = ""] = hex(keys.keys());
  expect(holds(before)).toBe(true);
  await keys.renew(reseal);
  expect([hex(keys.keys()), keys.count]).toEqual([[file.key], 1]);
  expect([holds(before), holds(file.key)]).toEqual([false, true]);
  const again = await open();
  expect([hex(again.keys()), again.count]).toEqual([[file.key], 1]);
});

test.each(["file key: made", "file key: file resealed", "file key: older destroyed"])(
  "killed at '%s', the ring still has the key of the file, and the next renewal leaves that one alone",
  async (step) => {
    const { open, reseal, file, holds, dieAt } = world();
    const keys = await open();
    await keys.renew(reseal);
    const sealedBefore = file.key;
    dieAt(step);
    await expect(keys.renew(reseal)).rejects.toThrow("killed");
    dieAt(undefined);
    const again = await open();
    expect(hex(again.keys())).toContain(file.key);
    expect(again.count).toBeLessThanOrEqual(file.count);
    await again.renew(reseal);
    expect(hex(again.keys())).toEqual([file.key]);
    expect(holds(sealedBefore)).toBe(false);
  },
);

test("a file that could not be sealed again keeps its key", async () => {
  const { open, reseal, file } = world();
  const keys = await open();
  await keys.renew(reseal);
  const failing = () => {
    throw new Error("disk full");
  };
  await expect(keys.renew(failing)).rejects.toThrow("disk full");
  expect(hex((await open()).keys())).toContain(file.key);
});

test("a count is saved", async () => {
  const { open } = world();
  await (await open()).note(7);
  expect((await open()).count).toBe(7);
});
