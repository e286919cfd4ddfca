import { BotRefused } from "../../network-plugin.ts";
import { removeKeyStore } from "../crypto/indexeddb/key-store-file.ts";
import { loadClient } from "../http/client.ts";
import { type Homeserver, v3 } from "../http/homeserver.ts";
import { createOAuthFetch } from "../http/oauth-fetch.ts";
import { isRevoked, MatrixRequestError } from "../http/request-error.ts";
import type { MatrixConfig } from "../matrix-config.ts";
import type { TextKeep } from "../sync/sync-token.ts";
import { type Access, accessOf } from "./access.ts";
import type { Servers } from "./by-code/device-grant.ts";
import { forgetGrant } from "./by-code/kept-grant.ts";
import { findHomeserver, NoHomeserverError } from "./find-homeserver.ts";
import { forgetSession, keptToken } from "./session.ts";

const never = new AbortController().signal;

/** The servers that a login is ended at. */
export type LoginServers = Omit<Servers, "keep">;

/** @param given as the settings name the homeserver @param cutOff ends every request @throws NoHomeserverError, MatrixRequestError */
export async function findServers(given: URL, cutOff: AbortSignal): Promise<LoginServers> {
  const homeserver = await findHomeserver(given, async (address) => (await loadClient(address))("", cutOff));
  const client = await loadClient(homeserver);
  return { homeserver, askAs: (token) => client(token, cutOff), fetch: createOAuthFetch(cutOff) };
}

/**
 * Ends the bot's login where it was made, so that nobody sends keys to its device any more, and keeps it no more.
 * @returns whether there was one
 * @throws MatrixRequestError when it could not be ended: it is kept then
 */
export async function endLogin(access: Access, keep: TextKeep, servers: LoginServers): Promise<boolean> {
  if ("byCode" in access) return (await import("./by-code/device-grant.ts")).revokeGrant({ ...servers, keep });
  const token = "accessToken" in access ? access.accessToken : await keptToken(access, keep);
  if (token === undefined) return false;
  const wasThere = await logOut(servers.askAs(token));
  if ("password" in access) await forgetSession(keep);
  return wasThere;
}

/** `npm run logout`. @returns what was done, in sentences @throws BotRefused: nothing was changed */
export async function logOutMatrix(
  { homeserver, login, keyStore }: Pick<MatrixConfig, "homeserver" | "login" | "keyStore">,
  keep: TextKeep,
): Promise<readonly string[]> {
  const wasThere = await endLogin(accessOf(login), keep, await findServers(homeserver, never)).catch(
    (cause: unknown) => {
      if (!(cause instanceof MatrixRequestError) && !(cause instanceof NoHomeserverError)) throw cause;
      throw new BotRefused(`Matrix: the login could not be ended, and goes on (${cause.message}). Try it again.`, {
        cause,
      });
    },
  );
  if (!wasThere) return ["Matrix: there is no login to end."];
  // Nobody sends keys to that device any more, and no other one can use them.
  if (keyStore !== undefined) removeKeyStore(keyStore);
  const next =
    "accessToken" in login
      ? "Its token is of no use any more: take MATRIX_ACCESS_TOKEN out of the settings."
      : "The next npm start logs in anew, as a new device that the same identity signs.";
  return ["Matrix: the bot is logged out, and its device is gone.", next];
}

/** The same where another login comes in its place: it is kept no more, whether it could be ended or not. */
export async function giveUpLogin(access: Access, keep: TextKeep, servers: () => Promise<LoginServers>): Promise<void> {
  await servers()
    .then((found) => endLogin(access, keep, found))
    .catch(() => undefined);
  if ("byCode" in access) await forgetGrant(keep);
  if ("password" in access) await forgetSession(keep);
}

/** @returns whether the homeserver knew this login still */
async function logOut(ask: Homeserver): Promise<boolean> {
  try {
    await ask("POST", v3`logout`, { body: {} });
    return true;
  } catch (error) {
    if (!isRevoked(error)) throw error;
    return false;
  }
}
