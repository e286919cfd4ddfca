import type { Asked, FakeHomeserver, Reply } from "./fake-homeserver.ts";

type Token = { readonly login: Login; isOver: boolean };
type Login = { readonly device: string; readonly refresh: Token[]; isOver: boolean };
type Code = { readonly device: string; readonly endsAt: number; is: "pending" | "confirmed" | "denied" };

export type FakeProvider = {
  /** What it answers; undefined: there is nothing like that here. */
  answer(asked: Pick<Asked, "path" | "body">): Reply | undefined;
  /** Whether a token is good now. */
  isGood(access: string): boolean;
  deviceOf(access: string): string | undefined;
  /** The code that was given last, confirmed or turned down by a person. */
  decide(is: Code["is"]): void;
  /** Ends the login, as a person can. */
  end(): void;
  /** How often each path was asked. */
  readonly counts: Record<string, number>;
  /** Can be changed: how long access tokens last, in seconds; and whether a refresh token that is used twice ends its login at once. */
  readonly how: { lasts: number; revokesReuse: boolean; codeLasts: number };
  /** Everything that nobody but the bot may read. */
  readonly secrets: string[];
};

const link = "/link";
const invalid: Reply = { status: 400, json: { error: "invalid_grant" } };

/**
 * The server at which logins are made, beside a homeserver: device authorization (RFC 8628), refresh tokens that are each used once, revocation
 * (RFC 7009). As the Matrix Authentication Service does, it takes the refresh token of before until the new one is used.
 * @param now milliseconds
 */
export function createFakeProvider(url: string, now: () => number): FakeProvider {
  const access = new Map<string, { login: Login; endsAt: number }>();
  const refresh = new Map<string, Token>();
  const codes = new Map<string, Code>();
  const logins: Login[] = [];
  const secrets: string[] = [];
  const counts: Record<string, number> = {};
  const how = { lasts: 300, revokesReuse: false, codeLasts: 1200 };
  let made = 0;
  const secret = (kind: string) => {
    const text = `${kind}_secret_${++made}`;
    secrets.push(text);
    return text;
  };

  function tokensFor(login: Login): Reply {
    const [token, next] = [secret("mat"), secret("mar")];
    access.set(token, { login, endsAt: now() + how.lasts * 1000 });
    const kept: Token = { login, isOver: false };
    refresh.set(next, kept);
    login.refresh.push(kept);
    return { json: { access_token: token, refresh_token: next, expires_in: how.lasts, token_type: "Bearer" } };
  }
  function refreshed(given: string): Reply {
    const token = refresh.get(given);
    if (!token || token.login.isOver) return invalid;
    const { login } = token;
    const isLatest = login.refresh.at(-1) === token;
    if (token.isOver || (!isLatest && how.revokesReuse)) {
      login.isOver = true;
      return invalid;
    }
    // Those from before it are over from its first use on; those after it that were never used are, too.
    const at = login.refresh.indexOf(token);
    for (const [index, other] of login.refresh.entries()) if (index !== at) other.isOver = true;
    return tokensFor(login);
  }
  function fetched(deviceCode: string): Reply {
    const code = codes.get(deviceCode);
    if (!code) return invalid;
    if (now() >= code.endsAt) return { status: 400, json: { error: "expired_token" } };
    if (code.is === "denied") return { status: 400, json: { error: "access_denied" } };
    if (code.is === "pending") return { status: 400, json: { error: "authorization_pending" } };
    codes.delete(deviceCode);
    const login: Login = { device: code.device, refresh: [], isOver: false };
    logins.push(login);
    return tokensFor(login);
  }

  return {
    answer({ path, body }) {
      const given = Object(body) as Record<string, string>;
      counts[path] = (counts[path] ?? 0) + 1;
      if (path === "/_matrix/client/v1/auth_metadata") return { json: metadataAt(url) };
      if (path === "/oauth/register") return { status: 201, json: { client_id: "client-of-whereat" } };
      if (path === "/oauth/device") {
        const device = /urn:matrix:client:device:(\S+)/.exec(given["scope"] ?? "")?.[1] ?? "";
        const device_code = secret("dev");
        codes.set(device_code, { device, endsAt: now() + how.codeLasts * 1000, is: "pending" });
        const answer = { device_code, user_code: `CODE-${codes.size}`, expires_in: how.codeLasts, interval: 5 };
        return { json: { ...answer, verification_uri: `${url}${link}` } };
      }
      if (path === "/oauth/token")
        return given["grant_type"] === "refresh_token"
          ? refreshed(given["refresh_token"] ?? "")
          : fetched(given["device_code"] ?? "");
      if (path === "/oauth/revoke") {
        const token = refresh.get(given["token"] ?? "");
        if (token) token.login.isOver = true;
        return { text: "" };
      }
      return undefined;
    },
    isGood(token) {
      const found = access.get(token);
      return found !== undefined && !found.login.isOver && now() < found.endsAt;
    },
    deviceOf: (token) => access.get(token)?.login.device,
    decide(is) {
      const code = [...codes.values()].at(-1);
      if (!code) throw new Error("no code was given");
      code.is = is;
    },
    end() {
      for (const login of logins) login.isOver = true;
    },
    counts,
    how,
    secrets,
  };
}

const metadataAt = (url: string) => ({
  issuer: `${url}/`,
  token_endpoint: `${url}/oauth/token`,
  registration_endpoint: `${url}/oauth/register`,
  device_authorization_endpoint: `${url}/oauth/device`,
  revocation_endpoint: `${url}/oauth/revoke`,
  grant_types_supported: ["authorization_code", "refresh_token", "urn:ietf:params:oauth:grant-type:device_code"],
});

/** Has a fake homeserver leave its logins to such a server: it has no /login, and calls a token that has ended unknown, as Synapse does. */
export function withProvider(homeserver: FakeHomeserver, now: () => number): FakeProvider {
  const provider = createFakeProvider(homeserver.url, now);
  homeserver.takeTokens((token) => provider.deviceOf(token));
  homeserver.on((asked) => {
    if (asked.path === "login") return { status: 404, json: { errcode: "M_UNRECOGNIZED" } };
    const token = asked.authorization?.replace("Bearer ", "");
    const isRefused = token !== undefined && !provider.isGood(token);
    if (isRefused) return { status: 401, json: { errcode: "M_UNKNOWN_TOKEN", soft_logout: false } };
    return provider.answer(asked);
  });
  return provider;
}
