import { existsSync } from "node:fs";
import { expect, onTestFinished, vi } from "vitest";
import { readGrant } from "../../../src/bots/matrix/login/by-code/kept-grant.ts";
import { logOutMatrix } from "../../../src/bots/matrix/login/log-out.ts";
import type { MatrixConfig } from "../../../src/bots/matrix/matrix-config.ts";
import { StoreError } from "../../../src/core/model/errors.ts";
import { openSealedStore } from "../../../src/core/storage/open-sealed-store.ts";
import { createNetworkTexts } from "../../../src/core/storage/records/network-texts.ts";
import { createSealedRecords } from "../../../src/core/storage/records/sealed-records.ts";
import { createLog } from "../../../src/lib/log.ts";
import { instant, minute } from "../../../src/lib/time.ts";
import type { Reply } from "../../support/fake-homeserver/fake-homeserver.ts";
import { withProvider } from "../../support/fake-homeserver/fake-provider.ts";
import { byCode, byPassword, matrixAtFake } from "../../support/fake-homeserver/matrix-at-fake.ts";
import { makeDisk } from "../../support/homeserver/whereat-account.ts";

/** Milliseconds, however busy the machine is. */
const patience = 50_000;
const unknownToken: Reply = { status: 401, json: { errcode: "M_UNKNOWN_TOKEN", soft_logout: false } };
const inClear = (row: string) => Buffer.from(row.split(".")[1] ?? "", "base64").toString();

/** A bot that is logged in by code, what it keeps sealed as in the program, and ways to break the store. */
async function byCodeAtFake() {
  const clock = () => instant(1_800_000_000_000);
  const sealed = await openSealedStore("memory:", { kind: "memory" }, clock);
  onTestFinished(() => sealed.close());
  const records = createSealedRecords(sealed.store, sealed.seal, clock, createLog("warn"));
  const texts = createNetworkTexts(records, "matrix");
  const store: { set: (write: () => Promise<void>) => Promise<void> } = { set: (write) => write() };
  const keep = {
    get: (name: string) => texts.get(name),
    set: (name: string, text: string) =>
      name === "matrix grant" ? store.set(() => texts.set(name, text)) : texts.set(name, text),
  };
  const at = await matrixAtFake(async () => ({ ...(await makeDisk()), keep }));
  const provider = withProvider(at.homeserver, () => at.clock.now);
  const count = (words: string) => at.lines.filter((line) => line.includes(words)).length;
  const asks = () => count("to log the bot in, open ");
  const asked = (path: string) => at.homeserver.asked.filter((one) => one.path === path);
  const confirmed = async (said: () => Promise<unknown>) => {
    provider.decide("confirmed");
    return said();
  };
  return {
    ...at,
    provider,
    store,
    texts,
    count,
    asks,
    kept: () => readGrant(texts),
    refreshes: () => asked("/oauth/token").filter(({ body }) => Object(body).grant_type === "refresh_token").length,
    syncs: () => asked("sync"),
    /** A start that asks the operator, who confirms. */
    async begin() {
      const bot = at.make(byCode);
      const started = bot.start();
      await vi.waitFor(() => expect(asks()).toBe(1), patience);
      await confirmed(() => started);
      return bot;
    },
    syncedBy: (token: string | undefined) =>
      at.homeserver.wasAsked(({ path, authorization }) => path === "sync" && authorization === `Bearer ${token}`),
    async rows() {
      const all: string[] = [];
      for await (const [id, row] of sealed.store.entries()) all.push(id, row, inClear(row));
      return all;
    },
  };
}

/** What becomes of the logins of Matrix. */
export const matrixLogins: Record<string, () => Promise<void>> = {
  "A Matrix login is kept sealed, and no new token of a login by a link and a code is used before it is durable: no failure of the store ends that login.":
    async () => {
      const at = await byCodeAtFake();
      at.provider.how.revokesReuse = true;
      await at.begin();
      const first = (await at.kept())?.access;
      await at.syncedBy(first);
      const isTold = async () => {
        const rows = await at.rows();
        return at.provider.secrets.some((secret) => rows.some((row) => row.includes(secret)));
      };
      expect([(await at.rows()).length > 0, await isTold()]).toEqual([true, false]);

      // A store that fails: the token of before is used, and nothing is asked for twice, which ends a login at some servers.
      at.store.set = () => Promise.reject(new StoreError("away"));
      at.clock.now += 4 * minute;
      at.homeserver.happens("s1");
      await vi.waitFor(() => expect([at.refreshes(), at.syncs().length]).toEqual([1, 2]), patience);
      expect(at.syncs().at(-1)?.authorization).toBe(`Bearer ${first}`);
      at.store.set = (write) => write();
      at.clock.now += minute;
      at.homeserver.happens("s2");
      const last = at.provider.secrets.findLast((secret) => secret.startsWith("mat_"));
      await vi.waitFor(async () => expect((await at.kept())?.access).toBe(last), patience);
      await at.syncedBy(last);
      expect([at.refreshes(), at.asks(), await isTold()]).toEqual([1, 1, false]);
    },

  "A token of a Matrix login by a link and a code is renewed before it ends, and when the homeserver refuses it; only when its refresh token is refused, too, one line asks for another login, with no secret in it.":
    async () => {
      const at = await byCodeAtFake();
      const refused: string[] = [];
      at.homeserver.on(({ path, authorization }) => {
        const token = authorization?.replace("Bearer ", "");
        if (token !== undefined && !at.provider.isGood(token)) refused.push(path);
        return undefined;
      });
      await at.begin();
      let token = (await at.kept())?.access;
      for (let n = 1; n <= 3; n++) {
        await at.syncedBy(token);
        at.clock.now += 4 * minute;
        at.homeserver.happens(`s${n}`);
        await vi.waitFor(async () => expect((await at.kept())?.access).not.toBe(token), patience);
        token = (await at.kept())?.access;
      }
      await at.syncedBy(token);
      expect([refused, at.refreshes()]).toEqual([[], 3]);
      // Synapse calls a token unknown that has merely ended.
      at.homeserver.sync(unknownToken);
      await vi.waitFor(async () => expect((await at.kept())?.access).not.toBe(token), patience);
      await at.syncedBy((await at.kept())?.access);
      expect(at.asks()).toBe(1);

      // A server that repeats what it was given tells the log nothing.
      let repeats = true;
      at.homeserver.on(({ path, body }) =>
        path === "/oauth/token" && repeats ? { status: 400, json: { error: Object(body).refresh_token } } : undefined,
      );
      at.clock.now += 5 * minute;
      at.homeserver.happens("s9");
      await vi.waitFor(() => expect(at.count("nothing can be received")).toBe(1), patience);
      repeats = false;
      at.provider.end();
      await vi.waitFor(() => expect(at.asks()).toBe(2), patience);
      expect(at.lines.findLast((line) => line.includes("to log the bot in"))).toBe(
        `warn: Matrix: to log the bot in, open ${at.homeserver.url}/link in a browser, log in there as the bot's account, and confirm the code CODE-1. whereat waits for it; after 20 min there is another one`,
      );
      at.provider.decide("confirmed");
      await vi.waitFor(() => expect(at.count("connected again; the bot's device was signed")).toBe(1), patience);
      const log = at.lines.join("\n").toLowerCase();
      for (const secret of at.provider.secrets) expect(log).not.toContain(secret);
    },

  "`npm run logout` ends the Matrix login where it was made, and removes the keys of its device; while it cannot be ended, nothing is changed.":
    async () => {
      const at = await byCodeAtFake();
      await (await at.begin()).stop();
      const { keyStore } = at.disk;
      const logOut = (login: MatrixConfig["login"]) =>
        logOutMatrix({ homeserver: new URL(at.homeserver.url), login, keyStore }, at.texts);
      let isAway = true;
      at.homeserver.on(({ path }) =>
        isAway && (path === "/oauth/revoke" || path === "logout") ? { status: 503, text: "" } : undefined,
      );
      const token = (await at.kept())?.access ?? "";
      await expect(logOut(byCode)).rejects.toThrow("the login could not be ended, and goes on");
      expect([existsSync(keyStore), at.provider.isGood(token), (await at.kept())?.access]).toEqual([true, true, token]);
      isAway = false;
      expect(await logOut(byCode)).toContain("Matrix: the bot is logged out, and its device is gone.");
      expect([existsSync(keyStore), at.provider.isGood(token), await at.kept()]).toEqual([false, false, undefined]);
      expect(await logOut(byCode)).toEqual(["Matrix: there is no login to end."]);

      // The same of a login by password.
      const other = await matrixAtFake();
      await other.once();
      const config = { homeserver: new URL(other.homeserver.url), login: byPassword, keyStore: other.disk.keyStore };
      other.homeserver.on(({ path }) => (path === "logout" && isAway ? { status: 503, text: "" } : undefined));
      isAway = true;
      await expect(logOutMatrix(config, other.disk.keep)).rejects.toThrow("goes on");
      expect(existsSync(config.keyStore)).toBe(true);
      isAway = false;
      await logOutMatrix(config, other.disk.keep);
      const loggedOut = other.homeserver.asked.filter(({ path }) => path === "logout").at(-1);
      expect([loggedOut?.authorization, existsSync(config.keyStore)]).toEqual(["Bearer token-1", false]);
      expect(await other.disk.keep.get("matrix session")).not.toContain("token-1");
    },
};
