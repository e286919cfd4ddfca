import { chmodSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { KeyRingError, StoreError } from "../../../../src/core/model/errors.ts";
import type { TextStore } from "../../../../src/core/model/ports.ts";
import { format } from "../../../../src/core/storage/formats.ts";
import { openKeyRing } from "../../../../src/core/storage/keys/open-key-ring.ts";
import type { RingTier } from "../../../../src/core/storage/ring-file/kept-ring.ts";
import { createPgpSeal } from "../../../../src/core/storage/seal/pgp-seal.ts";
import { freshFolder } from "../fresh-folder.ts";
import { ana, begin, c1, contents, keep, openedStore, openRing, positionOf, rowsOf } from "./ring-world.ts";

const key = positionOf(c1, ana);
const cheap = async () => Number.POSITIVE_INFINITY;

/** A store with one row and the ring it was sealed under, both closed. */
async function written(passphrase?: string) {
  const path = join(freshFolder(), "keys");
  const tier: RingTier = passphrase === undefined ? { kind: "file", path } : { kind: "sealed", path, passphrase };
  const store = await openedStore("memory:");
  const ring = await openKeyRing({ tier, store, clock: () => begin, measureCost: cheap });
  await keep(createPgpSeal(ring), store, key, "here", 3_600_000);
  await ring.close();
  return { path, tier, store };
}

type Written = Awaited<ReturnType<typeof written>>;

/** Expects a refusal that names what to do, and that nothing was changed by it. */
async function refuses({ path, store }: Written, tier: RingTier, says: RegExp): Promise<void> {
  const before = contents(dirname(path));
  const rows = await rowsOf(store);
  const refusal = openKeyRing({ tier, store, clock: () => begin, measureCost: cheap });
  await expect(refusal).rejects.toThrow(says);
  await expect(refusal).rejects.toBeInstanceOf(KeyRingError);
  expect(contents(dirname(path))).toEqual(before);
  expect(await rowsOf(store)).toEqual(rows);
}

const opens = async ({ store }: Written, tier: RingTier): Promise<void> => {
  const ring = await openRing({ tier, store });
  const seal = createPgpSeal(ring);
  expect(await seal.open(key, (await store.get(seal.rowId(key))) ?? "")).toBe("here");
  await ring.close();
};

test("a ring missing beside a store with rows is refused", async () => {
  const world = await written();
  const content = readFileSync(world.path);
  rmSync(world.path);
  await refuses(world, world.tier, /missing.*put its file back/);
  writeFileSync(world.path, content, { mode: 0o600 });
  await opens(world, world.tier);
});

test("a ring of another store is refused", async () => {
  const [world, other] = [await written(), await written()];
  await refuses(world, other.tier, /belongs to another store/);
  await opens(world, world.tier);
});

test("a ring whose store could not learn of its start is taken, and nothing is lost", async () => {
  const world = await written();
  const away: TextStore = { ...world.store, set: () => Promise.reject(new StoreError("away")) };
  const refusal = openKeyRing({ tier: world.tier, store: away, clock: () => begin, measureCost: cheap });
  await expect(refusal).rejects.toThrow("away");
  await opens(world, world.tier);
  expect((await openRing({ tier: world.tier, store: world.store })).history.lostAt()).toBeUndefined();
});

test("a new ring whose store could not learn of it is taken, and nothing is lost", async () => {
  const tier: RingTier = { kind: "file", path: join(freshFolder(), "keys") };
  const store = await openedStore("memory:");
  const away: TextStore = { ...store, set: () => Promise.reject(new StoreError("away")) };
  await expect(openKeyRing({ tier, store: away, clock: () => begin })).rejects.toThrow("away");
  expect((await openRing({ tier, store })).history.lostAt()).toBeUndefined();
});

test("another passphrase is refused", async () => {
  const world = await written("correct horse");
  await refuses(world, { kind: "sealed", path: world.path, passphrase: "Correct horse" }, /does not open/);
  await opens(world, world.tier);
});

test("a sealed ring without a passphrase, and a ring as it is with one, are refused", async () => {
  const [sealed, plain] = [await written("correct horse"), await written()];
  await refuses(sealed, { kind: "file", path: sealed.path }, /none is given/);
  await refuses(plain, { kind: "sealed", path: plain.path, passphrase: "correct horse" }, /is not sealed/);
});

test("an empty passphrase is refused", async () => {
  const tier: RingTier = { kind: "sealed", path: join(freshFolder(), "keys"), passphrase: "" };
  await expect(openRing({ tier, store: await openedStore("memory:") })).rejects.toThrow(/is empty: give one/);
});

test("a ring cut short anywhere is refused", async () => {
  for (const world of [await written(), await written("correct horse")]) {
    const whole = readFileSync(world.path);
    const lengths = [0, 1, 2, 40, 80, 110, whole.length >> 1, whole.length - 1];
    for (const length of lengths) {
      writeFileSync(world.path, whole.subarray(0, length));
      await refuses(world, world.tier, /damaged or cut short|does not open/);
    }
    writeFileSync(world.path, Buffer.concat([whole, Buffer.of(0x7d)]));
    await refuses(world, world.tier, /damaged or cut short/);
    writeFileSync(world.path, whole);
    await opens(world, world.tier);
  }
});

test("what is no ring is refused", async () => {
  for (const content of [
    "{}",
    "null",
    `{"whereat":"key ring","format":${format}}`,
    `{"whereat":"another","format":${format}}`,
    "\xc3\x05\xd2",
  ]) {
    const world = await written();
    writeFileSync(world.path, content, "latin1");
    await refuses(world, world.tier, /damaged or cut short/);
  }
});

test("a ring that other users of the machine can reach is refused", async () => {
  const world = await written();
  chmodSync(world.path, 0o640);
  await refuses(world, world.tier, /chmod 600/);
  chmodSync(world.path, 0o600);
  chmodSync(dirname(world.path), 0o750);
  await refuses(world, world.tier, /chmod 700/);
  chmodSync(dirname(world.path), 0o700);
  await opens(world, world.tier);
});

test("a ring's file is for its user alone, in a folder made for its user alone", async () => {
  const path = join(freshFolder(), "new", "folder", "keys");
  await openRing({ tier: { kind: "file", path }, store: await openedStore("memory:") });
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
});

test("a store with rows that names no ring is refused by a ring that is new", async () => {
  const world = await written();
  await world.store.delete(["ring"]);
  await refuses(world, { kind: "memory" }, /names no key ring/);
  await refuses(
    { ...world, path: join(freshFolder(), "keys") },
    { kind: "file", path: join(freshFolder(), "new") },
    /names no key ring/,
  );
});

test("a note that says that the ring ended with its program has no row deleted that was sealed under another", async () => {
  const world = await written();
  const note = JSON.parse((await world.store.get("ring")) ?? "") as object;
  await world.store.set("ring", JSON.stringify({ ...note, ring: null }));
  const rows = (await rowsOf(world.store)).size;
  await refuses(world, { kind: "memory" }, /names no key ring/);
  await refuses(world, { kind: "file", path: join(freshFolder(), "new") }, /names no key ring/);
  const ring = await openRing({ tier: world.tier, store: world.store });
  expect(ring.history.lostAt()).toBe(begin);
  expect((await rowsOf(world.store)).size).toBe(rows);
});

test("a ring in memory leaves a store of a ring in a file alone", async () => {
  const world = await written();
  await refuses(world, { kind: "memory" }, /belongs to a key ring in a file/);
});

test("rows of a ring that ended with its program are cleared away", async () => {
  const store = await openedStore("memory:");
  const rows = async () => (await rowsOf(store)).size;
  for (const tier of [
    { kind: "memory" },
    { kind: "memory" },
    { kind: "file", path: join(freshFolder(), "keys") },
  ] as const) {
    const seal = createPgpSeal(await openRing({ tier, store }));
    // A file names its members under a key that is a row of the store.
    const own = tier.kind === "file" ? 2 : 1;
    expect(await rows()).toBe(own);
    await keep(seal, store, key, "here");
    expect(await rows()).toBe(own + 1);
  }
});

test("a sealed ring shows nothing of what is in it", async () => {
  const world = await written("correct horse");
  const file = readFileSync(world.path).toString("latin1");
  for (const secret of ["whereat", "position", c1, ana, "idKey"]) expect(file).not.toContain(secret);
});
