import { SealError } from "../errors.ts";
import type { Seal, TextStore } from "../ports.ts";
import type { KeyRing } from "./key-ring.ts";

/**
 * Finishes the renewals of members' records that a crash cut short, so that older copies of their rows close.
 * To be called once, before anything else is sealed.
 */
export async function settleRenewals(ring: KeyRing, seal: Seal, store: TextStore): Promise<void> {
  for (const key of ring.superseded()) {
    const id = seal.rowId(key);
    const row = await store.get(id);
    const text = row === undefined ? undefined : await seal.open(key, row).catch(unlessRefused);
    if (row === undefined || text === undefined) {
      await ring.destroyRecord(key);
      continue;
    }
    const renewed = await seal.seal(key, text, seal.bucketOf(row));
    await store.set(id, renewed.text);
    await renewed.stored();
  }
}

function unlessRefused(error: unknown): undefined {
  if (!(error instanceof SealError)) throw error;
  return undefined;
}
