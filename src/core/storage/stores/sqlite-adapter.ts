import type { SQLOutputValue } from "node:sqlite";
import { setImmediate as nextTurn } from "node:timers/promises";
import { StoreError } from "../../model/errors.ts";
import type { Rows } from "./keyv-store.ts";
import { openSqliteFile, whileOthersLock } from "./sqlite-file.ts";
import { createWriteQueue } from "./write-queue.ts";

const readAtOnce = 256;
const pagesAtOnce = 128;

/** Rows in a SQLite file. What is set and deleted in the same turn of the event loop is one transaction. */
export async function openSqliteRows(path: string): Promise<Rows> {
  const db = await openSqliteFile(path);
  const read = db.prepare("SELECT text FROM whereat WHERE id = ?");
  const readMany = db.prepare("SELECT id, text FROM whereat WHERE id IN (SELECT value FROM json_each(?))");
  readMany.setReturnArrays(true);
  const readAfter = db.prepare("SELECT id, text FROM whereat WHERE id > ? ORDER BY id LIMIT ?");
  const upsert = db.prepare(
    "INSERT INTO whereat (id, text) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET text = excluded.text",
  );
  const remove = db.prepare("DELETE FROM whereat WHERE id = ?");
  const checkpoint = db.prepare("PRAGMA wal_checkpoint(TRUNCATE)");
  const freePages = db.prepare("PRAGMA freelist_count");

  const inTransaction = <T>(run: () => T): T => {
    db.exec("BEGIN IMMEDIATE");
    try {
      const result = run();
      db.exec("COMMIT");
      return result;
    } catch (error) {
      // After some disk failures SQLite has already rolled back.
      if (db.isTransaction) db.exec("ROLLBACK");
      throw error;
    }
  };

  const queue = createWriteQueue((batch) =>
    whileOthersLock(() =>
      inTransaction(() =>
        batch.map(({ id, text }) => (text === undefined ? remove.run(id) : upsert.run(id, text)).changes === 1),
      ),
    ),
  );

  return {
    get: (id) => whileOthersLock(() => text(read.get(id)?.text)),
    async getMany(ids) {
      const found = new Map<string, string | undefined>();
      for (let start = 0; start < ids.length; start += readAtOnce) {
        if (start > 0) await nextTurn();
        const slice = JSON.stringify(ids.slice(start, start + readAtOnce));
        const rows = await whileOthersLock(() => readMany.all(slice) as unknown as SQLOutputValue[][]);
        for (const [id, of] of rows) found.set(String(id), text(of));
      }
      return ids.map((id) => found.get(id));
    },
    set: (id, text) => queue.write({ id, text }),
    deleteMany: (ids) => Promise.all(ids.map((id) => queue.write({ id }))),
    async *iterator() {
      for (let after = ""; ; await nextTurn()) {
        const rows = await whileOthersLock(() => readAfter.all(after, readAtOnce));
        for (const row of rows) yield [String(row.id), String(row.text)];
        const last = rows.at(-1);
        if (last === undefined || rows.length < readAtOnce) return;
        after = String(last.id);
      }
    },
    async scrub() {
      const count = () => Number(freePages.get()?.freelist_count);
      for (let before = Number.POSITIVE_INFINITY, free = count(); free > 0 && free < before; free = count()) {
        before = free;
        await whileOthersLock(() => db.exec(`PRAGMA incremental_vacuum(${pagesAtOnce})`));
        await nextTurn();
      }
      await whileOthersLock(() => {
        // SQLite reports a reader of the log in its result, not as an error.
        if (checkpoint.get()?.busy !== 0) throw new LogInUse();
      });
    },
    async disconnect() {
      await queue.drained();
      db.close();
    },
  };
}

class LogInUse extends StoreError {
  /** SQLITE_BUSY, https://www.sqlite.org/rescode.html */
  readonly errcode = 5;

  constructor() {
    super("deleted rows may still be in the SQLite store's log: another program reads it");
  }
}

const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
