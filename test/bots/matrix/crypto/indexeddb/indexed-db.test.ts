import fc from "fast-check";
import { expect, test } from "vitest";
import { persistIndexedDb, tableOf } from "../../../../../src/bots/matrix/crypto/indexeddb/indexed-db.ts";
import { StoreFailedError, WrongSecretError } from "../../../../../src/bots/matrix/crypto/indexeddb/store-errors.ts";
import {
  contentsOf,
  type Database,
  inTransaction,
  openDatabase,
  requestDone,
  type Transaction,
} from "../../../../support/stores/idb.ts";
import { keyStore } from "../../../../support/stores/key-store.ts";

declare const IDBKeyRange: { bound(low: unknown, high: unknown): unknown };

const twoStores = (db: Database) => {
  db.createObjectStore("plain");
  db.createObjectStore("indexed", { keyPath: "id" }).createIndex("by group", "group", { unique: false });
};
type Request = Parameters<typeof requestDone>[0];
type Cursor = { primaryKey: unknown; delete(): Request; update(value: unknown): Request };
type Step =
  | { do: "put" | "add"; key: string; value: unknown }
  | { do: "delete"; key: string }
  | { do: "delete range"; from: string; to: string }
  | { do: "clear" }
  | { do: "cursor update"; value: unknown }
  | { do: "cursor delete" };

const key = fc.string({ unit: fc.constantFrom("a", "b", "c", "\u001d", "ü"), minLength: 1, maxLength: 2 });
const value = fc.jsonValue({ maxDepth: 2 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constantFrom("put" as const, "add" as const), key, value }),
  fc.record({ do: fc.constant("delete" as const), key }),
  fc.record({ do: fc.constant("delete range" as const), from: key, to: key }),
  fc.record({ do: fc.constant("clear" as const) }),
  fc.record({ do: fc.constant("cursor update" as const), value }),
  fc.record({ do: fc.constant("cursor delete" as const) }),
);
const transaction = fc.record({ steps: fc.array(step, { maxLength: 6 }), abort: fc.boolean(), atomic: fc.boolean() });

test("whatever was written, deleted or undone, a new start finds what the last one had", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(transaction, { maxLength: 8 }), async (transactions) => {
      const store = keyStore();
      const idb = await persistIndexedDb(store.open());
      const db = await openDatabase("db", 1, twoStores);
      for (const { steps, abort, atomic } of transactions) {
        const work = () => inTransaction(db, ["plain", "indexed"], (tx) => runSteps(tx, steps), abort);
        await (atomic ? idb.atomic(work) : work());
      }
      const before = await contentsOf(db);
      db.close();
      await persistIndexedDb(store.open());
      const again = await openDatabase("db", 1, twoStores);
      expect(await contentsOf(again)).toEqual(before);
      again.close();
    }),
    { numRuns: 60 },
  );
});

async function runSteps(tx: Transaction, steps: Step[]): Promise<void> {
  for (const one of steps)
    for (const name of ["plain", "indexed"]) {
      const store = tx.objectStore(name);
      const shaped = (id: unknown, content: unknown) => ({ id, group: "g", content });
      if (one.do === "put" || one.do === "add") {
        const request =
          name === "plain" ? store[one.do](one.value, one.key) : store[one.do](shaped(one.key, one.value));
        await requestDone(request).catch(() => undefined); // a key that is there already
      } else if (one.do === "delete") await requestDone(store.delete(one.key));
      else if (one.do === "delete range") {
        const [low, high] = [one.from, one.to].sort();
        await requestDone(store.delete(IDBKeyRange.bound(low, high)));
      } else if (one.do === "clear") await requestDone(store.clear());
      else {
        const cursor = (await requestDone(store.openCursor())) as Cursor | null;
        if (!cursor) continue;
        if (one.do === "cursor delete") await requestDone(cursor.delete());
        else await requestDone(cursor.update(name === "plain" ? one.value : shaped(cursor.primaryKey, one.value)));
      }
    }
}

test("what one piece of work writes is on disk together, when it is over and not before", async () => {
  const store = keyStore();
  const file = store.open();
  const idb = await persistIndexedDb(file);
  const db = await openDatabase("db", 1, twoStores);
  const write = (n: number) =>
    inTransaction(db, ["plain"], (tx) => requestDone(tx.objectStore("plain").put(n, `key ${n}`)));
  const onDisk = () => [...file.rows(tableOf("db", "plain"))].length;
  await idb.atomic(async () => {
    await write(1);
    await write(2);
    expect(onDisk()).toBe(0);
  });
  expect(onDisk()).toBe(2);
});

test("work that fails halfway leaves on disk what it left in memory", async () => {
  const store = keyStore();
  const file = store.open();
  const idb = await persistIndexedDb(file);
  const db = await openDatabase("db", 1, twoStores);
  const work = idb.atomic(async () => {
    await inTransaction(db, ["plain"], (tx) => requestDone(tx.objectStore("plain").put("kept", "key")));
    throw new Error("halfway");
  });
  await expect(work).rejects.toThrow("halfway");
  expect([...file.rows(tableOf("db", "plain"))].map((row) => row.value)).toEqual(['"kept"']);
});

test("a store that can no longer be written refuses all further work", async () => {
  const store = keyStore();
  const file = store.open();
  const idb = await persistIndexedDb(file);
  const db = await openDatabase("db", 1, twoStores);
  file.close();
  const write = () =>
    idb.atomic(() => inTransaction(db, ["plain"], (tx) => requestDone(tx.objectStore("plain").put(1, "key"))));
  await expect(write()).rejects.toThrow(StoreFailedError);
  await expect(idb.atomic(async () => "never run")).rejects.toThrow(StoreFailedError);
});

test("a new version of the schema is kept, and the rows of stores that it drops are gone", async () => {
  const store = keyStore();
  await persistIndexedDb(store.open());
  const first = await openDatabase("db", 1, twoStores);
  await inTransaction(first, ["plain"], (tx) => requestDone(tx.objectStore("plain").put("old", "key")));
  first.close();
  const second = await openDatabase("db", 2, (db) => {
    db.deleteObjectStore("plain");
    db.createObjectStore("new");
  });
  second.close();
  const file = store.open();
  await persistIndexedDb(file);
  const again = await openDatabase("db", 2, () => expect.unreachable("the version is kept"));
  expect([...again.objectStoreNames]).toEqual(["indexed", "new"]);
  expect([...file.rows(tableOf("db", "plain"))]).toEqual([]);
});

test("values that JSON would change are refused before they are stored", async () => {
  const store = keyStore();
  await persistIndexedDb(store.open());
  const db = await openDatabase("db", 1, twoStores);
  for (const odd of [new Date(0), new Map(), new Uint8Array(1), Number.NaN, { deep: [new Set()] }])
    await inTransaction(db, ["plain"], async (tx) => {
      expect(() => tx.objectStore("plain").put(odd, "key")).toThrow(TypeError);
    });
});

test("a changed row is refused at the start, by its name", async () => {
  const store = keyStore();
  const file = store.open();
  await persistIndexedDb(file);
  (await openDatabase("db", 1, twoStores)).close();
  file.write([{ kind: "put", table: tableOf("db", "plain"), key: '"key"', value: '"value"' }]);
  file.close();
  store.tamper(
    "update sealed_row set value = x'00112233445566778899aabbccddeeff00112233445566778899' where of_table = 'db/plain'",
  );
  await expect(persistIndexedDb(store.open())).rejects.toThrow(WrongSecretError);
});
