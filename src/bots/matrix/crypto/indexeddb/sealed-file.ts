import { fromJson, listOf } from "../../../../lib/json-value.ts";
import { bytes, openAlone, sealCount, transaction } from "./open-alone.ts";
import { createRowSeal } from "./row-seal.ts";
import { StoreFailedError, WrongSecretError } from "./store-errors.ts";

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
  /** Gives back the room of deleted rows, and empties the write-ahead log, in which they would live on. */
  checkpoint(): void;
  close(): void;
};

type Keys = { readonly keys: readonly Uint8Array[]; readonly count: number };

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
  const put = sql.prepare(
    "insert into sealed_row (id, of_table, value) values (?, ?, ?) on conflict (id) do update set value = excluded.value",
  );
  const remove = sql.prepare("delete from sealed_row where id = ?");
  const clear = sql.prepare("delete from sealed_row where of_table = ?");
  const one = sql.prepare("select value from sealed_row where id = ?");
  const all = sql.prepare("select id, value from sealed_row where of_table = ?");
  let failed: StoreFailedError | undefined;

  const setCount = sql.prepare("update canary set value = ?");
  const everything = sql.prepare("select id, of_table, value from sealed_row");
  const removeAll = sql.prepare("delete from sealed_row");

  const contentOf = (id: Uint8Array, value: unknown) => readRow(seal.open(id, bytes(value)));
  /** When there first was a row, by its id, so that a row that is written again need not be opened for it. */
  const times = new Map<string, number>();
  const nameOf = (id: Buffer) => id.toString("base64");
  // The machine writes a key again when it learns more of its sender's device; it is none the newer for it.
  const writtenAt = (id: Buffer) => {
    const known = times.get(nameOf(id));
    if (known !== undefined) return known;
    const before = one.get(id);
    return before === undefined ? now() : contentOf(id, before["value"])[2];
  };
  const apply = (change: Change) => {
    if (change.kind === "clear") {
      times.clear();
      return clear.run(change.table);
    }
    const id = seal.id(change.table, change.key);
    if (change.kind === "delete") {
      times.delete(nameOf(id));
      return remove.run(id);
    }
    const written = writtenAt(id);
    times.set(nameOf(id), written);
    return put.run(id, change.table, seal.seal(id, JSON.stringify([change.key, change.value, written])));
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
      times.clear();
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
    checkpoint: () => sql.exec("pragma incremental_vacuum; pragma wal_checkpoint(truncate)"),
    close() {
      if (sql.isOpen) sql.close();
    },
  };
}

/** @throws TypeError when it is not what a row holds */
function readRow(text: string): [key: string, value: string, written: number] {
  const [key, value, written, ...more] = listOf(fromJson(text));
  if (typeof key !== "string" || typeof value !== "string" || typeof written !== "number" || more.length > 0)
    throw new TypeError("a sealed row does not hold a key, a value and a time");
  return [key, value, written];
}
