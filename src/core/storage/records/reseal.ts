import { someAtOnce } from "../../../lib/async/some-at-once.ts";
import { SealError } from "../../model/errors.ts";
import type { RecordKey, Seal, TextStore } from "../../model/ports.ts";
import type { KeyRing } from "../keys/key-ring.ts";

/**
 * Seals a member's record again, under the key of this quarter of an hour, and destroys its earlier keys, so that older copies of the row
 * do not open any more. Nothing else may write the record meanwhile. A record whose row does not open loses its keys.
 */
export async function reseal(key: RecordKey, seal: Seal, store: TextStore): Promise<void> {
  const id = seal.rowId(key);
  const row = await store.get(id);
  const text = row === undefined ? undefined : await seal.open(key, row).catch(unlessRefused);
  if (row === undefined || text === undefined) return seal.destroyRecord(key);
  const resealed = await seal.seal(key, text, seal.bucketOf(row)).catch(unlessRefused);
  if (resealed === undefined) return seal.destroyRecord(key);
  await store.set(id, resealed.text);
  await resealed.stored();
}

/**
 * Reseals the members' records of which a crash left two keys, so that older copies of their rows do not open any more.
 * To be called once, before anything else is sealed.
 */
export async function finishReseals(ring: KeyRing, seal: Seal, store: TextStore): Promise<void> {
  await someAtOnce(ring.halfRotatedRecords(), (key) => reseal(key, seal, store));
}

function unlessRefused(error: unknown): undefined {
  if (!(error instanceof SealError)) throw error;
  return undefined;
}
