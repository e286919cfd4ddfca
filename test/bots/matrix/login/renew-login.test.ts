import { copyFile, readFile, rm, writeFile } from "node:fs/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openSealedFile } from "../../../../src/bots/matrix/indexeddb/sealed-file.ts";
import { maxRenewalsPerHour } from "../../../../src/bots/matrix/limits.ts";
import { startMatrix } from "../../../../src/bots/matrix/start-matrix.ts";
import type { Secret } from "../../../../src/config/secret.ts";
import { createLog } from "../../../../src/lib/log.ts";
import { hour, instant } from "../../../../src/lib/time.ts";
import {
  type FakeHomeserver,
  type Reply,
  startFakeHomeserver,
} from "../../../support/fake-homeserver/fake-homeserver.ts";
import { type Disk, makeDisk } from "../../../support/homeserver/whereat-account.ts";

let homeserver: FakeHomeserver;
let disk: Disk;
let lines: string[];
let bots: ReturnType<typeof startMatrix>[];
let time: number;
/** by token: how the homeserver answers whoever uses it */
let ended: Map<string, Reply>;

const hard: Reply = { status: 401, json: { errcode: "M_UNKNOWN_TOKEN", error: "token-1" } };
const soft: Reply = { status: 401, json: { errcode: "M_UNKNOWN_TOKEN", soft_logout: true } };
const secretOf = (text: string): Secret => ({ reveal: () => text });
const byPassword = { user: "bot", password: secretOf("let me in") };

beforeEach(async () => {
  homeserver = await startFakeHomeserver();
  disk = await makeDisk();
  lines = [];
  bots = [];
  time = 1_800_000_000_000;
  ended = new Map();
  homeserver.on(({ authorization = "" }) => ended.get(authorization.replace("Bearer ", "")));
});
afterEach(async () => {
  for (const bot of bots) await bot.stop();
  await homeserver.stop();
  await disk.remove();
});

function makeBot(login: { accessToken: Secret } | typeof byPassword = byPassword, on = disk, url = homeserver.url) {
  const now = () => instant(time);
  const sleep = () => new Promise<void>((resolve) => setImmediate(resolve));
  const bot = startMatrix({ homeserver: new URL(url), login, allowedInviters: [] }, async () => undefined, {
    now,
    wait: () => new Promise(() => undefined),
    log: createLog("debug", (line) => lines.push(line)),
    keep: on.keep,
    keyStore: on.keyStore,
    secret: Buffer.alloc(32, 7),
    pace: { now, sleep, random: () => 0.5 },
  });
  bots.push(bot);
  return bot;
}
const logins = () => homeserver.asked.filter(({ path }) => path === "login").map(({ body }) => Object(body));
/** Ends a login while its bot waits in /sync. */
async function end(token: string, how: Reply) {
  ended.set(token, how);
  homeserver.sync(how);
  await homeserver.wasAsked(
    ({ path, body, authorization }) =>
      path === "sync" && body === undefined && authorization === `Bearer ${nextOf(token)}`,
  );
}
const nextOf = (token: string) => `token-${Number(token.slice(-1)) + 1}`;
const signed = "the bot's device";

test("a login that was ended softly is made again by password while it runs, on the same device", async () => {
  await makeBot().start();
  await end("token-1", soft);
  expect(logins()).toMatchObject([{}, { device_id: "FAKEDEVICE", password: "let me in" }]);
  expect(lines.join("\n")).toContain("on the same device");
  expect(lines.at(-1)).toContain(`${signed} is signed by its identity`);
});

test("a login that was ended for good is made again as a new device, with a key store of its own, which the same identity signs", async () => {
  const bot = makeBot();
  await bot.start();
  await end("token-1", hard);
  expect(logins()).toHaveLength(2);
  expect(logins()[1]).not.toHaveProperty("device_id");
  expect(lines.at(-1)).toContain(`${signed} was signed by the account's identity`);
  expect(homeserver.asked.filter(({ path }) => path === "keys/device_signing/upload")).toHaveLength(1);
});

test.each([
  ["softly", soft, "FAKEDEVICE"],
  ["for good", hard, undefined],
])("a login that was ended %s while the bot was away is made again at the start", async (_how, how, device) => {
  const first = makeBot();
  await first.start();
  await first.stop();
  ended.set("token-1", how);
  expect(await makeBot().start()).toContain("connected as");
  expect(logins().map((body) => body.device_id)).toEqual([undefined, device]);
});

test("a key store that was removed leads to a new device with the same identity, and the old one is logged out", async () => {
  const first = makeBot();
  await first.start();
  await first.stop();
  await rm(disk.keyStore);
  expect(await makeBot().start()).toContain(`${signed} was signed by the account's identity`);
  expect(homeserver.asked.find(({ path }) => path === "logout")?.authorization).toBe("Bearer token-1");
});

test.each([
  ["another device of the account", async () => {}],
  [
    "the same device, made anew elsewhere",
    async () => {
      const elsewhere = await makeDisk();
      const other = await startFakeHomeserver();
      const bot = makeBot(byPassword, elsewhere, other.url);
      await bot.start();
      await bot.stop();
      await copyFile(elsewhere.keyStore, disk.keyStore);
      await other.stop();
      await elsewhere.remove();
    },
  ],
])("a key store of %s in the place of the bot's leads to a new device with the same identity", async (_whose, put) => {
  const first = makeBot();
  await first.start();
  await first.stop();
  const copy = await readFile(disk.keyStore);
  await rm(disk.keyStore);
  const second = makeBot();
  await second.start();
  await second.stop();
  await writeFile(disk.keyStore, copy);
  await put();
  expect(await makeBot().start()).toContain(`${signed} was signed by the account's identity`);
  expect(lines.join("\n")).toContain("the key store is of no use any more");
});

test("with an access token alone, a login that ended is no more, in words that say what to do", async () => {
  const bot = makeBot({ accessToken: secretOf("token-0") });
  await bot.start();
  homeserver.sync(hard);
  await expect(bot.broken).rejects.toMatchObject({
    name: "BotRefused",
    message: "Matrix: the homeserver no longer accepts the bot's login. Log it in again.",
  });
  expect(logins()).toEqual([]);
});

test("an account that was deactivated is not logged in again", async () => {
  const bot = makeBot();
  await bot.start();
  homeserver.sync({ status: 403, json: { errcode: "M_USER_DEACTIVATED" } });
  await expect(bot.broken).rejects.toThrow("deactivated");
  expect(logins()).toHaveLength(1);
});

test("a password that is refused when the login is made again breaks the bot", async () => {
  const bot = makeBot();
  await bot.start();
  homeserver.on(({ path }) => (path === "login" ? { status: 403, json: { errcode: "M_FORBIDDEN" } } : undefined));
  homeserver.sync(hard);
  await expect(bot.broken).rejects.toThrow("refused MATRIX_USER with this password");
});

test("a login that ends again and again is made so often in an hour, and then no more until the hour is over", async () => {
  const bot = makeBot();
  await bot.start();
  homeserver.on(({ path }) => (path === "account/whoami" ? soft : undefined));
  homeserver.sync(soft);
  await expect(bot.broken).rejects.toThrow("does not accept the access token");
  expect(logins()).toHaveLength(1 + maxRenewalsPerHour);
  time += hour - 1;
  await expect(bot.start()).rejects.toThrow("does not accept the access token");
  expect(logins()).toHaveLength(1 + maxRenewalsPerHour);
  time += 1;
  await expect(bot.start()).rejects.toThrow("does not accept the access token");
  expect(logins()).toHaveLength(1 + 2 * maxRenewalsPerHour);
});

test("a key store of another key ring is set aside, not removed, and the same identity signs a new device", async () => {
  const first = makeBot();
  await first.start();
  await first.stop();
  await rm(disk.keyStore);
  openSealedFile(disk.keyStore, Buffer.alloc(32, 9), () => 0).close();
  const before = await readFile(disk.keyStore);
  expect(await makeBot().start()).toContain(`${signed} was signed by the account's identity`);
  expect((await readFile(`${disk.keyStore}.set-aside`)).equals(before)).toBe(true);
});

test("nothing of what is logged holds a password, a token or an id but the bot's own", async () => {
  await makeBot().start();
  await end("token-1", hard);
  await end("token-2", soft);
  expect(lines.join("\n")).not.toMatch(/let me in|token-|FAKEDEVICE/);
});
