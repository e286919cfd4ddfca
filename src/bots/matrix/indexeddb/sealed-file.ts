import { closeSync, openSync, readSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { checkFormat, FormatError } from "../../../lib/format.ts";
import { fromJson, listOf } from "../../../lib/json-value.ts";
import { createRowSeal, type RowSeal } from "./row-seal.ts";
import { StoreFailedError, StoreInUseError, WrongSecretError } from "./store-errors.ts";

/** One change to a table of sealed rows. Keys and values are JSON texts. */
export type Change =
  | { kind: "put"; table: string; key: string; value: string }
  | { kind: "delete"; table: string; key: string }
  | { kind: "clear"; table: string };

/** A row, and when there first was one with its key, in milliseconds since 1970. */
export type Row = { key: string; value: string; written: number };

export type SealedFile = {
  /** All the changes, or none, in one transaction that is on disk on return. @throws StoreFailedError, now and ever after */
  write(changes: readonly Change[]): void;
  rows(table: string): Iterable<Row>;
  /** @throws StoreFailedError when an earlier write failed */
  check(): void;
  /** Empties the write-ahead log, in which deleted rows would live on. */
  checkpoint(): void;
  close(): void;
};

const busy = 5;

/** The number of the format of the file, kept as SQLite's user version. A change of the tables or of what a row holds raises it. */
const format = 1;

/**
 * Opens, or makes, a SQLite file of sealed rows, and holds it alone until it is closed or the process ends. In clear are only the names of
 * tables and the number and size of rows.
 * @param secret 32 bytes, from which the keys of the rows are derived
 * @param now milliseconds since 1970
 * @throws FormatError when the file is in a format that is not read here; nothing is changed then
 * @throws StoreInUseError, WrongSecretError, StoreFailedError
 */
export function openSealedFile(path: string, secret: Uint8Array, now: () => number): SealedFile {
  const seal = createRowSeal(secret);
  const sql = openAlone(path, seal);
  const put = sql.prepare("insert into sealed_row values (?, ?, ?) on conflict do update set value = excluded.value");
  const remove = sql.prepare("delete from sealed_row where id = ?");
  const clear = sql.prepare("delete from sealed_row where of_table = ?");
  const one = sql.prepare("select value from sealed_row where id = ?");
  const all = sql.prepare("select id, value from sealed_row where of_table = ?");
  let failed: StoreFailedError | undefined;

  const opened = (id: Uint8Array, value: unknown) => readRow(seal.open(id, bytes(value)));
  // The machine writes a key again when it learns more of its sender's device; it is none the newer for it.
  const writtenAt = (id: Uint8Array) => {
    const before = one.get(id);
    return before === undefined ? now() : opened(id, before["value"])[2];
  };
  const apply = (change: Change) => {
    if (change.kind === "clear") return clear.run(change.table);
    const id = seal.id(change.table, change.key);
    if (change.kind === "delete") return remove.run(id);
    return put.run(id, change.table, seal.seal(id, JSON.stringify([change.key, change.value, writtenAt(id)])));
  };

  return {
    check() {
      if (failed) throw failed;
    },
    write(changes) {
      if (failed) throw failed;
      if (changes.length === 0) return;
      try {
        transaction(sql, () => changes.forEach(apply));
      } catch (cause) {
        failed = new StoreFailedError(cause);
        throw failed;
      }
    },
    *rows(table) {
      for (const row of all.all(table)) {
        const id = bytes(row.id);
        const [key, value, written] = opened(id, row["value"]);
        if (!seal.id(table, key).equals(id)) throw new WrongSecretError();
        yield { key, value, written };
      }
    },
    checkpoint: () => sql.exec("pragma wal_checkpoint(truncate)"),
    close() {
      if (sql.isOpen) sql.close();
    },
  };
}

function openAlone(path: string, seal: RowSeal): DatabaseSync {
  let sql: DatabaseSync | undefined;
  try {
    const isNew = checkHead(path);
    sql = new DatabaseSync(path, { timeout: 0 });
    // Exclusive before WAL: then no shared-memory file is made and the lock dies with the process.
    sql.exec("pragma locking_mode = exclusive");
    // Before WAL, so that the number stands in the file itself from its first page on.
    if (isNew) sql.exec(`pragma user_version = ${format}`);
    sql.exec("pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on");
    prepareTables(sql, seal);
    sql.exec("pragma wal_checkpoint(truncate)");
    return sql;
  } catch (cause) {
    sql?.close();
    if (cause instanceof WrongSecretError || cause instanceof FormatError) throw cause;
    if (cause instanceof Error && "errcode" in cause && cause.errcode === busy) throw new StoreInUseError();
    throw new StoreFailedError(cause);
  }
}

/**
 * Makes the file where there is none, and checks its format before SQLite opens it, which would already change what is beside it.
 * What is no database is left to SQLite, which says so.
 * @returns whether it is empty
 * @throws FormatError
 */
function checkHead(path: string): boolean {
  const file = openSync(path, "a+", 0o600);
  try {
    // https://www.sqlite.org/fileformat2.html, section 1.3: the user version is at offset 60.
    const head = Buffer.alloc(100);
    if (readSync(file, head, 0, head.length, 0) === 0) return true;
    if (head.toString("latin1", 0, 16) !== "SQLite format 3\0") return false;
    const found = head.readUInt32BE(60) || undefined;
    const beginAnew = "move it away and log the bot in again as a new device";
    checkFormat(found, { what: "the key store", oldest: format, newest: format, beginAnew });
    return false;
  } finally {
    closeSync(file);
  }
}

/** The canary is one row sealed like the others: it tells a wrong secret from a broken store before anything else is read. */
function prepareTables(sql: DatabaseSync, seal: RowSeal): void {
  transaction(sql, () => {
    sql.exec(`create table if not exists canary (only integer primary key check (only = 1), value blob not null) strict;
      create table if not exists sealed_row
        (id blob primary key, of_table text not null, value blob not null) strict, without rowid;
      create index if not exists sealed_row_of_table on sealed_row (of_table);`);
    const id = Buffer.from("canary");
    const canary = sql.prepare("select value from canary").get();
    if (canary) seal.open(id, bytes(canary.value));
    else sql.prepare("insert into canary values (1, ?)").run(seal.seal(id, "whereat"));
  });
}

function transaction(sql: DatabaseSync, work: () => void): void {
  sql.exec("begin immediate");
  try {
    work();
    sql.exec("commit");
  } catch (error) {
    if (sql.isTransaction) sql.exec("rollback");
    throw error;
  }
}

/** @throws TypeError when it is not what a row holds */
function readRow(text: string): [key: string, value: string, written: number] {
  const [key, value, written, ...more] = listOf(fromJson(text));
  if (typeof key !== "string" || typeof value !== "string" || typeof written !== "number" || more.length > 0)
    throw new TypeError("a sealed row does not hold a key, a value and a time");
  return [key, value, written];
}

function bytes(value: unknown): Buffer {
  if (!(value instanceof Uint8Array)) throw new TypeError("a sealed row holds no bytes");
  return Buffer.from(value);
}
