import type { Seal, TextStore } from "../../model/ports.ts";
import { sealAnew } from "../records/seal-anew.ts";
import type { KeyRing } from "./key-ring.ts";

/**
 * Finishes the renewals of members' records that a crash cut short, so that older copies of their rows close.
 * To be called once, before anything else is sealed.
 */
export async function settleRenewals(ring: KeyRing, seal: Seal, store: TextStore): Promise<void> {
  for (const key of ring.superseded()) await sealAnew(key, seal, store);
}
