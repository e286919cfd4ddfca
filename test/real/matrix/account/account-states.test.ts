import { rm } from "node:fs/promises";
import { decodeRecoveryKey, encodeRecoveryKey } from "matrix-js-sdk/lib/crypto-api/recovery-key.js";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import {
  KeysLostError,
  OtherDeviceError,
  PasswordNeededError,
  RecoveryKeyError,
} from "../../../../src/bots/matrix/crypto/crypto-errors.ts";
import { StoreInUseError, WrongSecretError } from "../../../../src/bots/matrix/crypto/indexeddb/store-errors.ts";
import { elementPerson } from "../../../support/homeserver/element-person.ts";
import { startFailingProxy } from "../../../support/homeserver/failing-proxy.ts";
import {
  type Account,
  logIn,
  passwordOf,
  type RealHomeserver,
  register,
  startHomeserver,
} from "../../../support/homeserver/homeserver.ts";
import { connectFrom, type Disk, makeDisk } from "../../../support/homeserver/whereat-account.ts";
import { freshFileKeys } from "../../../support/stores/file-keys.ts";

let homeserver: RealHomeserver;
let disk: Disk;
let bot: Account;
let name: string;
let number = 0;

beforeAll(async () => {
  homeserver = await startHomeserver();
});
afterAll(async () => homeserver?.stop());
beforeEach(async () => {
  name = `bot${++number}`;
  bot = await register(homeserver.url, name);
  disk = await makeDisk();
});
afterEach(async () => disk.remove());

type Choices = NonNullable<Parameters<typeof connectFrom>[3]>["crypto"];

/** Connects and stops again. @returns the account's state */
async function stateOf(crypto: Choices = {}, url = homeserver.url) {
  const connection = await connectFrom(disk, url, { accessToken: bot.accessToken }, { crypto: { ...crypto } });
  await connection.stop();
  return connection.account;
}

test("a fresh account gets an identity, which is ready at the next start", async () => {
  expect(await stateOf()).toBe("created");
  expect(await stateOf()).toBe("ready");
});

test("an identity that was made but not uploaded is uploaded at the next start", async () => {
  const proxy = await startFailingProxy(homeserver.url);
  proxy.decide((_method, path) => (path.includes("device_signing") ? { status: 403, body: "{}" } : "pass"));
  await expect(stateOf({}, proxy.url)).rejects.toMatchObject({ status: 403 });
  await proxy.stop();
  expect(await stateOf()).toBe("created");
  expect(await stateOf()).toBe("ready");
});

test("an identity whose signature was not uploaded is signed at the next start", async () => {
  const proxy = await startFailingProxy(homeserver.url);
  proxy.decide((_method, path) => (path.includes("signatures/upload") ? { status: 403, body: "{}" } : "pass"));
  await expect(stateOf({}, proxy.url)).rejects.toMatchObject({ status: 403 });
  await proxy.stop();
  expect(await stateOf()).toBe("signed-now");
  expect(await stateOf()).toBe("ready");
});

test("a lost key store is refused before anything is uploaded, also the next time", async () => {
  await stateOf();
  await rm(disk.keyStore);
  await expect(stateOf()).rejects.toThrow(KeysLostError);
  await expect(stateOf()).rejects.toThrow(KeysLostError);
});

test("the token of another device is refused, and the store is still good for its own", async () => {
  await stateOf();
  const own = bot;
  bot = await logIn(homeserver.url, name);
  await expect(stateOf()).rejects.toThrow(OtherDeviceError);
  bot = own;
  expect(await stateOf()).toBe("ready");
});

test("another secret is refused, and the store is still good for its own", async () => {
  await stateOf();
  await expect(stateOf({ fileKeys: await freshFileKeys() })).rejects.toThrow(WrongSecretError);
  expect(await stateOf()).toBe("ready");
});

test("a store in use is refused", async () => {
  const connection = await connectFrom(disk, homeserver.url, { accessToken: bot.accessToken });
  await expect(stateOf()).rejects.toThrow(StoreInUseError);
  await connection.stop();
  expect(await stateOf()).toBe("ready");
});

test("an identity that another session made is never replaced unasked", async () => {
  const owner = await elementPerson(homeserver.url, name);
  await owner.makesIdentity();
  const identity = () => owner.client.downloadKeysForUsers([owner.userId]).then((keys) => keys.master_keys);
  const before = await identity();
  expect(await stateOf()).toBe("foreign-identity");
  expect(await stateOf()).toBe("foreign-identity");
  expect(await identity()).toEqual(before);
  await owner.leaves();
});

test("the account's recovery key has the device signed; a wrong one is refused", async () => {
  const owner = await elementPerson(homeserver.url, name);
  const recoveryKey = await owner.makesIdentity();
  await owner.leaves();
  await expect(stateOf({ recoveryKey: "EsTc not a key" })).rejects.toThrow(RecoveryKeyError);
  const another = encodeRecoveryKey(new Uint8Array(32).fill(1))!;
  await expect(stateOf({ recoveryKey: another })).rejects.toThrow(RecoveryKeyError);
  expect(await stateOf({ recoveryKey })).toBe("signed-now");
  expect(await stateOf()).toBe("ready");
});

test("the recovery key that it gave opens its secret storage for matrix-js-sdk, and has a new device signed when all else is lost", async () => {
  let recoveryKey = "";
  const giveRecoveryKey = async (key: string) => void (recoveryKey = key);
  expect(await stateOf({ giveRecoveryKey })).toBe("created");
  const owner = await elementPerson(homeserver.url, name);
  const [id, info] = (await owner.client.secretStorage.getKey())!;
  expect(await owner.client.secretStorage.checkKey(decodeRecoveryKey(recoveryKey), info)).toBe(true);
  expect(await owner.client.secretStorage.isStored("m.cross_signing.self_signing")).toHaveProperty([id]);
  await owner.leaves();
  await disk.remove();
  disk = await makeDisk();
  bot = await logIn(homeserver.url, name);
  expect(await stateOf({ giveRecoveryKey })).toBe("foreign-identity");
  expect(await stateOf({ recoveryKey })).toBe("signed-now");
  expect(await stateOf()).toBe("ready");
});

test("a device that another session has signed is in order", async () => {
  const owner = await elementPerson(homeserver.url, name);
  await owner.makesIdentity();
  expect(await stateOf()).toBe("foreign-identity");
  await owner.client.getCrypto()!.getUserDeviceInfo([owner.userId], true);
  await owner.client.getCrypto()!.crossSignDevice(bot.deviceId);
  expect(await stateOf()).toBe("signed-elsewhere");
  await owner.leaves();
});

test("replacing an identity needs the word and the password", async () => {
  const owner = await elementPerson(homeserver.url, name);
  await owner.makesIdentity();
  await owner.leaves();
  await expect(stateOf({ resetIdentity: true })).rejects.toThrow(PasswordNeededError);
  expect(await stateOf({ resetIdentity: true, password: passwordOf(name) })).toBe("created");
  expect(await stateOf({ resetIdentity: true })).toBe("ready");
});

test("a login by password is made once and kept", async () => {
  const access = { user: name, password: passwordOf(name) };
  const first = await connectFrom(disk, homeserver.url, access);
  await first.stop();
  const second = await connectFrom(disk, homeserver.url, access);
  await second.stop();
  expect(second.deviceId).toBe(first.deviceId);
  expect([first.account, second.account]).toEqual(["created", "ready"]);
});

test("a token that was taken back is refused at the start, and ends a connection that runs", async () => {
  const connection = await connectFrom(disk, homeserver.url, { accessToken: bot.accessToken });
  const nothing = async () => undefined;
  const ended = connection.receive({
    onEvent: nothing,
    onState: nothing,
    onInvite: nothing,
    onJoin: nothing,
    onLeave: nothing,
    onGap: nothing,
    onSenders: () => undefined,
    onSynced: () => undefined,
    durable: nothing,
  });
  const headers = { authorization: `Bearer ${bot.accessToken}` };
  await fetch(`${homeserver.url}/_matrix/client/v3/logout`, { method: "POST", headers });
  expect(await ended).toMatchObject({ kind: "failed", cause: { code: "M_UNKNOWN_TOKEN" } });
  await connection.stop();
  await expect(stateOf()).rejects.toMatchObject({ code: "M_UNKNOWN_TOKEN" });
});
