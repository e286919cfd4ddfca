import { at, textOf } from "../../../lib/json-value.ts";
import type { TextKeep } from "../sync/sync-token.ts";
import { type Homeserver, v3 } from "./homeserver.ts";
import { MatrixRequestError } from "./request-error.ts";

/** How the bot gets into its account: by a token of its own, or once by password. */
export type Access =
  | { readonly accessToken: string }
  | { readonly user: string; readonly password: string; readonly deviceName: string };

const sessionName = "matrix session";

/**
 * The access token to use: the given one, or the one that an earlier login left, or that of a login now. A login makes a new device, so
 * there is one only once.
 * @param keep keeps the token for the next start; it must be sealed
 * @throws MatrixRequestError: M_FORBIDDEN for a wrong password
 */
export async function accessTokenFor(access: Access, ask: Homeserver, keep: TextKeep): Promise<string> {
  if ("accessToken" in access) return access.accessToken;
  const kept = textOf(at(JSON.parse((await keep.get(sessionName)) ?? "null"), access.user));
  if (kept) return kept;
  const identifier = { type: "m.id.user", user: access.user };
  const { password, deviceName } = access;
  const body = { type: "m.login.password", identifier, password, initial_device_display_name: deviceName };
  const token = textOf(at(await ask("POST", v3`login`, { body }), "access_token"));
  if (!token) throw new MatrixRequestError({ code: "BAD_LOGIN", label: "login" });
  await keep.set(sessionName, JSON.stringify({ [access.user]: token }));
  return token;
}

/** Makes the next start log in as a new device. Move the old device's key store away first. */
export async function forgetSession(keep: TextKeep): Promise<void> {
  await keep.set(sessionName, "null");
}

export type WhoAmI = { readonly userId: string; readonly deviceId: string | undefined };

/** @throws MatrixRequestError */
export async function whoAmI(ask: Homeserver): Promise<WhoAmI> {
  const answer = await ask("GET", v3`account/whoami`);
  const userId = textOf(at(answer, "user_id"));
  if (!userId) throw new MatrixRequestError({ code: "BAD_WHOAMI", label: "account/whoami" });
  return { userId, deviceId: textOf(at(answer, "device_id")) };
}
