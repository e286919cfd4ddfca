import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { createPrivateFile, preparePrivateFile } from "../../../lib/process/private-file.ts";
import { StoreError } from "../../model/errors.ts";

// https://www.sqlite.org/rescode.html
const busyCodes = new Set([5, 6]);
const notADatabase = 26;

const table = "CREATE TABLE whereat (id TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID, STRICT";

// Half a second in all: then the caller gets the error and may try again. The event loop is free in between.
const attempts = 20;
const betweenAttempts = 25;

/** Repeats for half a second what fails while another process holds a lock. @throws the last error */
export async function whileOthersLock<T>(run: () => T): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return run();
    } catch (error) {
      if (attempt === attempts || !isBusy(error)) throw error;
      await pause(betweenAttempts);
    }
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && "errcode" in error && busyCodes.has(Number(error.errcode) & 0xff);

/**
 * Opens whereat's database, or makes it. Nothing is written to an existing file.
 * @throws StoreError when other users may read it, when it is damaged, or when it holds anything but whereat's one table
 */
export async function openSqliteFile(path: string): Promise<DatabaseSync> {
  try {
    const problem = await preparePrivateFile(path);
    if (problem !== undefined) throw new StoreError(`the SQLite store was not opened: ${problem}`);
    await createPrivateFile(path);
    // SQLite's own timeout would block the whole program while it waits.
    const db = new DatabaseSync(path, { timeout: 0, defensive: true });
    try {
      await whileOthersLock(() => prepare(db));
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    if (isBusy(cause))
      throw new StoreError("the SQLite store is locked by another program: close that one first", { cause });
    if (cause instanceof Error && "errcode" in cause && cause.errcode === notADatabase)
      throw new StoreError(foreign, { cause });
    throw new StoreError("the SQLite store could not be opened: look at its path, its disk and its rights", { cause });
  }
}

const foreign = "the SQLite store is not a database of whereat's: name another file";

function prepare(db: DatabaseSync): void {
  // Before anything in the file is read: a foreign schema may run functions from triggers and views.
  db.exec("PRAGMA trusted_schema=OFF; PRAGMA temp_store=MEMORY; PRAGMA secure_delete=ON");
  const schema = db.prepare("SELECT sql FROM sqlite_schema").all();
  if (schema.length > 0 && (schema.length > 1 || schema[0]?.sql !== table)) throw new StoreError(foreign);
  if (db.prepare("PRAGMA quick_check(1)").get()?.quick_check !== "ok")
    throw new StoreError("the SQLite store is damaged: put a copy of it in its place, or move it away to begin anew");
  // This pragma writes to the file, and an existing one may be in a format that must be left as it is.
  if (schema.length === 0) db.exec("PRAGMA auto_vacuum=INCREMENTAL");
  db.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=256");
  if (schema.length === 0) db.exec(table);
}
