import { randomBytes } from "node:crypto";
import { copyFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { type Change, openSealedFile } from "../../../../../src/bots/matrix/crypto/indexeddb/sealed-file.ts";
import { WrongSecretError } from "../../../../../src/bots/matrix/crypto/indexeddb/store-errors.ts";
import { keyStore } from "../../../../support/stores/key-store.ts";

const put = (key: string, value: string, table = "t"): Change => ({ kind: "put", table, key, value });
/** A row is packed before it is sealed. This one stays long. */
const unpackable = randomBytes(9000).toString("base64");

test("sealed again under another key, it holds what it did, and no earlier copy opens with that key", () => {
  const store = keyStore();
  const [first, second] = [Buffer.alloc(32, 7), Buffer.alloc(32, 8)];
  const file = store.open(first);
  file.write([put("a", "1"), put("b", "2", "u")]);
  const rows = () => [...file.rows("t"), ...file.rows("u")].map(({ key, value, written }) => [key, value, written]);
  const before = rows();
  file.checkpoint();
  const copy = `${store.path}-copy`;
  copyFileSync(store.path, copy);
  expect(file.reseal(second)).toBe(1);
  expect(rows()).toEqual(before);
  store.time += 1000;
  file.write([put("a", "3")]);
  expect(rows()[0]).toEqual(["a", "3", before[0]?.[2]]);
  expect(() => openSealedFile(copy, { keys: [second], count: 0 }, () => 0)).toThrow(WrongSecretError);
  expect(() => store.open(first)).toThrow(WrongSecretError);
  expect(store.open(second).count).toBe(1);
});

test("after it was sealed again, no byte of what stood there before is left on the disk", () => {
  const store = keyStore();
  const file = store.open();
  file.write([put("key", unpackable)]);
  file.close();
  const sql = new DatabaseSync(store.path);
  const value = Buffer.from(sql.prepare("select value from sealed_row").get()?.value as Uint8Array);
  sql.close();
  const again = store.open();
  again.reseal(Buffer.alloc(32, 8));
  again.checkpoint();
  expect(store.bytes().includes(value.subarray(8000, 8100))).toBe(false);
});

test("it opens under whichever of the keys it was sealed, and a new one is sealed under the first", () => {
  const store = keyStore();
  const [first, second] = [Buffer.alloc(32, 7), Buffer.alloc(32, 8)];
  store.open(first).write([put("key", "value")]);
  store.open(first).close();
  const file = openSealedFile(store.path, { keys: [second, first], count: 5 }, () => 0);
  expect([[...file.rows("t")].map(({ value }) => value), file.count]).toEqual([["value"], 0]);
  file.close();
  const made = openSealedFile(`${store.path}2`, { keys: [second, first], count: 5 }, () => 0);
  expect(made.count).toBe(5);
  made.close();
  expect(() => openSealedFile(`${store.path}2`, { keys: [first], count: 0 }, () => 0)).toThrow(WrongSecretError);
});

test("its count goes on, and stands in each later copy", () => {
  const store = keyStore();
  expect(store.open().countOn()).toBe(1);
  expect(store.open().countOn()).toBe(2);
  expect(store.open().count).toBe(2);
  store.tamper("update canary set value = cast(substr(value, 1, 30) || x'00' || substr(value, 32) as blob)");
  expect(() => store.open()).toThrow(WrongSecretError);
});
