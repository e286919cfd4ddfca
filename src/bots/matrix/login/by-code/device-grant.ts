import type { Log } from "../../../../lib/log.ts";
import { type Instant, later, minute, second } from "../../../../lib/time.ts";
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
import {
  type AskedLogin,
  forgetGrant,
  type Grant,
  readAskedLogin,
  readGrant,
  writeAskedLogin,
  writeGrant,
} from "./kept-grant.ts";
import { createOAuthClient, type GrantedTokens, type OAuthClient, registerClient } from "./oauth-client.ts";

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

/** Has the operator confirm a code until they do: first the one that an earlier start has shown, if its time is not over. */
async function logIn(server: OAuthServer, parts: GrantParts): Promise<Grant> {
  const { fetch, homeserver, askAs, keep, pace, pulse, log } = parts;
  const kept = await readAskedLogin(keep);
  const device = kept?.device ?? newDeviceId(pace.random);
  let earlier = kept?.issuer === server.issuer && pace.now() < kept.endsAt ? kept : undefined;
  let id = earlier?.client;
  pulse.asks(true);
  try {
    for (;;) {
      id ??= await registerClient(server, fetch);
      const client = createOAuthClient(server, id, fetch, homeserver);
      const asked = earlier ?? (await askAnew({ issuer: server.issuer, client: id, device }, client, parts));
      const given = await confirmed(client, asked, parts);
      if (given === "unknown") {
        await forgetGrant(keep);
        // A kill may have lost what it was given for that code already; or the server has forgotten it.
        if (earlier === undefined)
          throw new MatrixRequestError({ status: 400, code: "INVALID_GRANT", label: "oauth/token" });
        id = undefined;
      }
      earlier = undefined;
      if (typeof given === "string") continue;
      const grant = grantOf(asked.client, given, pace.now());
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

/** Durable before anybody sees it: whoever confirms it while whereat does not run finds it logged in at the next start. */
async function askAnew(
  login: Pick<AskedLogin, "issuer" | "client" | "device">,
  client: OAuthClient,
  { keep, pace }: GrantParts,
): Promise<AskedLogin> {
  const { lasts, ...code } = await client.askForCode(
    `urn:matrix:client:api:* urn:matrix:client:device:${login.device}`,
  );
  const asked = { ...login, ...code, endsAt: Math.floor(later(pace.now(), lasts)) };
  await writeAskedLogin(keep, asked);
  return asked;
}

/** Waits until the operator confirms a code. @returns why there is nothing to wait for any more, or the tokens */
async function confirmed(
  client: OAuthClient,
  asked: AskedLogin,
  { keep, pace, pulse, log, signal }: GrantParts,
): Promise<GrantedTokens | "expired" | "unknown"> {
  log.warn(askToConfirm(asked, pace.now()));
  for (let { pause } = asked; pace.now() < asked.endsAt; ) {
    pulse.failed(pause);
    await pace.sleep(pause, signal);
    if (signal.aborted) throw new MatrixRequestError({ code: "ABORTED", label: "oauth/token" });
    const tokens = await client.fetchTokens(asked).catch((error: unknown) => {
      if (!isPassing(error)) throw error;
      return "pending" as const;
    });
    if (tokens === "denied") {
      await forgetGrant(keep);
      throw new LoginDeniedError();
    }
    if (tokens === "slow down") pause += slowDown;
    else if (tokens !== "pending") return tokens;
  }
  return "expired";
}

/** RFC 8628, 3.5. */
const slowDown = 5 * second;

const askToConfirm = ({ link, code, endsAt }: AskedLogin, now: Instant) =>
  `Matrix: to log the bot in, open ${link} in a browser, log in there as the bot's account, and confirm the code ${code}. whereat waits for it; after ${Math.max(1, Math.round((endsAt - now) / minute))} min there is another one`;

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** So long that the account has no other device of this id. It is no secret. */
const newDeviceId = (random: () => number): string =>
  `WHEREAT${Array.from({ length: 10 }, () => letters.charAt(Math.floor(random() * letters.length))).join("")}`;
