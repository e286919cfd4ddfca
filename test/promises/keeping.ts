import { appendFileSync, chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { markers } from "../../drill/marked-network.ts";
import { searchFiles } from "../../drill/residue.ts";
import type { Target } from "../../drill/thief.ts";
import { readUpdate } from "../../src/bots/telegram/receive/read-update.ts";
import { openKeyRing } from "../../src/core/storage/keys/open-key-ring.ts";
import { recordKeys } from "../../src/core/storage/records/record-keys.ts";
import { createSealedRecords } from "../../src/core/storage/records/sealed-records.ts";
import { createPgpSeal } from "../../src/core/storage/seal/pgp-seal.ts";
import { decryptMessage } from "../../src/core/storage/seal/sealed-message.ts";
import { openStore } from "../../src/core/storage/stores/open-store.ts";
import { createLog } from "../../src/lib/log.ts";
import { instant, minute } from "../../src/lib/time.ts";
import { sessionKeyOf } from "../core/storage/seal/session-key.ts";
import { startSmallDrill } from "./small-drill.ts";

const clock = () => instant(Date.UTC(2026, 10, 23, 18));
const quarter = 15 * minute;
const everything = Number.POSITIVE_INFINITY;
const openShares = ({ circle, person }: Target) => recordKeys.openShares(circle, person);
const sharers = ({ circle }: Target) => recordKeys.sharers(circle);
/** What the body of a row would show if it were not sealed. */
const inClear = (row: string) => Buffer.from(row.split(".")[1] ?? "", "base64").toString();

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "whereat-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What is on the disk, and what copies of it are worth. */
export const keeping: Record<string, () => Promise<void>> = {
  "Only the latest position is kept: older ones are overwritten, and open in no copy of the store after a quarter of an hour.":
    async () => {
      const { stage, opened } = await startSmallDrill();
      await stage.playUntil(2);
      const all = await stage.targets(stage.action.people);
      const rows = stage.copies.map((copy) => copy.rows.size);
      await stage.playUntil(20);
      expect(stage.copies.at(-1)?.rows.size).toBeLessThanOrEqual(Math.max(...rows) + 1);
      const now = stage.copies.at(-1)?.at ?? 0;
      expect(await opened(all)).toBeGreaterThan(0);
      expect(await opened(all, now - quarter)).toBe(0);
    },

  "A position that has expired is never shown, is gone from the store within a minute, and opens in no copy of the store after a quarter of an hour.":
    async () => {
      const { stage, opened } = await startSmallDrill();
      await stage.playUntil(1);
      const [ana, ben] = await stage.targets(stage.action.people);
      if (!ana || !ben) throw new Error("nobody shares");
      stage.action.silence([ana.person]);
      await stage.playUntil(59);
      expect(await stage.shownTo(ben.person)).toContain(ana.person);
      expect(await opened([ana])).toBeGreaterThan(0);
      await stage.playUntil(60);
      expect(await stage.shownTo(ben.person)).not.toContain(ana.person);
      const rows = stage.positionRows([ana]).length;
      await stage.playUntil(62);
      // No copy taken since holds a row of hers.
      expect(stage.positionRows([ana])).toHaveLength(rows);
      await stage.playUntil(60 + 17);
      expect(await opened([ana])).toBe(0);
      expect(await opened([ben])).toBeGreaterThan(0);
    },

  "After /stop, after leaving or being removed, and after /forget, no copy of that person's position opens.":
    async () => {
      const { stage, opened, inRing, membersInRing } = await startSmallDrill();
      const { action } = stage;
      await stage.playUntil(3);
      const [ana, ben, cem] = await stage.targets(action.people);
      if (!ana || !ben || !cem) throw new Error("somebody does not share");
      const room = action.roomOf(ana.person);
      for (const [who, ends] of [
        [ana, () => action.says(room, "/stop", ana.person)],
        [ben, () => action.leaves(ben.person)],
        [cem, () => action.says(room, "/forget", cem.person)],
      ] as const) {
        expect(await opened([who])).toBe(3);
        const members = membersInRing();
        expect(inRing(who.person)).toBe(false);
        await ends();
        expect(await opened([who])).toBe(0);
        expect(membersInRing()).toBe(members - 1);
      }
      const [chat, user] = [
        { id: -100, type: "supergroup" },
        { id: 7, is_bot: false },
      ];
      for (const status of ["left", "kicked"]) {
        const update = { update_id: 1, chat_member: { chat, new_chat_member: { status, user } } };
        const left = { kind: "person-left", person: "telegram:7", room: "telegram:-100", id: "telegram:update/1" };
        expect(readUpdate(update, { id: 1, username: "whereat_bot" }, clock())).toEqual([left]);
      }
    },

  "After /wipe, and when the bot is removed, no copy of anything that was shared with that room opens.": async () => {
    for (const ends of ["wipe", "removal"] as const) {
      const { stage, opened, inRing } = await startSmallDrill();
      await stage.playUntil(3);
      const all = await stage.targets(stage.action.people);
      const [room] = stage.action.people.map((person) => stage.action.roomOf(person));
      if (!room) throw new Error("nobody shares");
      expect(await opened(all)).toBe(9);
      expect(await opened(all, everything, openShares)).toBe(9);
      expect(await opened(all, everything, sharers)).toBe(9);
      if (ends === "removal") await stage.action.removesBot(room);
      else for (const text of ["/wipe", "/wipe yes"]) await stage.action.says(room, text);
      for (const keyOf of [undefined, openShares, sharers]) expect(await opened(all, everything, keyOf)).toBe(0);
      expect(all.filter(({ circle }) => inRing(circle))).toEqual([]);
    }
  },

  "A copy of the store holds no position, no name, no id and no exact time in clear, and all positions in it have one size.":
    async () => {
      const { stage } = await startSmallDrill();
      await stage.playUntil(3);
      const rows = stage.copies.flatMap(({ rows }) => [...rows].flatMap(([id, row]) => [id, row, inClear(row)]));
      for (const marker of Object.values(markers)) expect(rows.filter((text) => text.includes(marker))).toEqual([]);
      const times = rows.flatMap((row) => row.match(/\b\d{13}\b/g) ?? []).map(Number);
      expect(times.length).toBeGreaterThan(0);
      expect(times.filter((time) => time % quarter !== 0)).toEqual([]);
      const sizes = stage.positionRows(await stage.targets(stage.action.people)).map((row) => row.length);
      expect(sizes).toHaveLength(9);
      expect(new Set(sizes).size).toBe(1);
    },

  "What was deleted is in no file of the SQLite store any more.": async () => {
    const folder = freshFolder();
    const store = await openStore(`sqlite:${join(folder, "store", "whereat.db")}`);
    const secret = "the words that are deleted";
    const ids = Array.from({ length: 500 }, (_, index) => `row ${index}`);
    await Promise.all(ids.map((id) => store.set(id, `${secret} ${id} ${"-".repeat(300)}`)));
    expect(searchFiles(folder, [secret]).hits.length).toBeGreaterThan(0);
    await Promise.all(ids.map((id) => store.set(id, "overwritten")));
    await store.delete(ids.slice(0, 400));
    await store.scrub();
    expect(searchFiles(folder, [secret]).hits).toEqual([]);
    await store.set("last", secret);
    await store.delete(["last"]);
    // As a kill leaves it, between the deletion and the end of the sweep.
    const killed = freshFolder();
    cpSync(join(folder, "store"), killed, { recursive: true });
    chmodSync(killed, 0o700);
    await store.close();
    const again = await openStore(`sqlite:${join(killed, "whereat.db")}`);
    const ring = await openKeyRing({ tier: { kind: "memory" }, store: await openStore("memory:"), clock });
    await createSealedRecords(again, createPgpSeal(ring), clock, createLog("warn")).sweep(clock());
    expect(searchFiles(killed, [secret]).hits).toEqual([]);
    await again.close();
  },

  "With a passphrase, the key ring opens with that passphrase and with nothing else.": async () => {
    const folder = freshFolder();
    const path = join(folder, "keys", "ring");
    const store = await openStore("memory:");
    // As cheaply as it is ever sealed.
    const measureCost = async () => Number.POSITIVE_INFINITY;
    const open = (passphrase?: string) => {
      const tier = passphrase ? ({ kind: "sealed", path, passphrase } as const) : ({ kind: "file", path } as const);
      return openKeyRing({ tier, store, clock, measureCost });
    };
    const ring = await open("correct horse");
    const key = { kind: "position", about: ["ana"] };
    const row = await createPgpSeal(ring).seal(key, "here");
    await ring.close();
    expect(readFileSync(path, "latin1")).not.toContain("key ring");
    await expect(open("wrong horse")).rejects.toThrow();
    await expect(open()).rejects.toThrow();
    const again = await open("correct horse");
    expect(await createPgpSeal(again).open(key, row.text)).toBe("here");
    await again.close();
  },

  "A row that was changed, cut, or put in the place of another is refused, and so is an older one while the program runs.":
    async () => {
      const store = await openStore("memory:");
      const ring = await openKeyRing({ tier: { kind: "memory" }, store, clock });
      const seal = createPgpSeal(ring);
      const key = { kind: "position", about: ["ana"] };
      const older = await seal.seal(key, "here");
      await older.stored();
      const newer = await seal.seal(key, "there");
      await newer.stored();
      expect(await seal.open(key, newer.text)).toBe("there");
      const [edge = "", body = ""] = newer.text.split(".");
      const bytes = Buffer.from(body, "base64");
      const changed = Array.from(bytes, (byte, index) => {
        const copy = Buffer.from(bytes);
        copy[index] = byte ^ 1;
        return `${edge}.${copy.toString("base64")}`;
      });
      const cut = [`${edge}.${bytes.subarray(0, -1).toString("base64")}`, `${edge}.`, "", body];
      for (const row of [...changed, ...cut, older.text])
        await expect(seal.open(key, row)).rejects.toThrow("not what was sealed");
      const other = { kind: "position", about: ["ben"] };
      await expect(seal.open(other, newer.text)).rejects.toThrow("not what was sealed");
      const [keys = Buffer.alloc(0)] = ring.forOpening(key);
      expect(decryptMessage(bytes, sessionKeyOf(keys, seal.rowId(key)))).toBeDefined();
      expect(decryptMessage(bytes, sessionKeyOf(keys, seal.rowId(other)))).toBeUndefined();
    },

  "The data folder and the files in it can be used by nobody but the user that runs whereat, or it does not start.":
    async () => {
      for (const shared of ["folder", "file"] as const) {
        const folder = freshFolder();
        const path = join(folder, "whereat.db");
        const store = await openStore(`sqlite:${path}`);
        await store.close();
        chmodSync(shared === "folder" ? folder : path, shared === "folder" ? 0o755 : 0o644);
        await expect(openStore(`sqlite:${path}`)).rejects.toThrow(/other users/);
        const ring = join(freshFolder(), "ring");
        appendFileSync(ring, "");
        chmodSync(ring, 0o644);
        const memory = await openStore("memory:");
        await expect(openKeyRing({ tier: { kind: "file", path: ring }, store: memory, clock })).rejects.toThrow(
          /other users/,
        );
      }
      const folder = join(freshFolder(), "data");
      const store = await openStore(`sqlite:${join(folder, "whereat.db")}`);
      const ring = await openKeyRing({ tier: { kind: "file", path: join(folder, "ring") }, store, clock });
      const made = [folder, ...readdirSync(folder).map((name) => join(folder, name))];
      expect(made.length).toBeGreaterThan(3);
      for (const path of made) expect(statSync(path).mode & 0o077).toBe(0);
      await ring.close();
      await store.close();
    },
};
