import { SealError } from "../src/core/model/errors.ts";
import type { CircleId, PersonId } from "../src/core/model/ids.ts";
import type { RecordKey, Seal, TextStore } from "../src/core/model/ports.ts";
import { recordKeys } from "../src/core/storage/records/record-keys.ts";
import type { Instant } from "../src/lib/time.ts";

/** A copy of every row of the store, as somebody took it at some moment. */
export type Copy = { readonly at: Instant; readonly rows: ReadonlyMap<string, string> };

export type Target = { readonly circle: CircleId; readonly person: PersonId };
/** What every row of every copy was worth: how many of each kind of record opened, and how many of those say where somebody is. */
export type Booty = { rows: number; opened: ReadonlyMap<string, number>; telling: number };
export type Attempt = { rows: number; opened: number; reportedAt: Instant[] };

export async function copyStore(store: TextStore, at: Instant): Promise<Copy> {
  const rows = new Map<string, string>();
  for await (const [id, text] of store.entries()) rows.set(id, text);
  return { at, rows };
}

/**
 * Tries to open what copies hold of people, their positions unless told otherwise, with every key that the process still has.
 * @param seal one over the same ring that has opened nothing yet: a thief need not refuse what is older
 */
export async function tryRows(
  copies: readonly Copy[],
  targets: readonly Target[],
  seal: Seal,
  counts: (copy: Copy) => boolean = () => true,
  keyOf: (target: Target) => RecordKey = ({ circle, person }) => recordKeys.position(circle, person),
): Promise<Attempt> {
  const attempt: Attempt = { rows: 0, opened: 0, reportedAt: [] };
  for (const copy of copies) {
    for (const target of targets) {
      const key = keyOf(target);
      const row = copy.rows.get(seal.rowId(key));
      if (row === undefined || !counts(copy)) continue;
      attempt.rows += 1;
      const text = await seal.open(key, row).catch(unlessRefused);
      if (text === undefined) continue;
      attempt.opened += 1;
      const { value } = JSON.parse(text) as { value: { at?: Instant } };
      if (value.at !== undefined) attempt.reportedAt.push(value.at);
    }
  }
  return attempt;
}

/**
 * Tries to open every row of every copy, whatever it is of.
 * @param seal one that has opened nothing yet
 * @param keys of which record each row is, which a thief would first have to guess
 * @param isTelling whether a text says where somebody is
 */
export async function tryEverything(
  copies: readonly Copy[],
  seal: Seal,
  keys: ReadonlyMap<string, RecordKey>,
  isTelling: (text: string) => boolean,
): Promise<Booty> {
  const opened = new Map<string, number>();
  let rows = 0;
  let telling = 0;
  for (const copy of copies) {
    for (const [id, row] of copy.rows) {
      const key = keys.get(id);
      // The one row that is not sealed says that the store is whereat's.
      if (key === undefined) continue;
      rows += 1;
      const text = await seal.open(key, row).catch(unlessRefused);
      if (text === undefined) continue;
      opened.set(key.kind, (opened.get(key.kind) ?? 0) + 1);
      if (isTelling(text)) telling += 1;
    }
  }
  return { rows, opened, telling };
}

function unlessRefused(error: unknown): undefined {
  if (!(error instanceof SealError)) throw error;
  return undefined;
}
