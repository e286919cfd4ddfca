import { at, fromJson, textOf } from "../../../lib/json-value.ts";
import { type Homeserver, v3 } from "../http/homeserver.ts";
import { MatrixRequestError } from "../http/request-error.ts";
import type { TextKeep } from "../sync/sync-token.ts";

/** How the bot gets into its account: by a token of its own, or by password as often as it must. */
export type Access = { readonly accessToken: string } | PasswordAccess;
export type PasswordAccess = { readonly user: string; readonly password: string; readonly deviceName: string };

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
 * The access token to use: the given one, or the one that an earlier login left, or that of a login now. A login makes a new device, unless the
 * homeserver ended one softly.
 * @param keep keeps the token for the next start; it must be sealed
 * @throws MatrixRequestError: M_FORBIDDEN for a wrong password
 */
export async function accessTokenFor(access: Access, ask: Homeserver, keep: TextKeep): Promise<string> {
  if ("accessToken" in access) return access.accessToken;
  const kept = await readSession(access, keep);
  if (kept.token) return kept.token;
  const identifier = { type: "m.id.user", user: access.user };
  const { password, deviceName } = access;
  const same = kept.device === undefined ? {} : { device_id: kept.device };
  const body = { type: "m.login.password", identifier, password, initial_device_display_name: deviceName, ...same };
  const answer = await ask("POST", v3`login`, { body }).catch(async (error: unknown) => {
    throw (await takesNoPassword(ask)) ? new NoPasswordLoginError() : error;
  });
  const [token, device] = ["access_token", "device_id"].map((name) => textOf(at(answer, name)));
  if (!token) throw new MatrixRequestError({ code: "BAD_LOGIN", label: "login" });
  await writeSession(access, { token, device }, keep);
  return token;
}

/** Asked only after a login failed: what it was refused for depends on the homeserver. */
async function takesNoPassword(ask: Homeserver): Promise<boolean> {
  const flows = await ask("GET", v3`login`).then(
    (answer) => at(answer, "flows"),
    () => undefined,
  );
  return Array.isArray(flows) && !flows.some((flow) => at(flow, "type") === "m.login.password");
}

/** The homeserver has logins, but none by password. */
export class NoPasswordLoginError extends Error {
  override name = "NoPasswordLoginError";
  readonly code = "NO_PASSWORD_LOGIN";
  constructor() {
    super(
      "This homeserver takes no login by password. Give MATRIX_ACCESS_TOKEN in the place of MATRIX_USER and MATRIX_PASSWORD: the token of a login that only whereat uses, from whoever runs the homeserver.",
    );
  }
}

/** Makes the next login one of the same device. To be called after the homeserver ended the present one, and kept the device. */
export async function keepDeviceOnly(access: PasswordAccess, keep: TextKeep): Promise<void> {
  await writeSession(access, { token: undefined, device: (await readSession(access, keep)).device }, keep);
}

/**
 * Makes the next login one of a new device.
 * @returns the token of the login that is given up, if there is one
 */
export async function forgetSession(access: PasswordAccess, keep: TextKeep): Promise<string | undefined> {
  const { token } = await readSession(access, keep);
  await keep.set(sessionName, "null");
  return token;
}

/** Tells the homeserver that a login is given up, so that nobody sends keys to its device any more. @throws MatrixRequestError */
export async function logOut(ask: Homeserver): Promise<void> {
  await ask("POST", v3`logout`, { body: {} });
}

export type WhoAmI = { readonly userId: string; readonly deviceId: string | undefined };

/** @throws MatrixRequestError */
export async function whoAmI(ask: Homeserver): Promise<WhoAmI> {
  const answer = await ask("GET", v3`account/whoami`);
  const userId = textOf(at(answer, "user_id"));
  if (!userId) throw new MatrixRequestError({ code: "BAD_WHOAMI", label: "account/whoami" });
  return { userId, deviceId: textOf(at(answer, "device_id")) };
}
