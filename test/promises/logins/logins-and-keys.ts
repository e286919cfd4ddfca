import { copyFile, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { openSealedFile } from "../../../src/bots/matrix/crypto/indexeddb/sealed-file.ts";
import type { ChatBot, ConfiguredNetwork } from "../../../src/bots/network-plugin.ts";
import { type Network, roomId } from "../../../src/core/model/ids.ts";
import type { TextStore } from "../../../src/core/model/ports.ts";
import { openSealedStore } from "../../../src/core/storage/open-sealed-store.ts";
import { createLog } from "../../../src/lib/log.ts";
import { day, hour, instant, minute } from "../../../src/lib/time.ts";
import { startNetworks } from "../../../src/start/start-networks.ts";
import { freshFolder } from "../../core/storage/fresh-folder.ts";
import { botAtFake } from "../../support/fake-homeserver/bot-at-fake.ts";
import type { Reply } from "../../support/fake-homeserver/fake-homeserver.ts";
import { byPassword, matrixAtFake, secretOf } from "../../support/fake-homeserver/matrix-at-fake.ts";
import { createWorld } from "../../support/world/world.ts";

const signed = "the bot's device was signed by the account's identity";
const ready = "the bot's device is signed by its identity";
const endedFor = (soft_logout: boolean): Reply => ({ status: 401, json: { errcode: "M_UNKNOWN_TOKEN", soft_logout } });
const keysExist: Reply = { status: 400, json: { error: "One time key signed_curve25519:AAAA already exists." } };

/** Two networks, of which a test breaks each; a quarter of an hour goes by with each call of `pass`. */
async function onTwoNetworks() {
  const lines: string[] = [];
  const pauses: (() => void)[] = [];
  const breaks = new Map<string, (error: Error) => void>();
  let time = 1_800_000_000_000;
  const now = () => instant(time);
  const network = (name: string): ConfiguredNetwork => ({
    name: name as Network,
    open: async (): Promise<ChatBot> => {
      const broken = Promise.withResolvers<never>();
      breaks.set(name, broken.reject);
      return {
        network: {} as never,
        start: async () => undefined,
        broken: broken.promise,
        stop: async () => undefined,
      };
    },
  });
  const running = await startNetworks({
    sealed: await openSealedStore("memory:", { kind: "memory" }, now),
    networks: [network("one"), network("two")],
    now,
    wait: (ms) => (ms < minute ? Promise.resolve() : new Promise((resolve) => pauses.push(resolve))),
    sleep: async () => {},
    random: () => 0.5,
    newId: () => "x".repeat(22),
    log: createLog("info", (line) => lines.push(line)),
    atExit: () => undefined,
    ticks: false,
  });
  onTestFinished(async () => {
    for (const end of pauses) end();
    await running.stop();
  });
  const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
  return {
    over: running.over,
    warnings: () => lines.filter((line) => line.startsWith("warn: one: whereat does not run there")).length,
    breakDown: async (name: string) => {
      breaks.get(name)?.(new Error("refused"));
      await settled();
    },
    pass: async () => {
      time += 15 * minute;
      for (const end of pauses.splice(0)) end();
      await settled();
    },
  };
}

/** What becomes of logins and keys, and what they tell. */
export const logins: Record<string, () => Promise<void>> = {
  "A network that cannot go on leaves the other running, and is in the log again each quarter of an hour; with none left, whereat ends with an error.":
    async () => {
      const { over, breakDown, pass, warnings } = await onTwoNetworks();
      await breakDown("one");
      expect(await Promise.race([over, Promise.resolve("running")])).toBe("running");
      expect(warnings()).toBe(1);
      await pass();
      await breakDown("one");
      expect(warnings()).toBe(2);
      await breakDown("two");
      expect(await over).toBe("failed");
    },

  "With its password, whereat makes a Matrix login again that has ended; the same identity signs the new device.":
    async () => {
      const at = await matrixAtFake();
      await at.make().start();
      await at.end("token-1", endedFor(true));
      expect(at.logins()).toMatchObject([{}, { device_id: "FAKEDEVICE" }]);
      expect(at.lines.at(-1)).toContain(ready);
      await at.end("token-2", endedFor(false));
      expect(at.logins()).toHaveLength(3);
      expect(at.lines.at(-1)).toContain(signed);
      // Also when it ends before the bot has heard anything.
      const next = await matrixAtFake();
      next.homeserver.on(({ path, authorization }) =>
        path.endsWith("m.direct") && authorization === "Bearer token-1" ? endedFor(true) : undefined,
      );
      expect(await next.make().start()).toContain(ready);
    },

  "A key store of Matrix that was put back or replaced is never used, and the log says so; nothing goes on with keys that the homeserver knows better.":
    async () => {
      const at = await matrixAtFake();
      await at.once();
      const before = await readFile(at.disk.keyStore);
      const bot = at.make();
      await bot.start();
      const amid = await readFile(at.disk.keyStore);
      const log = await readFile(`${at.disk.keyStore}-wal`);
      await bot.stop();
      const { keyStore, fileKeys } = at.disk;
      await writeFile(`${at.disk.folder}/before`, before, { mode: 0o600 });
      const open = () =>
        openSealedFile(`${at.disk.folder}/before`, { keys: fileKeys.keys(), count: fileKeys.count }, Date.now);
      expect(open).toThrow("not the one that this key ring was last used with");
      await writeFile(keyStore, amid, { mode: 0o600 });
      await writeFile(`${keyStore}-wal`, log, { mode: 0o600 });
      const again = at.make();
      expect(await again.start()).toContain(signed);
      expect(at.lines.join("\n")).toContain("OlderKeyStoreError");

      let refusals = 0;
      at.homeserver.on(({ path }) => (path === "keys/upload" && ++refusals === 1 ? keysExist : undefined));
      at.homeserver.happens("s1", {}, { device_one_time_keys_count: { signed_curve25519: 3 } });
      await at.homeserver.wasAsked(({ path, authorization }) => path === "sync" && authorization === "Bearer token-3");
      expect(at.lines.join("\n")).toContain("KeysLostError");
    },

  "Room keys of Matrix that were forgotten open in no earlier copy of the key store.": async () => {
    const at = await botAtFake();
    onTestFinished(() => at.leave());
    at.homeserver.on(({ path }) => {
      if (path.includes("m.room.encryption")) return { json: { algorithm: "m.megolm.v1.aes-sha2" } };
      return path.endsWith("/members") ? { json: { chunk: [] } } : undefined;
    });
    void at.receive();
    at.homeserver.happens("s1");
    await at.bot.send("!room:fake.test", "m.room.message", { body: "hello" }, "t");
    const copy = `${at.disk.keyStore}-copy`;
    for (const end of ["", "-wal"]) await copyFile(`${at.disk.keyStore}${end}`, `${copy}${end}`);
    const { fileKeys } = at.disk;
    const open = () => openSealedFile(copy, { keys: fileKeys.keys(), count: fileKeys.count }, Date.now).close();
    expect(await at.bot.forgetKeys()).toBe(0);
    expect(open).not.toThrow();
    at.clock.now += 9 * day;
    expect(await at.bot.forgetKeys()).toBeGreaterThan(0);
    expect(open).toThrow("not the one that this key ring was last used with");
  },

  "The recovery key of the bot's Matrix account is given once, in a file that only its user can read; an identity is replaced only when the operator says so.":
    async () => {
      const at = await matrixAtFake();
      const file = () => `${at.disk.folder}/matrix-recovery-key.txt`;
      const once = (more: object = {}) => at.once({ recoveryKeyFile: file(), ...more });
      const identities = () => at.homeserver.asked.filter(({ path }) => path === "keys/device_signing/upload").length;
      await once();
      expect((await stat(file())).mode & 0o777).toBe(0o600);
      const recoveryKey = secretOf(await readFile(file(), "utf8"));
      expect(JSON.stringify([at.lines, at.homeserver.asked])).not.toContain(recoveryKey.reveal().slice(0, 9));
      await rm(file());
      await once();
      await expect(stat(file())).rejects.toMatchObject({ code: "ENOENT" });
      await at.loseEverything();
      expect(await once()).toContain("MATRIX_RESET_IDENTITY=yes");
      expect(await once({ recoveryKey })).toContain(signed);
      expect(identities()).toBe(1);
      await at.loseEverything();
      await once({ resetIdentity: true });
      expect(identities()).toBe(2);
    },

  "The file of a key ring without a passphrase names nobody, and nothing of people stays when the bot has left their last room.":
    async () => {
      const folder = freshFolder();
      let stored: TextStore | undefined;
      const world = await createWorld({ folder, store: (store) => (stored = store) });
      const march = roomId("telegram", "march");
      const rowsNow = async () => {
        let rows = 0;
        for await (const _row of stored?.entries() ?? []) rows++;
        return rows;
      };
      const leaves = async () => {
        await world.tell({ kind: "bot-left", room: march });
        await world.pass(8 * day);
        return rowsNow();
      };
      world.room("march", "ana", "ben");
      await world.tell({ kind: "bot-joined", room: march });
      const before = await leaves();
      await world.tell({ kind: "bot-joined", room: march });
      await world.shares("ana", "march", { at: [52, 13], live: hour });
      await world.says("ben", "march", "/precision 1km");
      expect(await readFile(join(folder, "keyring"), "utf8")).not.toMatch(/telegram|ana|ben|march/);
      expect(await leaves()).toBe(before);
    },

  "No password and no token of Matrix is sent to an address that is no homeserver.": async () => {
    const at = await matrixAtFake();
    const isApi = (path: string) => path !== "/.well-known/matrix/client";
    at.homeserver.on(({ path }) => (isApi(path) ? { text: "<html>" } : { json: {} }));
    for (const login of [byPassword, { accessToken: secretOf("token-0") }])
      await expect(at.make(login).start()).rejects.toThrow("something answers that is no Matrix homeserver");
    expect(JSON.stringify(at.homeserver.asked)).not.toMatch(/let me in|token-0/);
    // Nor where a domain sends on to; the homeserver that is named there is found all the same.
    const named = await matrixAtFake();
    const next = { status: 302, location: `${at.homeserver.url}/next`, json: {} };
    const there = { json: { "m.homeserver": { base_url: named.homeserver.url } } };
    at.homeserver.on(({ path }) =>
      path === "/.well-known/matrix/client" ? next : path === "/next" ? there : undefined,
    );
    await at.make().start();
    expect(named.logins()).toHaveLength(1);
    expect(JSON.stringify(at.homeserver.asked)).not.toMatch(/let me in|token-0/);
  },
};
