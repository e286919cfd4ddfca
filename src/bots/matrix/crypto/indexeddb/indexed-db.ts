import { IDBFactory } from "fake-indexeddb";
import { type Completed, journalDatabase, type Write } from "./idb-journal.ts";
import type { Change, Row, SealedFile } from "./sealed-file.ts";
import { StoreFailedError } from "./store-errors.ts";
import { strictJson } from "./strict-json.ts";

type Index = { name: string; keyPath: unknown; unique: boolean; multiEntry: boolean };
type StoreShape = { name: string; keyPath: unknown; autoIncrement: boolean; indexes: Index[] };
type Schema = { version: number; stores: StoreShape[] };

type RawStore = Omit<StoreShape, "indexes"> & {
  deleted: boolean;
  rawIndexes: Map<string, Index & { deleted: boolean }>;
};
type ObjectStore = {
  createIndex(name: string, keyPath: unknown, options: { unique: boolean; multiEntry: boolean }): void;
  put(value: unknown, key?: unknown): void;
  delete(key: unknown): void;
};
type Transaction = { objectStore(name: string): ObjectStore; oncomplete: () => void; onabort: () => void };
/** `_rawDatabase` is private to fake-indexeddb, which is pinned for it: the API shows a schema only inside a transaction. */
type Database = {
  readonly name: string;
  readonly version: number;
  readonly _rawDatabase: { rawObjectStores: Map<string, RawStore> };
  createObjectStore(name: string, options: { keyPath: unknown; autoIncrement: boolean }): ObjectStore;
  transaction(store: string, mode: "readwrite"): Transaction;
  close(): void;
};
type OpenRequest = {
  readonly result: Database;
  onerror: () => void;
  onupgradeneeded: () => void;
  onsuccess: () => void;
  addEventListener(type: "upgradeneeded" | "success", listener: () => void): void;
};
export type Factory = { open(name: string, version?: number): OpenRequest };

export type PersistedIndexedDb = {
  /**
   * All that `work` has IndexedDB write reaches the disk in one transaction when `work` is over; on return it is there. One at a time.
   * @throws StoreFailedError when it could not be written: memory is then ahead of the disk, and every later call throws too
   */
  atomic<T>(work: () => Promise<T>): Promise<T>;
  /** Deletes records of a store as the API's own caller would, in memory and on disk. Call it inside `atomic`. */
  deleteRecords(database: string, store: string, keys: readonly string[]): Promise<void>;
  /** Has the process use this one again, after another has taken its place. */
  putBack(): void;
};

const schemaTable = "indexed-db schema";

/** The file's table that holds the records of an object store. */
export const tableOf = (database: string, store: string): string => `${database}/${store}`;

/**
 * Gives this process an IndexedDB whose databases live in the sealed file: as they were left, and every completed transaction written
 * through before its `complete` event is seen. It takes the place of any earlier one.
 */
export async function persistIndexedDb(file: SealedFile): Promise<PersistedIndexedDb> {
  const factory: Factory = new IDBFactory();
  const open = factory.open.bind(factory);
  let pending: Change[] | undefined;

  const commit = (database: Database, { writes, schemaChanged }: Completed) => {
    const changes = writes.map((write) => toChange(database.name, write));
    if (schemaChanged) changes.push(...schemaChanges(file, database));
    if (pending) return void pending.push(...changes);
    try {
      file.write(changes);
    } catch (error) {
      // Thrown from an event, it would end the process; the file stays failed and says so at the next call.
      if (!(error instanceof StoreFailedError)) throw error;
    }
  };

  await restoreAll(open, file, (table) => [...file.rows(table)]);

  factory.open = (...given) => {
    const request = open(...given);
    const journal = () => journalDatabase(request.result, (completed) => commit(request.result, completed));
    request.addEventListener("upgradeneeded", journal);
    request.addEventListener("success", journal);
    return request;
  };
  putInPlace(factory);

  return {
    putBack: () => putInPlace(factory),
    async atomic(work) {
      file.check();
      if (pending) throw new Error("one atomic piece of work at a time");
      pending = [];
      try {
        return await work();
      } finally {
        const changes = pending;
        pending = undefined;
        file.write(changes);
      }
    },
    async deleteRecords(database, store, keys) {
      const db = await opened(factory.open(database));
      try {
        await completed(db.transaction(store, "readwrite"), (transaction) => {
          for (const key of keys) transaction.objectStore(store).delete(JSON.parse(key));
        });
      } finally {
        db.close();
      }
    },
  };
}

function toChange(database: string, { store, ...write }: Write): Change {
  return { ...write, table: tableOf(database, store) };
}

/** The database's new schema, and the end of the rows of stores that it no longer has. */
function schemaChanges(file: SealedFile, database: Database): Change[] {
  const stores = [...database._rawDatabase.rawObjectStores.values()].filter((store) => !store.deleted).map(shapeOf);
  const schema: Schema = { version: database.version, stores };
  const key = strictJson(database.name);
  const before = [...file.rows(schemaTable)].find((row) => row.key === key);
  const gone = before ? (JSON.parse(before.value) as Schema).stores : [];
  return [
    ...gone
      .filter((old) => !stores.some((store) => store.name === old.name))
      .map((old): Change => ({ kind: "clear", table: tableOf(database.name, old.name) })),
    { kind: "put", table: schemaTable, key, value: strictJson(schema) },
  ];
}

function shapeOf({ name, keyPath, autoIncrement, rawIndexes }: RawStore): StoreShape {
  const indexes = [...rawIndexes.values()]
    .filter((index) => !index.deleted)
    .map((index) => ({
      name: index.name,
      keyPath: index.keyPath,
      unique: index.unique,
      multiEntry: index.multiEntry,
    }));
  return { name, keyPath, autoIncrement: Boolean(autoIncrement), indexes };
}

/** Has the process use this one from now on. */
export function putInPlace(factory: Factory): void {
  Object.defineProperty(globalThis, "indexedDB", { value: factory, configurable: true, writable: true });
}

/** Fills a new IndexedDB with the databases of the file. @param rowsOf what is in a table */
export async function restoreAll(
  open: Factory["open"],
  file: SealedFile,
  rowsOf: (table: string) => readonly Row[],
): Promise<void> {
  for (const { key, value } of file.rows(schemaTable)) await restore(open, rowsOf, JSON.parse(key), JSON.parse(value));
}

async function restore(
  open: Factory["open"],
  rowsOf: (table: string) => readonly Row[],
  name: string,
  schema: Schema,
): Promise<void> {
  // Read before the request, whose event would turn a row that cannot be opened into an error without a name.
  const filled = schema.stores.map((shape) => ({ shape, rows: rowsOf(tableOf(name, shape.name)) }));
  const request = open(name, schema.version);
  request.onupgradeneeded = () => {
    for (const { shape, rows } of filled) {
      const { keyPath, autoIncrement, indexes } = shape;
      const store = request.result.createObjectStore(shape.name, { keyPath, autoIncrement });
      for (const index of indexes) store.createIndex(index.name, index.keyPath, index);
      for (const { key, value } of rows)
        if (keyPath === null) store.put(JSON.parse(value), JSON.parse(key));
        else store.put(JSON.parse(value));
    }
  };
  (await opened(request)).close();
}

function opened(request: OpenRequest): Promise<Database> {
  const { promise, resolve, reject } = Promise.withResolvers<Database>();
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(new StoreFailedError("an IndexedDB database could not be opened"));
  return promise;
}

function completed(transaction: Transaction, work: (transaction: Transaction) => void): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  transaction.oncomplete = () => resolve();
  transaction.onabort = () => reject(new StoreFailedError("an IndexedDB transaction was aborted"));
  work(transaction);
  return promise;
}
