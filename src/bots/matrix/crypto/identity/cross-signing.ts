import { at, textOf } from "../../../../lib/json-value.ts";
import { type Homeserver, v3 } from "../../http/homeserver.ts";
import { MatrixRequestError } from "../../http/request-error.ts";
import type { TextKeep } from "../../sync/sync-token.ts";
import { ApprovalNeededError, PasswordNeededError, RecoveryKeyError } from "../crypto-errors.ts";
import type { DeviceLists } from "../device-lists.ts";
import type { Machine } from "../olm-machine.ts";
import type { OutgoingRequests } from "../outgoing-requests.ts";
import { readKeptIdentity } from "./kept-identity.ts";
import { firstKey } from "./machine-identity.ts";
import { readIdentityKeys } from "./secret-storage.ts";

/**
 * How the account stands with cross-signing, without which Element neither reads this device's messages nor sends it keys.
 * - created: the account had no identity; it has one now, and this device is signed
 * - ready: the identity is this bot's and the device is signed
 * - signed-now: the identity was there, with its keys in the store or from the recovery key, and the device has just been signed
 * - signed-elsewhere: another session of the account made the identity and has signed this device
 * - foreign-identity: another session made the identity and has not signed this device
 */
export type AccountState = "created" | "ready" | "signed-now" | "signed-elsewhere" | "foreign-identity";

export type IdentityOptions = {
  /** Where the identity's private keys are kept, sealed. */
  readonly texts: TextKeep;
  readonly password?: string | undefined;
  /** The recovery key that Element shows for the account. */
  readonly recoveryKey?: string | undefined;
  /** Gives the operator the recovery key of an identity, durably. Without it, no secret storage is made. */
  readonly giveRecoveryKey?: ((key: string) => Promise<void>) | undefined;
  /** Replaces an identity that whereat has no keys of. Everybody who verified the account sees it change. */
  readonly resetIdentity?: boolean | undefined;
};

type Me = { readonly userId: string; readonly deviceId: string };

/** What an operator should know or do about the account's state, in one sentence. */
export function describeAccount(state: AccountState): string {
  switch (state) {
    case "created":
      return "the bot's identity was set up and its device is signed";
    case "ready":
      return "the bot's device is signed by its identity";
    case "signed-now":
      return "the bot's device was signed by the account's identity";
    case "signed-elsewhere":
      return "the bot's device is signed by another session of its account";
    case "foreign-identity":
      return "another session made this account's identity and has not signed the bot's device, so many clients will not show its messages: verify the bot's session from there (npm run verify), or give the account's recovery key as MATRIX_RECOVERY_KEY; if there is neither any more, MATRIX_RESET_IDENTITY=yes makes a new identity, and clients of people who verified the bot say that it has changed";
  }
}

/**
 * Sees to it that this device is signed by its owner, and never replaces an identity unasked.
 * @throws MatrixRequestError, ApprovalNeededError, PasswordNeededError, RecoveryKeyError
 */
export async function ensureCrossSigned(
  machine: Machine,
  { send, lists }: { send: OutgoingRequests["send"]; lists: DeviceLists },
  ask: Homeserver,
  me: Me,
  options: IdentityOptions,
): Promise<AccountState> {
  const published = readPublished(await lists.query([me.userId]), me);
  const own = await machine.identity();
  // The machine knows an identity from the moment it is made, uploaded or not: what counts is the homeserver's answer.
  let isOurs = own.complete && (published.masterKey === undefined || own.masterKey === published.masterKey);
  const isSigned = own.deviceSigned && published.deviceSigned;
  if (published.masterKey !== undefined && !isOurs && !isSigned) isOurs = await restoreIdentity();
  if (options.resetIdentity && !isOurs) return createIdentity(true);
  if (published.masterKey === undefined) return createIdentity(false);
  if (isSigned) return isOurs ? "ready" : "signed-elsewhere";
  if (!isOurs) return "foreign-identity";
  const signature = await machine.signOwnDevice();
  if (signature) await send(signature);
  return "signed-now";

  /** @returns whether the private keys of the account's identity were found where they were put by */
  async function restoreIdentity(): Promise<boolean> {
    const kept = await readKeptIdentity(options.texts);
    if (kept && (await machine.importIdentity(kept))) return true;
    if (options.recoveryKey === undefined) return false;
    const keys = await readIdentityKeys(ask, me.userId, options.recoveryKey);
    if (!(await machine.importIdentity(keys)))
      throw new RecoveryKeyError("its keys are not those of the account's identity");
    return true;
  }

  async function createIdentity(reset: boolean): Promise<AccountState> {
    const { before, signingKeys, signatures } = await machine.bootstrapIdentity(reset);
    if (before) await send(before);
    await uploadSigningKeys(ask, me, signingKeys, options.password);
    await send(signatures);
    await lists.query([me.userId]);
    return "created";
  }
}

function readPublished(answer: unknown, { userId, deviceId }: Me) {
  const selfSigningKey = firstKey(at(answer, "self_signing_keys", userId));
  const device = at(answer, "device_keys", userId, deviceId);
  return {
    masterKey: firstKey(at(answer, "master_keys", userId)),
    deviceSigned: at(device, "signatures", userId, `ed25519:${selfSigningKey}`) !== undefined,
  };
}

/** The homeserver may ask for the password first, or for the owner's approval (user-interactive authentication, client-server API). */
async function uploadSigningKeys(ask: Homeserver, me: Me, keys: unknown, password: string | undefined): Promise<void> {
  const upload = (body: unknown) => ask("POST", v3`keys/device_signing/upload`, { body });
  try {
    await upload(keys);
  } catch (error) {
    if (!(error instanceof MatrixRequestError) || error.status !== 401 || !error.uiaSession) throw error;
    if (error.approvalUrl !== undefined) throw new ApprovalNeededError(error.approvalUrl);
    if (password === undefined) throw new PasswordNeededError();
    const identifier = { type: "m.id.user", user: me.userId };
    const auth = { type: "m.login.password", identifier, password, session: error.uiaSession };
    await upload({ ...Object(keys), auth });
  }
}

/**
 * The ed25519 key under which the homeserver knows this device, if it knows it.
 * @throws MatrixRequestError
 */
export async function publishedDeviceKey(ask: Homeserver, { userId, deviceId }: Me): Promise<string | undefined> {
  const answer = await ask("POST", v3`keys/query`, { body: { device_keys: { [userId]: [deviceId] } } });
  return textOf(at(answer, "device_keys", userId, deviceId, "keys", `ed25519:${deviceId}`));
}
