import { randomBytes } from "node:crypto";
import { statSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { openSealedFile } from "../../../../../src/bots/matrix/crypto/indexeddb/sealed-file.ts";
import { WrongSecretError } from "../../../../../src/bots/matrix/crypto/indexeddb/store-errors.ts";
import { copyGoldenKeyStore, readGoldenKeyStore } from "../../../../golden/golden-key-store.ts";
import { keyStore } from "../../../../support/stores/key-store.ts";

const golden = join(import.meta.dirname, "../../../../golden/0.2.0-matrix");

function copied() {
  const store = keyStore();
  const folder = dirname(store.path);
  copyGoldenKeyStore(golden, folder);
  return { folder, path: join(folder, "matrix-keys.db") };
}

const numbersOf = (path: string) => {
  const sql = new DatabaseSync(path, { readOnly: true });
  const [format, vacuum] = ["user_version", "auto_vacuum"].map((name) => sql.prepare(`pragma ${name}`).get()?.[name]);
  sql.close();
  return { format, vacuum };
};

test("a key store that version 0.2.0 wrote holds what it did, its sessions work, and it gives room back from then on", async () => {
  const { folder, path } = copied();
  const before = statSync(path).size;
  expect(numbersOf(path)).toEqual({ format: 2, vacuum: 0 });
  const { written, read, isSessionKept, said } = await readGoldenKeyStore(folder);
  expect(read).toEqual(written);
  expect([isSessionKept, said]).toEqual([true, expect.objectContaining({ algorithm: "m.megolm.v1.aes-sha2" })]);
  expect(numbersOf(path)).toEqual({ format: 3, vacuum: 2 });
  expect(statSync(path).size).toBeLessThan(before);
});

test("with another secret, a key store of version 0.2.0 is refused, and stays what it was", () => {
  const { path } = copied();
  expect(() => openSealedFile(path, { keys: [Buffer.alloc(32, 8)], count: 0 }, () => 0)).toThrow(WrongSecretError);
  expect(numbersOf(path)).toEqual({ format: 2, vacuum: 0 });
});

test("a key store that was made before room was given back is made so once, whenever a kill left it", async () => {
  const { folder, path } = copied();
  await readGoldenKeyStore(folder);
  const sql = new DatabaseSync(path);
  sql.exec("pragma journal_mode = delete; pragma auto_vacuum = none; vacuum");
  sql.close();
  expect(numbersOf(path)).toEqual({ format: 3, vacuum: 0 });
  openSealedFile(path, { keys: [Buffer.alloc(32, 7)], count: 0 }, () => 0).close();
  expect(numbersOf(path)).toEqual({ format: 3, vacuum: 2 });
});

test("the file is smaller again after rows were deleted", () => {
  const store = keyStore();
  const file = store.open();
  const keys = Array.from({ length: 300 }, (_, index) => String(index));
  file.write(keys.map((key) => ({ kind: "put", table: "t", key, value: randomBytes(1125).toString("base64") })));
  file.checkpoint();
  const full = statSync(store.path).size;
  // Rows of a kilobyte and a half do not have pages of their own, and take no more than what their base64 stands for.
  expect(full / keys.length).toBeLessThan(1800);
  file.write(keys.slice(10).map((key) => ({ kind: "delete", table: "t", key })));
  file.checkpoint();
  expect(statSync(store.path).size).toBeLessThan(full / 6);
  expect([...file.rows("t")]).toHaveLength(10);
});
