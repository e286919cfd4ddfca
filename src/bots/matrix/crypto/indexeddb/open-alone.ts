import { closeSync, openSync, readSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { checkFormat, FormatError } from "../../../../lib/format.ts";
import { countOf, fromJson, listOf } from "../../../../lib/json-value.ts";
import type { RowSeal } from "./row-seal.ts";
import { StoreFailedError, StoreInUseError, WrongSecretError } from "./store-errors.ts";

export type Opened = { readonly sql: DatabaseSync; readonly seal: RowSeal; readonly count: number };

const busy = 5;

/** What follows auto_vacuum in SQLite: room is given back when it is asked for. */
const incremental = 2;

/** The number of the format of the file, kept as SQLite's user version. A change of the tables or of what a row holds raises it. */
const format = 3;
/** It had a table without rowid, which gives a row of more than a kilobyte pages of its own. Version 0.2.0 wrote it. */
const formatBefore = 2;

/** A SQLite file that is held until it is closed or the process ends. @throws FormatError, StoreInUseError, WrongSecretError, StoreFailedError */
export function openAlone(path: string, seals: readonly RowSeal[], least: number): Opened {
  let sql: DatabaseSync | undefined;
  try {
    const isNew = checkHead(path);
    sql = new DatabaseSync(path, { timeout: 0 });
    // Exclusive before WAL: then no shared-memory file is made and the lock dies with the process.
    sql.exec("pragma locking_mode = exclusive");
    // Before WAL, so that the number stands in the file itself from its first page on.
    if (isNew) sql.exec(`pragma auto_vacuum = incremental; pragma user_version = ${format}`);
    // What VACUUM moves must not pass through a file that nobody empties.
    sql.exec("pragma temp_store = memory");
    sql.exec("pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on");
    const found = prepareTables(sql, seals, least);
    // A file from before is written anew once, for it to give back room from then on; a kill amid that changes nothing.
    if (sql.prepare("pragma auto_vacuum").get()?.["auto_vacuum"] !== incremental)
      sql.exec("pragma auto_vacuum = incremental; vacuum");
    sql.exec("pragma wal_checkpoint(truncate)");
    return { sql, ...found };
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
    checkFormat(found, { what: "the key store", oldest: formatBefore, newest: format, beginAnew });
    return false;
  } finally {
    closeSync(file);
  }
}

const canaryId = Buffer.from("canary");
export const sealCount = (seal: RowSeal, count: number) => seal.seal(canaryId, JSON.stringify(["whereat", count]));

/** The canary is one row sealed like the others: it tells which key is the file's before anything else is read, and holds the count. */
function prepareTables(sql: DatabaseSync, seals: readonly RowSeal[], least: number): Omit<Opened, "sql"> {
  let found: Omit<Opened, "sql"> | undefined;
  transaction(sql, () => {
    sql.exec(`create table if not exists canary (only integer primary key check (only = 1), value blob not null) strict;
      ${sealedRow}`);
    const canary = sql.prepare("select value from canary").get();
    const [first] = seals;
    if (canary) found = seals.flatMap((seal) => readCanary(seal, bytes(canary.value)))[0];
    else if (first) {
      sql.prepare("insert into canary values (1, ?)").run(sealCount(first, least));
      found = { seal: first, count: least };
    }
    if (found && sql.prepare("pragma user_version").get()?.["user_version"] === formatBefore) migrate(sql);
  });
  if (!found) throw new WrongSecretError();
  return found;
}

const sealedRow = `create table if not exists sealed_row
  (place integer primary key, id blob not null unique, of_table text not null, value blob not null) strict;
  create index if not exists sealed_row_of_table on sealed_row (of_table);`;

function migrate(sql: DatabaseSync): void {
  sql.exec(`drop index sealed_row_of_table; alter table sealed_row rename to sealed_row_before; ${sealedRow}
    insert into sealed_row (id, of_table, value) select id, of_table, value from sealed_row_before;
    drop table sealed_row_before; pragma user_version = ${format}`);
}

function readCanary(seal: RowSeal, value: Uint8Array): Omit<Opened, "sql">[] {
  try {
    const count = countOf(listOf(fromJson(seal.open(canaryId, value)))[1]);
    return count === undefined ? [] : [{ seal, count }];
  } catch (error) {
    if (error instanceof WrongSecretError) return [];
    throw error;
  }
}

export function transaction(sql: DatabaseSync, work: () => void): void {
  sql.exec("begin immediate");
  try {
    work();
    sql.exec("commit");
  } catch (error) {
    if (sql.isTransaction) sql.exec("rollback");
    throw error;
  }
}

export function bytes(value: unknown): Buffer {
  if (!(value instanceof Uint8Array)) throw new TypeError("a sealed row holds no bytes");
  return Buffer.from(value);
}
