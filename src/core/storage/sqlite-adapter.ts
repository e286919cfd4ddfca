import { setImmediate as nextTurn } from "node:timers/promises";
import { StoreError } from "../errors.ts";
import type { Rows } from "./keyv-store.ts";
import { isBusy, openSqliteFile, whileOthersLock } from "./sqlite-file.ts";

type Write = { run(): boolean; done(hadRow: boolean): void; failed(cause: unknown): void };

/** What one transaction may hold, so that none keeps the event loop for more than a few milliseconds. */
const rowsAtOnce = 256;
const pagesAtOnce = 128;

/** Rows in a SQLite file. What is set and deleted in the same turn of the event loop is one transaction. */
export async function openSqliteRows(path: string): Promise<Rows> {
  const db = await openSqliteFile(path);
  const read = db.prepare("SELECT text FROM whereat WHERE id = ?");
  const readMany = db.prepare("SELECT id, text FROM whereat WHERE id IN (SELECT value FROM json_each(?))");
  const readAfter = db.prepare("SELECT id, text FROM whereat WHERE id > ? ORDER BY id LIMIT ?");
  const upsert = db.prepare(
    "INSERT INTO whereat (id, text) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET text = excluded.text",
  );
  const remove = db.prepare("DELETE FROM whereat WHERE id = ?");
  const checkpoint = db.prepare("PRAGMA wal_checkpoint(TRUNCATE)");
  const freePages = db.prepare("PRAGMA freelist_count");

  const waiting: Write[] = [];
  let draining: Promise<void> | undefined;

  const write = (run: () => boolean): Promise<boolean> =>
    new Promise((done, failed) => {
      waiting.push({ run, done, failed });
      draining ??= drain();
    });

  const drain = async (): Promise<void> => {
    for (await nextTurn(); waiting.length > 0; await nextTurn()) {
      const batch = waiting.splice(0, rowsAtOnce);
      try {
        const hadRow = await whileOthersLock(() => inTransaction(() => batch.map((each) => each.run())));
        batch.forEach((each, index) => each.done(hadRow[index] === true));
      } catch (cause) {
        // A lock that outlasted one batch would make each of the others wait as long again.
        if (isBusy(cause)) batch.push(...waiting.splice(0));
        for (const each of batch) each.failed(cause);
      }
    }
    draining = undefined;
  };

  const inTransaction = <T>(run: () => T): T => {
    db.exec("BEGIN IMMEDIATE");
    try {
      const result = run();
      db.exec("COMMIT");
      return result;
    } catch (error) {
      // SQLite has rolled back by itself after some failures of the disk.
      if (db.isTransaction) db.exec("ROLLBACK");
      throw error;
    }
  };

  return {
    get: (id) => whileOthersLock(() => text(read.get(id)?.text)),
    async getMany(ids) {
      const found = new Map<string, string | undefined>();
      for (let start = 0; start < ids.length; start += rowsAtOnce) {
        if (start > 0) await nextTurn();
        const slice = JSON.stringify(ids.slice(start, start + rowsAtOnce));
        for (const row of await whileOthersLock(() => readMany.all(slice))) found.set(String(row.id), text(row.text));
      }
      return ids.map((id) => found.get(id));
    },
    set: async (id, value) => {
      await write(() => upsert.run(id, value).changes === 1);
      return true;
    },
    deleteMany: (ids) => Promise.all(ids.map((id) => write(() => remove.run(id).changes === 1))),
    async *iterator() {
      for (let after = ""; ; await nextTurn()) {
        const rows = await whileOthersLock(() => readAfter.all(after, rowsAtOnce));
        for (const row of rows) yield [String(row.id), String(row.text)];
        const last = rows.at(-1);
        if (last === undefined || rows.length < rowsAtOnce) return;
        after = String(last.id);
      }
    },
    async scrub() {
      while (Number(freePages.get()?.freelist_count) > 0) {
        await whileOthersLock(() => db.exec(`PRAGMA incremental_vacuum(${pagesAtOnce})`));
        await nextTurn();
      }
      await whileOthersLock(() => {
        // It says in its answer, not with an error, that somebody still reads the log.
        if (checkpoint.get()?.busy !== 0) throw new LogInUse();
      });
    },
    async disconnect() {
      await draining;
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
