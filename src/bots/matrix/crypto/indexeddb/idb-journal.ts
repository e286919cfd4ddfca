import "fake-indexeddb/auto";
import { IDBCursor, IDBKeyRange, IDBObjectStore, IDBTransaction } from "fake-indexeddb";
import { strictJson } from "./strict-json.ts";

// The parts of the IndexedDB API (https://www.w3.org/TR/IndexedDB/) that are used here; TypeScript's own types come with all of the browser's.
type Request = { readonly result: unknown; addEventListener(type: "success", listener: () => void): void };
type Transaction = { readonly db: object; readonly mode: string };
type Store = { readonly name: string; readonly transaction: Transaction; getAllKeys(range: unknown): Request };
type Cursor = { readonly source: Store | { readonly objectStore: Store }; readonly primaryKey: unknown };
type Method<This> = (this: This, ...given: unknown[]) => unknown;

/** One write to an object store. Keys and values are JSON texts. */
export type Write =
  | { kind: "put"; store: string; key: string; value: string }
  | { kind: "delete"; store: string; key: string }
  | { kind: "clear"; store: string };

/** A transaction that is about to report its completion: what it wrote, in order, and whether it changed the database's schema. */
export type Completed = { writes: Write[]; schemaChanged: boolean };

const listeners = new WeakMap<object, (completed: Completed) => void>();
const journal = new WeakMap<Transaction, Write[]>();

/**
 * Has `onComplete` called with what each transaction of this database wrote, before its `complete` event is seen by anyone: who waits for
 * a transaction then knows that `onComplete` has returned.
 */
export function journalDatabase(database: object, onComplete: (completed: Completed) => void): void {
  listeners.set(database, onComplete);
}

const isJournaled = (store: Store) => listeners.has(store.transaction.db);

function note(store: Store, request: unknown, writes: () => Write[]): unknown {
  (request as Request).addEventListener("success", () => {
    const noted = journal.get(store.transaction) ?? [];
    noted.push(...writes());
    journal.set(store.transaction, noted);
  });
  return request;
}

/** Replaces a method, for journaled databases only, by one that is given the call to the original. */
function replace<This>(
  prototype: Record<string, Method<This>>,
  name: string,
  storeOf: (self: This) => Store,
  journaled: (call: () => unknown, store: Store, self: This, given: unknown[]) => unknown,
): void {
  const original = prototype[name];
  if (!original) throw new Error(`fake-indexeddb has no ${name}`);
  prototype[name] = function (...given) {
    const store = storeOf(this);
    const call = () => original.apply(this, given);
    return isJournaled(store) ? journaled(call, store, this, given) : call();
  };
}

const keyText = (key: unknown): string => {
  if (typeof key !== "string" && !Array.isArray(key)) throw new TypeError("only texts and lists are kept as keys");
  return strictJson(key);
};
const itself = (store: Store) => store;
const storeOfCursor = ({ source }: Cursor) => ("objectStore" in source ? source.objectStore : source);

// The value is written down before the call returns: its owner may change it afterwards.
for (const name of ["put", "add"])
  replace<Store>(IDBObjectStore.prototype, name, itself, (call, store, _self, [given]) => {
    const value = strictJson(given);
    const request = call();
    return note(store, request, () => [
      { kind: "put", store: store.name, key: keyText((request as Request).result), value },
    ]);
  });

replace<Store>(IDBObjectStore.prototype, "delete", itself, (call, store, _self, [key]) => {
  const removed = (of: unknown): Write => ({ kind: "delete", store: store.name, key: keyText(of) });
  if (!(key instanceof IDBKeyRange)) return note(store, call(), () => [removed(key)]);
  const keys = store.getAllKeys(key);
  return note(store, call(), () => (Array.isArray(keys.result) ? keys.result.map(removed) : []));
});

replace<Store>(IDBObjectStore.prototype, "clear", itself, (call, store) =>
  note(store, call(), () => [{ kind: "clear", store: store.name }]),
);

replace<Cursor>(IDBCursor.prototype, "update", storeOfCursor, (call, store, cursor, [given]) => {
  const write: Write = { kind: "put", store: store.name, key: keyText(cursor.primaryKey), value: strictJson(given) };
  return note(store, call(), () => [write]);
});

replace<Cursor>(IDBCursor.prototype, "delete", storeOfCursor, (call, store, cursor) => {
  const write: Write = { kind: "delete", store: store.name, key: keyText(cursor.primaryKey) };
  return note(store, call(), () => [write]);
});

const dispatch: Method<Transaction> = IDBTransaction.prototype.dispatchEvent;
IDBTransaction.prototype.dispatchEvent = function (this: Transaction, event: { type: string }) {
  const onComplete = event.type === "complete" ? listeners.get(this.db) : undefined;
  onComplete?.({ writes: journal.get(this) ?? [], schemaChanged: this.mode === "versionchange" });
  return dispatch.call(this, event);
};
