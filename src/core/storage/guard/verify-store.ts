import type { Loss, TextStore } from "../../model/ports.ts";
import { type Binding, bindingId, openNote, type StoreNote } from "../keys/ring-binding.ts";
import type { RingHistory } from "../keys/ring-history.ts";
import { derivedKey, type RingKeys, rowMark } from "../keys/ring-keys.ts";
import { createGuardedRows, type GuardedRows } from "./guarded-rows.ts";

/** What was found in a store when it was opened. */
export type Found = {
  rows: GuardedRows;
  /** what the ring wrote there last, where it did */
  note: StoreNote | undefined;
  /** why the store is not the one that the ring last worked with; undefined: it is */
  loss: Loss | undefined;
  /** rows under other keys than the ring's, which a renewal of the keys has left: nothing opens them */
  others: string[];
};

/** What of a ring the guard of its store works with. */
export type GuardKeys = {
  /** of the store's note */
  note: Uint8Array;
  /** @see createGuardedRows */
  rows: Uint8Array;
  /** @see rowMark */
  mark: string;
};

export const guardKeysOf = (ring: RingKeys): GuardKeys => ({
  note: derivedKey(ring, "note in the store"),
  rows: derivedKey(ring, "guarded rows"),
  mark: rowMark(ring),
});

/** How often the ring was written, and guarded rows were changed, as far as the ring knows. */
type Counts = Pick<RingHistory, "saves" | "changes">;

/** Reads all guarded rows of a store. */
export async function scanRows(
  store: TextStore,
  { rows: key, mark }: GuardKeys,
): Promise<Pick<Found, "rows" | "others">> {
  const rows = createGuardedRows(key);
  const others: string[] = [];
  for await (const [id, text] of store.entries()) {
    if (id === bindingId) continue;
    if (id.startsWith(mark)) rows.put(id, text);
    else others.push(id);
  }
  return { rows, others };
}

/**
 * Compares a store with what its ring knows of it. A row is written before the ring counts it, and the ring is written before the store notes
 * that: so a kill leaves the store with more changes than the ring knows of, or the ring with more writings, and never the other way round.
 * @param isNew the ring was made just now, and the store was empty
 */
export async function verifyStore(
  store: TextStore,
  binding: Binding,
  history: Counts,
  isNew: boolean,
  keys: GuardKeys,
): Promise<Found> {
  const { rows, others } = await scanRows(store, keys);
  const note = binding.kind === "kept" ? openNote(binding.note, keys.note) : undefined;
  const loss = isNew ? undefined : lossOf(binding, note, rows, history);
  return { rows, note, loss, others };
}

function lossOf(binding: Binding, note: StoreNote | undefined, rows: GuardedRows, history: Counts): Loss | undefined {
  if (binding.kind === "none") return "emptied";
  if (binding.kind === "unnamed" || binding.kind === "ended" || binding.kind === "former") return "older store";
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
