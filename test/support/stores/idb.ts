// The IndexedDB API with promises, for tests of what stands behind it.
type Request = {
  result: unknown;
  error: unknown;
  onsuccess: () => void;
  onerror: (event: { preventDefault(): void }) => void;
};
export type Store = {
  put(value: unknown, key?: unknown): Request;
  add(value: unknown, key?: unknown): Request;
  delete(key: unknown): Request;
  clear(): Request;
  openCursor(): Request;
  getAll(): Request;
  getAllKeys(): Request;
  index(name: string): Store;
  readonly indexNames: Iterable<string>;
  createIndex(name: string, path: string, options: { unique: boolean }): void;
};
export type Transaction = {
  objectStore(name: string): Store;
  abort(): void;
  oncomplete: () => void;
  onabort: () => void;
};
export type Database = {
  readonly objectStoreNames: Iterable<string>;
  createObjectStore(name: string, options?: { keyPath: string }): Store;
  deleteObjectStore(name: string): void;
  transaction(stores: string[], mode: string): Transaction;
  close(): void;
};
type OpenRequest = Request & { onupgradeneeded: () => void };
declare const indexedDB: { open(name: string, version: number): OpenRequest };

export function requestDone(request: Request): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  request.onsuccess = () => resolve(request.result);
  request.onerror = (event) => {
    event.preventDefault(); // else the transaction is undone
    reject(request.error);
  };
  return promise;
}

export async function openDatabase(name: string, version: number, upgrade: (db: Database) => void): Promise<Database> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => upgrade(request.result as Database);
  return (await requestDone(request)) as Database;
}

/** Resolves when the transaction is over, completed or undone. */
export async function inTransaction(
  db: Database,
  stores: string[],
  work: (tx: Transaction) => Promise<unknown>,
  abort = false,
): Promise<void> {
  const tx = db.transaction(stores, "readwrite");
  const { promise, resolve } = Promise.withResolvers<void>();
  tx.oncomplete = () => resolve();
  tx.onabort = () => resolve();
  await work(tx);
  if (abort) tx.abort();
  await promise;
}

/** Every key and value of every store, and what its indexes find. */
export async function contentsOf(db: Database): Promise<unknown> {
  const contents: unknown[] = [];
  for (const name of db.objectStoreNames)
    await inTransaction(db, [name], async (tx) => {
      const store = tx.objectStore(name);
      const found = [await requestDone(store.getAllKeys()), await requestDone(store.getAll())];
      for (const index of store.indexNames) found.push(index, await requestDone(store.index(index).getAllKeys()));
      contents.push(name, ...found);
    });
  return contents;
}
