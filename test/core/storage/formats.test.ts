import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { KeyRingError } from "../../../src/core/model/errors.ts";
import { format, migrations } from "../../../src/core/storage/formats.ts";
import { openKeyRing } from "../../../src/core/storage/keys/open-key-ring.ts";
import { bindingId, readBinding } from "../../../src/core/storage/keys/ring-binding.ts";
import { newRingKeys } from "../../../src/core/storage/keys/ring-keys.ts";
import { openSealedStore } from "../../../src/core/storage/open-sealed-store.ts";
import { renewKeys } from "../../../src/core/storage/renew-keys.ts";
import type { RingTier } from "../../../src/core/storage/ring-file/kept-ring.ts";
import { readRing, writeRing } from "../../../src/core/storage/ring-file/ring-text.ts";
import { unseal } from "../../../src/core/storage/ring-file/sealed-ring.ts";
import { openStore } from "../../../src/core/storage/stores/open-store.ts";
import { FormatError } from "../../../src/lib/format.ts";
import { freshFolder } from "./fresh-folder.ts";
import { begin, hashes, openedStore } from "./keys/ring-world.ts";

const passphrase = "correct horse";
const cheap = async () => Number.POSITIVE_INFINITY;
const damagedNote =
  "the store's note of its key ring is damaged: put a whole copy of the store in its place, or name another store to begin anew";
const beginAnew = "name another store and another key ring, or move both away, to begin anew";

/** A store and its ring on disk, as an earlier run left them. */
async function written(secret?: string) {
  const folder = freshFolder();
  const [url, path] = [`sqlite:${join(folder, "whereat.db")}`, join(folder, "keyring")];
  const tier: RingTier = secret === undefined ? { kind: "file", path } : { kind: "sealed", path, passphrase: secret };
  const store = await openStore(url);
  const ring = await openKeyRing({ tier, store, clock: () => begin, measureCost: cheap });
  await ring.close();
  await store.close();
  const inStore = async (change: (binding: string) => string) => {
    const store = await openStore(url);
    await store.set(bindingId, change((await store.get(bindingId)) ?? ""));
    await store.close();
  };
  const inRing = async (change: (ring: string) => string) => {
    if (secret === undefined) return writeFileSync(path, change(readFileSync(path, "utf8")));
    const { text, sealer } = await unseal(readFileSync(path), secret);
    writeFileSync(path, sealer(change(text)));
  };
  return { folder, url, path, tier, inStore, inRing };
}

const numbered = (to: number) => (text: string) => text.replace(`"format":${format}`, `"format":${to}`);

/** Expects that neither the store nor the ring is opened, and that no byte of them changes. */
async function refuses(
  world: Awaited<ReturnType<typeof written>>,
  says: string,
  kind: new (message: string) => Error = FormatError,
) {
  const { folder, url, path, tier } = world;
  rmSync(`${path}.lock`, { force: true });
  const before = hashes(folder);
  const refusal = await openSealedStore(url, tier, () => begin).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(kind);
  expect(refusal).toHaveProperty("message", says);
  rmSync(`${path}.lock`);
  expect(hashes(folder)).toEqual(before);
}

test("a store that a newer whereat wrote is refused untouched, whatever else is new in it", async () => {
  const world = await written();
  const says = `the store was written by a newer whereat (format 7; this one reads up to ${format}): start that whereat; nothing was changed`;
  await world.inStore(numbered(7));
  await refuses(world, says);
  await world.inStore(() => '{"whereat":"store","format":7,"rings":["one","two"]}');
  await refuses(world, says);
  writeFileSync(world.path, "a ring of another kind");
  await refuses(world, says);
});

test("a key ring that a newer whereat wrote is refused untouched, with a passphrase or without", async () => {
  for (const secret of [undefined, passphrase]) {
    const world = await written(secret);
    await world.inRing(numbered(8));
    const says = `the key ring was written by a newer whereat (format 8; this one reads up to ${format}): start that whereat; nothing was changed`;
    await refuses(world, says);
    const { url, tier } = world;
    const before = hashes(world.folder);
    await expect(renewKeys(url, tier, tier, () => begin)).rejects.toThrow(says);
    rmSync(`${world.path}.lock`);
    expect(hashes(world.folder)).toEqual(before);
  }
});

test("a store from before formats had numbers is refused untouched, with how to begin anew", async () => {
  for (const binding of ["memory", "ring-2s8wRk 3", "ring-2s8wRk"]) {
    const world = await written();
    await world.inStore(() => binding);
    await refuses(world, `the store was written by a whereat that did not number its formats yet: ${beginAnew}`);
  }
});

test("a key ring from before formats had numbers is refused untouched, with how to begin anew", async () => {
  const world = await written();
  await world.inRing((text) => text.replace(`"format":${format}`, '"version":1'));
  await refuses(world, `the key ring was written by a whereat that did not number its formats yet: ${beginAnew}`);
});

test("a store whose note of its ring is damaged is refused untouched by a ring that is new", async () => {
  for (const binding of [
    "",
    "x",
    "null",
    "[]",
    "{}",
    `{"whereat":"store","format":${format}}`,
    '{"whereat":"other","format":7}',
  ]) {
    const world = await written();
    await world.inStore(() => binding);
    const path = join(world.folder, "another");
    await refuses({ ...world, path, tier: { kind: "file", path } }, damagedNote, KeyRingError);
  }
});

/** Whatever stands there, it is read, or refused in words of ours. */
const anyText = fc.oneof(
  fc.string(),
  fc.json(),
  fc
    .record({ whereat: fc.constantFrom("store", "key ring"), format: fc.oneof(fc.constant(format), fc.jsonValue()) })
    .map((head) => JSON.stringify(head)),
);

test("whatever stands where a ring should be, it is a ring or it is refused", () => {
  const ring = JSON.parse(writeRing(newRingKeys())) as Record<string, unknown>;
  const spoilt = fc
    .tuple(fc.constantFrom(...Object.keys(ring)), fc.jsonValue())
    .map(([name, value]) => JSON.stringify({ ...ring, [name]: value }));
  fc.assert(
    fc.property(fc.oneof(anyText, spoilt), (text) => {
      try {
        const read = readRing(text, migrations);
        if (read !== undefined) expect(JSON.parse(writeRing(read))).toEqual(JSON.parse(text));
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    }),
  );
});

test("whatever stands where a store names its ring, it is a name or it is refused", async () => {
  const store = await openedStore("memory:");
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      await store.set(bindingId, text);
      const read = await readBinding(store, migrations).catch((error: unknown) => error);
      if (read instanceof Error) expect(read).toBeInstanceOf(FormatError);
      else expect(["damaged", "ended", "kept"]).toContain((read as { kind: string }).kind);
    }),
  );
});
