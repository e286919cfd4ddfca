import type { Log } from "../../../../lib/log.ts";
import { later, minute, second } from "../../../../lib/time.ts";
import type { Pulse } from "../../../network-plugin.ts";
import { type Homeserver, v3 } from "../../http/homeserver.ts";
import type { OAuthFetch } from "../../http/oauth-fetch.ts";
import type { Pace } from "../../http/pace.ts";
import { isPassing } from "../../http/refusal.ts";
import { MatrixRequestError } from "../../http/request-error.ts";
import type { TextKeep } from "../../sync/sync-token.ts";
import { deviceName } from "../access.ts";
import { LoginDeniedError, NoCodeLoginError } from "../login-errors.ts";
import { findLogins, type OAuthServer } from "../server-logins.ts";
import type { Tokens } from "../tokens.ts";
import { createGrantTokens, grantOf } from "./grant-tokens.ts";
import { forgetGrant, type Grant, readGrant, writeGrant } from "./kept-grant.ts";
import {
  createOAuthClient,
  type GrantedTokens,
  type LoginCode,
  type OAuthClient,
  registerClient,
} from "./oauth-client.ts";

/** The homeserver and the server at which its logins are made, as they are asked. */
export type Servers = {
  /** where the homeserver is */
  readonly homeserver: URL;
  /** as a login of this token sees it; of an empty one: as nobody does */
  readonly askAs: (token: string) => Homeserver;
  readonly fetch: OAuthFetch;
  /** keeps the login, sealed */
  readonly keep: TextKeep;
};
export type GrantParts = Servers & {
  readonly pace: Pace;
  readonly pulse: Pulse;
  readonly log: Log;
  /** gives up waiting for the operator */
  readonly signal: AbortSignal;
};

/**
 * The tokens of the login that is kept, or of one that the operator confirms now: a link and a code are in the log until they do (client-server
 * API, "Device authorization grant"; RFC 8628).
 * @throws MatrixRequestError, NoCodeLoginError, LoginDeniedError
 */
export async function tokensByGrant(parts: GrantParts): Promise<Tokens> {
  const { keep, fetch, homeserver, pace } = parts;
  const server = await serverOf(parts);
  const grant = (await readGrant(keep)) ?? (await logIn(server, parts));
  const client = createOAuthClient(server, grant.client, fetch, homeserver);
  return createGrantTokens(grant, { client, keep, now: pace.now });
}

/**
 * Ends the login that is kept where it was made, and keeps it no more.
 * @returns whether there was one
 * @throws MatrixRequestError when it could not be ended: it is kept then
 */
export async function revokeGrant(servers: Servers): Promise<boolean> {
  const kept = await readGrant(servers.keep);
  if (kept === undefined) return false;
  const client = createOAuthClient(await serverOf(servers), kept.client, servers.fetch, servers.homeserver);
  await client.revoke(kept.refresh ?? kept.access);
  await forgetGrant(servers.keep);
  return true;
}

async function serverOf({ askAs, homeserver }: Servers): Promise<OAuthServer> {
  const { byCode, hasPassword } = await findLogins(askAs(""), homeserver);
  if (byCode === undefined) throw new NoCodeLoginError(hasPassword);
  return byCode;
}

async function logIn(server: OAuthServer, parts: GrantParts): Promise<Grant> {
  const { fetch, homeserver, askAs, keep, pace, pulse, log } = parts;
  const id = await registerClient(server, fetch);
  const client = createOAuthClient(server, id, fetch, homeserver);
  const device = newDeviceId(pace.random);
  pulse.asks(true);
  try {
    for (;;) {
      const given = await confirmed(client, device, parts);
      if (given === undefined) continue;
      const grant = grantOf(id, given, pace.now());
      await writeGrant(keep, grant);
      log.info("Matrix: the code was confirmed");
      // Only so that its owner knows it in a list: else it has the name that the homeserver gives all such devices.
      const named = { body: { display_name: deviceName } };
      await askAs(given.access)("PUT", v3`devices/${device}`, named).catch(() => undefined);
      return grant;
    }
  } finally {
    pulse.asks(false);
  }
}

/** Has the operator confirm a code. @returns undefined when its time was over before they did */
async function confirmed(client: OAuthClient, device: string, parts: GrantParts): Promise<GrantedTokens | undefined> {
  const { pace, pulse, log, signal } = parts;
  const code = await client.askForCode(`urn:matrix:client:api:* urn:matrix:client:device:${device}`);
  log.warn(askToConfirm(code));
  const end = later(pace.now(), code.lasts);
  for (let pause = code.pause; pace.now() < end; ) {
    pulse.failed(pause);
    await pace.sleep(pause, signal);
    if (signal.aborted) throw new MatrixRequestError({ code: "ABORTED", label: "oauth/token" });
    const tokens = await client.fetchTokens(code).catch((error: unknown) => {
      if (!isPassing(error)) throw error;
      return "pending" as const;
    });
    if (tokens === "expired") return undefined;
    if (tokens === "denied") throw new LoginDeniedError();
    if (tokens === "slow down") pause += slowDown;
    else if (tokens !== "pending") return tokens;
  }
  return undefined;
}

/** RFC 8628, 3.5. */
const slowDown = 5 * second;

const askToConfirm = ({ link, code, lasts }: LoginCode) =>
  `Matrix: to log the bot in, open ${link} in a browser, log in there as the bot's account, and confirm the code ${code}. whereat waits for it; after ${Math.max(1, Math.round(lasts / minute))} min there is another one`;

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** So long that the account has no other device of this id. It is no secret. */
const newDeviceId = (random: () => number): string =>
  `WHEREAT${Array.from({ length: 10 }, () => letters.charAt(Math.floor(random() * letters.length))).join("")}`;
