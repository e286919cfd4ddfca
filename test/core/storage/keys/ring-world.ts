import { hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type CircleId, type PersonId } from "../../../../src/core/model/ids.ts";
import type { RecordKey, Seal, TextStore } from "../../../../src/core/model/ports.ts";
import { openKeyRing, type RingOptions } from "../../../../src/core/storage/keys/open-key-ring.ts";
import { openStore } from "../../../../src/core/storage/stores/open-store.ts";
import { instant, later } from "../../../../src/lib/time.ts";

export const minute = 60_000;
export const begin = instant(1_900_000_000_000);
export const [c1, c2] = ["circle-one", "circle-two"] as [CircleId, CircleId];
export const [ana, ben] = ["telegram:1", "matrix:@ben:example.org"] as [PersonId, PersonId];

export const positionOf = (circle: CircleId, member: PersonId): RecordKey => ({
  kind: "position",
  about: [circle, member],
  circle,
  member,
});

/** A clock that moves only when told. */
export function movingClock() {
  let now = begin;
  return { clock: () => now, pass: (by: number) => (now = later(now, by)) };
}

/** Opens a ring at the cheapest cost; it is closed with the test. */
export async function openRing(options: Omit<RingOptions, "clock"> & Partial<Pick<RingOptions, "clock">>) {
  const measureCost = async () => Number.POSITIVE_INFINITY;
  const ring = await openKeyRing({ clock: () => begin, measureCost, ...options });
  onTestFinished(() => ring.close());
  return ring;
}

/** Opens a store that is closed with the test. */
export async function openedStore(url: string): Promise<TextStore> {
  const store = await openStore(url);
  onTestFinished(() => store.close());
  return store;
}

/** Seals and stores as records are. */
export async function keep(seal: Seal, store: TextStore, key: RecordKey, text: string, life?: number): Promise<string> {
  const row = await seal.seal(key, text, life === undefined ? undefined : later(begin, life));
  await store.set(seal.rowId(key), row.text);
  await row.stored();
  return row.text;
}

/** Every file of a folder, with what is in it. */
export const contents = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path, readFileSync(path).toString("latin1")]),
  );

/** Every file of a folder, with a hash of what is in it. */
export const hashes = (folder: string): Map<string, string> =>
  new Map([...contents(folder)].map(([path, content]) => [path, hash("sha256", Buffer.from(content, "latin1"))]));

/** Every row of a store. */
export async function rowsOf(store: TextStore): Promise<Map<string, string>> {
  const rows = new Map<string, string>();
  for await (const [id, text] of store.entries()) rows.set(id, text);
  return rows;
}
