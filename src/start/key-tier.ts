import type { Config } from "../config/config.ts";
import type { RingTier } from "../core/storage/keys/open-key-ring.ts";

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
