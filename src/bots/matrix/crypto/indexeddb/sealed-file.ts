import { closeSync, openSync, readSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { checkFormat, FormatError } from "../../../../lib/format.ts";
import { countOf, fromJson, listOf } from "../../../../lib/json-value.ts";
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
  /** How often the file was counted. A copy from before says less. */
  readonly count: number;
  /** Counts on. @returns the count, which is then on disk. @throws StoreFailedError */
  countOn(): number;
  /** Seals all of the file under another key, and counts on. @returns the count, as `countOn`. @throws StoreFailedError */
  reseal(key: Uint8Array): number;
  /** Empties the write-ahead log, in which deleted rows would live on. */
  checkpoint(): void;
  close(): void;
};

type Keys = { readonly keys: readonly Uint8Array[]; readonly count: number };
type Opened = { readonly sql: DatabaseSync; readonly seal: RowSeal; readonly count: number };

const busy = 5;

/** The number of the format of the file, kept as SQLite's user version. A change of the tables or of what a row holds raises it. */
const format = 2;

/**
 * Opens, or makes, a SQLite file of sealed rows, and holds it alone until it is closed or the process ends. In clear are only the names of
 * tables and the number and size of rows.
 * @param keys of 32 bytes, from which those of the rows are derived; the file is sealed under one of them, a new one under the first
 * @param count what a new file says
 * @param now milliseconds since 1970
 * @throws FormatError when the file is in a format that is not read here; nothing is changed then
 * @throws StoreInUseError, WrongSecretError, StoreFailedError
 */
export function openSealedFile(path: string, { keys, count: least }: Keys, now: () => number): SealedFile {
  const opened = openAlone(path, keys.map(createRowSeal), least);
  const { sql } = opened;
  let { seal, count } = opened;
  const put = sql.prepare("insert into sealed_row values (?, ?, ?) on conflict do update set value = excluded.value");
  const remove = sql.prepare("delete from sealed_row where id = ?");
  const clear = sql.prepare("delete from sealed_row where of_table = ?");
  const one = sql.prepare("select value from sealed_row where id = ?");
  const all = sql.prepare("select id, value from sealed_row where of_table = ?");
  let failed: StoreFailedError | undefined;

  const setCount = sql.prepare("update canary set value = ?");
  const everything = sql.prepare("select id, of_table, value from sealed_row");
  const removeAll = sql.prepare("delete from sealed_row");

  const contentOf = (id: Uint8Array, value: unknown) => readRow(seal.open(id, bytes(value)));
  // The machine writes a key again when it learns more of its sender's device; it is none the newer for it.
  const writtenAt = (id: Uint8Array) => {
    const before = one.get(id);
    return before === undefined ? now() : contentOf(id, before["value"])[2];
  };
  const apply = (change: Change) => {
    if (change.kind === "clear") return clear.run(change.table);
    const id = seal.id(change.table, change.key);
    if (change.kind === "delete") return remove.run(id);
    return put.run(id, change.table, seal.seal(id, JSON.stringify([change.key, change.value, writtenAt(id)])));
  };

  /** One transaction, on disk on return. After one that failed there is no other. */
  const durably = (work: () => void) => {
    if (failed) throw failed;
    try {
      transaction(sql, work);
    } catch (cause) {
      failed = new StoreFailedError(cause);
      throw failed;
    }
  };

  return {
    check() {
      if (failed) throw failed;
    },
    get count() {
      return count;
    },
    write(changes) {
      if (changes.length > 0) durably(() => changes.forEach(apply));
      else if (failed) throw failed;
    },
    countOn() {
      durably(() => setCount.run(sealCount(seal, count + 1)));
      return ++count;
    },
    reseal(key) {
      const next = createRowSeal(key);
      durably(() => {
        const rows = everything
          .all()
          .map((row) => ({ table: String(row["of_table"]), content: contentOf(bytes(row["id"]), row["value"]) }));
        removeAll.run();
        for (const { table, content } of rows) {
          const id = next.id(table, content[0]);
          put.run(id, table, next.seal(id, JSON.stringify(content)));
        }
        setCount.run(sealCount(next, count + 1));
      });
      seal = next;
      return ++count;
    },
    *rows(table) {
      for (const row of all.all(table)) {
        const id = bytes(row.id);
        const [key, value, written] = contentOf(id, row["value"]);
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

function openAlone(path: string, seals: readonly RowSeal[], least: number): Opened {
  let sql: DatabaseSync | undefined;
  try {
    const isNew = checkHead(path);
    sql = new DatabaseSync(path, { timeout: 0 });
    // Exclusive before WAL: then no shared-memory file is made and the lock dies with the process.
    sql.exec("pragma locking_mode = exclusive");
    // Before WAL, so that the number stands in the file itself from its first page on.
    if (isNew) sql.exec(`pragma user_version = ${format}`);
    sql.exec("pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on");
    const found = prepareTables(sql, seals, least);
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
    checkFormat(found, { what: "the key store", oldest: format, newest: format, beginAnew });
    return false;
  } finally {
    closeSync(file);
  }
}

const canaryId = Buffer.from("canary");
const sealCount = (seal: RowSeal, count: number) => seal.seal(canaryId, JSON.stringify(["whereat", count]));

/** The canary is one row sealed like the others: it tells which key is the file's before anything else is read, and holds the count. */
function prepareTables(sql: DatabaseSync, seals: readonly RowSeal[], least: number): Omit<Opened, "sql"> {
  let found: Omit<Opened, "sql"> | undefined;
  transaction(sql, () => {
    sql.exec(`create table if not exists canary (only integer primary key check (only = 1), value blob not null) strict;
      create table if not exists sealed_row
        (id blob primary key, of_table text not null, value blob not null) strict, without rowid;
      create index if not exists sealed_row_of_table on sealed_row (of_table);`);
    const canary = sql.prepare("select value from canary").get();
    const [first] = seals;
    if (canary) found = seals.flatMap((seal) => readCanary(seal, bytes(canary.value)))[0];
    else if (first) {
      sql.prepare("insert into canary values (1, ?)").run(sealCount(first, least));
      found = { seal: first, count: least };
    }
  });
  if (!found) throw new WrongSecretError();
  return found;
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
