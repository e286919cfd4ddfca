import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { StoreError } from "../../../../src/core/model/errors.ts";
import { openStore } from "../../../../src/core/storage/stores/open-store.ts";
import { freshFolder } from "../fresh-folder.ts";
import { contents, openedStore } from "../keys/ring-world.ts";

const newPath = () => join(freshFolder(), "whereat.db");

/** What another program has open. */
function openedByAnother(path: string): DatabaseSync {
  const other = new DatabaseSync(path);
  onTestFinished(() => {
    if (other.isOpen) other.close();
  });
  return other;
}

test("the file is for its user alone, in a folder made for its user alone", async () => {
  const path = join(freshFolder(), "new", "folder", "whereat.db");
  const store = await openedStore(`sqlite:${path}`);
  await store.set("a", "text");
  for (const file of contents(dirname(path)).keys()) expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
});

test("a file or folder that other users of the machine can reach is refused", async () => {
  const path = newPath();
  await (await openStore(`sqlite:${path}`)).close();
  chmodSync(path, 0o604);
  await expect(openStore(`sqlite:${path}`)).rejects.toThrow(/chmod 600/);
  chmodSync(path, 0o600);
  chmodSync(dirname(path), 0o710);
  await expect(openStore(`sqlite:${path}`)).rejects.toThrow(/chmod 700/);
});

test("a database with triggers, views or other tables is refused before anything in it runs", async () => {
  const foreign = [
    "CREATE TRIGGER t AFTER INSERT ON whereat BEGIN DELETE FROM whereat; END",
    "CREATE VIEW v AS SELECT * FROM whereat",
    "CREATE TABLE other (a)",
    "CREATE INDEX i ON whereat (text)",
    "DROP TABLE whereat; CREATE TABLE whereat (id, text)",
    "DROP TABLE whereat; CREATE VIEW whereat AS SELECT 1 AS id, 2 AS text",
  ];
  for (const sql of foreign) {
    const path = newPath();
    await (await openStore(`sqlite:${path}`)).close();
    const other = new DatabaseSync(path);
    other.exec(sql);
    other.close();
    await expect(openStore(`sqlite:${path}`)).rejects.toThrow(/not a database of whereat's/);
  }
});

test("what is no database, or a damaged one, is refused", async () => {
  const path = newPath();
  writeFileSync(path, "something else altogether, long enough to be looked at".repeat(100), { mode: 0o600 });
  await expect(openStore(`sqlite:${path}`)).rejects.toThrow(/not a database of whereat's/);
  const damaged = newPath();
  const store = await openedStore(`sqlite:${damaged}`);
  for (let row = 0; row < 200; row++) await store.set(`row-${row}`, "x".repeat(500));
  await store.close();
  const content = readFileSync(damaged);
  content.fill(0x55, 3 * 4096, 5 * 4096);
  writeFileSync(damaged, content);
  await expect(openStore(`sqlite:${damaged}`)).rejects.toBeInstanceOf(StoreError);
});

test("a folder in place of the file is refused", async () => {
  await expect(openStore(`sqlite:${freshFolder()}`)).rejects.toBeInstanceOf(StoreError);
});

test("a lock of another program makes writes fail until it goes, and does not stop reads", async () => {
  const path = newPath();
  const store = await openedStore(`sqlite:${path}`);
  await store.set("a", "before");
  const other = openedByAnother(path);
  other.exec("BEGIN IMMEDIATE");
  let turns = 0;
  const counting = setInterval(() => turns++, 10);
  onTestFinished(() => clearInterval(counting));
  const refused = await Promise.allSettled([
    ...Array.from({ length: 600 }, (_, row) => store.set(`row-${row}`, "text")),
    store.delete(["a"]),
    store.scrub(),
  ]);
  for (const each of refused) {
    expect(each.status).toBe("rejected");
    if (each.status === "rejected") expect(each.reason).toBeInstanceOf(StoreError);
  }
  // The program went on in the meantime: nothing waited inside SQLite.
  expect(turns).toBeGreaterThan(3);
  expect(await store.get("a")).toBe("before");
  other.exec("COMMIT");
  await store.set("a", "after");
  await store.scrub();
  expect(await store.get("a")).toBe("after");
});

test("a lock that goes in time is waited for", async () => {
  const path = newPath();
  const store = await openedStore(`sqlite:${path}`);
  const other = openedByAnother(path);
  other.exec("BEGIN IMMEDIATE");
  const kept = store.set("a", "text");
  // By then the store has found the lock and waits for it.
  for (let turn = 0; turn < 20; turn++) await nextTurn();
  other.exec("COMMIT");
  await kept;
  expect(await store.get("a")).toBe("text");
});

test("a database locked whole by another program is refused, and opens when the lock goes", async () => {
  const path = newPath();
  await (await openStore(`sqlite:${path}`)).close();
  const other = openedByAnother(path);
  other.exec("PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE");
  await expect(openStore(`sqlite:${path}`)).rejects.toThrow(/locked by another program/);
  other.exec("COMMIT");
  other.close();
  const store = await openedStore(`sqlite:${path}`);
  await store.set("a", "text");
});

test("a scrub says so when another program still reads what was deleted", async () => {
  const path = newPath();
  const store = await openedStore(`sqlite:${path}`);
  await store.set("a", "secret of before");
  const other = openedByAnother(path);
  other.exec("BEGIN; SELECT * FROM whereat");
  await store.set("a", "after");
  await expect(store.scrub()).rejects.toThrow(/another program reads it/);
  other.exec("COMMIT");
  await store.scrub();
});

test("after a scrub nothing that was deleted or replaced is in any file", async () => {
  const path = newPath();
  const store = await openedStore(`sqlite:${path}`);
  const ids = Array.from({ length: 1_000 }, (_, row) => `row-${row}`);
  for (const text of ["marker-first", "marker-second", "marker-third"])
    await Promise.all(ids.map((id) => store.set(id, `${text} ${"x".repeat(300)}`)));
  await store.set("kept", "what is kept");
  const hits = () => [...contents(dirname(path)).values()].join().match(/marker-\w+|row-\d+/g)?.length ?? 0;
  expect(hits()).toBeGreaterThan(1_000);
  const size = statSync(path).size;
  await store.delete(ids);
  await store.scrub();
  expect(hits()).toBe(0);
  expect(statSync(path).size).toBeLessThan(Math.max(size, 100_000));
  expect(await store.get("kept")).toBe("what is kept");
});

test("what was committed is there for another program at once, and the log goes when the store is closed", async () => {
  const path = newPath();
  const store = await openedStore(`sqlite:${path}`);
  await Promise.all([store.set("a", "one"), store.set("b", "two"), store.delete(["a"])]);
  expect(openedByAnother(path).prepare("SELECT id, text FROM whereat").all()).toEqual([{ id: "b", text: "two" }]);
  await store.set("c", "set before it is closed");
  await store.close();
  const again = await openedStore(`sqlite:${path}`);
  expect(await again.get("c")).toBe("set before it is closed");
});

test("a store that is closed while it writes keeps what it was given", async () => {
  const path = newPath();
  const store = await openStore(`sqlite:${path}`);
  const kept = Promise.all(Array.from({ length: 1_000 }, (_, row) => store.set(`row-${row}`, "text")));
  await store.close();
  await kept;
  expect(existsSync(`${path}-wal`)).toBe(false);
  expect(await (await openedStore(`sqlite:${path}`)).get("row-999")).toBe("text");
});
