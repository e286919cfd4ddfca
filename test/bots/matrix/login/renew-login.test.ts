import { readFile, rm, writeFile } from "node:fs/promises";
import { beforeEach, expect, test } from "vitest";
import { openSealedFile } from "../../../../src/bots/matrix/crypto/indexeddb/sealed-file.ts";
import { maxRenewalsPerHour } from "../../../../src/bots/matrix/limits.ts";
import { hour } from "../../../../src/lib/time.ts";
import type { Reply } from "../../../support/fake-homeserver/fake-homeserver.ts";
import { type MatrixAtFake, matrixAtFake, secretOf } from "../../../support/fake-homeserver/matrix-at-fake.ts";

const hard: Reply = { status: 401, json: { errcode: "M_UNKNOWN_TOKEN", error: "token-1" } };
const soft: Reply = { status: 401, json: { errcode: "M_UNKNOWN_TOKEN", soft_logout: true } };
const signed = "the bot's device";
let at: MatrixAtFake;

beforeEach(async () => {
  at = await matrixAtFake();
});

test("a login that was ended softly is made again by password while it runs, on the same device", async () => {
  await at.make().start();
  await at.end("token-1", soft);
  expect(at.logins()).toMatchObject([{}, { device_id: "FAKEDEVICE", password: "let me in" }]);
  expect(at.lines.join("\n")).toContain("on the same device");
  expect(at.lines.at(-1)).toContain(`${signed} is signed by its identity`);
});

test("a login that was ended for good is made again as a new device, with a key store of its own, which the same identity signs", async () => {
  const bot = at.make();
  await bot.start();
  await at.end("token-1", hard);
  expect(at.logins()).toHaveLength(2);
  expect(at.logins()[1]).not.toHaveProperty("device_id");
  expect(at.lines.at(-1)).toContain(`${signed} was signed by the account's identity`);
  expect(at.homeserver.asked.filter(({ path }) => path === "keys/device_signing/upload")).toHaveLength(1);
});

test.each([
  ["softly", soft, "FAKEDEVICE"],
  ["for good", hard, undefined],
])("a login that was ended %s while the bot was away is made again at the start", async (_how, how, device) => {
  await at.once();
  at.refuse("token-1", how);
  expect(await at.make().start()).toContain("connected as");
  expect(at.logins().map((body) => body.device_id)).toEqual([undefined, device]);
});

test.each([
  ["softly", soft, "FAKEDEVICE"],
  ["for good", hard, undefined],
])(
  "a login that ends %s while the bot gets ready is made again, before it has received anything",
  async (_how, how, device) => {
    at.homeserver.on(({ path, authorization }) =>
      path.endsWith("account_data/m.direct") && authorization === "Bearer token-1" ? how : undefined,
    );
    expect(await at.make().start()).toContain("connected as");
    expect(at.logins().map((body) => body.device_id)).toEqual([undefined, device]);
  },
);

test("a homeserver that limits logins is waited for, and the login made again then", async () => {
  let limits = 2;
  at.homeserver.on(({ path, method }) =>
    path === "login" && method === "POST" && at.logins().length > 1 && limits-- > 0
      ? { status: 429, json: { errcode: "M_LIMIT_EXCEEDED", retry_after_ms: 60_000 } }
      : undefined,
  );
  await at.make().start();
  await at.end("token-1", hard);
  expect(at.logins()).toHaveLength(4);
  expect(at.lines.at(-1)).toContain(signed);
});

test("a key store that was removed leads to a new device with the same identity, and the old one is logged out", async () => {
  await at.once();
  await rm(at.disk.keyStore);
  expect(await at.make().start()).toContain(`${signed} was signed by the account's identity`);
  expect(at.homeserver.asked.find(({ path }) => path === "logout")?.authorization).toBe("Bearer token-1");
});

test("a key store of another device of the account in the place of the bot's leads to a new device with the same identity", async () => {
  await at.once();
  const copy = await readFile(at.disk.keyStore);
  await rm(at.disk.keyStore);
  await at.once();
  await writeFile(at.disk.keyStore, copy);
  expect(await at.make().start()).toContain(`${signed} was signed by the account's identity`);
});

test("a device that the homeserver knows by other keys is replaced by a new one with the same identity", async () => {
  await at.once();
  const elsewhere = await matrixAtFake();
  await elsewhere.once();
  const { keys } = Object(elsewhere.homeserver.asked.find(({ path }) => path === "keys/upload")?.body).device_keys;
  const known = { user_id: "@bot:fake.test", device_id: "FAKEDEVICE", keys };
  at.homeserver.on(({ path, body }) =>
    path === "keys/query" && Object(body).device_keys["@bot:fake.test"]?.includes("FAKEDEVICE")
      ? { json: { device_keys: { "@bot:fake.test": { FAKEDEVICE: known } } } }
      : undefined,
  );
  expect(await at.make().start()).toContain(`${signed} was signed by the account's identity`);
  expect(at.lines.join("\n")).toContain("the key store is of no use any more");
});

test("a device whose keys the homeserver has lost is replaced by a new one", async () => {
  await at.once();
  at.homeserver.on(({ path, body }) =>
    path === "keys/query" && Object(body).device_keys["@bot:fake.test"]?.includes("FAKEDEVICE")
      ? { json: { device_keys: {} } }
      : undefined,
  );
  expect(await at.make().start()).toContain(`${signed} was signed by the account's identity`);
});

test("with an access token alone, a login that ended is no more, in words that say what to do", async () => {
  const bot = at.make({ accessToken: secretOf("token-0") });
  await bot.start();
  at.homeserver.sync(hard);
  await expect(bot.broken).rejects.toMatchObject({
    name: "BotRefused",
    message: "Matrix: the homeserver no longer accepts the bot's login. Log it in again.",
  });
  expect(at.logins()).toEqual([]);
});

test("an account that was deactivated is not logged in again", async () => {
  const bot = at.make();
  await bot.start();
  at.homeserver.sync({ status: 403, json: { errcode: "M_USER_DEACTIVATED" } });
  await expect(bot.broken).rejects.toThrow("deactivated");
  expect(at.logins()).toHaveLength(1);
});

test("a password that is refused when the login is made again breaks the bot", async () => {
  const bot = at.make();
  await bot.start();
  at.homeserver.on(({ path }) => (path === "login" ? { status: 403, json: { errcode: "M_FORBIDDEN" } } : undefined));
  at.homeserver.sync(hard);
  await expect(bot.broken).rejects.toThrow("refused MATRIX_USER with this password");
});

test("a login that ends again and again is made so often in an hour, and then no more until the hour is over", async () => {
  const bot = at.make();
  await bot.start();
  at.homeserver.on(({ path }) => (path === "account/whoami" ? soft : undefined));
  at.homeserver.sync(soft);
  await expect(bot.broken).rejects.toThrow("does not accept the access token");
  expect(at.logins()).toHaveLength(1 + maxRenewalsPerHour);
  at.clock.now += hour - 1;
  await expect(bot.start()).rejects.toThrow("does not accept the access token");
  expect(at.logins()).toHaveLength(1 + maxRenewalsPerHour);
  at.clock.now += 1;
  await expect(bot.start()).rejects.toThrow("does not accept the access token");
  expect(at.logins()).toHaveLength(1 + 2 * maxRenewalsPerHour);
});

test("a key store of another key ring is set aside, not removed, and the same identity signs a new device", async () => {
  await at.once();
  await rm(at.disk.keyStore);
  openSealedFile(at.disk.keyStore, { keys: [Buffer.alloc(32, 9)], count: 0 }, () => 0).close();
  const before = await readFile(at.disk.keyStore);
  expect(await at.make().start()).toContain(`${signed} was signed by the account's identity`);
  expect((await readFile(`${at.disk.keyStore}.set-aside`)).equals(before)).toBe(true);
});

test("nothing of what is logged holds a password, a token or an id but the bot's own", async () => {
  await at.make().start();
  await at.end("token-1", hard);
  await at.end("token-2", soft);
  expect(at.lines.join("\n")).not.toMatch(/let me in|token-|FAKEDEVICE/);
});
