import { IDBFactory, IDBObjectStore } from "fake-indexeddb";
import { type Factory, type PersistedIndexedDb, putInPlace, restoreAll } from "./indexed-db.ts";
import type { Row, SealedFile } from "./sealed-file.ts";

type Store = { readonly name: string; readonly transaction: { readonly db: object } };
type Read = (this: Store, sought: unknown, ...more: unknown[]) => unknown;

const watchers = new WeakMap<object, (store: string, sought: unknown) => void>();

// Replaced for the databases of a copy only.
for (const name of ["get", "getAll"]) {
  const original: Read | undefined = IDBObjectStore.prototype[name];
  if (!original) throw new Error(`fake-indexeddb has no ${name}`);
  IDBObjectStore.prototype[name] = function (this: Store, sought: unknown, ...more: unknown[]) {
    watchers.get(this.transaction.db)?.(this.name, sought);
    return original.call(this, sought, ...more);
  };
}

/** Whether a row was looked up: by its key, or as one of those whose keys begin alike. */
export type LookedUp = (store: string, key: string) => boolean;

/** Between the parts of a key of matrix-sdk-crypto. */
const separator = "\u001d";

/**
 * Runs work on a copy of the databases in memory, from which nothing reaches the disk, and tells which rows it looked up. The copy takes the
 * place of this process's IndexedDB meanwhile, so nothing else may open one.
 * @param idb what is put back in its place
 * @param rowsOf what the copy has in a table
 */
export async function lookUpInCopy(
  idb: Pick<PersistedIndexedDb, "putBack">,
  file: SealedFile,
  rowsOf: (table: string) => readonly Row[],
  work: () => Promise<void>,
): Promise<LookedUp> {
  const sought = new Set<string>();
  const placeOf = (store: string, key: unknown) => JSON.stringify([store, key]);
  const note = (store: string, given: unknown) =>
    sought.add(placeOf(store, typeof given === "string" ? given : Reflect.get(Object(given), "lower")));
  const factory: Factory = new IDBFactory();
  const open = factory.open.bind(factory);
  await restoreAll(open, file, rowsOf);
  factory.open = (...given) => {
    const request = open(...given);
    const watch = () => watchers.set(request.result, note);
    request.addEventListener("upgradeneeded", watch);
    request.addEventListener("success", watch);
    return request;
  };
  putInPlace(factory);
  try {
    await work();
  } finally {
    idb.putBack();
  }
  return (store, key) => {
    const [first = ""] = key.split(separator);
    return sought.has(placeOf(store, key)) || sought.has(placeOf(store, `${first}${separator}`));
  };
}
