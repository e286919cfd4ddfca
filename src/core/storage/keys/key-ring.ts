import { type Clock, type Duration, type Instant, minute, second } from "../../../lib/time.ts";
import { SealError } from "../../model/errors.ts";
import type { CircleId, PersonId } from "../../model/ids.ts";
import type { FileKeys, RecordKey } from "../../model/ports.ts";
import { createOpenedRows, type OpenedRows } from "../seal/opened-rows.ts";
import { openFileKeys } from "./file-keys.ts";
import { inTurns } from "./in-turns.ts";
import { createMemberKeys } from "./member-keys.ts";
import type { MemberNames } from "./member-names.ts";
import { dropSpares, makeNextKeys } from "./next-keys.ts";
import { createRingHistory, type RingHistory } from "./ring-history.ts";
import {
  circleKeys,
  circlesAtOnce,
  clearTo,
  createRowIds,
  discard,
  discardOlderThan,
  edgeBefore,
  generate,
  getOrMake,
  isCircle,
  newKey,
  placeMembers,
  quarterOf,
  type RingKeys,
  withoutCircle,
} from "./ring-keys.ts";
import { createSaver, type Step, type Touched } from "./saver.ts";

/** Where a ring is kept. `save` resolves when the ring is as safe as that place makes it. */
export type RingKeeper = {
  readonly isInMemory: boolean;
  save(ring: RingKeys, touched?: Touched): Promise<void>;
  close(): Promise<void>;
};

/** The keys that rows are sealed under. A change resolves when it is saved, and rejects with a StoreError when it is not. */
export type KeyRing = {
  readonly history: RingHistory;
  /** what was opened with these keys, as long as they last */
  readonly opened: OpenedRows;
  /** @see Seal.clockSetBackAt */
  readonly clockSetBackAt: Instant | undefined;
  /** @see Seal.isClockBehind */
  readonly isClockBehind: boolean;
  /** the id of the row that is about this, 16 bytes: it tells nothing without the ring */
  rowId(of: Uint8Array): Buffer;
  /** @see Seal.fileKeys */
  fileKeys(name: string): Promise<FileKeys>;
  /**
   * Makes the keys that are missing.
   * @returns a copy of the keys that a record is sealed under now, which the caller overwrites; `destroyOlder` destroys its earlier keys
   */
  forSealing(key: RecordKey, edge?: Instant): Promise<{ keys: Buffer; destroyOlder: () => Promise<void> }>;
  /**
   * @returns copies of the keys that may open a record, likeliest first, which the caller overwrites; none when a key that it needs is
   *   destroyed
   */
  forOpening(key: RecordKey, edge?: Instant): Buffer[];
  destroyMember(circle: CircleId | undefined, member: PersonId): Promise<void>;
  destroyCircle(circle: CircleId): Promise<void>;
  /** @see Seal.rotateCircle */
  rotateCircle(circle: CircleId): Promise<() => Promise<void>>;
  destroyBuckets(now: Instant): Promise<void>;
  /** destroys the keys of one member's record */
  destroyRecord(key: RecordKey): Promise<void>;
  /** members' records that it has keys of */
  memberRecords(): RecordKey[];
  /** circles that it has keys of */
  circles(): CircleId[];
  /** members' records whose key rotation was interrupted: resealing them destroys their older keys */
  halfRotatedRecords(): RecordKey[];
  /** @see Seal.dueForReseal */
  dueForReseal(now: Instant, max: number): RecordKey[];
  /** circles whose key rotation was interrupted: they must be rotated again */
  halfRotatedCircles(): CircleId[];
  close(): Promise<void>;
};

/** How many members' keys a ring may have for each second between two writes that only cut what is older: a write takes longer for more. */
const membersForEachSecond = 10_000;

function cutEvery({ circles }: RingKeys): Duration {
  let members = 0;
  for (const each of circles.values()) members += each.members.size;
  return Math.min(minute, Math.floor(members / membersForEachSecond) * second);
}

/** How old, in milliseconds, the time that stands in the ring may be: what a kill leaves unknown. */
const seenEvery = 60_000;

/**
 * @param ring the keys that it starts with
 * @param names how members are called in it; asked for when a member's key is wanted
 * @param step called at each point where a crash must do no harm
 */
export function createKeyRing(
  ring: RingKeys,
  keeper: RingKeeper,
  names: () => MemberNames,
  clock: Clock,
  step: Step,
): KeyRing {
  placeMembers(ring);
  const opened = createOpenedRows();
  let saved = ring.saves;
  const saver = createSaver(async (touched) => {
    if (clock() > ring.seenAt) ring.seenAt = clock();
    const saves = ++ring.saves;
    await keeper.save(ring, touched);
    saved = saves;
  });

  /** The buckets that were sealed under in this quarter of an hour. */
  const sealedUnder = new Set<Instant>();
  let cutAt = clock();
  let isFirstTurn = true;
  const members = createMemberKeys(ring, names, clock, saver);

  const bucketKey = (edge: Instant): Buffer => {
    sealedUnder.add(edge);
    if (edge <= ring.clearedTo) throw new SealError("not sealed: the keys of that quarter of an hour are destroyed");
    return getOrMake(ring.buckets, edge, () => {
      saver.changed([]);
      return newKey();
    });
  };

  return {
    history: createRingHistory(ring, keeper.isInMemory, () => saved, saver, step, opened),
    opened,
    clockSetBackAt: ring.clockSetBackAt,
    isClockBehind: false,
    rowId: createRowIds(ring),
    fileKeys: (name) => openFileKeys(ring, name, saver, step),
    async forSealing(key, edge) {
      const parts: Buffer[] = edge === undefined ? [] : [bucketKey(edge)];
      if (key.circle !== undefined) {
        const { keys } = circleKeys(ring, key.circle);
        if (keys.length === 0) saver.changed([key.circle]);
        parts.push((keys[0] ?? generate(keys, quarterOf(clock()))).key);
      }
      const generation = key.member === undefined ? undefined : members.forSealing(key, key.member, edge);
      if (generation !== undefined) parts.push(generation.key);
      const keys = Buffer.concat(parts.length > 0 ? parts : [ring.root]);
      step("sealing keys: made");
      await saver.settled();
      step("sealing keys: kept");
      return {
        keys,
        async destroyOlder() {
          step("older keys: row stored");
          // Those of all live shares are cut from the file in one write: see destroyBuckets.
          if (generation !== undefined) members.discardOlder(key, generation);
          step("older keys: gone from memory");
        },
      };
    },
    forOpening(key, edge) {
      const bucket = edge === undefined ? undefined : ring.buckets.get(edge);
      const parts: Buffer[][] = edge === undefined ? [] : [bucket === undefined ? [] : [bucket]];
      if (key.circle !== undefined) parts.push((ring.circles.get(key.circle)?.keys ?? []).map((each) => each.key));
      if (key.member !== undefined) parts.push(members.of(key).map((each) => each.key));
      if (parts.length === 0) return [Buffer.from(ring.root)];
      const combined = parts.reduce<Buffer[][]>(
        (before, next) => before.flatMap((left) => next.map((right) => [...left, right])),
        [[]],
      );
      return combined.map((each) => Buffer.concat(each));
    },
    async destroyMember(circle, member) {
      opened.forgetMember(circle, member);
      const name = names().of(circle, member);
      const place = circle ?? withoutCircle(name);
      const ofCircle = ring.circles.get(place)?.members;
      for (const generations of ofCircle?.get(name)?.values() ?? []) discard(generations, () => true);
      if (ofCircle?.delete(name)) saver.changed([place]);
      step("member: gone from memory");
      await saver.settled();
      step("member: destroyed");
    },
    async destroyCircle(circle) {
      opened.forgetCircle(circle);
      const keys = ring.circles.get(circle);
      if (keys !== undefined) discard(keys.keys, () => true);
      for (const records of keys?.members.values() ?? [])
        for (const generations of records.values()) discard(generations, () => true);
      if (ring.circles.delete(circle)) saver.changed([circle]);
      step("circle: gone from memory");
      await saver.settled();
      step("circle: destroyed");
    },
    async rotateCircle(circle) {
      const newest = generate(circleKeys(ring, circle).keys, quarterOf(clock()));
      saver.changed([circle]);
      await saver.settled();
      step("circle: rotated");
      return async () => {
        opened.forgetCircle(circle);
        if (discardOlderThan(ring.circles.get(circle)?.keys, newest)) saver.changed([circle]);
        await saver.settled();
        step("circle: old keys destroyed");
      };
    },
    async destroyBuckets(now) {
      // What was dropped while the ring was opened may still be in the parts that were written before.
      if (isFirstTurn) saver.changed();
      isFirstTurn = false;
      const edge = edgeBefore(now);
      if (edge > ring.clearedTo) {
        const edges = new Set(sealedUnder);
        sealedUnder.clear();
        opened.forgetUpTo(edge);
        saver.changed();
        await inTurns(clearTo(ring, edge), circlesAtOnce);
        step("buckets: gone from memory");
        await makeNextKeys(ring, edges, now, saver);
        step("next keys: made");
      }
      if (Math.abs(clock() - cutAt) >= cutEvery(ring)) {
        cutAt = clock();
        saver.all();
      }
      // So that a clock that is set back while the program does not run is found out at the next start.
      if (clock() - ring.seenAt >= seenEvery) saver.changed([]);
      await saver.settled();
      step("buckets: destroyed");
    },
    async destroyRecord(key) {
      if (key.member !== undefined) opened.forgetMember(key.circle, key.member);
      if (discard(members.all(key) ?? [], () => true)) saver.changed([members.placeOf(key)]);
      await saver.settled();
    },
    memberRecords: () => members.records(),
    circles: () => [...ring.circles.keys()].filter(isCircle) as CircleId[],
    halfRotatedRecords: () => members.halfRotated(),
    dueForReseal: (now, max) => members.dueForReseal(now, max),
    halfRotatedCircles: () => [...ring.circles].filter(([, { keys }]) => keys.length > 1).map(([id]) => id as CircleId),
    async close() {
      if (dropSpares(ring) || clock() > ring.seenAt) saver.changed();
      saver.all();
      await saver.settled();
      await keeper.close();
    },
  };
}
