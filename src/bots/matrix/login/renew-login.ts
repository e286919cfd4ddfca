import { createQuota } from "../../../lib/bounded/rate-limit.ts";
import type { Log } from "../../../lib/log.ts";
import { type Clock, hour } from "../../../lib/time.ts";
import { KeysLostError, OtherDeviceError } from "../crypto/crypto-errors.ts";
import { isThere, removeKeyStore, setKeyStoreAside } from "../crypto/indexeddb/key-store-file.ts";
import { OlderKeyStoreError, WrongSecretError } from "../crypto/indexeddb/store-errors.ts";
import type { Homeserver } from "../http/homeserver.ts";
import { isRevoked, MatrixRequestError } from "../http/request-error.ts";
import { maxRenewalsPerHour } from "../limits.ts";
import type { TextKeep } from "../sync/sync-token.ts";
import { type Access, forgetSession, keepDeviceOnly, logOut, type PasswordAccess } from "./session.ts";

type Parts = {
  readonly access: Access;
  /** where the login is kept */
  readonly keep: TextKeep;
  /** the path of the key store */
  readonly keyStore: string;
  /** the homeserver as a login of this token sees it */
  readonly askAs: (token: string) => Promise<Homeserver>;
  readonly log: Log;
  readonly now: Clock;
};

export type LoginRenewal = {
  /** To be called before the first connection: a login without its key store is given up. */
  check(): Promise<void>;
  /**
   * Prepares a new login after the present one ended, or after its key store turned out to be of no use. Nothing may be connected.
   * @returns whether connecting again can help: only with a password, and only so often in an hour
   */
  renew(cause: unknown): Promise<boolean>;
};

/** By its password the bot gets into its account again by itself: whoever runs it may be away. */
export function createLoginRenewal({ access, keep, keyStore, askAs, log, now }: Parts): LoginRenewal {
  const mayRenew = createQuota(maxRenewalsPerHour, hour, now);

  async function beginAnew(by: PasswordAccess) {
    const token = await forgetSession(by, keep);
    if (token === undefined) return;
    // Others would go on sending keys to a device that nobody can open them with. It may be gone already.
    await askAs(token)
      .then(logOut)
      .catch(() => undefined);
  }

  return {
    async check() {
      if ("accessToken" in access || isThere(keyStore)) return;
      await beginAnew(access);
    },
    async renew(cause) {
      const means = meaningOf(cause);
      if ("accessToken" in access || means === undefined || !mayRenew("login")) return false;
      if (means === "same device") {
        log.warn(
          "Matrix: the homeserver ended the bot's login; it is logged in again by its password, on the same device",
        );
        await keepDeviceOnly(access, keep);
        return true;
      }
      const why =
        cause instanceof MatrixRequestError ? "the bot's login was ended" : "the key store is of no use any more";
      log.warn(`Matrix: ${why}; the bot is logged in again by its password, as a new device`, cause);
      await beginAnew(access);
      if (means === "not this ring's")
        log.warn(`Matrix: the old key store was set aside as ${setKeyStoreAside(keyStore)}`);
      else removeKeyStore(keyStore);
      return true;
    },
  };
}

/** What a failure says of the login. A soft logout keeps the device (client-server API, "Soft logout"). */
function meaningOf(cause: unknown): "same device" | "new device" | "not this ring's" | undefined {
  if (cause instanceof WrongSecretError) return "not this ring's";
  if ([KeysLostError, OlderKeyStoreError, OtherDeviceError].some((kind) => cause instanceof kind)) return "new device";
  if (!isRevoked(cause) || cause.code === "M_USER_DEACTIVATED") return undefined;
  return cause.isSoft ? "same device" : "new device";
}
