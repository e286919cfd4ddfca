import { preparePrivateFile } from "../../../lib/process/private-file.ts";
import type { Clock } from "../../../lib/time.ts";
import { KeyRingError } from "../../model/errors.ts";
import type { TextStore } from "../../model/ports.ts";
import { type Migration, migrations as ourMigrations } from "../formats.ts";
import { type GuardedStore, guardStore } from "../guard/guarded-store.ts";
import { verifyStore } from "../guard/verify-store.ts";
import { createKeyRing, type KeyRing, type RingKeeper } from "./key-ring.ts";
import { type MemberNames, openMemberNames } from "./member-names.ts";
import { type Binding, clearForNewRing, readBinding } from "./ring-binding.ts";
import { openRingFile, readRingFile } from "./ring-file.ts";
import { derivedKey, fingerprint, newRingKeys, type RingKeys, resetIfClockIsBehind } from "./ring-keys.ts";
import { readRing, writeRing } from "./ring-text.ts";
import type { Step } from "./saver.ts";
import { damagedRing, isSealedRing, type MeasureCost, type Sealer, sealUnder, unseal } from "./sealed-ring.ts";

/** Where the ring is kept. That decides what "deleted" means. */
export type RingTier =
  /** in memory only: nothing that is sealed opens after the program ends */
  | { kind: "memory" }
  /** a plain file: whoever takes the disk can open what has not expired */
  | { kind: "file"; path: string }
  /** a file sealed with a passphrase, as an OpenPGP message */
  | { kind: "sealed"; path: string; passphrase: string };

export type RingOptions = {
  tier: RingTier;
  /** the store whose rows it seals */
  store: TextStore;
  clock: Clock;
  /** called at each point where a crash must do no harm */
  step?: Step;
  measureCost?: MeasureCost;
  /** lead from older formats to this one */
  migrations?: readonly Migration[];
};

/** A ring, and the store that it is bound to. */
export type OpenedRing = KeyRing & { readonly guarded: GuardedStore };

/**
 * Opens the ring of a store, or makes one when the store is new. A ring in an older format is saved in this one. When the store is not the
 * one that the ring last worked with, or the ring is an older copy, all shares are closed: see Continuity.
 * @throws FormatError when the store or the ring is in a format that is not read here; nothing is changed then
 * @throws KeyRingError when it is the ring of another store, or cannot be opened; nothing is changed then
 * @throws StoreError when the store or the ring's file cannot be read or written
 */
export async function openKeyRing(options: RingOptions): Promise<OpenedRing> {
  const { tier, store, step = () => {}, measureCost, migrations = ourMigrations } = options;
  const binding = await readBinding(store, migrations);
  if (tier.kind === "memory") {
    if (binding.kind === "kept")
      throw new KeyRingError(
        "the store belongs to a key ring in a file, not in memory: keep that one, or name another store",
      );
    await clearForNewRing(store, binding);
    return bindTo(options, binding, newRingKeys(), undefined, inMemory, step);
  }
  await refuseOpenToOthers(tier.path);
  const content = await readRingFile(tier.path);
  if (content === undefined && binding.kind === "kept")
    throw new KeyRingError(
      "the key ring of this store is missing: put its file back, or name another store to begin anew",
    );
  const { keys, sealer } = await (content === undefined
    ? makeRing(tier, measureCost)
    : read(content, tier, migrations));
  if (binding.kind === "kept" && binding.ring !== nameOf(keys))
    throw new KeyRingError(
      "the key ring belongs to another store: name the ring of this one, or the store of that one",
    );
  if (keys.changes === 0) await clearForNewRing(store, binding);
  const keeper = await keepIn(tier.path, sealer, step);
  try {
    return await bindTo(options, binding, keys, nameOf(keys), keeper, step);
  } catch (error) {
    await keeper.close();
    throw error;
  }
}

const inMemory: RingKeeper = { isInMemory: true, save: async () => {}, close: async () => {} };

/** Compares ring and store, and binds them to each other anew. The ring is saved first: a store must not name a ring that is not there. */
async function bindTo(
  { store, clock }: RingOptions,
  binding: Binding,
  keys: RingKeys,
  name: string | undefined,
  keeper: RingKeeper,
  step: Step,
): Promise<OpenedRing> {
  const isNew = keys.changes === 0 && binding.kind !== "kept";
  const isClockBehind = resetIfClockIsBehind(keys, clock());
  const read: { names?: MemberNames } = {};
  const loadedNames = () => {
    if (read.names === undefined)
      throw new KeyRingError("the key ring was asked for a member before its store was read");
    return read.names;
  };
  const ring = createKeyRing(keys, keeper, loadedNames, clock, step);
  const guardKeys = { note: derivedKey(keys, "note in the store"), rows: derivedKey(keys, "guarded rows") };
  const found = await verifyStore(store, binding, ring.history, isNew, guardKeys);
  keys.starts++;
  keys.seenAt = clock();
  await ring.history.countChanges(keys.changes);
  const parts = { store, history: ring.history, ring: name, keys: guardKeys, clock, step };
  const guarded = await guardStore(parts, found);
  // Only after the store names its ring: a store with a row that names none is refused.
  read.names = await openMemberNames(store, keys, keeper.isInMemory);
  step("names: kept");
  return { ...ring, isClockBehind, guarded };
}

async function refuseOpenToOthers(path: string): Promise<void> {
  const problem = await preparePrivateFile(path);
  if (problem !== undefined) throw new KeyRingError(`the key ring was not opened: ${problem}`);
}

type KeptTier = Exclude<RingTier, { kind: "memory" }>;
type Read = { keys: RingKeys; sealer: Sealer };

/**
 * Changes the passphrase of a ring that no program has open.
 * @param from the present one; undefined: it has none
 * @param to the new one; undefined: it is to have none
 * @throws FormatError, KeyRingError, StoreError
 */
export async function changePassphrase(
  path: string,
  from: string | undefined,
  to: string | undefined,
  measureCost?: MeasureCost,
): Promise<void> {
  const content = await readRingFile(path);
  if (content === undefined) throw new KeyRingError("there is no key ring at this path: name another");
  await refuseOpenToOthers(path);
  const { keys } = await read(content, tierOf(path, from), ourMigrations);
  const { sealer } = await makeRing(tierOf(path, to), measureCost);
  const keeper = await keepIn(path, sealer, () => {});
  try {
    await keeper.save(writeRing(keys));
  } finally {
    await keeper.close();
  }
}

const tierOf = (path: string, passphrase: string | undefined): KeptTier =>
  passphrase === undefined ? { kind: "file", path } : { kind: "sealed", path, passphrase };

const nameOf = (keys: RingKeys): string => `ring-${fingerprint(keys.idKey, "store").toString("base64url")}`;

const plain: Sealer = (text) => Buffer.from(text);

const makeRing = async (tier: KeptTier, measureCost?: MeasureCost): Promise<Read> => ({
  keys: newRingKeys(),
  sealer: tier.kind === "file" ? plain : await sealUnder(tier.passphrase, measureCost),
});

async function keepIn(path: string, sealer: Sealer, step: Step): Promise<RingKeeper> {
  const file = await openRingFile(path, step);
  return { isInMemory: false, save: (text) => file.replace(sealer(text)), close: () => file.close() };
}

async function read(content: Buffer, tier: KeptTier, migrations: readonly Migration[]): Promise<Read> {
  const isPlain = content.toString("latin1", 0, 1) === "{";
  if (tier.kind === "sealed") {
    if (isPlain)
      throw new KeyRingError(
        "the key ring is not sealed, but a passphrase is given: seal the ring with it, or give none",
      );
    const { text, sealer } = await unseal(content, tier.passphrase);
    return { keys: parse(text, migrations), sealer };
  }
  if (!isPlain && isSealedRing(content))
    throw new KeyRingError("the key ring is sealed with a passphrase, and none is given: give it");
  return { keys: parse(content.toString(), migrations), sealer: plain };
}

function parse(text: string, migrations: readonly Migration[]): RingKeys {
  const ring = readRing(text, migrations);
  if (ring === undefined) throw new KeyRingError(damagedRing);
  return ring;
}
