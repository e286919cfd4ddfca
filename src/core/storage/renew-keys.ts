import type { Clock } from "../../lib/time.ts";
import { KeyRingError } from "../model/errors.ts";
import { noRing, type Renewal, renewRing } from "./renewal/renew-ring.ts";
import type { KeptTier } from "./ring-file/kept-ring.ts";
import { readRingFile } from "./ring-file/ring-file.ts";
import { lockRing } from "./ring-file/ring-lock.ts";
import { openStore } from "./stores/open-store.ts";

/**
 * Gives the ring of a store new keys, while no program has it open.
 * @param url of the store, as in openStore
 * @param tier where the ring is, and how it is sealed now
 * @param becomes how it is to be sealed then
 * @throws FormatError, KeyRingError: nothing was changed
 * @throws StoreError when the store or the ring's file cannot be used: see renewRing
 */
export async function renewKeys(url: string, tier: KeptTier, becomes: KeptTier, clock: Clock): Promise<Renewal> {
  const release = await lockRing(tier.path);
  try {
    // Before the store is opened, which would make one where there is none.
    if ((await readRingFile(tier.path)) === undefined) throw new KeyRingError(noRing);
    const store = await openStore(url);
    try {
      return await renewRing({ tier, becomes, store, clock });
    } finally {
      await store.close();
    }
  } finally {
    release();
  }
}
