import { expect, test, vi } from "vitest";
import { leastCodePause, longestCodePause } from "../../../../../src/bots/matrix/limits.ts";
import { readGrant } from "../../../../../src/bots/matrix/login/by-code/kept-grant.ts";
import { endLogin, findServers } from "../../../../../src/bots/matrix/login/log-out.ts";
import { minute, second } from "../../../../../src/lib/time.ts";
import { botId, type Reply } from "../../../../support/fake-homeserver/fake-homeserver.ts";
import { byCode } from "../../../../support/fake-homeserver/matrix-at-fake.ts";
import {
  asked,
  asks,
  at,
  atFakeInEachTest,
  lineWith,
  patience,
  provider,
  refreshes,
  renewed,
  startConfirmed,
  syncedBy,
} from "./login-at-fake.ts";

atFakeInEachTest();

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
