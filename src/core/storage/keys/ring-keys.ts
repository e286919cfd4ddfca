import { createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from "node:crypto";
import { type Instant, instant } from "../../../lib/time.ts";

/** One of the keys that a circle or a member's record has had. */
export type Generation = {
  /** number of the quarter of an hour since 1970 in which it was created */
  createdIn: number;
  key: Buffer;
  /** the latest expiry edge of what it seals; absent: no expiry */
  until?: Instant;
  /** made in advance, and nothing is sealed under it yet; known only for what this run made */
  isSpare?: true;
  /** when it sealed for the second time, since when it also opens an older copy; known only for what this run sealed */
  reused?: Instant;
};

/** newest first */
export type Generations = Generation[];

export type CircleKeys = {
  keys: Generations;
  /** by person, then by record; both as MemberNames call them */
  members: Map<string, Map<string, Generations>>;
};

/** What a ring holds of a file beside the store, which a network seals by itself. */
export type FileRing = {
  /** how often the file was counted: one that says less is an older copy */
  count: number;
  /** newest first */
  keys: Buffer[];
};

/** Everything that a ring holds. Whoever has it can open every row whose keys are in it; without it, nobody can open any. */
export type RingKeys = {
  idKey: Buffer;
  root: Buffer;
  /** how many times it was opened */
  starts: number;
  /** how many times it was written: the store notes it, and knows an older ring by it */
  saves: number;
  /** how often guarded rows of its store were changed, as far as that is certain: an older store is known by it */
  changes: number;
  /** how it was called before its keys were renewed, the latest last: a store that says so is an older copy */
  formerly: string[];
  /** the keys that are to take the place of these, while that is being done */
  next?: RingKeys;
  /** when it last met a store that was not the one that it had worked with; absent: never */
  lostAt?: Instant;
  /** what follows from that is not all done yet */
  isLossOpen: boolean;
  /** the highest edge up to which bucket keys were destroyed */
  clearedTo: Instant;
  /** the latest time at which it was written */
  seenAt: Instant;
  /** when it was last opened with a clock that was behind; absent: never */
  clockSetBackAt?: Instant;
  buckets: Map<Instant, Buffer>;
  /** by circle; the members' keys of records without a circle are in those that `withoutCircle` names */
  circles: Map<string, CircleKeys>;
  /** by name */
  files: Map<string, FileRing>;
};

export const quarter = 15 * 60_000;
/** By how much, in milliseconds, a clock may be corrected while the program does not run. */
const negligible = 60_000;
export const keyLength = 32;
/** How many circles are looked through before anything else has its turn. */
export const circlesAtOnce = 100;

export const newKey = (): Buffer => randomBytes(keyLength);
/** The edge of the bucket of what expires at a time: that time, rounded up to a quarter of an hour. */
export const edgeAfter = (time: Instant): Instant => instant(Math.ceil(time / quarter) * quarter);
/** The last edge that is not after a time. */
export const edgeBefore = (time: Instant): Instant => instant(quarterOf(time) * quarter);
export const quarterOf = (time: Instant): number => Math.floor(time / quarter);
export const isEdge = (time: number): time is Instant => Number.isSafeInteger(time) && time % quarter === 0;

export const newRingKeys = (): RingKeys => ({
  idKey: newKey(),
  root: newKey(),
  starts: 0,
  saves: 0,
  changes: 0,
  formerly: [],
  isLossOpen: false,
  clearedTo: instant(0),
  seenAt: instant(0),
  buckets: new Map(),
  circles: new Map(),
  files: new Map(),
});

/** 32 bytes that tell nothing about their input without the ring. @param idKey of the ring; faster when it is wrapped */
const fingerprint = (idKey: KeyObject | Uint8Array, of: string | Uint8Array): Buffer =>
  createHmac("sha256", idKey).update(of).digest();

const idLength = 16;
const markLength = 3;
const namePrefix = "ring-";

/** How a store calls the ring that its rows are sealed under: tells nothing without the ring. */
export const ringName = ({ idKey }: RingKeys): string =>
  `${namePrefix}${fingerprint(idKey, "store").toString("base64url")}`;

/** What the ids of all rows of a ring begin with, so that they are told from those that a renewal of the keys leaves for a moment. */
export const rowMark = (ring: RingKeys): string =>
  ringName(ring).slice(namePrefix.length, namePrefix.length + (markLength * 4) / 3);

/** Makes the ids of a ring's rows, 16 bytes each, of what a row is about: they tell nothing without the ring. */
export function createRowIds(ring: RingKeys): (of: string | Uint8Array) => Buffer {
  const idKey = createSecretKey(ring.idKey);
  const mark = Buffer.from(rowMark(ring), "base64url");
  return (of) => {
    // In room of its own: ids are kept, and each would keep all 8 KB of the room that Node gives to small buffers together.
    const id = Buffer.allocUnsafeSlow(idLength);
    id.set(mark);
    id.set(fingerprint(idKey, of).subarray(0, idLength - mark.length), mark.length);
    return id;
  };
}

/** 32 bytes for one purpose, always the same under the same root. */
export const derivedKey = (ring: RingKeys, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", ring.root, Buffer.alloc(32), `whereat/1 ${purpose}`, keyLength));

/** The value at `key`; where there is none, `make` makes it. */
export function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const value = make();
  map.set(key, value);
  return value;
}

export const circleKeys = (ring: RingKeys, circle: string): CircleKeys =>
  getOrMake(ring.circles, circle, () => ({ keys: [], members: new Map() }));

/** No circle is called so, for their ids have no such character. */
const outside = "~";

/**
 * Where the keys of a member's records are that belong to no circle: in one of some four thousand places, so that they are written in parts as those
 * of circles are.
 */
export const withoutCircle = (member: string): string => outside + member.slice(0, 2);
export const isCircle = (name: string): boolean => !name.startsWith(outside);

/** Puts the members' keys of records without a circle where they are looked for: what was written before had them in one place, under "". */
export function placeMembers(ring: RingKeys): void {
  const together = ring.circles.get("");
  if (together === undefined) return;
  ring.circles.delete("");
  for (const [member, records] of together.members)
    circleKeys(ring, withoutCircle(member)).members.set(member, records);
}

/** Puts a new key before the others. @param createdIn the number of the quarter of an hour */
export function generate(generations: Generations, createdIn: number, until?: Instant): Generation {
  const generation = { createdIn, key: newKey(), ...(until !== undefined && { until }) };
  generations.unshift(generation);
  return generation;
}

/** Lets a key last until an edge, or without end. @returns whether it was to end earlier before */
export function extend(generation: Generation, edge: Instant | undefined): boolean {
  if (generation.until === undefined || (edge !== undefined && edge <= generation.until)) return false;
  if (edge === undefined) delete generation.until;
  else generation.until = edge;
  return true;
}

/** Takes keys out of the ring and overwrites them. Node may have copied them: this is no promise. */
export function discard(generations: Generations, isOver: (each: Generation, index: number) => boolean): boolean {
  const over = generations.filter(isOver);
  for (const each of over) {
    generations.splice(generations.indexOf(each), 1);
    each.key.fill(0);
  }
  return over.length > 0;
}

/** Takes the keys that came before one out of the ring. @returns whether there were any */
export function discardOlderThan(generations: Generations | undefined, last: Generation): boolean {
  const at = generations?.indexOf(last) ?? -1;
  return generations !== undefined && at >= 0 && discard(generations, (_, index) => index > at);
}

/** Whether a clock is behind the time at which the ring was written. */
export const isClockBehind = ({ seenAt }: RingKeys, now: Instant): boolean => now < seenAt - negligible;

/**
 * To be called when the ring is opened. With a clock that is behind the time seen before, nobody can tell how old a position is: the keys of
 * all members are destroyed. Buckets that were over by the other clock can get new keys, which open nothing older.
 * @returns whether the clock is behind
 */
export function resetIfClockIsBehind(ring: RingKeys, now: Instant): boolean {
  if (!isClockBehind(ring, now)) return false;
  for (const { members } of ring.circles.values()) {
    for (const records of members.values())
      for (const generations of records.values()) discard(generations, () => true);
    members.clear();
  }
  ring.clearedTo = edgeBefore(now);
  ring.seenAt = now;
  ring.clockSetBackAt = now;
  return true;
}

/** More starts than a ring that was put back can have missed: what it seals must be newer than all that was sealed before. */
const startsNotKnownOf = 1000;

/**
 * To be called when the store is not the one that the ring last worked with. Nobody can tell what was ended since: all that belongs to circles
 * and to their members is closed, for good.
 */
export function closeAllShares(ring: RingKeys, now: Instant): void {
  for (const { keys, members } of ring.circles.values()) {
    discard(keys, () => true);
    for (const records of members.values())
      for (const generations of records.values()) discard(generations, () => true);
  }
  ring.circles.clear();
  ring.starts += startsNotKnownOf;
  ring.lostAt = now;
  ring.isLossOpen = true;
}

/** Destroys the keys of all buckets up to an edge at once, then, circle by circle, the members' keys that seal nothing that lasts longer. */
export function* clearTo(ring: RingKeys, edge: Instant): Generator<void> {
  ring.clearedTo = edge;
  for (const [each, key] of ring.buckets) {
    if (each > edge) continue;
    key.fill(0);
    ring.buckets.delete(each);
  }
  for (const [circle, { members }] of ring.circles) {
    for (const [person, records] of members) {
      for (const [record, generations] of records) {
        discard(generations, ({ until }) => until !== undefined && until <= edge);
        if (generations.every(({ isSpare }) => isSpare)) discard(generations, () => true);
        if (generations.length === 0) records.delete(record);
      }
      if (records.size === 0) members.delete(person);
    }
    if (members.size === 0 && !isCircle(circle)) ring.circles.delete(circle);
    yield;
  }
}
