import type { Instant } from "../../../lib/time.ts";
import { maxRememberedCharacters } from "../../model/limits.ts";
import { getOrMake } from "../keys/ring-keys.ts";

/** What a row said when it was opened, what that was read as, and the keys that it is sealed under. */
export type OpenedRow = {
  row: string;
  text: string;
  value?: unknown;
  edge: Instant | undefined;
  circle: string | undefined;
  member: string | undefined;
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
  /** to be called when a key of the circle is destroyed; without a circle, when those of all circles and members are */
  forgetCircle(circle?: string): void;
  /** to be called when the keys of a member are destroyed */
  forgetMember(circle: string | undefined, member: string): void;
  /** to be called when the keys of the buckets up to this edge are destroyed */
  forgetUpTo(edge: Instant): void;
};

/** @param max how many characters are remembered; beyond that, what was opened first is forgotten, and is decrypted when it is read */
export function createOpenedRows(max = maxRememberedCharacters): OpenedRows {
  const rows = new Map<string, OpenedRow>();
  /** The ids of a member's rows. */
  const ofMembers = new Map<string, Set<string>>();
  let size = 0;

  const nameOf = (circle: string | undefined, member: string) => `${circle ?? ""}/${member}`;

  /** What a text is read as takes about as much room as the text. */
  const sizeOf = ({ row, text }: OpenedRow) => row.length + 2 * text.length;

  function forget(id: string): void {
    const opened = rows.get(id);
    if (opened === undefined) return;
    size -= sizeOf(opened);
    rows.delete(id);
    if (opened.member === undefined) return;
    const name = nameOf(opened.circle, opened.member);
    const ids = ofMembers.get(name);
    ids?.delete(id);
    if (ids?.size === 0) ofMembers.delete(name);
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
      const { circle, member } = opened;
      if (member !== undefined) getOrMake(ofMembers, nameOf(circle, member), () => new Set<string>()).add(id);
      for (const [oldest] of rows) {
        if (size <= max) break;
        forget(oldest);
      }
    },
    forget,
    forgetCircle: (circle) =>
      forgetThose((opened) =>
        circle === undefined ? (opened.circle ?? opened.member) !== undefined : opened.circle === circle,
      ),
    forgetMember(circle, member) {
      for (const id of ofMembers.get(nameOf(circle, member)) ?? []) forget(id);
    },
    forgetUpTo: (edge) => forgetThose((opened) => opened.edge !== undefined && opened.edge <= edge),
  };
}
