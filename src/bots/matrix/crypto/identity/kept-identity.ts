import { at, fromJson, textOf } from "../../../../lib/json-value.ts";
import type { TextKeep } from "../../sync/sync-token.ts";

/** The private keys of an account's cross-signing identity, each in unpadded base64. */
export type IdentityKeys = { readonly master: string; readonly selfSigning: string; readonly userSigning: string };

const name = "matrix identity";

/**
 * The identity as the sealed records keep it, beside the key store: a device that is made anew is then signed by it, and nobody has to do
 * anything.
 */
export async function readKeptIdentity(keep: TextKeep): Promise<IdentityKeys | undefined> {
  const kept = fromJson((await keep.get(name)) ?? "null");
  const [master, selfSigning, userSigning] = ["master", "selfSigning", "userSigning"].map((key) =>
    textOf(at(kept, key)),
  );
  return master && selfSigning && userSigning ? { master, selfSigning, userSigning } : undefined;
}

/** Writes only what has changed. */
export async function keepIdentity(keep: TextKeep, keys: IdentityKeys): Promise<void> {
  const text = JSON.stringify(keys);
  if ((await keep.get(name)) !== text) await keep.set(name, text);
}
