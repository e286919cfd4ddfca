import { createQuota } from "../../../lib/bounded/rate-limit.ts";
import type { Log } from "../../../lib/log.ts";
import { type Clock, hour } from "../../../lib/time.ts";
import { KeysLostError, OtherDeviceError } from "../crypto/crypto-errors.ts";
import { isThere, removeKeyStore, setKeyStoreAside } from "../crypto/indexeddb/key-store-file.ts";
import { OlderKeyStoreError, WrongSecretError } from "../crypto/indexeddb/store-errors.ts";
import { isRevoked, MatrixRequestError } from "../http/request-error.ts";
import { maxRenewalsPerHour } from "../limits.ts";
import type { TextKeep } from "../sync/sync-token.ts";
import type { Access } from "./access.ts";
import { giveUpLogin, type LoginServers } from "./log-out.ts";
import { WrongAccountError } from "./login-errors.ts";
import { hasLogin, keepDeviceOnly } from "./session.ts";

type Parts = {
  readonly access: Access;
  /** where the login is kept */
  readonly keep: TextKeep;
  /** the path of the key store */
  readonly keyStore: string;
  readonly servers: () => Promise<LoginServers>;
  readonly log: Log;
  readonly now: Clock;
};

export type LoginRenewal = {
  /** To be called before the first connection: a login without its key store is given up. */
  check(): Promise<void>;
  /**
   * Prepares a new login after the present one ended, or after its key store turned out to be of no use. Nothing may be connected.
   * @returns whether connecting again can help: not with a token of a fixed kind, and only so often in an hour
   */
  renew(cause: unknown): Promise<boolean>;
};

/** By its password the bot gets into its account again by itself: whoever runs it may be away. By a code, it asks them for it. */
export function createLoginRenewal({ access, keep, keyStore, servers, log, now }: Parts): LoginRenewal {
  const mayRenew = createQuota(maxRenewalsPerHour, hour, now);

  /** Others would go on sending keys to a device that nobody can open them with. It may be gone already. */
  const beginAnew = () => giveUpLogin(access, keep, servers);

  return {
    async check() {
      if ("accessToken" in access || isThere(keyStore) || !(await hasLogin(access, keep))) return;
      await beginAnew();
    },
    async renew(cause) {
      const means = meaningOf(cause);
      if ("accessToken" in access || means === undefined || !mayRenew("login")) return false;
      if (means === "same device" && "password" in access) {
        log.warn(
          "Matrix: the homeserver ended the bot's login; it is logged in again by its password, on the same device",
        );
        await keepDeviceOnly(access, keep);
        return true;
      }
      const how = "password" in access ? "is logged in again by its password" : "has to be logged in again";
      log.warn(`Matrix: ${whyAnew(cause)}; the bot ${how}, as a new device`, cause);
      await beginAnew();
      if (means === "not this ring's")
        log.warn(`Matrix: the old key store was set aside as ${setKeyStoreAside(keyStore)}`);
      else removeKeyStore(keyStore);
      return true;
    },
  };
}

function whyAnew(cause: unknown): string {
  if (cause instanceof WrongAccountError)
    return "that was another account than MATRIX_USER names: log out in that browser, or open a private window there";
  return cause instanceof MatrixRequestError ? "the bot's login was ended" : "the key store is of no use any more";
}

/** What a failure says of the login. A soft logout keeps the device (client-server API, "Soft logout"). */
function meaningOf(cause: unknown): "same device" | "new device" | "not this ring's" | undefined {
  if (cause instanceof WrongSecretError) return "not this ring's";
  if ([KeysLostError, OlderKeyStoreError, OtherDeviceError, WrongAccountError].some((kind) => cause instanceof kind))
    return "new device";
  if (!isRevoked(cause) || cause.code === "M_USER_DEACTIVATED") return undefined;
  return cause.isSoft ? "same device" : "new device";
}
