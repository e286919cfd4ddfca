import { createHmac, createSecretKey } from "node:crypto";
import type { Instant } from "../../../lib/time.ts";
import { endOfRow, guardedEdge } from "../seal/row-text.ts";

/** How a row ends that is not there. */
export const absent = "";

type Row = { end: string; edge: number };

/** The guarded rows of a store as they should be: by id, how each one ends. Their digest tells one set of rows from any other. */
export type GuardedRows = {
  /** takes up a row as it was stored; one that is not guarded is left out */
  put(id: string, text: string): void;
  remove(id: string): void;
  /** how the row of this id ends; `absent` when there should be none */
  endOf(id: string): string;
  /** forgets the rows whose edge is not after this one */
  forgetUpTo(edge: Instant): void;
  /** of the rows whose edge is after this one, but for those with these ids */
  digest(edge: Instant, except: Iterable<string>): string;
};

const size = 32;

/** @param key nobody who has not got it can make other rows with the same digest */
export function createGuardedRows(key: Uint8Array): GuardedRows {
  const secret = createSecretKey(key);
  const rows = new Map<string, Row>();
  /** By edge, the sum of what stands for each row: so a change costs the same however many there are. */
  const sums = new Map<number, Buffer>();

  const standsFor = (id: string, end: string) => createHmac("sha256", secret).update(`${id} ${end}`).digest();

  function addTo(sum: Buffer, value: Uint8Array): void {
    for (let at = 0; at < size; at++) sum[at] = (sum[at] ?? 0) ^ (value[at] ?? 0);
  }

  /** Adding the same once more takes it away. */
  function toggle(id: string, { end, edge }: Row): void {
    const sum = sums.get(edge) ?? Buffer.alloc(size);
    addTo(sum, standsFor(id, end));
    sums.set(edge, sum);
  }

  function remove(id: string): void {
    const row = rows.get(id);
    if (row === undefined) return;
    toggle(id, row);
    rows.delete(id);
  }

  return {
    put(id, text) {
      remove(id);
      const found = guardedEdge(text);
      if (found === undefined) return;
      const row = { end: endOfRow(text), edge: found === "none" ? Number.POSITIVE_INFINITY : found };
      toggle(id, row);
      rows.set(id, row);
    },
    remove,
    endOf: (id) => rows.get(id)?.end ?? absent,
    forgetUpTo(edge) {
      for (const [id, row] of rows) if (row.edge <= edge) rows.delete(id);
      for (const each of sums.keys()) if (each <= edge) sums.delete(each);
    },
    digest(edge, except) {
      const total = Buffer.alloc(size);
      for (const [each, sum] of sums) if (each > edge) addTo(total, sum);
      for (const id of except) {
        const row = rows.get(id);
        if (row !== undefined && row.edge > edge) addTo(total, standsFor(id, row.end));
      }
      return total.toString("base64");
    },
  };
}
