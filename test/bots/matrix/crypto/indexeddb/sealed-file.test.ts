import { randomBytes } from "node:crypto";
import { statSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createRowSeal } from "../../../../../src/bots/matrix/crypto/indexeddb/row-seal.ts";
import { type Change, openSealedFile } from "../../../../../src/bots/matrix/crypto/indexeddb/sealed-file.ts";
import {
  StoreFailedError,
  StoreInUseError,
  WrongSecretError,
} from "../../../../../src/bots/matrix/crypto/indexeddb/store-errors.ts";
import { FormatError } from "../../../../../src/lib/format.ts";
import { keyStore } from "../../../../support/stores/key-store.ts";

const put = (key: string, value: string, table = "t"): Change => ({ kind: "put", table, key, value });
/** A row is packed before it is sealed. This one stays long. */
const unpackable = randomBytes(9000).toString("base64");

test("after any changes and a new start the file holds what the last of them left", () => {
  const key = fc.string({ unit: "binary", maxLength: 4 });
  const change = fc.oneof(
    fc.record({
      kind: fc.constant("put" as const),
      table: fc.constantFrom("a", "b"),
      key,
      value: fc.string({ unit: "binary" }),
    }),
    fc.record({ kind: fc.constant("delete" as const), table: fc.constantFrom("a", "b"), key }),
    fc.record({ kind: fc.constant("clear" as const), table: fc.constantFrom("a", "b") }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(change, { maxLength: 8 }), { maxLength: 8 }), (batches) => {
      const store = keyStore();
      const file = store.open();
      const model = { a: new Map<string, string>(), b: new Map<string, string>() };
      for (const batch of batches) {
        file.write(batch);
        for (const one of batch) {
          const table = model[one.table as "a" | "b"];
          if (one.kind === "put") table.set(one.key, one.value);
          else if (one.kind === "delete") table.delete(one.key);
          else table.clear();
        }
      }
      const again = store.open();
      for (const table of ["a", "b"] as const)
        expect(new Map([...again.rows(table)].map((row) => [row.key, row.value]))).toEqual(model[table]);
    }),
    { numRuns: 40 },
  );
});

test("neither keys nor values nor times are in clear on the disk, before or after a checkpoint", () => {
  const store = keyStore();
  const file = store.open();
  file.write([put("@ana:example.org", "a text that must not be found")]);
  const find = () =>
    ["@ana:example.org", "must not be found", String(store.time)].filter((text) => store.bytes().includes(text));
  expect(find()).toEqual([]);
  file.checkpoint();
  expect(find()).toEqual([]);
});

test("a row that is written again keeps the time at which it was first written, until it is deleted", () => {
  const store = keyStore();
  const file = store.open();
  const times = () => new Map([...file.rows("t")].map((row) => [row.key, [row.value, row.written]]));
  const begun = store.time;
  file.write([put("a", "1")]);
  store.time += 1000;
  file.write([put("b", "1"), put("a", "2")]);
  expect(times()).toEqual(
    new Map([
      ["a", ["2", begun]],
      ["b", ["1", begun + 1000]],
    ]),
  );
  file.write([{ kind: "delete", table: "t", key: "a" }, put("a", "3")]);
  expect(times().get("a")).toEqual(["3", begun + 1000]);
});

test("after a checkpoint no byte of a deleted row is left on the disk", () => {
  const store = keyStore();
  const file = store.open();
  file.write([put("key", unpackable)]);
  file.close();
  const sql = new DatabaseSync(store.path);
  const sealed = Buffer.from(sql.prepare("select value from sealed_row").get()?.value as Uint8Array).subarray(
    8000,
    8100,
  );
  sql.close();
  expect(store.bytes().includes(sealed)).toBe(true);
  const again = store.open();
  again.write([{ kind: "delete", table: "t", key: "key" }]);
  again.checkpoint();
  expect(store.bytes().includes(sealed)).toBe(false);
});

test("another secret is refused, and the right one still opens the file", () => {
  const store = keyStore();
  store.open().write([put("key", "value")]);
  expect(() => store.open(Buffer.alloc(32, 8))).toThrow(WrongSecretError);
  expect([...store.open().rows("t")].map((row) => row.value)).toEqual(["value"]);
});

test("a row that was changed, or moved to another's place, is refused", () => {
  for (const tamper of [
    "update sealed_row set value = cast(substr(value, 1, 30) || x'00' || substr(value, 32) as blob)",
    "update sealed_row set value = (select max(value) from sealed_row)",
    "update sealed_row set of_table = 'u'",
  ]) {
    const store = keyStore();
    store.open().write([put("one", "1"), put("two", "2")]);
    store.tamper(tamper);
    const again = store.open();
    expect(() => [...again.rows("t"), ...again.rows("u")]).toThrow(WrongSecretError);
  }
});

test("a second opening is refused while the first lasts", () => {
  const store = keyStore();
  store.open();
  expect(() => openSealedFile(store.path, { keys: [Buffer.alloc(32, 7)], count: 0 }, () => 0)).toThrow(StoreInUseError);
});

test("a write that fails leaves nothing of it on disk, and nothing is written ever after", () => {
  const store = keyStore();
  store.open().write([put("before", "1")]);
  store.open().close();
  let calls = 0;
  const failing = openSealedFile(store.path, { keys: [Buffer.alloc(32, 7)], count: 0 }, () => {
    if (++calls === 2) throw new Error("a fault amid the write");
    return 0;
  });
  expect(() => failing.write([put("half", "1"), put("other half", "2")])).toThrow(StoreFailedError);
  expect(() => failing.write([put("later", "3")])).toThrow(StoreFailedError);
  expect(() => failing.check()).toThrow(StoreFailedError);
  expect([...failing.rows("t")].map((row) => row.key)).toEqual(["before"]);
  failing.close();
});

test("a file that is no database, or cannot be made, is a failed store", () => {
  const store = keyStore();
  writeFileSync(store.path, "not a database, but long enough to look like one ".repeat(100));
  expect(() => store.open()).toThrow(StoreFailedError);
  expect(() => openSealedFile("/dev/null/nowhere", { keys: [Buffer.alloc(32, 7)], count: 0 }, () => 0)).toThrow(
    StoreFailedError,
  );
});

test("only its owner can read the file, and only a secret of 32 bytes is taken", () => {
  const store = keyStore();
  store.open();
  expect(statSync(store.path).mode & 0o777).toBe(0o600);
  expect(() => openSealedFile(`${store.path}2`, { keys: [Buffer.alloc(31)], count: 0 }, () => 0)).toThrow(RangeError);
});

test("a file of a newer format, or from before formats had numbers, is refused, and no byte of it changes", () => {
  const says = {
    4: "the key store was written by a newer whereat (format 4; this one reads up to 3): start that whereat; nothing was changed",
    1: "the key store was written by an older whereat (format 1; this one reads from 2 on): move it away and log the bot in again as a new device",
    0: "the key store was written by a whereat that did not number its formats yet: move it away and log the bot in again as a new device",
  };
  for (const [format, message] of Object.entries(says)) {
    const store = keyStore();
    store.open().write([put("key", "value")]);
    store.tamper(`pragma user_version = ${format}`);
    const before = store.bytes();
    expect(() => store.open()).toThrow(new FormatError(message));
    expect(store.bytes().equals(before)).toBe(true);
    store.tamper("pragma user_version = 3");
    expect([...store.open().rows("t")].map((row) => row.value)).toEqual(["value"]);
  }
});

test("nor is what a crash left beside a file of a newer format changed", () => {
  const store = keyStore();
  store.open().write([put("key", "value")]);
  store.tamper("pragma user_version = 4");
  const log = `${store.path}-wal`;
  writeFileSync(log, "what SQLite would take into the file, or throw away");
  const before = store.bytes();
  expect(() => store.open()).toThrow(FormatError);
  expect(store.bytes().equals(before)).toBe(true);
});

test("a row that opens but is not what a row holds is refused", () => {
  const secret = Buffer.alloc(32, 7);
  const seal = createRowSeal(secret);
  const id = seal.id("t", "key");
  for (const text of ["", "null", "[]", '["key"]', '["key","value","time"]', '["key","value",1,2]']) {
    const store = keyStore();
    store.open(secret).write([put("key", "value")]);
    store.tamper(`update sealed_row set value = x'${seal.seal(id, text).toString("hex")}'`);
    expect(() => [...store.open(secret).rows("t")]).toThrow(/does not hold a key/);
  }
});
