import { beforeEach, expect, onTestFinished, test } from "vitest";
import {
  type FakeHomeserver,
  type Reply,
  startFakeHomeserver,
} from "../../../support/fake-homeserver/fake-homeserver.ts";
import {
  byPassword,
  type MatrixAtFake,
  matrixAtFake,
  secretOf,
} from "../../../support/fake-homeserver/matrix-at-fake.ts";

const page: Reply = { text: "<!doctype html><title>Welcome</title>" };
const nothing: Reply = { status: 404, text: "<html>not found</html>" };
const versions = "/_matrix/client/versions";
const wellKnown = "/.well-known/matrix/client";

let at: MatrixAtFake;
beforeEach(async () => {
  at = await matrixAtFake();
});

/** A web server that answers everything with a page, but for what is said. */
async function webServer(replies: Record<string, Reply>, otherwise: Reply = page): Promise<FakeHomeserver> {
  const server = await startFakeHomeserver();
  onTestFinished(() => server.stop());
  server.on(({ path }) => replies[path] ?? otherwise);
  return server;
}
const named = (base_url: unknown): Reply => ({ json: { "m.homeserver": { base_url } } });
const startAt = (server: FakeHomeserver, login: Parameters<MatrixAtFake["make"]>[0] = byPassword) =>
  at.make(login, { homeserver: new URL(server.url) }).start();

test.each([
  ["a page", page],
  ["a page with 404", nothing],
  ["an error in JSON", { status: 404, json: { errcode: "M_NOT_FOUND" } }],
  ["a redirection", { status: 302, location: "https://www.example.org/", json: {} }],
  ["JSON of something else", { json: { hello: "world" } }],
])(
  "where the given domain answers with %s, the homeserver that it names is used, and no password goes anywhere else",
  async (_what, otherwise) => {
    const domain = await webServer({ [wellKnown]: named(`${at.homeserver.url}/`) }, otherwise);
    expect(await startAt(domain)).toContain("connected as @bot:fake.test");
    expect(domain.asked.map(({ path }) => path)).toEqual([versions, wellKnown]);
    expect(JSON.stringify(domain.asked)).not.toContain("let me in");
    expect(at.lines.join("\n")).toContain("at MATRIX_HOMESERVER_URL another address is named for the homeserver");
  },
);

test.each([301, 307])(
  "a domain that sends on to where its .well-known stands, by %i, is followed there",
  async (status) => {
    const www = await webServer({ [wellKnown]: named(at.homeserver.url) });
    const domain = await webServer({ [wellKnown]: { status, location: `${www.url}${wellKnown}`, json: {} } });
    expect(await startAt(domain)).toContain("connected as @bot:fake.test");
    expect(JSON.stringify([...domain.asked, ...www.asked])).not.toContain("let me in");
  },
);

test.each<[string, (own: string) => Reply]>([
  ["names no homeserver", () => page],
  ["sends on to itself", (own) => ({ status: 302, location: `${own}${wellKnown}`, json: {} })],
  ["sends on to what is no address", () => ({ status: 302, location: "file:///etc/passwd", json: {} })],
  ["names none in its .well-known", () => ({ json: {} })],
  ["names what is no address", () => named("matrix.example.org")],
  ["names another kind of address", () => named("file:///etc/passwd")],
  ["names itself", (own) => named(own)],
])("a web server that %s is refused in words that say so, and no token goes there", async (_what, answer) => {
  const domain = await webServer({});
  domain.on(({ path }) => (path === wellKnown ? answer(domain.url) : undefined));
  await expect(startAt(domain, { accessToken: secretOf("token-0") })).rejects.toThrow(
    /At MATRIX_HOMESERVER_URL something answers that is no Matrix homeserver, and .* names none/,
  );
  expect(JSON.stringify(domain.asked)).not.toContain("token-0");
});

test("a homeserver that answers is used as it was given, whatever its domain names", async () => {
  at.homeserver.on(({ path }) => (path === wellKnown ? named("http://elsewhere.example.org") : undefined));
  expect(await at.make().start()).toContain("connected as");
  expect(at.homeserver.asked.some(({ path }) => path === wellKnown)).toBe(false);
});

test("a proxy that answers for a homeserver which is starting is waited for", async () => {
  let tries = 0;
  at.homeserver.on(({ path }) => (path === versions && ++tries < 3 ? { status: 502, text: "<html>" } : undefined));
  expect(await at.make().start()).toContain("connected as");
  expect(at.lines.join("\n")).toContain(
    "the homeserver cannot be reached; it is tried again until it works (MatrixRequestError HTTP_502)",
  );
});

test("a page in the place of the bot's own name, as a hotel's network puts there, is waited for, and named in the log", async () => {
  let tries = 0;
  at.homeserver.on(({ path }) => (path === "account/whoami" && ++tries < 3 ? page : undefined));
  expect(await at.make().start()).toContain("connected as");
  expect(at.lines.join("\n")).toContain("it is tried again until it works (MatrixRequestError HTML)");
});

test("a page where a sync is due is named in the log as what it is", async () => {
  await at.make().start();
  at.homeserver.sync(page);
  at.homeserver.happens("s1");
  await at.homeserver.wasAsked(({ query }) => query.get("since") === "s1");
  expect(at.lines.join("\n")).toContain(
    "nothing can be received; it is tried again until it works (MatrixRequestError HTML)",
  );
});

test.each<[string, Reply, object | undefined, string]>([
  [
    "has logins by single sign-on only",
    { status: 403, json: { errcode: "M_FORBIDDEN" } },
    { flows: [{ type: "m.login.sso" }] },
    "This homeserver takes no login by password. Give MATRIX_ACCESS_TOKEN",
  ],
  [
    "has no logins of this kind at all",
    { status: 400, json: { errcode: "M_UNKNOWN" } },
    { flows: [] },
    "This homeserver takes no login by password",
  ],
  [
    "refuses the password",
    { status: 403, json: { errcode: "M_FORBIDDEN" } },
    undefined,
    "refused MATRIX_USER with this password",
  ],
  [
    "has locked the account",
    { status: 401, json: { errcode: "M_USER_LOCKED", soft_logout: true } },
    undefined,
    "the bot's account is locked",
  ],
  [
    "has deactivated the account",
    { status: 403, json: { errcode: "M_USER_DEACTIVATED" } },
    undefined,
    "the bot's account is deactivated",
  ],
  [
    "knows no such request",
    { status: 404, json: { errcode: "M_UNRECOGNIZED" } },
    undefined,
    "login: M_UNRECOGNIZED (404)",
  ],
])("a login at a homeserver that %s is refused in words that fit", async (_what, refusal, flows, words) => {
  at.homeserver.on(({ path, method }) => {
    if (path !== "login") return undefined;
    return method === "POST" ? refusal : flows && { json: flows };
  });
  await expect(at.make().start()).rejects.toThrow(words);
});
