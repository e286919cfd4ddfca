import { createHmac, randomBytes } from "node:crypto";
import { type Instant, instant } from "../../../lib/time.ts";

/** One of the keys that a circle or a record of a member had. */
export type Generation = {
  /** number of the quarter-hour since 1970 in which it was made */
  born: number;
  key: Buffer;
  /** the last edge of what it seals; absent: no end */
  until?: Instant;
  /** when it sealed for the second time, so that an older copy opens with it: known of what this program sealed only */
  reused?: Instant;
};

/** newest first */
export type Generations = Generation[];

export type CircleKeys = {
  keys: Generations;
  /** by person, then by record */
  members: Map<string, Map<string, Generations>>;
};

/** All that a ring holds. Whoever has it can open every row whose keys are in it; whoever has not, none. */
export type RingKeys = {
  idKey: Buffer;
  root: Buffer;
  /** how often it was opened */
  starts: number;
  /** the highest edge up to which bucket keys were destroyed */
  clearedTo: Instant;
  /** when it was opened for the last time by a clock that was behind; absent: never */
  startedOver?: Instant;
  buckets: Map<Instant, Buffer>;
  /** by circle; "" holds the members' keys for records of no circle */
  circles: Map<string, CircleKeys>;
};

export const quarter = 15 * 60_000;
/** By how much a clock may be corrected while the program does not run. */
const negligible = 60_000;
export const keyLength = 32;

export const newKey = (): Buffer => randomBytes(keyLength);
/** The edge of the bucket of what expires then: that time, rounded up to a quarter of an hour. */
export const edgeAfter = (time: Instant): Instant => instant(Math.ceil(time / quarter) * quarter);
/** The last edge that is not after a time. */
export const edgeBefore = (time: Instant): Instant => instant(quarterOf(time) * quarter);
export const quarterOf = (time: Instant): number => Math.floor(time / quarter);
export const isEdge = (time: number): time is Instant => Number.isSafeInteger(time) && time % quarter === 0;

export const newRingKeys = (): RingKeys => ({
  idKey: newKey(),
  root: newKey(),
  starts: 0,
  clearedTo: instant(0),
  buckets: new Map(),
  circles: new Map(),
});

/** 32 bytes that tell nothing of what they stand for without the ring. */
export const fingerprint = (ring: RingKeys, of: string | Uint8Array): Buffer =>
  createHmac("sha256", ring.idKey).update(of).digest();

/** Whatever is at `key`, made where nothing is. */
export function made<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const value = make();
  map.set(key, value);
  return value;
}

/** Has a key last until an edge, or without end. @returns whether it lasted less long before */
export function prolong(generation: Generation, edge: Instant | undefined): boolean {
  if (generation.until === undefined || (edge !== undefined && edge <= generation.until)) return false;
  if (edge === undefined) delete generation.until;
  else generation.until = edge;
  return true;
}

/** Takes keys out of the ring, and overwrites them: no promise, for Node may have copied them. */
export function discard(generations: Generations, isOver: (each: Generation, index: number) => boolean): boolean {
  const over = generations.filter(isOver);
  for (const each of over) {
    generations.splice(generations.indexOf(each), 1);
    each.key.fill(0);
  }
  return over.length > 0;
}

/**
 * To be called when it is opened. By a clock that is behind what it has seen nobody can tell how old a position is, so the keys of
 * all members are destroyed; and buckets that were over by the other clock can have keys again, which open nothing of before.
 * @returns whether the clock is behind
 */
export function startOver(ring: RingKeys, now: Instant): boolean {
  if (now >= ring.clearedTo - negligible) return false;
  for (const { members } of ring.circles.values()) {
    for (const records of members.values())
      for (const generations of records.values()) discard(generations, () => true);
    members.clear();
  }
  ring.clearedTo = edgeBefore(now);
  ring.startedOver = now;
  return true;
}

/** Destroys the keys of all buckets up to an edge, and those of members that sealed nothing that lasts longer. */
export function clearTo(ring: RingKeys, edge: Instant): void {
  ring.clearedTo = edge;
  for (const [each, key] of ring.buckets) {
    if (each > edge) continue;
    key.fill(0);
    ring.buckets.delete(each);
  }
  for (const { members } of ring.circles.values()) {
    for (const [person, records] of members) {
      for (const [record, generations] of records) {
        discard(generations, ({ until }) => until !== undefined && until <= edge);
        if (generations.length === 0) records.delete(record);
      }
      if (records.size === 0) members.delete(person);
    }
  }
}
