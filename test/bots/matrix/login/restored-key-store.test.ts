import { chmod, copyFile, readFile, rename, symlink, writeFile } from "node:fs/promises";
import { beforeEach, expect, test } from "vitest";
import { type MatrixAtFake, matrixAtFake, secretOf } from "../../../support/fake-homeserver/matrix-at-fake.ts";

const keysExist = {
  status: 400,
  json: {
    errcode: "M_UNKNOWN",
    error: "One time key signed_curve25519:AAAAAAAAAAA already exists. Old key: {}; new key: {}",
  },
};
const newDevice = "the bot's device was signed by the account's identity";
let at: MatrixAtFake;

beforeEach(async () => {
  at = await matrixAtFake();
});

const files = ["", "-wal"];
/** Keeps what is on the disk of the key store now, as a snapshot does. @returns puts it back */
async function snapshot() {
  const kept = await Promise.all(
    files.map(async (end) => [end, await readFile(at.disk.keyStore + end).catch(() => undefined)] as const),
  );
  return async () => {
    for (const [end, bytes] of kept) if (bytes) await writeFile(at.disk.keyStore + end, bytes, { mode: 0o600 });
  };
}

test("a key store from before the last start is noticed: it leads to a new device with the same identity, loudly", async () => {
  await at.once();
  const restore = await snapshot();
  await at.once();
  await restore();
  expect(await at.make().start()).toContain(newDevice);
  expect(at.lines.join("\n")).toMatch(/warn: Matrix: the key store is of no use any more.*as a new device/);
  expect(at.logins()).toHaveLength(2);
});

test("a key store from the middle of the last run is noticed by its count", async () => {
  const bot = at.make();
  await bot.start();
  const restore = await snapshot();
  await bot.stop();
  await restore();
  expect(await at.make().start()).toContain(newDevice);
  expect(at.lines.join("\n")).toContain("(OlderKeyStoreError");
});

test("the key store of the last run is taken, whether it was stopped or killed", async () => {
  await at.once();
  expect(await at.once()).toContain("the bot's device is signed by its identity");
  const killed = at.make();
  await killed.start();
  const restore = await snapshot();
  await killed.stop();
  // Its count is as the ring knew it when the program was killed.
  await at.disk.fileKeys.note(at.disk.fileKeys.count - 1);
  await restore();
  expect(await at.make().start()).toContain("the bot's device is signed by its identity");
});

test("a homeserver that has other one-time keys at the start shows that the key store is an older one", async () => {
  await at.once();
  let uploads = 0;
  at.homeserver.on(({ path, body }) =>
    path === "keys/upload" && Object(body).device_keys === undefined && ++uploads === 1 ? keysExist : undefined,
  );
  const bot = at.make();
  await bot.start();
  at.homeserver.happens("s1", {}, { device_one_time_keys_count: { signed_curve25519: 3 } });
  await at.homeserver.wasAsked(({ path, authorization }) => path === "sync" && authorization === "Bearer token-2");
  expect(at.lines.at(-1)).toContain(newDevice);
  expect(at.homeserver.asked.find(({ path }) => path === "logout")?.authorization).toBe("Bearer token-1");
});

test("another refusal of an upload is no reason for a new device", async () => {
  const bot = at.make();
  await bot.start();
  at.homeserver.on(({ path }) =>
    path === "keys/upload" ? { status: 400, json: { errcode: "M_UNKNOWN", error: "not now" } } : undefined,
  );
  at.homeserver.happens("s1", {}, { device_one_time_keys_count: { signed_curve25519: 3 } });
  await at.homeserver.wasAsked(({ path }) => path === "keys/upload");
  at.homeserver.happens("s2");
  await at.homeserver.wasAsked(({ query }) => query.get("since") === "s2");
  expect(at.logins()).toHaveLength(1);
});

test("with an access token alone, an older key store is refused in words that say what to do", async () => {
  const login = { accessToken: secretOf("token-0") };
  const bot = at.make(login);
  await bot.start();
  const restore = await snapshot();
  await bot.stop();
  await restore();
  await expect(at.make(login).start()).rejects.toThrow(
    /The Matrix key store is an older copy.*log the bot in again as a new device/,
  );
});

test("a key store that others can reach, or a link in its place or beside it, is refused, and nothing is followed", async () => {
  await at.once();
  const refused = () => expect(at.make().start()).rejects;
  await chmod(at.disk.keyStore, 0o666);
  await refused().toThrow(
    "The Matrix key store was not opened: other users of this machine may reach it. This mends it: chmod 600",
  );
  await chmod(at.disk.keyStore, 0o600);
  for (const end of ["-wal", "-journal", ""]) {
    const elsewhere = `${at.disk.folder}/elsewhere${end}`;
    const path = `${at.disk.keyStore}${end}`;
    if (end === "") await rename(path, elsewhere);
    else await writeFile(elsewhere, "untouched");
    await symlink(elsewhere, path);
    const before = await readFile(elsewhere);
    await refused().toThrow("it is a link");
    expect((await readFile(elsewhere)).equals(before)).toBe(true);
    if (end !== "") await rename(path, `${at.disk.folder}/link${end}`);
  }
  await copyFile(`${at.disk.folder}/elsewhere`, `${at.disk.folder}/copy`);
  await rename(`${at.disk.folder}/copy`, at.disk.keyStore);
  await chmod(at.disk.keyStore, 0o600);
  expect(await at.make().start()).toContain("the bot's device is signed by its identity");
  await chmod(at.disk.folder, 0o755);
  await refused().toThrow("its folder can be entered by other users");
});
