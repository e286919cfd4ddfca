import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { ShareId } from "../../../../src/core/model/ids.ts";
import type { RecordKey, TextStore } from "../../../../src/core/model/ports.ts";
import type { KeyRing } from "../../../../src/core/storage/keys/key-ring.ts";
import { openKeyRing } from "../../../../src/core/storage/keys/open-key-ring.ts";
import type { RingKeys } from "../../../../src/core/storage/keys/ring-keys.ts";
import { recordKeys } from "../../../../src/core/storage/records/record-keys.ts";
import { finishReseals } from "../../../../src/core/storage/records/reseal.ts";
import { createSealedRecords } from "../../../../src/core/storage/records/sealed-records.ts";
import { type RenewalOptions, renewRing } from "../../../../src/core/storage/renewal/renew-ring.ts";
import type { KeptTier } from "../../../../src/core/storage/ring-file/kept-ring.ts";
import { readRing } from "../../../../src/core/storage/ring-file/ring-text.ts";
import { createPgpSeal } from "../../../../src/core/storage/seal/pgp-seal.ts";
import { readRow } from "../../../../src/core/storage/seal/row-text.ts";
import { decryptMessage } from "../../../../src/core/storage/seal/sealed-message.ts";
import { openStore } from "../../../../src/core/storage/stores/open-store.ts";
import { createLog } from "../../../../src/lib/log.ts";
import { hour } from "../../../../src/lib/time.ts";
import { freshFolder } from "../fresh-folder.ts";
import { ana, c1, keep, movingClock, rowsOf } from "../keys/ring-world.ts";
import { sessionKeyOf } from "../seal/session-key.ts";

const measureCost = async () => Number.POSITIVE_INFINITY;

/** A store and its ring, which are opened, closed and renewed as a test wants, at the cheapest cost. */
export async function createRenewalWorld({ url = "memory:", secret }: { url?: string; secret?: string } = {}) {
  const folder = freshFolder();
  const path = join(folder, "keyring");
  const store = await openStore(url.replace("FOLDER", folder));
  onTestFinished(() => store.close());
  const { clock, pass } = movingClock();
  const tierWith = (passphrase: string | undefined): KeptTier =>
    passphrase === undefined ? { kind: "file", path } : { kind: "sealed", path, passphrase };
  const tier = tierWith(secret);

  /** as the program opens it */
  async function open(of: { tier?: KeptTier; store?: TextStore } = {}) {
    const ring = await openKeyRing({ tier: of.tier ?? tier, store: of.store ?? store, clock, measureCost });
    const seal = createPgpSeal(ring);
    const { store: guarded, continuity } = ring.guarded;
    await finishReseals(ring, seal, guarded);
    const log = createLog("warn", (line) => {
      throw new Error(line);
    });
    return { ring, seal, continuity, store: guarded, records: createSealedRecords(guarded, seal, clock, log) };
  }

  return {
    folder,
    path,
    store,
    tier,
    tierWith,
    clock,
    pass,
    open,
    /** opens it, has something done, and closes it */
    async during<T>(work: (opened: Awaited<ReturnType<typeof open>>) => Promise<T>, of = {}): Promise<T> {
      const opened = await open(of);
      try {
        return await work(opened);
      } finally {
        await opened.ring.close();
      }
    },
    renew: (of: Partial<RenewalOptions> = {}) =>
      renewRing({ tier, becomes: of.tier ?? tier, store, clock, measureCost, ...of }),
    /** a copy of the ring's file as it is now, elsewhere */
    copyOfRing() {
      const copy = join(freshFolder(), "keyring");
      copyFileSync(path, copy);
      return copy;
    },
    /** what is in the file of a plain ring */
    keys: () => readRing(readFileSync(path, "utf8"), []) as RingKeys,
    rows: () => rowsOf(store),
  };
}

export type RenewalWorld = Awaited<ReturnType<typeof createRenewalWorld>>;

/** Every key of a ring's rows, as it stands in its file. */
export const keysIn = (ring: RingKeys): string[] =>
  [
    ring.idKey,
    ring.root,
    ...ring.buckets.values(),
    ...[...ring.circles.values()].flatMap(({ keys, members }) => [
      ...keys.map(({ key }) => key),
      ...[...members.values()].flatMap((records) => [...records.values()].flat().map(({ key }) => key)),
    ]),
  ].map((key) => key.toString("base64"));

/**
 * Tries every row with every key that a ring has for these records, as somebody does who has the ring and a copy of the store.
 * @returns the ids of the rows that open
 */
export const openedBy = (
  ring: Pick<KeyRing, "forOpening">,
  records: readonly RecordKey[],
  rows: ReadonlyMap<string, string>,
): string[] =>
  [...rows].flatMap(([id, row]) => {
    const parsed = readRow(row);
    if (parsed === undefined) return [];
    const keys = records.flatMap((record) => ring.forOpening(record, parsed.edge));
    return keys.some((each) => decryptMessage(parsed.body, sessionKeyOf(each, id, parsed.edge))) ? [id] : [];
  });

const ended = recordKeys.ended("share" as ShareId);
const sharers = recordKeys.sharers(c1);
const ofAna: RecordKey[] = [recordKeys.position(c1, ana), recordKeys.openShares(c1, ana)];
export const someKeys: RecordKey[] = [...ofAna, sharers, ended, recordKeys.circles()];

/** Ana shares with a circle, and something has ended. Of the circle's people nobody knows but by its list of sharers. */
export async function shared(world: RenewalWorld): Promise<void> {
  await world.during(async ({ seal, store }) => {
    const text = JSON.stringify({ version: 1, value: [ana] });
    const lasts = (key: RecordKey) => (key === sharers || key.about.length === 0 ? undefined : hour);
    for (const key of someKeys) await keep(seal, store, key, text, lasts(key));
  });
}
