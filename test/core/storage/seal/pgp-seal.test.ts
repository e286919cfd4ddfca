import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openKeyRing } from "../../../../src/core/storage/keys/open-key-ring.ts";
import type { RingTier } from "../../../../src/core/storage/ring-file/kept-ring.ts";
import { createPgpSeal } from "../../../../src/core/storage/seal/pgp-seal.ts";
import { openStore } from "../../../../src/core/storage/stores/open-store.ts";
import { describeSeal } from "../../../contracts/seal.ts";
import { freshFolder } from "../fresh-folder.ts";

const tiers: Record<string, () => RingTier> = {
  "in memory": () => ({ kind: "memory" }),
  "in a file": () => ({ kind: "file", path: join(freshFolder(), "keys") }),
};
// Each time that it is opened it works on the passphrase, and the seal is the same.
if (process.env["THOROUGH"])
  tiers["under a passphrase"] = () => ({
    kind: "sealed",
    path: join(freshFolder(), "keys"),
    passphrase: "correct horse",
  });

for (const [name, tierOf] of Object.entries(tiers)) {
  describeSeal(`a seal whose ring is ${name}`, async (clock) => {
    const store = await openStore("memory:");
    const tier = tierOf();
    const open = () => openKeyRing({ tier, store, clock, measureCost: async () => Number.POSITIVE_INFINITY });
    const ring = await open();
    onTestFinished(() => ring.close());
    const seal = createPgpSeal(ring);
    if (tier.kind === "memory") return { seal };
    return {
      seal,
      reopen: async () => {
        await ring.close();
        const again = await open();
        onTestFinished(() => again.close());
        return createPgpSeal(again);
      },
    };
  });
}
