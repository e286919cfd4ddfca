import { at, listOf, textOf, textsOf } from "../../../lib/json-value.ts";
import { type Homeserver, v1, v3 } from "../http/homeserver.ts";
import { MatrixRequestError } from "../http/request-error.ts";

/** The server at which a homeserver has logins made, as OAuth 2.0 names its parts (RFC 8414). */
export type OAuthServer = {
  readonly issuer: string;
  readonly token_endpoint: string;
  readonly registration_endpoint: string;
  readonly device_authorization_endpoint: string;
  readonly revocation_endpoint: string | undefined;
};

/** Which logins a homeserver has that whereat can use. Neither: only with a token from whoever runs it. */
export type ServerLogins = {
  readonly hasPassword: boolean;
  /** where a login by link and code is made */
  readonly byCode: OAuthServer | undefined;
};

const deviceCode = "urn:ietf:params:oauth:grant-type:device_code";

/** @param homeserver where it is @throws MatrixRequestError when that cannot be known now */
export async function findLogins(ask: Homeserver, homeserver: URL): Promise<ServerLogins> {
  const [metadata, logins] = await Promise.all([
    orNothing(ask("GET", v1`auth_metadata`)),
    orNothing(ask("GET", v3`login`)),
  ]);
  return {
    hasPassword: listOf(at(logins, "flows")).some((flow) => at(flow, "type") === "m.login.password"),
    byCode: readOAuthServer(metadata, homeserver),
  };
}

/** Homeservers without a kind of login answer 404 where it would be, or 400 in earlier years. */
async function orNothing(asked: Promise<unknown>): Promise<unknown> {
  return asked.catch((error: unknown) => {
    const isRefusal = error instanceof MatrixRequestError && [400, 404, 405].includes(error.status ?? 0);
    if (!isRefusal) throw error;
    return undefined;
  });
}

/** Client-server API, "GET /auth_metadata". @returns undefined when a login by link and code cannot be made there */
function readOAuthServer(metadata: unknown, homeserver: URL): OAuthServer | undefined {
  if (!textsOf(at(metadata, "grant_types_supported")).includes(deviceCode)) return undefined;
  const read = (name: string) => safeUrl(at(metadata, name), homeserver);
  const issuer = read("issuer");
  const token_endpoint = read("token_endpoint");
  const registration_endpoint = read("registration_endpoint");
  const device_authorization_endpoint = read("device_authorization_endpoint");
  if (!issuer || !token_endpoint || !registration_endpoint || !device_authorization_endpoint) return undefined;
  const revocation_endpoint = read("revocation_endpoint");
  return { issuer, token_endpoint, registration_endpoint, device_authorization_endpoint, revocation_endpoint };
}

/** What is encrypted on the way to the homeserver must be so on the way to where its logins are made. */
export function safeUrl(value: unknown, homeserver: URL): string | undefined {
  const text = textOf(value);
  const url = text === undefined || text.length > 2000 ? null : URL.parse(text);
  if (text === undefined || url === null || !/^[\x21-\x7e]+$/.test(text)) return undefined;
  return url.protocol === "https:" || url.protocol === homeserver.protocol ? text : undefined;
}
