import type { Clock } from "../../lib/time.ts";
import type { Continuity, Seal, TextStore } from "../model/ports.ts";
import { type Migration, migrations as ourMigrations } from "./formats.ts";
import { type OpenedRing, openKeyRing } from "./keys/open-key-ring.ts";
import type { CutOff } from "./keys/renewed-keys.ts";
import { finishReseals } from "./records/reseal.ts";
import type { RingTier } from "./ring-file/kept-ring.ts";
import { lockRing } from "./ring-file/ring-lock.ts";
import { createPgpSeal } from "./seal/pgp-seal.ts";
import { openStore, type Patience } from "./stores/open-store.ts";

export type SealedStore = {
  store: TextStore;
  seal: Seal;
  continuity: Continuity;
  /** what became of a renewal of the keys that was cut off; undefined: none was */
  cutOff: CutOff | undefined;
  close: () => Promise<void>;
};

/**
 * Opens a store and the ring of keys that its rows are sealed under.
 * @param url as in openStore
 * @param patience as in openStore
 * @param migrations lead from older formats to this one
 * @throws FormatError when the store or the ring is in a format that is not read here; nothing is changed then
 * @throws KeyRingError when the ring is not this store's, or cannot be opened; nothing is changed then
 * @throws StoreError when the store or the ring's file cannot be used
 */
export async function openSealedStore(
  url: string,
  tier: RingTier,
  clock: Clock,
  patience?: Patience,
  migrations: readonly Migration[] = ourMigrations,
): Promise<SealedStore> {
  const release = tier.kind === "memory" ? () => {} : await lockRing(tier.path);
  const store = await openStore(url, patience).catch((error: unknown) => {
    release();
    throw error;
  });
  let ring: OpenedRing | undefined;
  const close = async () => {
    try {
      await (ring?.guarded.store ?? store).close();
    } finally {
      try {
        await ring?.close();
      } finally {
        release();
      }
    }
  };
  try {
    ring = await openKeyRing({ tier, store, clock, migrations });
    const seal = createPgpSeal(ring);
    const { store: guarded, continuity } = ring.guarded;
    await finishReseals(ring, seal, guarded);
    return { store: guarded, seal, continuity, cutOff: ring.cutOff, close };
  } catch (error) {
    await close();
    throw error;
  }
}
