import { someAtOnce } from "../../../lib/async/some-at-once.ts";
import type { Instant } from "../../../lib/time.ts";
import { SealError } from "../../model/errors.ts";
import type { CircleId, PersonId } from "../../model/ids.ts";
import type { RecordKey, TextStore } from "../../model/ports.ts";
import type { Migration } from "../formats.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { recordKeys } from "../records/record-keys.ts";
import { type RecordOf, readEnvelope } from "../records/record-kind.ts";
import { createPgpSeal, type PgpSeal } from "../seal/pgp-seal.ts";

const movedAtOnce = 500;

type Parts = {
  store: TextStore;
  from: KeyRing;
  to: KeyRing;
  /** the ids of all rows under the old keys */
  ids: readonly string[];
  /** takes up each row that was stored under the new keys */
  stored: (id: string, text: string) => void;
  now: Instant;
  migrations: readonly Migration[];
};

/**
 * Seals rows anew, under new keys and ids, and stores them beside the old ones, which stay. What is over is left behind, and what no key opens.
 * @returns how many were stored
 * @throws StoreError (rejects)
 */
export async function moveRows({ store, from, to, ids, stored, now, migrations }: Parts): Promise<number> {
  const [old, next] = [createPgpSeal(from), createPgpSeal(to)];
  const unnamed = await unnamedRecords(store, from, old, migrations);
  let moved = 0;

  async function move(id: string, row: string | undefined): Promise<void> {
    if (row === undefined || (old.bucketOf(row) ?? now + 1) <= now) return;
    const key = unnamed.get(id) ?? old.recordOf(id, row);
    const text = key && (await old.open(key, row).catch(unlessRefused));
    if (key === undefined || text === undefined) return;
    const sealed = await next.seal(key, text, old.bucketOf(row));
    await store.set(next.rowId(key), sealed.text);
    await sealed.stored();
    stored(next.rowId(key), sealed.text);
    moved++;
  }

  for (let start = 0; start < ids.length; start += movedAtOnce) {
    const slice = ids.slice(start, start + movedAtOnce);
    const rows = await store.getMany(slice);
    await someAtOnce(slice.entries(), ([index, id]) => move(id, rows[index]), movedAtOnce);
  }
  return moved;
}

/** By id, the records whose rows do not say of which record they are, for they are under a key of a circle or a member. */
async function unnamedRecords(
  store: TextStore,
  from: KeyRing,
  seal: PgpSeal,
  migrations: readonly Migration[],
): Promise<ReadonlyMap<string, RecordKey>> {
  const listed = async (key: RecordOf<PersonId[]>): Promise<readonly PersonId[]> => {
    const row = await store.get(seal.rowId(key));
    const text = row === undefined ? undefined : await seal.open(key, row).catch(unlessRefused);
    const record = text === undefined ? undefined : readEnvelope(key, text, migrations);
    return record?.kind === "read" ? record.value : [];
  };
  const keys = from.memberRecords();
  const ofCircle = async (circle: CircleId) => {
    const people = [recordKeys.people(circle), recordKeys.sharers(circle)].map(listed);
    // The lists are not guarded. Whoever has a position has a key, whatever became of the lists.
    const known = keys.flatMap((key) => (key.circle === circle && key.member !== undefined ? [key.member] : []));
    return underCircleKey(circle, new Set([...(await Promise.all(people)).flat(), ...known]));
  };
  for (const circle of from.circles()) keys.push(...(await ofCircle(circle)));
  return new Map(keys.map((key) => [seal.rowId(key), key]));
}

/**
 * The records of a circle that are under its key, but not under one of a member: nothing in the key ring tells of them, nor in their rows.
 * @param people everybody who may have one
 */
const underCircleKey = (circle: CircleId, people: Iterable<PersonId>): RecordKey[] => [
  recordKeys.sharers(circle),
  ...[...people].map((person) => recordKeys.openShares(circle, person)),
];

function unlessRefused(error: unknown): undefined {
  if (!(error instanceof SealError)) throw error;
  return undefined;
}
