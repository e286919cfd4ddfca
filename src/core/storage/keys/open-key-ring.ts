import type { Clock } from "../../../lib/time.ts";
import { KeyRingError } from "../../model/errors.ts";
import type { TextStore } from "../../model/ports.ts";
import { type Migration, migrations as ourMigrations } from "../formats.ts";
import { type GuardedStore, guardStore } from "../guard/guarded-store.ts";
import { guardKeysOf, verifyStore } from "../guard/verify-store.ts";
import { keepInFile, type RingTier, readKeptRing, sealerFor } from "../ring-file/kept-ring.ts";
import type { MeasureCost } from "../ring-file/sealed-ring.ts";
import { createKeyRing, type KeyRing, type RingKeeper } from "./key-ring.ts";
import { type MemberNames, openMemberNames } from "./member-names.ts";
import { type CutOff, settleRenewal } from "./renewed-keys.ts";
import { type Binding, bindingOf, clearForNewRing, readBinding } from "./ring-binding.ts";
import { newRingKeys, type RingKeys, resetIfClockIsBehind, ringName } from "./ring-keys.ts";
import type { Step } from "./saver.ts";

export type RingOptions = {
  tier: RingTier;
  /** the store whose rows it seals */
  store: TextStore;
  clock: Clock;
  /** called at each point where a crash must do no harm */
  step?: Step;
  measureCost?: MeasureCost;
  /** how many members a ring must have to be written in parts */
  inPartsFrom?: number;
  /** lead from older formats to this one */
  migrations?: readonly Migration[];
};

/** A ring, and the store that it is bound to. */
export type OpenedRing = KeyRing & {
  readonly guarded: GuardedStore;
  /** what became of a renewal of the keys that was cut off; undefined: none was */
  readonly cutOff: CutOff | undefined;
};

/**
 * Opens the ring of a store, or makes one when the store is new. A ring in an older format is saved in this one. When the store is not the
 * one that the ring last worked with, or the ring is an older copy, all shares are closed: see Continuity.
 * @throws FormatError when the store or the ring is in a format that is not read here; nothing is changed then
 * @throws KeyRingError when it is the ring of another store, or cannot be opened; nothing is changed then
 * @throws StoreError when the store or the ring's file cannot be read or written
 */
export async function openKeyRing(options: RingOptions): Promise<OpenedRing> {
  const { tier, store, step = () => {}, measureCost, inPartsFrom, migrations = ourMigrations } = options;
  const binding = await readBinding(store, migrations);
  if (tier.kind === "memory") {
    if (binding.kind === "kept")
      throw new KeyRingError(
        "the store belongs to a key ring in a file, not in memory: keep that one, or name another store",
      );
    await clearForNewRing(store, binding);
    return bindTo(options, binding, newRingKeys(), inMemory, step);
  }
  const kept = await readKeptRing(tier, migrations);
  if (kept === undefined && binding.kind === "kept")
    throw new KeyRingError(
      "the key ring of this store is missing: put its file back, or name another store to begin anew",
    );
  const { keys, cutOff } = settleRenewal(kept?.keys ?? newRingKeys(), binding);
  const known = bindingOf(keys, binding);
  const sealer = kept?.sealer ?? (await sealerFor(tier, measureCost));
  if (keys.changes === 0) await clearForNewRing(store, known);
  const keeper = await keepInFile(tier.path, sealer, step, inPartsFrom);
  try {
    return { ...(await bindTo(options, known, keys, keeper, step)), cutOff };
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
  const guardKeys = guardKeysOf(keys);
  const found = await verifyStore(store, binding, ring.history, isNew, guardKeys);
  keys.starts++;
  keys.seenAt = clock();
  await ring.history.countChanges(keys.changes);
  const name = keeper.isInMemory ? undefined : ringName(keys);
  const parts = { store, history: ring.history, ring: name, keys: guardKeys, clock, step };
  const guarded = await guardStore(parts, found);
  // Only after the store names its ring: a store with a row that names none is refused.
  read.names = await openMemberNames(store, keys, keeper.isInMemory);
  step("names: kept");
  await store.delete(found.others);
  step("rows of other keys: deleted");
  return { ...ring, isClockBehind, guarded, cutOff: undefined };
}
