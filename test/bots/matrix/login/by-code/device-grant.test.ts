import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { leastCodePause, longestCodePause, maxRenewalsPerHour } from "../../../../../src/bots/matrix/limits.ts";
import { readGrant } from "../../../../../src/bots/matrix/login/by-code/kept-grant.ts";
import { endLogin, findServers } from "../../../../../src/bots/matrix/login/log-out.ts";
import { minute, second } from "../../../../../src/lib/time.ts";
import { botId, type Reply } from "../../../../support/fake-homeserver/fake-homeserver.ts";
import { type FakeProvider, withProvider } from "../../../../support/fake-homeserver/fake-provider.ts";
import { byCode, type MatrixAtFake, matrixAtFake } from "../../../../support/fake-homeserver/matrix-at-fake.ts";

const asks = "to log the bot in, open ";
let at: MatrixAtFake;
let provider: FakeProvider;

beforeAll(() => vi.setConfig({ testTimeout: 60_000 }));
beforeEach(async () => {
  at = await matrixAtFake();
  provider = withProvider(at.homeserver, () => at.clock.now);
});

/** However busy the machine is. */
const patience = 50_000;
const lineWith = (words: string, count = 1) =>
  vi.waitFor(
    () => expect(at.lines.filter((line) => line.includes(words)).length).toBeGreaterThanOrEqual(count),
    patience,
  );
const asked = (path: string) => at.homeserver.asked.filter((one) => one.path === path);
const refreshes = () => asked("/oauth/token").filter(({ body }) => Object(body).grant_type === "refresh_token");
/** Waits until another access token is kept. */
const renewed = (first: string | undefined) =>
  vi.waitFor(async () => expect((await readGrant(at.disk.keep))?.access).not.toBe(first), patience);
/** A start in which the operator confirms the code. */
async function startConfirmed() {
  const before = at.lines.filter((line) => line.includes(asks)).length;
  const bot = at.make(byCode);
  const started = bot.start();
  await lineWith(asks, before + 1);
  provider.decide("confirmed");
  return { bot, said: await started };
}
/** What a request of the homeserver is answered by a bot that has just polled it. */
const syncedBy = (token: string | undefined) =>
  at.homeserver.wasAsked(({ path, authorization }) => path === "sync" && authorization === `Bearer ${token}`);

test("a link and a code are said until the operator confirms them, and then the bot is connected, on a device that has its name and is signed", async () => {
  const { said } = await startConfirmed();
  expect(at.lines.find((line) => line.includes(asks))).toBe(
    `warn: Matrix: to log the bot in, open ${at.homeserver.url}/link in a browser, log in there as the bot's account, and confirm the code CODE-1. whereat waits for it; after 20 min there is another one`,
  );
  expect(said).toContain(`connected as ${botId}; the bot's identity was set up and its device is signed`);
  const named = at.homeserver.asked.find(({ path }) => path.startsWith("devices/WHEREAT"));
  expect(named?.body).toEqual({ display_name: "whereat" });
  expect(asked("login").filter(({ method }) => method === "POST")).toEqual([]);
});

test("whereat says to the server of the logins what it is and what it needs, and no more", async () => {
  await startConfirmed();
  expect(asked("/oauth/register")[0]?.body).toMatchObject({
    client_name: "whereat",
    grant_types: ["urn:ietf:params:oauth:grant-type:device_code", "refresh_token"],
    token_endpoint_auth_method: "none",
  });
  expect(asked("/oauth/device")[0]?.body).toEqual({
    client_id: "client-of-whereat",
    scope: expect.stringMatching(/^urn:matrix:client:api:\* urn:matrix:client:device:WHEREAT[A-Z]{10}$/),
  });
});

test("nothing of what is logged holds a secret of the login", async () => {
  const { bot } = await startConfirmed();
  provider.end();
  at.clock.now += 5 * minute;
  at.homeserver.happens("s1");
  await lineWith(asks, 2);
  await bot.stop();
  const text = at.lines.join("\n");
  expect(provider.secrets.length).toBeGreaterThan(2);
  for (const secret of provider.secrets) expect(text).not.toContain(secret);
});

test("the login is kept: the next start asks nobody, and is the same device", async () => {
  const { bot } = await startConfirmed();
  await bot.stop();
  expect(await at.make(byCode).start()).toContain("the bot's device is signed by its identity");
  expect(asked("/oauth/device")).toHaveLength(1);
});

test("an access token is renewed before it ends, and the new one is used from then on", async () => {
  await startConfirmed();
  const first = (await readGrant(at.disk.keep))?.access;
  await syncedBy(first);
  at.clock.now += 4 * minute;
  at.homeserver.happens("s1");
  await renewed(first);
  await syncedBy((await readGrant(at.disk.keep))?.access);
  expect(refreshes()).toHaveLength(1);
});

test("a token that the homeserver calls unknown, whatever it says of the login, is renewed, and the request is made again", async () => {
  await startConfirmed();
  const first = (await readGrant(at.disk.keep))?.access;
  await syncedBy(first);
  const unknown: Reply = { status: 401, json: { errcode: "M_UNKNOWN_TOKEN", soft_logout: false } };
  at.homeserver.sync(unknown);
  await renewed(first);
  await syncedBy((await readGrant(at.disk.keep))?.access);
  expect(at.lines.filter((line) => line.includes(asks))).toHaveLength(1);
});

test("a login that was ended is asked for again in one clear line, and the same identity signs the new device", async () => {
  await startConfirmed();
  await syncedBy((await readGrant(at.disk.keep))?.access);
  provider.end();
  at.homeserver.sync({ status: 401, json: { errcode: "M_UNKNOWN_TOKEN", soft_logout: false } });
  await lineWith(asks, 2);
  expect(at.lines.join("\n")).toContain(
    "Matrix: the bot's login was ended; the bot has to be logged in again, as a new device",
  );
  provider.decide("confirmed");
  await lineWith("connected again; the bot's device was signed by the account's identity");
  const devices = asked("/oauth/device").map(({ body }) => Object(body).scope);
  expect(new Set(devices).size).toBe(2);
});

test("a code whose time is over gives way to another one", async () => {
  const started = at.make(byCode).start();
  await lineWith(asks);
  at.clock.now += 20 * minute;
  await lineWith("confirm the code CODE-2");
  provider.decide("confirmed");
  expect(await started).toContain("connected as");
});

/** Ends a start amid its waiting. What a kill leaves is the same: it was stored before it was shown. */
async function endedWhileAsking() {
  const bot = at.make(byCode);
  const started = bot.start().catch(() => undefined);
  await lineWith(asks);
  await bot.stop();
  await started;
}
const devicesAsked = () => asked("/oauth/device").map(({ body }) => String(Object(body).scope).split(":").at(-1));

test("a start that ends before the operator has confirmed leaves its link and code to the next one, and there is one device", async () => {
  await endedWhileAsking();
  at.clock.now += 5 * minute;
  const started = at.make(byCode).start();
  await lineWith(asks, 2);
  expect(at.lines.filter((line) => line.includes(asks))[1]).toContain(
    "confirm the code CODE-1. whereat waits for it; after 15 min",
  );
  provider.decide("confirmed");
  expect(await started).toContain("connected as");
  expect([devicesAsked().length, asked("/oauth/register").length]).toEqual([1, 1]);
  expect(asked("account/whoami").length).toBeGreaterThan(0);
});

test("a code that was confirmed while whereat did not run logs the next start in", async () => {
  await endedWhileAsking();
  provider.decide("confirmed");
  expect(await at.make(byCode).start()).toContain("connected as");
  expect(devicesAsked()).toHaveLength(1);
});

test.each([
  ["is over", () => void (at.clock.now += 20 * minute)],
  ["was turned down", () => provider.decide("denied")],
  [
    "the server has forgotten",
    () => {
      let tries = 0;
      at.homeserver.on(({ path }) =>
        path === "/oauth/token" && ++tries === 1 ? { status: 401, json: { error: "invalid_client" } } : undefined,
      );
    },
  ],
  [
    "was taken for tokens that a kill has lost",
    () => {
      const code = asked("/oauth/token").at(-1)?.body;
      provider.decide("confirmed");
      provider.answer({ path: "/oauth/token", body: code });
    },
  ],
])("a code of an earlier start that %s gives way to another one", async (_, meanwhile) => {
  await endedWhileAsking();
  meanwhile();
  if (_ === "was turned down") await expect(at.make(byCode).start()).rejects.toThrow("turned down");
  const before = asked("/oauth/device").length;
  const started = at.make(byCode).start();
  await vi.waitFor(() => expect(asked("/oauth/device").length).toBe(before + 1), patience);
  await vi.waitFor(() => expect(at.lines.at(-1)).toContain(asks), patience);
  provider.decide("confirmed");
  expect(await started).toContain("connected as");
});

test("a login that is turned down ends the start, in words that say what to do", async () => {
  const started = at.make(byCode).start();
  await lineWith(asks);
  provider.decide("denied");
  await expect(started).rejects.toMatchObject({ name: "BotRefused", message: expect.stringContaining("turned down") });
});

test("the server of the logins may be away while the operator is waited for", async () => {
  let tries = 0;
  at.homeserver.on(({ path }) =>
    path === "/oauth/token" && ++tries < 4 ? { status: 502, text: "<html>" } : undefined,
  );
  const started = at.make(byCode).start();
  await lineWith(asks);
  provider.decide("confirmed");
  expect(await started).toContain("connected as");
  expect(tries).toBeGreaterThan(3);
});

test("a login that another account confirmed is ended at once, and asked for again so often in an hour", async () => {
  at.homeserver.on(({ path }) =>
    path === "account/whoami" ? { json: { user_id: "@operator:fake.test", device_id: "WHEREATX" } } : undefined,
  );
  const started = at.make(byCode).start();
  started.catch(() => undefined);
  for (let n = 1; n <= maxRenewalsPerHour + 1; n++) {
    await lineWith(asks, n);
    provider.decide("confirmed");
  }
  await expect(started).rejects.toThrow("confirmed by another account than MATRIX_USER names");
  expect(at.lines.join("\n")).toContain("that was another account than MATRIX_USER names: log out in that browser");
  expect(asked("/oauth/revoke")).toHaveLength(maxRenewalsPerHour);
  expect(asked("keys/upload")).toEqual([]);
});

test("while the server of the logins is away the token goes on, and after its end the bot waits and comes back by itself", async () => {
  await startConfirmed();
  const first = (await readGrant(at.disk.keep))?.access;
  await syncedBy(first);
  let isAway = true;
  at.homeserver.on(({ path }) => (path === "/oauth/token" && isAway ? { cut: "before" } : undefined));
  at.clock.now += 4 * minute;
  at.homeserver.happens("s1");
  await vi.waitFor(() => expect(asked("sync").length).toBeGreaterThan(1), patience);
  expect(asked("sync").at(-1)?.authorization).toBe(`Bearer ${first}`);
  at.clock.now += minute;
  at.homeserver.happens("s2");
  await lineWith("nothing can be received");
  isAway = false;
  at.homeserver.happens("s3");
  await lineWith("over after");
  expect(at.lines.filter((line) => line.includes(asks))).toHaveLength(1);
});

test("a login that the operator ends is revoked, and nothing of it is kept; while that cannot be done, it is kept", async () => {
  const { bot } = await startConfirmed();
  await bot.stop();
  let isAway = true;
  at.homeserver.on(({ path }) => (path === "/oauth/revoke" && isAway ? { status: 503, text: "" } : undefined));
  const servers = await findServers(new URL(at.homeserver.url), new AbortController().signal);
  await expect(endLogin(byCode, at.disk.keep, servers)).rejects.toMatchObject({ code: "HTTP_503" });
  const kept = await readGrant(at.disk.keep);
  expect(kept && provider.isGood(kept.access)).toBe(true);
  isAway = false;
  expect(await endLogin(byCode, at.disk.keep, servers)).toBe(true);
  expect(provider.isGood(kept?.access ?? "")).toBe(false);
  expect(await readGrant(at.disk.keep)).toBeUndefined();
  expect(await endLogin(byCode, at.disk.keep, servers)).toBe(false);
});

test.each([
  [undefined, 5 * second],
  [0.2, leastCodePause],
  [600, longestCodePause],
])("a server that wants to be asked each %s s is asked within limits", async (interval, pause) => {
  const device = { device_code: "secret", user_code: "CODE", expires_in: 1200, verification_uri: at.homeserver.url };
  at.homeserver.on(({ path }) => (path === "/oauth/device" ? { json: { ...device, interval } } : undefined));
  const { promise, resolve } = Promise.withResolvers<number>();
  at.make(byCode, {}, resolve)
    .start()
    .catch(() => undefined);
  expect(await promise).toBe(pause);
});

test("who is told to ask less often does", async () => {
  const waits: number[] = [];
  let tries = 0;
  at.homeserver.on(({ path }) =>
    path === "/oauth/token" && ++tries === 1 ? { status: 400, json: { error: "slow_down" } } : undefined,
  );
  const started = at.make(byCode, {}, (ms) => void waits.push(ms)).start();
  await lineWith(asks);
  await vi.waitFor(() => expect(tries).toBeGreaterThan(2), patience);
  provider.decide("confirmed");
  await started;
  expect(waits.slice(0, 3)).toEqual([5 * second, 10 * second, 10 * second]);
});

test("where the account's owner has to allow a new identity, the operator is told where", async () => {
  const approval = {
    session: "s",
    flows: [{ stages: ["m.oauth"] }],
    params: { "m.oauth": { url: "https://fake.test/reset" } },
  };
  at.homeserver.on(({ path }) => (path === "keys/device_signing/upload" ? { status: 401, json: approval } : undefined));
  const started = startConfirmed();
  await expect(started).rejects.toThrow("open https://fake.test/reset in a browser, log in there as the bot's account");
});
