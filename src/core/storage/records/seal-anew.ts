import { SealError } from "../../model/errors.ts";
import type { RecordKey, Seal, TextStore } from "../../model/ports.ts";

/**
 * Seals a record of a member under a new key, where its key is of an earlier quarter of an hour, and destroys the one before, so that
 * older copies of the row close. Nothing else may write the record meanwhile. A record without a row that opens loses its keys.
 */
export async function sealAnew(key: RecordKey, seal: Seal, store: TextStore): Promise<void> {
  const id = seal.rowId(key);
  const row = await store.get(id);
  const text = row === undefined ? undefined : await seal.open(key, row).catch(unlessRefused);
  if (row === undefined || text === undefined) return seal.destroyRecord(key);
  const anew = await seal.seal(key, text, seal.bucketOf(row)).catch(unlessRefused);
  if (anew === undefined) return seal.destroyRecord(key);
  await store.set(id, anew.text);
  await anew.stored();
}

function unlessRefused(error: unknown): undefined {
  if (!(error instanceof SealError)) throw error;
  return undefined;
}
