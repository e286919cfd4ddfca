import { randomBytes } from "node:crypto";
import { at, textOf } from "../../../../lib/json-value.ts";
import { type Homeserver, v3 } from "../../http/homeserver.ts";
import { isNotFound } from "../../http/request-error.ts";
import type { TextKeep } from "../../sync/sync-token.ts";
import { RecoveryKeyError } from "../crypto-errors.ts";
import type { IdentityKeys } from "./kept-identity.ts";
import { readRecoveryKey, writeRecoveryKey } from "./recovery-key.ts";
import { keyCheck, openSecret, sealSecret } from "./secret-cipher.ts";

const defaultKey = "m.secret_storage.default_key";
const secretNames = {
  master: "m.cross_signing.master",
  selfSigning: "m.cross_signing.self_signing",
  userSigning: "m.cross_signing.user_signing",
} as const satisfies Record<keyof IdentityKeys, string>;

/**
 * The private keys of an account's identity, as they were left in secret storage.
 * @throws RecoveryKeyError, MatrixRequestError
 */
export async function readIdentityKeys(ask: Homeserver, userId: string, recoveryKey: string): Promise<IdentityKeys> {
  const key = readRecoveryKey(recoveryKey);
  const accountData = async (type: string) => {
    const content = await readAccountData(ask, userId, type);
    if (content === undefined) throw new RecoveryKeyError("the account has no such key in its secret storage");
    return content;
  };
  const keyId = textOf(at(await accountData(defaultKey), "key")) ?? "";
  const secret = async (name: string) => {
    const opened = openSecret(key, name, at(await accountData(name), "encrypted", keyId));
    if (opened === undefined) throw new RecoveryKeyError("it is not this account's");
    return opened;
  };
  return {
    master: await secret(secretNames.master),
    selfSigning: await secret(secretNames.selfSigning),
    userSigning: await secret(secretNames.userSigning),
  };
}

type Identity = {
  readonly keys: IdentityKeys;
  /** the public one, which names the identity */
  readonly masterKey: string;
  /** it was made just now, so that what secret storage holds is of another, if of any */
  readonly isNew: boolean;
};
type Parts = {
  readonly ask: Homeserver;
  readonly userId: string;
  /** where it is noted for which identity this was done */
  readonly texts: TextKeep;
  /** gives the operator the recovery key, durably; it is needed once, and kept nowhere else */
  readonly giveRecoveryKey: (key: string) => Promise<void>;
};

const noteName = "matrix secret storage";

/**
 * Puts the identity into the account's secret storage, once, under a recovery key that only the operator is given: with it, whoever runs the
 * account gets the identity back when everything here is lost. The secret storage of another client is left alone.
 * @throws MatrixRequestError, and what `giveRecoveryKey` throws; it is done at the next start then
 */
export async function ensureSecretStorage({ keys, masterKey, isNew }: Identity, parts: Parts): Promise<void> {
  const { ask, userId, texts, giveRecoveryKey } = parts;
  const noted = await texts.get(noteName);
  if (noted === masterKey) return;
  const begun = `begun ${masterKey}`;
  const isOthers = async () => (await readAccountData(ask, userId, defaultKey)) !== undefined;
  if (!isNew && noted !== begun && (await isOthers())) return;
  await texts.set(noteName, begun);
  const key = randomBytes(32);
  const id = randomBytes(24).toString("base64url");
  // Before anything is sealed under it: a storage whose key nobody has is worse than none.
  await giveRecoveryKey(writeRecoveryKey(key));
  const put = (type: string, body: object) => ask("PUT", v3`user/${userId}/account_data/${type}`, { body });
  await put(`m.secret_storage.key.${id}`, { algorithm: "m.secret_storage.v1.aes-hmac-sha2", ...keyCheck(key) });
  for (const [part, name] of Object.entries(secretNames) as [keyof IdentityKeys, string][])
    await put(name, { encrypted: { [id]: sealSecret(key, name, keys[part]) } });
  await put(defaultKey, { key: id });
  await texts.set(noteName, masterKey);
}

function readAccountData(ask: Homeserver, userId: string, type: string): Promise<unknown> {
  return ask("GET", v3`user/${userId}/account_data/${type}`).catch((error: unknown) => {
    if (isNotFound(error)) return undefined;
    throw error;
  });
}
