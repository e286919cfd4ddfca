import type { Loss, TextStore } from "../../model/ports.ts";
import { type Binding, bindingId, openNote, type StoreNote } from "../keys/ring-binding.ts";
import type { RingHistory } from "../keys/ring-history.ts";
import { createGuardedRows, type GuardedRows } from "./guarded-rows.ts";

/** What was found in a store when it was opened. */
export type Found = {
  rows: GuardedRows;
  /** what the ring wrote there last, where it did */
  note: StoreNote | undefined;
  /** why the store is not the one that the ring last worked with; undefined: it is */
  loss: Loss | undefined;
};

/** Reads all guarded rows of a store. @param key @see createGuardedRows */
export async function scanRows(store: TextStore, key: Uint8Array): Promise<GuardedRows> {
  const rows = createGuardedRows(key);
  for await (const [id, text] of store.entries()) if (id !== bindingId) rows.put(id, text);
  return rows;
}

/**
 * Compares a store with what its ring knows of it. A row is written before the ring counts it, and the ring is written before the store notes
 * that: so a kill leaves the store with more changes than the ring knows of, or the ring with more writings, and never the other way round.
 * @param isNew the ring was made just now, and the store was empty
 * @param keys of the note and of the digest
 */
export async function verifyStore(
  store: TextStore,
  binding: Binding,
  history: RingHistory,
  isNew: boolean,
  keys: GuardKeys,
): Promise<Found> {
  const rows = await scanRows(store, keys.rows);
  const note = binding.kind === "kept" ? openNote(binding.note, keys.note) : undefined;
  const loss = isNew ? undefined : lossOf(binding, note, rows, history);
  return { rows, note, loss };
}

export type GuardKeys = { note: Uint8Array; rows: Uint8Array };

function lossOf(
  binding: Binding,
  note: StoreNote | undefined,
  rows: GuardedRows,
  history: RingHistory,
): Loss | undefined {
  if (binding.kind === "none") return "emptied";
  if (binding.kind === "unnamed" || binding.kind === "ended") return "older store";
  if (note === undefined) return "changed";
  if (note.saves > history.saves()) return "older ring";
  if (note.changes < history.changes()) return "older store";
  return isAsNoted(rows, note) ? undefined : "changed";
}

function isAsNoted(rows: GuardedRows, { edge, digest, doubtful }: StoreNote): boolean {
  if (rows.digest(edge, ids(doubtful)) !== digest) return false;
  return doubtful.every(([id, ends]) => ends.includes(rows.endOf(id)));
}

const ids = (doubtful: StoreNote["doubtful"]): string[] => doubtful.map(([id]) => id);
