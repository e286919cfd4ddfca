import type { Clock } from "../../lib/time.ts";
import type { Seal, TextStore } from "../model/ports.ts";
import { openKeyRing, type RingTier } from "./keys/open-key-ring.ts";
import { settleRenewals } from "./keys/settle-renewals.ts";
import { becomeSoleUser } from "./keys/sole-user.ts";
import { createPgpSeal } from "./seal/pgp-seal.ts";
import { openStore, type Patience } from "./stores/open-store.ts";

export type SealedStore = { store: TextStore; seal: Seal; close: () => Promise<void> };

/**
 * Opens a store and the ring of keys that its rows are sealed under.
 * @param url as in openStore
 * @param patience as in openStore
 * @throws KeyRingError when the ring is not this store's, or cannot be opened; nothing is changed then
 * @throws StoreError when the store or the ring's file cannot be used
 */
export async function openSealedStore(
  url: string,
  tier: RingTier,
  clock: Clock,
  patience?: Patience,
): Promise<SealedStore> {
  const release = tier.kind === "memory" ? () => {} : await becomeSoleUser(tier.path);
  const store = await openStore(url, patience).catch((error: unknown) => {
    release();
    throw error;
  });
  try {
    const ring = await openKeyRing({ tier, store, clock });
    const seal = createPgpSeal(ring);
    await settleRenewals(ring, seal, store);
    const close = async () => {
      try {
        await store.close();
      } finally {
        await ring.close().finally(release);
      }
    };
    return { store, seal, close };
  } catch (error) {
    await store.close();
    release();
    throw error;
  }
}
