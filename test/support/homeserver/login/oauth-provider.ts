import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Provider, { type KoaContextWithOIDC } from "oidc-provider";
import MemoryAdapter from "oidc-provider/lib/adapters/memory_adapter.js";

export type OAuthProvider = {
  readonly url: string;
  /** Between the provider and the homeserver. */
  readonly secret: string;
  /** A person in a browser: opens the link, logs in as this account and confirms the code. */
  confirm(link: string, code: string, account: string): Promise<void>;
  /** A token that never ends, as the Matrix Authentication Service gives to old clients. */
  fixedToken(account: string, device: string): string;
  /** How often tokens were given for a refresh token. */
  refreshes(): number;
  /** Makes an account at the homeserver, once that runs. @param homeserver where it is */
  provision(homeserver: string, account: string): Promise<void>;
  stop(): Promise<void>;
};

/** Takes the refresh token of before until the new one is used, as the Matrix Authentication Service does. */
class UntilTheNewOneIsUsed extends MemoryAdapter {
  static readonly #last = new Map<string, string>();
  readonly #model: string;
  constructor(model: string) {
    super(model);
    this.#model = model;
  }
  override async consume(id: string) {
    if (this.#model !== "RefreshToken") return super.consume(id);
    const { grantId } = (await this.find(id)) as { grantId: string };
    const before = UntilTheNewOneIsUsed.#last.get(grantId);
    if (before !== undefined && before !== id) await super.consume(before);
    UntilTheNewOneIsUsed.#last.set(grantId, id);
  }
}

const deviceIn = (scope: string) => /urn:matrix:client:device:(\S+)/.exec(scope)?.[1] ?? "";

/**
 * oidc-provider, an OpenID provider from npm, in the place of the Matrix Authentication Service: beside it stands what Synapse asks such a service.
 * @param lasts seconds that an access token lasts
 */
export async function startOAuthProvider(lasts: number): Promise<OAuthProvider> {
  const secret = "between-provider-and-homeserver";
  const fixed = new Map<string, { account: string; device: string }>();
  const made = new Set<string>();
  /** by the secret of a code, then by the grant that it led to */
  const devices = new Map<string, string>();
  let synapse = "";
  let refreshes = 0;
  const answers = { handle: (_request: IncomingMessage, response: ServerResponse) => void response.end() };
  const server = createServer((request, response) => answers.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const provider = new Provider(url, {
    adapter: UntilTheNewOneIsUsed,
    clients: [],
    cookies: { keys: ["only in tests"] },
    discovery: { account_management_uri: `${url}/account` },
    features: {
      deviceFlow: { enabled: true },
      registration: { enabled: true },
      revocation: { enabled: true },
      devInteractions: { enabled: true },
    },
    findAccount: (_: unknown, id: string) => ({ accountId: id, claims: async () => ({ sub: id }) }),
    issueRefreshToken: async () => true,
    /** Whoever confirms the code of a device grants what it wants. */
    async loadExistingGrant({ oidc }: KoaContextWithOIDC) {
      const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId, accountId: oidc.session?.accountId });
      grant.addOIDCScope(String(oidc.params?.["scope"]));
      await grant.save();
      return grant;
    },
    scopes: ["openid", "offline_access", "urn:matrix:client:api:*"],
    ttl: {
      AccessToken: lasts,
      RefreshToken: 30 * 86_400,
      DeviceCode: 600,
      Grant: 30 * 86_400,
      Session: 86_400,
      Interaction: 600,
    },
  });
  // It drops scopes that it did not know beforehand, and that of a device is new each time.
  provider.use(async (context, next) => {
    await next();
    const [asked, answered] = [context.oidc?.body ?? {}, Object(context.body) as Record<string, string>];
    const { device_code: made, access_token: access } = answered;
    if (made !== undefined) devices.set(made, deviceIn(asked["scope"] ?? ""));
    if (access === undefined) return;
    if (asked["grant_type"] === "refresh_token") refreshes++;
    const device = devices.get(asked["device_code"] ?? "");
    const given = await provider.AccessToken.find(access);
    if (device !== undefined && given) devices.set(given.grantId, device);
  });

  async function atSynapse(what: string, body: object): Promise<void> {
    const response = await fetch(`${synapse}/_synapse/mas/${what}`, {
      method: "POST",
      headers: { authorization: `Bearer ${secret}` },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`the homeserver answered ${response.status} to ${what}`);
  }
  /** Synapse takes a token only of a device that the service has told it of. */
  async function introspect(token: string): Promise<object> {
    const old = fixed.get(token);
    const found = old ? undefined : await provider.AccessToken.find(token);
    const account = old?.account ?? found?.accountId;
    if (account === undefined) return { active: false };
    const device = old?.device ?? devices.get(found?.grantId ?? "") ?? "";
    if (!made.has(device)) {
      made.add(device);
      await atSynapse("upsert_device", { localpart: account, device_id: device });
    }
    const scope = `urn:matrix:client:api:* urn:matrix:client:device:${device}`;
    return { active: true, scope, username: account, ...(found && { expires_in: found.remainingTTL }) };
  }
  const callback = provider.callback();
  answers.handle = (request, response) => {
    if (request.url !== "/oauth2/introspect") return void callback(request, response);
    void (async () => {
      let text = "";
      for await (const part of request) text += String(part);
      const answer = await introspect(new URLSearchParams(text).get("token") ?? "");
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
    })().catch(() => response.writeHead(500).end());
  };

  return {
    url,
    secret,
    confirm: (link, code, account) => confirmInBrowser(link, { user_code: code, login: account, password: "any" }),
    fixedToken(account, device) {
      const token = `mct_${account}_${device}`;
      fixed.set(token, { account, device });
      return token;
    },
    refreshes: () => refreshes,
    async provision(homeserver, account) {
      synapse = homeserver;
      await atSynapse("provision_user", { localpart: account });
    },
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

const mostPages = 20;

/** Follows pages, fills in each one's form and sends it, until there is none. @param typed by the names of what a form asks for */
async function confirmInBrowser(link: string, typed: Readonly<Record<string, string>>): Promise<void> {
  const cookies = new Map<string, string>();
  let at = new URL(link);
  let form: URLSearchParams | undefined;
  for (let page = 0; page < mostPages; page++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const post = form && { method: "POST", body: form };
    const response = await fetch(at, { headers: { cookie }, redirect: "manual", ...post });
    for (const set of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const text = await response.text();
    const location = response.headers.get("location");
    form = undefined;
    if (location !== null) {
      at = new URL(location, at);
      continue;
    }
    if (!response.ok && !text.includes("<form"))
      throw new Error(`a page answered ${response.status}: ${text.slice(0, 200)}`);
    const action = /<form[^>]*\saction="([^"]+)"/.exec(text)?.[1];
    if (action === undefined) return;
    const fields = [...text.matchAll(/<input([^>]*)>/g)].map(([, attributes = ""]) => {
      const read = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];
      return [read("name") ?? "", read("value") ?? ""] as const;
    });
    form = new URLSearchParams(fields.map(([name, value]): [string, string] => [name, typed[name] ?? value]));
    at = new URL(action.replaceAll("&amp;", "&"), at);
  }
  throw new Error("the pages have no end");
}
