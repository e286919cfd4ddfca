import { readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import fc from "fast-check";
import { decodeRecoveryKey, encodeRecoveryKey } from "matrix-js-sdk/lib/crypto-api/recovery-key.js";
import { ServerSideSecretStorageImpl } from "matrix-js-sdk/lib/secret-storage.js";
import { beforeEach, expect, test } from "vitest";
import { readRecoveryKey, writeRecoveryKey } from "../../../../../src/bots/matrix/crypto/identity/recovery-key.ts";
import { openSecret, sealSecret } from "../../../../../src/bots/matrix/crypto/identity/secret-cipher.ts";
import { botId } from "../../../../support/fake-homeserver/fake-homeserver.ts";
import {
  byPassword,
  type MatrixAtFake,
  matrixAtFake,
  secretOf,
} from "../../../../support/fake-homeserver/matrix-at-fake.ts";

const created = "the bot's identity was set up and its device is signed";
const ready = "the bot's device is signed by its identity";
const signed = "the bot's device was signed by the account's identity";
const foreign = "another session made this account's identity";

let at: MatrixAtFake;
beforeEach(async () => {
  at = await matrixAtFake();
});
/** Beside the folder that is lost. */
const file = () => `${at.disk.folder}/matrix-recovery-key.txt`;
const once = (more: object = {}) => at.once({ recoveryKeyFile: file(), ...more });
const accountData = (type: string) => `user/${botId}/account_data/${type}`;
const put = () =>
  at.homeserver.asked.filter(
    ({ method, path }) => method === "PUT" && path.includes("account_data") && !path.endsWith("org.whereat.count"),
  );
/** What the account's secret storage holds, as the homeserver has it now. */
const held = (type: string) => put().findLast(({ path }) => path === accountData(type))?.body as object;

test("a recovery key is written as Element writes it, and read by Element", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (key) => {
      const text = writeRecoveryKey(key);
      expect(text).toBe(encodeRecoveryKey(new Uint8Array(key)));
      expect([...decodeRecoveryKey(text)]).toEqual([...key]);
      expect([...readRecoveryKey(text)]).toEqual([...key]);
    }),
  );
});

test("a secret opens under its key and its name, and under no other", () => {
  const [key, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  const sealed = sealSecret(key, "m.name", "a secret");
  expect(openSecret(key, "m.name", sealed)).toBe("a secret");
  expect(openSecret(key, "m.other", sealed)).toBeUndefined();
  expect(openSecret(other, "m.name", sealed)).toBeUndefined();
  expect(Buffer.from(sealed.iv, "base64")[8]! & 0x80).toBe(0);
  expect(sealSecret(key, "m.name", "a secret").iv).not.toBe(sealed.iv);
});

test("with the identity, secret storage is made; its recovery key is in a file that only the operator can read, and a matrix-js-sdk client opens it", async () => {
  expect(await once()).toContain(created);
  expect((await stat(file())).mode & 0o777).toBe(0o600);
  const recoveryKey = (await readFile(file(), "utf8")).trim();
  expect(at.lines.join("\n")).toContain(
    `the recovery key of the bot's account is in ${file()}. Keep it somewhere else`,
  );
  expect([...at.lines, JSON.stringify(at.homeserver.asked)].join()).not.toContain(recoveryKey.slice(0, 9));

  const key = decodeRecoveryKey(recoveryKey);
  const storage = new ServerSideSecretStorageImpl(
    {
      getAccountDataFromServer: async (type: string) => (held(type) ?? null) as never,
      getAccountData: () => null,
      setAccountData: async () => ({}),
      on: () => undefined,
    } as never,
    { getSecretStorageKey: async ({ keys }) => [Object.keys(keys)[0]!, key] },
  );
  const info = await storage.getKey();
  expect(await storage.checkKey(key, info![1])).toBe(true);
  for (const name of [
    "m.cross_signing.master",
    "m.cross_signing.self_signing",
    "m.cross_signing.user_signing",
  ] as const)
    expect(await storage.get(name)).toMatch(/^[A-Za-z0-9+/]{43}$/);
});

test("the recovery key is given once: what the operator took away does not come back", async () => {
  await once();
  await rm(file());
  const before = put().length;
  at.lines.length = 0;
  expect(await once()).toContain(ready);
  await expect(stat(file())).rejects.toMatchObject({ code: "ENOENT" });
  expect(put()).toHaveLength(before);
  expect(at.lines.join("\n")).not.toContain("recovery key");
});

test("when everything is lost, the recovery key makes a new device the bot's again, and nothing is replaced", async () => {
  await once();
  const recoveryKey = secretOf(await readFile(file(), "utf8"));
  await at.loseEverything();
  const identities = () => at.homeserver.asked.filter(({ path }) => path === "keys/device_signing/upload").length;
  expect(await once()).toMatch(new RegExp(`${foreign}.*MATRIX_RECOVERY_KEY.*MATRIX_RESET_IDENTITY=yes`));
  const before = [identities(), put().length];
  expect(await once({ recoveryKey })).toContain(signed);
  expect(await once()).toContain(ready);
  expect([identities(), put().length]).toEqual(before);
});

test("without the recovery key, the identity is replaced when the operator says so, with a recovery key of its own", async () => {
  await once();
  const first = await readFile(file(), "utf8");
  const firstStorage = held("m.secret_storage.default_key");
  await at.loseEverything();
  expect(await once({ resetIdentity: true })).toContain(created);
  const second = await readFile(file(), "utf8");
  expect(second).not.toBe(first);
  expect(held("m.secret_storage.default_key")).not.toEqual(firstStorage);
  expect(at.lines.join("\n")).toContain("take MATRIX_RESET_IDENTITY out of the settings now");

  await at.loseEverything();
  await expect(once({ recoveryKey: secretOf(first) })).rejects.toThrow("recovery key was not accepted");
  expect(await once({ recoveryKey: secretOf(second) })).toContain(signed);
});

test("an identity whose keys are here is not replaced, though the operator says so", async () => {
  await once();
  expect(await once({ resetIdentity: true })).toContain(ready);
  await rm(at.disk.keyStore);
  expect(await once({ resetIdentity: true })).toContain(signed);
  expect(at.homeserver.asked.filter(({ path }) => path === "keys/device_signing/upload")).toHaveLength(1);
});

test.each(["m.secret_storage.key.", "m.cross_signing.self_signing", "m.secret_storage.default_key"])(
  "cut off before %s is stored, secret storage is made anew at the next start, and its file fits it",
  async (type) => {
    let isDown = true;
    at.homeserver.on(({ method, path }) =>
      isDown && method === "PUT" && path.startsWith(accountData(type))
        ? { status: 403, json: { errcode: "M_FORBIDDEN" } }
        : undefined,
    );
    await expect(once()).rejects.toThrow("did not do what is needed at the start");
    isDown = false;
    expect(await once()).toContain(ready);
    const recoveryKey = secretOf(await readFile(file(), "utf8"));
    await at.loseEverything();
    expect(await once({ recoveryKey })).toContain(signed);
  },
);

test("the secret storage that another client made is left alone", async () => {
  await at.once();
  at.homeserver.on(({ method, path }) =>
    method === "GET" && path === accountData("m.secret_storage.default_key") ? { json: { key: "element" } } : undefined,
  );
  expect(await once()).toContain(ready);
  expect(put()).toEqual([]);
  await expect(stat(file())).rejects.toMatchObject({ code: "ENOENT" });
});

test("a recovery key is written through no link, and without its file no secret storage is made", async () => {
  const elsewhere = `${at.disk.folder}/elsewhere`;
  await writeFile(elsewhere, "untouched");
  await symlink(elsewhere, file());
  await expect(once()).rejects.toThrow("The file for the recovery key of the bot's account could not be written");
  expect(await readFile(elsewhere, "utf8")).toBe("untouched");
  expect(put()).toEqual([]);
});

test("where nothing may be left on the disk, no recovery key is made, and the operator is told what that means", async () => {
  await at.make(byPassword).start();
  expect(put()).toEqual([]);
  expect(at.lines.join("\n")).toMatch(/in memory only.*give its recovery key as MATRIX_RECOVERY_KEY/);
});
