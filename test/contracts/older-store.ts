import { copyFileSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import type { TextStore } from "../../src/core/model/ports.ts";
import { format } from "../../src/core/storage/formats.ts";
import { openKeyRing } from "../../src/core/storage/keys/open-key-ring.ts";
import { bindingId } from "../../src/core/storage/keys/ring-binding.ts";
import { createSealedRecords } from "../../src/core/storage/records/sealed-records.ts";
import type { RingTier } from "../../src/core/storage/ring-file/kept-ring.ts";
import { createPgpSeal } from "../../src/core/storage/seal/pgp-seal.ts";
import { openStore } from "../../src/core/storage/stores/open-store.ts";
import { createLog } from "../../src/lib/log.ts";
import { freshFolder } from "../core/storage/fresh-folder.ts";
import { copyGolden, type Golden, keyOfGolden } from "../golden/golden-folder.ts";
import type { StoreUnderTest } from "./text-store.ts";

const home = join(import.meta.dirname, "../golden");
/** What each released version wrote. */
export const goldenFolders = readdirSync(home, { withFileTypes: true })
  .map(({ name }) => join(home, name))
  .filter((folder) => existsSync(join(folder, "whereat.db")));
export const goldenOf = (folder: string): Golden => JSON.parse(readFileSync(join(folder, "golden.json"), "utf8"));

class Killed extends Error {}

/** A store whose program ends at a point: from then on, nothing of it is written or read any more. */
function dying(store: TextStore, isDead: () => boolean): TextStore {
  const living = <Of extends unknown[], T>(work: (...of: Of) => Promise<T>) => {
    return async (...of: Of): Promise<T> => {
      if (isDead()) throw new Killed();
      return work(...of);
    };
  };
  return {
    get: living((id) => store.get(id)),
    getMany: living((ids) => store.getMany(ids)),
    set: living((id, text) => store.set(id, text)),
    delete: living((ids) => store.delete(ids)),
    scrub: living(() => store.scrub()),
    entries: () => store.entries(),
    close: async () => {},
  };
}

/** Copies what a golden folder's store holds into another store, of whatever kind. */
export async function fillFrom(folder: string, store: TextStore): Promise<void> {
  const golden = await openStore(`sqlite:${join(copyGolden(folder, join(freshFolder(), "copy")), "whereat.db")}`);
  for await (const [id, text] of golden.entries()) await store.set(id, text);
  await golden.close();
}

/** A copy of the folder's ring, as it is opened. */
export function ringOf(folder: string): RingTier {
  const { passphrase } = goldenOf(folder);
  const path = join(freshFolder(), "keyring");
  copyFileSync(join(copyGolden(folder, join(freshFolder(), "copy")), "keyring"), path);
  return passphrase === undefined ? { kind: "file", path } : { kind: "sealed", path, passphrase };
}

/**
 * Opens the ring of a store in an older format, and is killed at one of the points that it passes.
 * @returns the name of that point; undefined when there are no more
 */
export async function killedAt(point: number, at: Golden["at"], tier: RingTier, store: TextStore) {
  let calls = 0;
  let name: string | undefined;
  const step = (passed: string) => {
    if (++calls < point) return;
    name ??= passed;
    throw new Killed();
  };
  const options = { tier, store: dying(store, () => name !== undefined), clock: () => at, step };
  const ring = await openKeyRing(options).catch((error: unknown) => {
    if (name === undefined) throw error;
    return undefined;
  });
  await ring?.close();
  return name;
}

/** Everything is read as it was written, nothing is taken for a loss, and what names the format names this one. */
export async function isReadWhole({ at, records: written }: Golden, tier: RingTier, store: TextStore): Promise<void> {
  const clock = () => at;
  const ring = await openKeyRing({ tier, store, clock });
  expect(ring.history.lostAt()).toBeUndefined();
  expect(JSON.parse((await store.get(bindingId)) ?? "")).toMatchObject({ whereat: "store", format });
  const log = createLog("warn", (line) => {
    throw new Error(line);
  });
  const records = createSealedRecords(ring.guarded.store, createPgpSeal(ring), clock, log);
  for (const record of written) {
    const key = keyOfGolden(record);
    expect([record.name, key && (await records.get(key))]).toEqual([record.name, record.value]);
  }
  await ring.close();
  if (tier.kind === "file") expect(JSON.parse(readFileSync(tier.path, "utf8"))).toMatchObject({ format });
}

const plain = goldenFolders
  .filter((folder) => goldenOf(folder).passphrase === undefined)
  .map((folder) => [basename(folder), folder] as const);

/** What becomes of the rows of an older format. @param fresh gives an empty store, which outlives a kill of the program */
export function describeOlderStore(fresh: () => Promise<StoreUnderTest>): void {
  test.each(plain)(
    "what %s wrote is read whole, and goes on in this format, at whatever point the program is killed that opens it first",
    async (_, folder) => {
      const golden = goldenOf(folder);
      let points = 0;
      for (let name: string | undefined = "none yet"; name !== undefined; points += 1) {
        const { store, reopen } = await fresh();
        await fillFrom(folder, store);
        const tier = ringOf(folder);
        name = await killedAt(points + 1, golden.at, tier, store);
        const again = (await reopen?.()) ?? store;
        await isReadWhole(golden, tier, again);
        if (again !== store) await again.close();
      }
      expect(points).toBeGreaterThanOrEqual(8);
    },
  );
}
