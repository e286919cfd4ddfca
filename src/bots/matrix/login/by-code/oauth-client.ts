import {
  allowInsecureRequests,
  Configuration,
  customFetch,
  genericGrantRequest,
  initiateDeviceAuthorization,
  None,
  refreshTokenGrant,
  tokenRevocation,
} from "openid-client";
import { at, countOf, textOf } from "../../../../lib/json-value.ts";
import { type Duration, second } from "../../../../lib/time.ts";
import type { OAuthFetch } from "../../http/oauth-fetch.ts";
import { MatrixRequestError } from "../../http/request-error.ts";
import { leastCodePause, longestCodePause } from "../../limits.ts";
import { type OAuthServer, safeUrl } from "../server-logins.ts";

export type GrantedTokens = {
  readonly access: string;
  /** undefined: the one from before goes on */
  readonly refresh: string | undefined;
  readonly lasts: Duration | undefined;
};
export type LoginCode = {
  /** where the operator confirms it; nothing in it is secret */
  readonly link: string;
  readonly code: string;
  readonly lasts: Duration;
  readonly pause: Duration;
  /** with it the tokens are fetched: a secret */
  readonly deviceCode: string;
};
export type OAuthClient = {
  askForCode(scope: string): Promise<LoginCode>;
  /** Asks once whether the code was confirmed. @returns why there are no tokens, or them */
  fetchTokens(
    code: Pick<LoginCode, "deviceCode">,
  ): Promise<GrantedTokens | "pending" | "slow down" | "expired" | "denied" | "unknown">;
  /** @returns undefined when the server says that the login is over */
  refresh(token: string): Promise<GrantedTokens | undefined>;
  /** Ends the login of this refresh token; one that has ended is no error (RFC 7009). */
  revoke(token: string): Promise<void>;
};

/** What the server shows where the code is confirmed. It must name a page in https; whereat has none of its own, so it is the one on bots. */
const about = { client_name: "whereat", client_uri: "https://matrix.org/ecosystem/integrations/" };
/** In seconds, where the server names none (RFC 8628, 3.2). */
const usualInterval = 5;
const deviceCodeGrant = "urn:ietf:params:oauth:grant-type:device_code";

/**
 * Makes whereat known to the server at which logins are made (client-server API, "Client registration").
 * @returns the client's id there, which is no secret
 * @throws MatrixRequestError
 */
export async function registerClient({ registration_endpoint }: OAuthServer, fetch: OAuthFetch): Promise<string> {
  const label = "oauth/registration";
  const response = await fetch(label, registration_endpoint, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({
      ...about,
      application_type: "native",
      token_endpoint_auth_method: "none",
      grant_types: [deviceCodeGrant, "refresh_token"],
      response_types: [],
      redirect_uris: [],
    }),
  });
  const answer: unknown = await response.json().catch(() => undefined);
  const id = textOf(at(answer, "client_id"));
  if (!response.ok || !id) throw refusal(label, response.ok ? 400 : response.status, at(answer, "error"));
  return id;
}

/**
 * What whereat asks of that server under its id there. Every method throws MatrixRequestError.
 * @param homeserver whose logins they are: to one without encryption, as on this machine, nothing needs any
 */
export function createOAuthClient(
  server: OAuthServer,
  clientId: string,
  fetch: OAuthFetch,
  homeserver: URL,
): OAuthClient {
  const { revocation_endpoint, ...needed } = server;
  const metadata = { ...needed, ...(revocation_endpoint !== undefined && { revocation_endpoint }) };
  const asked = <T>(label: string, work: (by: Configuration) => Promise<T>): Promise<T> => {
    const by = new Configuration(metadata, clientId, undefined, None());
    by[customFetch] = (url, { method, headers, body }) => fetch(label, url, { method, headers, body: readBody(body) });
    if (homeserver.protocol === "http:") allowInsecureRequests(by);
    return work(by).catch((error: unknown) => {
      throw asRefusal(error, label);
    });
  };

  return {
    async askForCode(scope) {
      const label = "oauth/device";
      const answer = await asked(label, (by) => initiateDeviceAuthorization(by, { scope }));
      const link =
        safeUrl(answer.verification_uri_complete, homeserver) ?? safeUrl(answer.verification_uri, homeserver);
      const isShown = /^[\x20-\x7e]{1,64}$/.test(answer.user_code);
      if (link === undefined || !isShown) throw refusal(label, 400, "bad_answer");
      return {
        link,
        code: answer.user_code,
        lasts: answer.expires_in * second,
        pause: Math.min(Math.max((answer.interval ?? usualInterval) * second, leastCodePause), longestCodePause),
        deviceCode: answer.device_code,
      };
    },
    async fetchTokens({ deviceCode: device_code }) {
      try {
        return readTokens(
          await asked("oauth/token", (by) => genericGrantRequest(by, deviceCodeGrant, { device_code })),
        );
      } catch (error) {
        const code = error instanceof MatrixRequestError ? error.code : "";
        if (code === "AUTHORIZATION_PENDING") return "pending";
        if (code === "SLOW_DOWN") return "slow down";
        if (code === "EXPIRED_TOKEN") return "expired";
        if (code === "ACCESS_DENIED") return "denied";
        if (isForgotten(error)) return "unknown";
        throw error;
      }
    },
    async refresh(token) {
      try {
        return readTokens(await asked("oauth/refresh", (by) => refreshTokenGrant(by, token)));
      } catch (error) {
        if (!isForgotten(error)) throw error;
        return undefined;
      }
    },
    async revoke(token) {
      if (revocation_endpoint === undefined) throw refusal("oauth/revoke", 404, "not_there");
      await asked("oauth/revoke", (by) => tokenRevocation(by, token, { token_type_hint: "refresh_token" }));
    },
  };
}

/** An unknown client is one that the server has forgotten, with its logins. */
const isForgotten = (error: unknown) =>
  error instanceof MatrixRequestError &&
  ["INVALID_GRANT", "INVALID_CLIENT", "UNAUTHORIZED_CLIENT"].includes(error.code);

const readBody = (body: unknown) =>
  body instanceof URLSearchParams || body instanceof Uint8Array || typeof body === "string" ? body : null;

const readTokens = (answer: { access_token: string; refresh_token?: string; expires_in?: number }): GrantedTokens => {
  const lasts = countOf(answer.expires_in);
  return {
    access: answer.access_token,
    refresh: answer.refresh_token,
    lasts: lasts === undefined ? undefined : lasts * second,
  };
};

/** Only what we know of it: the library's errors hold whole answers, tokens and all. */
function asRefusal(error: unknown, label: string): MatrixRequestError {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof MatrixRequestError) return cause;
  const { status, error: said } = Object(error) as { status?: unknown; error?: unknown };
  // A challenge is the answer to a client that is not known (RFC 6749, 5.2).
  return refusal(label, countOf(status) ?? 400, said ?? (status === 401 ? "invalid_client" : undefined));
}

function refusal(label: string, status: number, said: unknown): MatrixRequestError {
  const isCode = typeof said === "string" && /^[a-z_]{1,40}$/.test(said);
  return new MatrixRequestError({ label, status, code: isCode ? said.toUpperCase() : "BAD_ANSWER" });
}
