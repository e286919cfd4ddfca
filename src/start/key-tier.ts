import type { Config } from "../config/config.ts";
import type { SealedStore } from "../core/storage/open-sealed-store.ts";
import type { RingTier } from "../core/storage/ring-file/kept-ring.ts";

/** Where the settings say that the key ring is, and under which passphrase. */
export function tierOf({ keys, passphrase }: Pick<Config<unknown>, "keys" | "passphrase">): RingTier {
  if (keys.kind === "memory") return keys;
  return passphrase ? { kind: "sealed", path: keys.path, passphrase: passphrase.reveal() } : keys;
}

/** What that protects, for the log. */
export function whatItProtects({ kind }: RingTier): string {
  if (kind === "memory") return "Keys: in memory only. Nothing survives a restart, settings included.";
  if (kind === "sealed") return "Keys: in a file, sealed by the passphrase.";
  return "Keys: in a file without a passphrase. Who takes this disk can read what had not expired when whereat last ran; WHEREAT_PASSPHRASE_FILE seals it.";
}

/** What became of a renewal of the keys that was cut off, for the log; undefined: none was. */
export function whatBecameOf(renewal: SealedStore["cutOff"]): string | undefined {
  if (renewal === undefined) return undefined;
  if (renewal === "undone")
    return "A renewal of the keys was cut off. The keys are those from before, and nothing is lost. Stop whereat and renew them again: npm run renew-keys, or npm run passphrase -- FILE.";
  return "A renewal of the keys was cut off near its end, and is finished now: all keys are new. The passphrase is as it was; npm run passphrase -- FILE changes it.";
}
