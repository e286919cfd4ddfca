import { at, fromJson, textOf } from "../../../lib/json-value.ts";
import { type Homeserver, v3 } from "../http/homeserver.ts";
import { MatrixRequestError } from "../http/request-error.ts";
import type { TextKeep } from "../sync/sync-token.ts";
import { type Access, type CodeAccess, deviceName, type PasswordAccess } from "./access.ts";
import type { GrantParts } from "./by-code/device-grant.ts";
import { readGrant } from "./by-code/kept-grant.ts";
import { NoPasswordLoginError } from "./login-errors.ts";
import { findLogins } from "./server-logins.ts";
import { oneToken, type Tokens } from "./tokens.ts";

/** A login by password that is kept. Without a token it has ended, and the next one is to be of the same device. */
type Session = { readonly token: string | undefined; readonly device: string | undefined };

const sessionName = "matrix session";

async function readSession({ user }: PasswordAccess, keep: TextKeep): Promise<Session> {
  const kept: unknown = fromJson((await keep.get(sessionName)) ?? "null");
  return { token: textOf(at(kept, user, "token")), device: textOf(at(kept, user, "device")) };
}

const writeSession = ({ user }: PasswordAccess, session: Session, keep: TextKeep): Promise<void> =>
  keep.set(sessionName, JSON.stringify({ [user]: session }));

/**
 * The tokens to use: the given one, or those that an earlier login left, or those of a login now. A login makes a new device, unless the
 * homeserver ended the one before softly.
 * @throws MatrixRequestError: M_FORBIDDEN for a wrong password; NoPasswordLoginError, NoCodeLoginError, LoginDeniedError
 */
export async function tokensFor(access: Access, parts: GrantParts): Promise<Tokens> {
  if ("accessToken" in access) return oneToken(access.accessToken);
  if ("password" in access) return oneToken(await tokenByPassword(access, parts));
  const { tokensByGrant } = await import("./by-code/device-grant.ts");
  return tokensByGrant(parts);
}

async function tokenByPassword(access: PasswordAccess, { askAs, keep, homeserver }: GrantParts): Promise<string> {
  const kept = await readSession(access, keep);
  if (kept.token) return kept.token;
  const ask = askAs("");
  const identifier = { type: "m.id.user", user: access.user };
  const same = kept.device === undefined ? {} : { device_id: kept.device };
  const { password } = access;
  const body = { type: "m.login.password", identifier, password, initial_device_display_name: deviceName, ...same };
  const answer = await ask("POST", v3`login`, { body }).catch(async (error: unknown) => {
    // Asked only now: what a login is refused for depends on the homeserver.
    const logins = await findLogins(ask, homeserver).catch(() => undefined);
    throw logins === undefined || logins.hasPassword ? error : new NoPasswordLoginError(logins.byCode !== undefined);
  });
  const [token, device] = ["access_token", "device_id"].map((name) => textOf(at(answer, name)));
  if (!token) throw new MatrixRequestError({ code: "BAD_LOGIN", label: "login" });
  await writeSession(access, { token, device }, keep);
  return token;
}

/** Whether a login of this kind is kept. */
export async function hasLogin(access: PasswordAccess | CodeAccess, keep: TextKeep): Promise<boolean> {
  if ("byCode" in access) return (await readGrant(keep)) !== undefined;
  return (await readSession(access, keep)).token !== undefined;
}

/** Makes the next login one of the same device. To be called after the homeserver ended the present one, and kept the device. */
export async function keepDeviceOnly(access: PasswordAccess, keep: TextKeep): Promise<void> {
  await writeSession(access, { token: undefined, device: (await readSession(access, keep)).device }, keep);
}

/** The token of the login that is kept, if there is one. */
export const keptToken = async (access: PasswordAccess, keep: TextKeep): Promise<string | undefined> =>
  (await readSession(access, keep)).token;

/** Makes the next login one of a new device. */
export const forgetSession = (keep: TextKeep): Promise<void> => keep.set(sessionName, "null");

export type WhoAmI = { readonly userId: string; readonly deviceId: string | undefined };

/** @throws MatrixRequestError */
export async function whoAmI(ask: Homeserver): Promise<WhoAmI> {
  const answer = await ask("GET", v3`account/whoami`);
  const userId = textOf(at(answer, "user_id"));
  if (!userId) throw new MatrixRequestError({ code: "BAD_WHOAMI", label: "account/whoami" });
  return { userId, deviceId: textOf(at(answer, "device_id")) };
}
