import type { Clock } from "../../../lib/time.ts";
import { KeyRingError, StoreError } from "../../model/errors.ts";
import type { TextStore } from "../../model/ports.ts";
import { type Migration, migrations as ourMigrations } from "../formats.ts";
import { createGuardedRows } from "../guard/guarded-rows.ts";
import { guardKeysOf, verifyStore } from "../guard/verify-store.ts";
import { createKeyRing, type RingKeeper } from "../keys/key-ring.ts";
import { openMemberNames } from "../keys/member-names.ts";
import { keysToFollow, overwriteKeys, settleRenewal } from "../keys/renewed-keys.ts";
import { bindingId, bindingOf, readBinding, type StoreNote, writeBinding } from "../keys/ring-binding.ts";
import { edgeBefore, isClockBehind, type RingKeys, ringName, rowMark } from "../keys/ring-keys.ts";
import type { Step } from "../keys/saver.ts";
import { type KeptTier, keepInFile, readKeptRing, sealerFor } from "../ring-file/kept-ring.ts";
import type { MeasureCost } from "../ring-file/sealed-ring.ts";
import { moveRows } from "./move-rows.ts";

export type RenewalOptions = {
  /** where the ring is, and how it is sealed now; no program has it open */
  tier: KeptTier;
  /** how it is to be sealed then */
  becomes: KeptTier;
  store: TextStore;
  clock: Clock;
  /** called at each point where a crash must do no harm */
  step?: Step;
  measureCost?: MeasureCost;
  /** lead from older formats to this one */
  migrations?: readonly Migration[];
};

export type Renewal = {
  /** how many rows were sealed anew */
  moved: number;
  /** the rows under the old keys are gone; otherwise they are deleted at the next start, and open for nobody meanwhile */
  isTidy: boolean;
};

/**
 * Gives a ring new keys in the place of all that it has, and seals its store anew under them; the file of the ring is sealed anew as well. When it
 * fails or the program dies, either the old keys open everything or the new ones: the next start, or the next renewal, sees to the rest.
 * @throws FormatError, KeyRingError: nothing was changed
 * @throws StoreError when the store or the ring's file cannot be read or written
 */
export async function renewRing(options: RenewalOptions): Promise<Renewal> {
  const { tier, becomes, store, clock, step = () => {}, measureCost, migrations = ourMigrations } = options;
  const { keys, sealer: sealedAsBefore, binding } = await readRing(options, migrations);
  const counts = { saves: () => keys.saves, changes: () => keys.changes };
  const { loss, note, others } = await verifyStore(store, binding, counts, false, guardKeysOf(keys));
  if (loss !== undefined || note === undefined) throw new KeyRingError(notAsLeft);
  const sealedAnew = await sealerFor(becomes, measureCost);
  const keeper = await keepInFile(tier.path, sealedAsBefore, step);
  try {
    // A renewal that was cut off has left them. They go first, for the disk may have been full.
    await store.delete(others);
    const next = keysToFollow(keys);
    const both: RingKeeper = { ...keeper, save: () => keeper.save({ ...keys, next }) };
    const open = async (ring: RingKeys, kept: RingKeeper) => {
      const names = await openMemberNames(store, ring, false);
      return createKeyRing(ring, kept, () => names, clock, step);
    };
    await both.save(next);
    step("renewal: new keys kept");
    const guard = guardKeysOf(next);
    const guarded = createGuardedRows(guard.rows);
    const ids = await idsOf(store, rowMark(keys));
    const [from, to] = [await open(keys, unsaved), await open(next, both)];
    const stored = (id: string, text: string) => guarded.put(id, text);
    const moved = await moveRows({ store, from, to, ids, now: clock(), migrations, stored });
    step("renewal: rows sealed anew");
    const edge = edgeBefore(clock());
    const known = { starts: next.starts, saves: next.saves, changes: next.changes };
    // When the store was last worked with stays as it was: networks know by it for how long whereat did not run.
    const newNote: StoreNote = { ...known, at: note.at, edge, digest: guarded.digest(edge, []), doubtful: [] };
    await store.set(bindingId, writeBinding(ringName(next), newNote, guard.note));
    step("renewal: store names the new ring");
    keeper.sealWith(sealedAnew);
    next.saves++;
    await keeper.save(next);
    step("renewal: old keys gone");
    overwriteKeys(keys);
    overwriteKeys(next);
    return { moved, isTidy: await tidy(store, ids, step) };
  } finally {
    await keeper.close();
  }
}

export const noRing = "there is no key ring at this path: name another, or start whereat, which makes one";
const notAsLeft =
  "the keys were not renewed, and nothing was changed: the store is not as this key ring left it. Look whether the settings name the right store. If they do, start whereat once: its log says what is wrong";
const clockBehind =
  "the keys were not renewed, and nothing was changed: this machine's clock is behind the time at which whereat ran before. Set it right, or start whereat once";

/** Nothing is stored under the old keys any more. */
const unsaved: RingKeeper = { isInMemory: false, save: async () => {}, close: async () => {} };

/** Reads ring and store as they are, and changes nothing. */
async function readRing({ tier, store, clock }: RenewalOptions, migrations: readonly Migration[]) {
  const binding = await readBinding(store, migrations);
  const kept = await readKeptRing(tier, migrations);
  if (kept === undefined) throw new KeyRingError(noRing);
  const { keys } = settleRenewal(kept.keys, binding);
  if (bindingOf(keys, binding).kind !== "kept") throw new KeyRingError(notAsLeft);
  if (isClockBehind(keys, clock())) throw new KeyRingError(clockBehind);
  return { keys, sealer: kept.sealer, binding };
}

async function idsOf(store: TextStore, mark: string): Promise<string[]> {
  // A server may list a row twice, and it must be sealed once.
  const ids = new Set<string>();
  for await (const [id] of store.entries()) if (id !== bindingId && id.startsWith(mark)) ids.add(id);
  return [...ids];
}

/** @returns whether the rows are gone, from the store's own files too, where it can */
async function tidy(store: TextStore, ids: readonly string[], step: Step): Promise<boolean> {
  try {
    await store.delete(ids);
    step("renewal: old rows deleted");
    await store.scrub();
    return true;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return false;
  }
}
