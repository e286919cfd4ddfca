import { hkdfSync } from "node:crypto";
import type { Clock, Instant } from "../../../lib/time.ts";
import { SealError } from "../../model/errors.ts";
import type { CircleId, PersonId } from "../../model/ids.ts";
import type { RecordKey } from "../../model/ports.ts";
import {
  type CircleKeys,
  clearTo,
  discard,
  edgeBefore,
  fingerprint,
  type Generation,
  type Generations,
  made,
  newKey,
  prolong,
  quarter,
  quarterOf,
  type RingKeys,
} from "./ring-keys.ts";
import { writeRing } from "./ring-text.ts";
import { createSaver, type Step } from "./saver.ts";

/** Where a ring lives. `save` resolves when it is as safe as that place makes it. */
export type RingKeeper = { save(ring: string): Promise<void>; close(): Promise<void> };

/** The keys that rows are sealed under. What changes it resolves when the change is kept, and rejects with a StoreError when it is not. */
export type KeyRing = {
  /** how often it was opened, this time included */
  readonly starts: number;
  /** @see Seal.startedOver */
  readonly startedOver: Instant | undefined;
  /** @see Seal.isClockBehind */
  readonly isClockBehind: boolean;
  /** 32 bytes that tell nothing of what they stand for without the ring */
  fingerprint(of: string | Uint8Array): Buffer;
  /** @see Seal.derive */
  derive(purpose: string): Uint8Array;
  /** what a record is sealed under now, a copy that the caller overwrites, made where missing; `supersede` destroys what it was sealed under before */
  forSealing(key: RecordKey, edge?: Instant): Promise<{ keys: Buffer; supersede: () => Promise<void> }>;
  /** what may open a record, copies that the caller overwrites, likeliest first; nothing when a key that it needs is destroyed */
  forOpening(key: RecordKey, edge?: Instant): Buffer[];
  destroyMember(circle: CircleId | undefined, member: PersonId): Promise<void>;
  destroyCircle(circle: CircleId): Promise<void>;
  /** @see Seal.renewCircle */
  renewCircle(circle: CircleId): Promise<() => Promise<void>>;
  destroyBuckets(now: Instant): Promise<void>;
  /** destroys the keys of one record of a member */
  destroyRecord(key: RecordKey): Promise<void>;
  /** records whose renewal was cut short: sealed and stored once more, their older keys go */
  superseded(): RecordKey[];
  /** @see Seal.outdated */
  outdated(now: Instant): RecordKey[];
  /** circles whose renewal was cut short: to be renewed once more */
  halfRenewed(): CircleId[];
  close(): Promise<void>;
};

/**
 * @param ring what it begins with
 * @param step called at each point where a crash must do no harm
 */
export function createKeyRing(ring: RingKeys, keeper: RingKeeper, clock: Clock, step: Step): KeyRing {
  const saver = createSaver(() => keeper.save(writeRing(ring)));

  const circleKeys = (circle: string): CircleKeys =>
    made(ring.circles, circle, () => ({ keys: [], members: new Map() }));

  const bucketKey = (edge: Instant): Buffer => {
    if (edge <= ring.clearedTo) throw new SealError("not sealed: the keys of that quarter of an hour are destroyed");
    return made(ring.buckets, edge, () => {
      saver.changed();
      return newKey();
    });
  };

  const generate = (generations: Generations, until?: Instant): Generation => {
    const made: Generation = { born: quarterOf(clock()), key: newKey() };
    if (until !== undefined) made.until = until;
    generations.unshift(made);
    saver.changed();
    return made;
  };

  const generationsOf = ({ kind, about, circle, member }: RecordKey): Generations | undefined =>
    member &&
    ring.circles
      .get(circle ?? "")
      ?.members.get(member)
      ?.get(nameOf(kind, about));

  /** A member's record has a new key in each quarter-hour in which it is sealed, so that its older copies close. */
  const renewed = ({ kind, about, circle }: RecordKey, member: PersonId, edge: Instant | undefined): Generation => {
    const records = made(circleKeys(circle ?? "").members, member, () => new Map<string, Generations>());
    const generations = made(records, nameOf(kind, about), () => []);
    const newest = generations[0];
    if (newest === undefined || newest.born < quarterOf(clock())) return generate(generations, edge);
    newest.reused ??= clock();
    if (prolong(newest, edge)) saver.changed();
    return newest;
  };

  /** Destroys what came before a generation. */
  const cutAfter = async (generations: Generations | undefined, last: Generation): Promise<void> => {
    const at = generations?.indexOf(last) ?? -1;
    if (generations !== undefined && at >= 0 && discard(generations, (_, index) => index > at)) saver.changed();
    await saver.settled();
  };

  const memberRecords = (which: (list: Generations) => boolean): RecordKey[] =>
    [...ring.circles].flatMap(([circle, { members }]) =>
      [...members].flatMap(([member, records]) =>
        [...records].filter(([, list]) => which(list)).map(([name]) => keyOf(name, circle, member)),
      ),
    );

  // What was sealed before may have been so more than once.
  for (const { members } of ring.circles.values())
    for (const records of members.values())
      for (const [newest] of records.values()) if (newest) newest.reused = clock();

  return {
    starts: ring.starts,
    startedOver: ring.startedOver,
    isClockBehind: false,
    fingerprint: (of) => fingerprint(ring, of),
    derive: (purpose) => new Uint8Array(hkdfSync("sha256", ring.root, Buffer.alloc(32), `whereat/1 ${purpose}`, 32)),
    async forSealing(key, edge) {
      const parts: Buffer[] = edge === undefined ? [] : [bucketKey(edge)];
      if (key.circle !== undefined) {
        const { keys } = circleKeys(key.circle);
        parts.push((keys[0] ?? generate(keys)).key);
      }
      const generation = key.member === undefined ? undefined : renewed(key, key.member, edge);
      if (generation !== undefined) parts.push(generation.key);
      const keys = Buffer.concat(parts.length > 0 ? parts : [ring.root]);
      step("sealing keys: made");
      await saver.settled();
      step("sealing keys: kept");
      return {
        keys,
        async supersede() {
          step("superseded keys: row stored");
          if (generation !== undefined) await cutAfter(generationsOf(key), generation);
          step("superseded keys: destroyed");
        },
      };
    },
    forOpening(key, edge) {
      const bucket = edge === undefined ? undefined : ring.buckets.get(edge);
      const parts: Buffer[][] = edge === undefined ? [] : [bucket === undefined ? [] : [bucket]];
      if (key.circle !== undefined) parts.push((ring.circles.get(key.circle)?.keys ?? []).map((each) => each.key));
      if (key.member !== undefined) parts.push((generationsOf(key) ?? []).map((each) => each.key));
      if (parts.length === 0) return [Buffer.from(ring.root)];
      const combined = parts.reduce<Buffer[][]>(
        (before, next) => before.flatMap((left) => next.map((right) => [...left, right])),
        [[]],
      );
      return combined.map((each) => Buffer.concat(each));
    },
    async destroyMember(circle, member) {
      const members = ring.circles.get(circle ?? "")?.members;
      for (const generations of members?.get(member)?.values() ?? []) discard(generations, () => true);
      if (members?.delete(member)) saver.changed();
      step("member: gone from memory");
      await saver.settled();
      step("member: destroyed");
    },
    async destroyCircle(circle) {
      const keys = ring.circles.get(circle);
      if (keys !== undefined) discard(keys.keys, () => true);
      for (const records of keys?.members.values() ?? [])
        for (const generations of records.values()) discard(generations, () => true);
      if (ring.circles.delete(circle)) saver.changed();
      step("circle: gone from memory");
      await saver.settled();
      step("circle: destroyed");
    },
    async renewCircle(circle) {
      const renewed = generate(circleKeys(circle).keys);
      await saver.settled();
      step("circle: renewed");
      return async () => {
        await cutAfter(ring.circles.get(circle)?.keys, renewed);
        step("circle: old keys destroyed");
      };
    },
    async destroyBuckets(now) {
      const edge = edgeBefore(now);
      if (edge > ring.clearedTo) {
        clearTo(ring, edge);
        saver.changed();
        step("buckets: gone from memory");
      }
      await saver.settled();
      step("buckets: destroyed");
    },
    async destroyRecord(key) {
      if (discard(generationsOf(key) ?? [], () => true)) saver.changed();
      await saver.settled();
    },
    superseded: () => memberRecords(({ length }) => length > 1),
    outdated: (now) => memberRecords(([newest]) => newest?.reused !== undefined && newest.reused + quarter <= now),
    halfRenewed: () => [...ring.circles].filter(([, { keys }]) => keys.length > 1).map(([id]) => id as CircleId),
    async close() {
      await saver.settled();
      await keeper.close();
    },
  };
}

const nameOf = (kind: string, about: readonly string[]): string => JSON.stringify([kind, ...about]);

function keyOf(name: string, circle: string, member: string): RecordKey {
  const [kind = "", ...about] = JSON.parse(name) as string[];
  const key: RecordKey = { kind, about, member: member as PersonId };
  return circle === "" ? key : { ...key, circle: circle as CircleId };
}
