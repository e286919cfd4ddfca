import { at } from "../../../../lib/json-value.ts";
import type { Log } from "../../../../lib/log.ts";
import { day, hour, type Wait } from "../../../../lib/time.ts";
import { keepOlmHashes } from "../../limits.ts";
import { type PersistedIndexedDb, tableOf } from "../indexeddb/indexed-db.ts";
import type { Row, SealedFile } from "../indexeddb/sealed-file.ts";
import { machineDatabase } from "../olm-machine.ts";

/**
 * How long the keys of received messages are kept, in days; parts of a day are fine. The library deletes none by itself, and whoever takes
 * the disk and the key ring could open all old ciphertext that a homeserver still has.
 */
export type KeepKeys = {
  /** After the same device began a new key in the same room: nobody sends under the old one any more. */
  readonly replaced: number;
  /** After it arrived, replaced or not. Longer than the rooms' rotation period (7 days by default), or messages become unreadable. */
  readonly unreplaced: number;
};

const sessions = "inbound_group_sessions3";
const olmHashes = "olm_hashes";
/** Who refused a key, and who gave keys of the past: of use as long as what they are about. */
const saidOfKeys = ["withheld_sessions", "received_room_key_bundles"];

/**
 * Which keys are to be forgotten. A row's key is made of keyed hashes of its room and session, with U+001D between them, and its value holds one
 * of the sender's device: enough to know which of two took the other's place.
 * @param now milliseconds since 1970
 */
export function planForgetting(rows: readonly Row[], keep: KeepKeys, now: number): string[] {
  const newest = new Map<string, number>();
  const placed = rows.map((row) => ({ row, place: placeOf(row) }));
  for (const { row, place } of placed) newest.set(place, Math.max(newest.get(place) ?? 0, row.written));
  return placed.flatMap(({ row, place }) => {
    const replacedAt = newest.get(place) ?? row.written;
    const isReplaced = replacedAt > row.written && now - replacedAt >= keep.replaced * day;
    return isReplaced || now - row.written >= keep.unreplaced * day ? [row.key] : [];
  });
}

function placeOf({ key, value }: Row): string {
  const sender: unknown = at(JSON.parse(value), "sender_key");
  const room = String(JSON.parse(key)).split("\u001d")[0];
  // Without a sender nothing can be said to take its place.
  return JSON.stringify(sender === undefined ? [key] : [room, sender]);
}

/**
 * Forgets, in memory and on disk, and empties the write-ahead log. It works at start and while the machine runs, because it goes through
 * the same IndexedDB. Run it inside `atomic`.
 * @returns how many keys were forgotten
 */
export async function forgetKeys(
  idb: PersistedIndexedDb,
  file: SealedFile,
  keep: KeepKeys,
  now: number,
): Promise<number> {
  const rowsOf = (store: string) => [...file.rows(tableOf(machineDatabase, store))];
  const old = planForgetting(rowsOf(sessions), keep, now);
  if (old.length > 0) await idb.deleteRecords(machineDatabase, sessions, old);
  const removeOlder = async (store: string, than: number) => {
    const keys = rowsOf(store).filter((row) => now - row.written >= than);
    if (keys.length > 0)
      await idb.deleteRecords(
        machineDatabase,
        store,
        keys.map(({ key }) => key),
      );
  };
  await removeOlder(olmHashes, keepOlmHashes);
  for (const store of saidOfKeys) await removeOlder(store, keep.unreplaced * day);
  return old.length;
}

/**
 * Forgets old keys once an hour, until the signal, and those with whom no room is shared any more. @param wait resolves early when the program
 * is stopping
 */
export async function forgetEachHour(
  connection: { forgetKeys(): Promise<number>; forgetPeople(): Promise<number> },
  wait: Wait,
  signal: AbortSignal,
  log: Log,
): Promise<void> {
  const unless = (what: string) => (error: unknown) => {
    if (!signal.aborted) log.warn(`Matrix: ${what} could not be forgotten`, error);
  };
  const people = () => connection.forgetPeople().catch(unless("people with whom no room is shared"));
  await people();
  for (await wait(hour); !signal.aborted; await wait(hour)) {
    await connection.forgetKeys().catch(unless("old keys"));
    await people();
  }
}
