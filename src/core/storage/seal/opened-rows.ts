import type { Instant } from "../../../lib/time.ts";
import { maxRememberedCharacters } from "../../model/limits.ts";

/** What a row said when it was opened, what that was read as, and the keys that it is sealed under. */
export type OpenedRow = {
  row: string;
  text: string;
  value?: unknown;
  edge: Instant | undefined;
  circle: string | undefined;
};

/**
 * What rows said that were opened, so that one that has not changed is not decrypted again. It goes with the keys: what no row can say any more
 * is not remembered either. The row itself is read and compared each time, so what becomes of it in the store is noticed as before.
 */
export type OpenedRows = {
  /** undefined: the row is not the one that was opened last under this id */
  find(id: string, row: string): OpenedRow | undefined;
  remember(id: string, opened: OpenedRow): void;
  forget(id: string): void;
  /** to be called when a key of the circle is destroyed; without a circle, when those of all circles are */
  forgetCircle(circle?: string): void;
  /** to be called when the keys of the buckets up to this edge are destroyed */
  forgetUpTo(edge: Instant): void;
};

/** @param max how many characters are remembered; beyond that, what was opened first is forgotten, and is decrypted when it is read */
export function createOpenedRows(max = maxRememberedCharacters): OpenedRows {
  const rows = new Map<string, OpenedRow>();
  let size = 0;

  /** What a text is read as takes about as much room as the text. */
  const sizeOf = ({ row, text }: OpenedRow) => row.length + 2 * text.length;

  function forget(id: string): void {
    const opened = rows.get(id);
    if (opened === undefined) return;
    size -= sizeOf(opened);
    rows.delete(id);
  }

  function forgetThose(isGone: (opened: OpenedRow) => boolean): void {
    for (const [id, opened] of rows) if (isGone(opened)) forget(id);
  }

  return {
    find(id, row) {
      const opened = rows.get(id);
      return opened?.row === row ? opened : undefined;
    },
    remember(id, opened) {
      forget(id);
      rows.set(id, opened);
      size += sizeOf(opened);
      for (const [oldest] of rows) {
        if (size <= max) break;
        forget(oldest);
      }
    },
    forget,
    forgetCircle: (circle) =>
      forgetThose((opened) => opened.circle !== undefined && opened.circle === (circle ?? opened.circle)),
    forgetUpTo: (edge) => forgetThose((opened) => opened.edge !== undefined && opened.edge <= edge),
  };
}
