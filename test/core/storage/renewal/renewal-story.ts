import { cpSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { searchFiles } from "../../../../drill/residue.ts";
import { SealError } from "../../../../src/core/model/errors.ts";
import type { CircleId, ShareId } from "../../../../src/core/model/ids.ts";
import type { RecordKey, Seal, TextStore } from "../../../../src/core/model/ports.ts";
import { openKeyRing } from "../../../../src/core/storage/keys/open-key-ring.ts";
import { bindingId } from "../../../../src/core/storage/keys/ring-binding.ts";
import type { Step } from "../../../../src/core/storage/keys/saver.ts";
import { recordKeys } from "../../../../src/core/storage/records/record-keys.ts";
import { finishReseals } from "../../../../src/core/storage/records/reseal.ts";
import { renewRing } from "../../../../src/core/storage/renewal/renew-ring.ts";
import type { KeptTier } from "../../../../src/core/storage/ring-file/kept-ring.ts";
import { readRing } from "../../../../src/core/storage/ring-file/ring-text.ts";
import { unseal } from "../../../../src/core/storage/ring-file/sealed-ring.ts";
import { createPgpSeal } from "../../../../src/core/storage/seal/pgp-seal.ts";
import { openStore } from "../../../../src/core/storage/stores/open-store.ts";
import { hour, type Instant, instant } from "../../../../src/lib/time.ts";
import { freshFolder } from "../fresh-folder.ts";
import { ana, ben, c1, c2, keep, positionOf, rowsOf } from "../keys/ring-world.ts";
import { keysIn } from "./renewal-world.ts";

const begin = instant(1_900_000_000_000);
const clock = () => begin;
const measureCost = async () => Number.POSITIVE_INFINITY;

/** What is kept when the keys are renewed, and what was destroyed before. */
const open: readonly RecordKey[] = [
  recordKeys.circles(),
  recordKeys.people(c1),
  recordKeys.openShares(c1, ana),
  recordKeys.ended("over" as ShareId),
  positionOf(c1, ana),
  positionOf(c2, ana),
];
const c3 = "circle-three" as CircleId;
const closed: readonly RecordKey[] = [positionOf(c1, ben), recordKeys.sharers(c3)];
/** Each says the same: who is in a circle. */
const said = JSON.stringify({ version: 1, value: [ana] });

/** The ring's passphrase, and the one that it is to have. */
export type Tier = { from?: string | undefined; to?: string | undefined };
const kept = (folder: string, passphrase: string | undefined): KeptTier => {
  const path = join(folder, "keys");
  return passphrase === undefined ? { kind: "file", path } : { kind: "sealed", path, passphrase };
};

async function inStore<T>(folder: string, step: Step, work: (store: TextStore) => Promise<T>): Promise<T> {
  const inner = await openStore(`sqlite:${join(folder, "whereat.db")}`);
  const around = async (name: string, change: () => Promise<void>) => {
    step(`rows: to be ${name}`);
    await change();
    step(`rows: ${name}`);
  };
  try {
    return await work({
      ...inner,
      set: (id, text) => around("set", () => inner.set(id, text)),
      delete: (ids) => around("deleted", () => inner.delete(ids)),
      scrub: () => around("scrubbed", () => inner.scrub()),
    });
  } finally {
    await inner.close();
  }
}

export async function renew(folder: string, { from, to }: Tier, step: Step = () => {}) {
  const [tier, becomes] = [kept(folder, from), kept(folder, to)];
  return inStore(folder, step, (store) => renewRing({ tier, becomes, store, clock, step, measureCost }));
}

type Opened = { seal: Seal; store: TextStore; lostAt: Instant | undefined };

/** Opens it as the program does, has something done, and closes it. */
async function start<T>(
  folder: string,
  passphrase: string | undefined,
  work: (opened: Opened) => Promise<T>,
): Promise<T> {
  return inStore(
    folder,
    () => {},
    async (store) => {
      const ring = await openKeyRing({ tier: kept(folder, passphrase), store, clock, measureCost });
      try {
        const seal = createPgpSeal(ring);
        await finishReseals(ring, seal, ring.guarded.store);
        return await work({ seal, store: ring.guarded.store, lostAt: ring.history.lostAt() });
      } finally {
        await ring.close();
      }
    },
  );
}

/** What there was before: the keys, and the rows that were closed. */
export type Before = { keys: string[]; closed: [RecordKey, string][] };

/** Fills an empty folder with a store and its ring. */
export async function prepare(folder: string, { from }: Tier): Promise<Before> {
  const rows = await start(folder, undefined, async ({ seal, store }) => {
    const inOneDay = (key: RecordKey) => (key.about.length === 0 ? undefined : 24 * hour);
    for (const key of open) await keep(seal, store, key, said, inOneDay(key));
    const kept: [RecordKey, string][] = [];
    for (const key of closed) kept.push([key, await keep(seal, store, key, said, 24 * hour)]);
    await seal.destroyMember(c1, ben);
    await seal.destroyCircle(c3);
    return kept;
  });
  if (from !== undefined) await renew(folder, { to: from });
  const ring = readRing(await ringText(folder, from), []);
  if (ring === undefined) throw new Error("there is no ring");
  return { keys: keysIn(ring), closed: rows };
}

async function ringText(folder: string, passphrase: string | undefined): Promise<string> {
  const content = readFileSync(join(folder, "keys"));
  return passphrase === undefined ? content.toString() : (await unseal(content, passphrase)).text;
}

/** Every row is under the keys of the same ring: the ids of one begin alike. */
async function hasOneRing(store: TextStore): Promise<void> {
  const ids = [...(await rowsOf(store)).keys()].filter((id) => id !== bindingId);
  expect(new Set(ids.map((id) => id.slice(0, 4))).size).toBe(1);
}

/** Starts: everything that was open is open, nothing that was closed is, and nothing is left of a renewal that was cut off. */
export async function isWhole(folder: string, passphrase: string | undefined, before: Before): Promise<void> {
  await start(folder, passphrase, async ({ seal, store, lostAt }) => {
    // A kill never looks like a restored copy.
    expect(lostAt).toBeUndefined();
    for (const key of open) expect(await seal.open(key, (await store.get(seal.rowId(key))) ?? "")).toBe(said);
    for (const [key, row] of before.closed) expect(await seal.open(key, row).catch(unlessRefused)).toBeUndefined();
    await hasOneRing(store);
  });
  expect(JSON.parse(await ringText(folder, passphrase))).toMatchObject({ next: null });
  expect(readdirSync(folder).filter((name) => !/^(keys|whereat\.db(-wal|-shm)?)$/.test(name))).toEqual([]);
}

function unlessRefused(error: unknown): undefined {
  if (!(error instanceof SealError)) throw error;
  return undefined;
}

/** The passphrase that the ring has now: the old one, or the new one. */
async function passphraseOf(folder: string, { from, to }: Tier): Promise<string | undefined> {
  const isOld = await ringText(folder, from).then(
    () => true,
    () => false,
  );
  return isOld ? from : to;
}

/**
 * Looks at what was left by a renewal of the keys that was cut off, then renews them to the end, and looks again.
 * @param isStarted whereat is started between the two
 */
export async function endsWell(folder: string, tier: Tier, before: Before, isStarted: boolean): Promise<void> {
  const now = await passphraseOf(folder, tier);
  if (isStarted) await isWhole(folder, now, before);
  await renew(folder, { from: now, to: tier.to });
  await inStore(folder, () => {}, hasOneRing);
  await isWhole(folder, tier.to, before);
  expect(searchFiles(folder, [...before.keys, ...before.closed.map(([, row]) => row.slice(-100))]).hits).toEqual([]);
}

/** A copy of a folder, as a disk of its own. */
export function copyOf(folder: string): string {
  const copy = join(freshFolder(), "disk");
  mkdirSync(copy, { mode: 0o700 });
  cpSync(folder, copy, { recursive: true, preserveTimestamps: true });
  return copy;
}
