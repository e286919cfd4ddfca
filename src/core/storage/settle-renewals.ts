import type { Seal, TextStore } from "../ports.ts";
import type { KeyRing } from "./key-ring.ts";
import { sealAnew } from "./seal-anew.ts";

/**
 * Finishes the renewals of members' records that a crash cut short, so that older copies of their rows close.
 * To be called once, before anything else is sealed.
 */
export async function settleRenewals(ring: KeyRing, seal: Seal, store: TextStore): Promise<void> {
  for (const key of ring.superseded()) await sealAnew(key, seal, store);
}
