import type { Clock, Instant } from "../../../lib/time.ts";
import type { PersonId } from "../../model/ids.ts";
import type { RecordKey } from "../../model/ports.ts";
import type { MemberNames } from "./member-names.ts";
import {
  circleKeys,
  discardOlderThan,
  extend,
  type Generation,
  type Generations,
  generate,
  getOrMake,
  quarter,
  quarterOf,
  type RingKeys,
  withoutCircle,
} from "./ring-keys.ts";
import type { Saver } from "./saver.ts";

/** The keys of members' records in a ring: one is rotated in each quarter of an hour in which its record is sealed. */
export type MemberKeys = {
  /** the key that a record is sealed under now: a new one where it has none of this quarter of an hour */
  forSealing(key: RecordKey, member: PersonId, edge: Instant | undefined): Generation;
  /** the keys that a record may be sealed under, newest first */
  of(key: RecordKey): Generation[];
  /** takes the keys that came before one from memory; the ring is written without them when the old keys of all are cut */
  discardOlder(key: RecordKey, last: Generation): void;
  /** the circle in whose part of the ring the keys of a record are */
  placeOf(key: RecordKey): string;
  /** all keys of a record */
  all(key: RecordKey): Generations | undefined;
  /** records that there are keys of */
  records(): RecordKey[];
  /** @see KeyRing.halfRotatedRecords */
  halfRotated(): RecordKey[];
  /** @see Seal.dueForReseal */
  dueForReseal(now: Instant, max: number): RecordKey[];
};

/** The keys that something may be sealed under. */
const inUse = (generations: Generations): Generations => generations.filter(({ isSpare }) => !isSpare);

export function createMemberKeys(ring: RingKeys, names: () => MemberNames, clock: Clock, saver: Saver): MemberKeys {
  const all = (key: RecordKey): Generations | undefined => {
    if (key.member === undefined) return undefined;
    const member = names().of(key.circle, key.member);
    const members = ring.circles.get(key.circle ?? withoutCircle(member))?.members;
    return members?.get(member)?.get(names().ofRecord(key, key.member));
  };

  const placeOf = ({ circle, member }: RecordKey): string =>
    circle ?? (member === undefined ? "" : withoutCircle(names().of(circle, member)));

  const records = (which: (list: Generations) => boolean): RecordKey[] =>
    [...ring.circles.values()].flatMap(({ members }) =>
      [...members.values()].flatMap((own) =>
        [...own].flatMap(([name, list]) => (which(list) ? (names().readRecord(name) ?? []) : [])),
      ),
    );

  /** By name, the records of which a key has sealed more than once: in the order in which that happened. */
  const reused = new Map<string, { generations: Generations; generation: Generation }>();
  const noteReuse = (name: string, generations: Generations, generation: Generation) => {
    if (generation.reused !== undefined) return;
    generation.reused = clock();
    reused.delete(name);
    reused.set(name, { generations, generation });
  };

  // What an earlier run sealed may have been sealed more than once under the same key.
  for (const { members } of ring.circles.values())
    for (const own of members.values())
      for (const [name, generations] of own) if (generations[0]) noteReuse(name, generations, generations[0]);

  function dueForReseal(now: Instant, max: number): RecordKey[] {
    const due: RecordKey[] = [];
    for (const [name, { generations, generation }] of reused) {
      if (!generations.includes(generation)) {
        reused.delete(name);
        continue;
      }
      // The clock was set back since.
      if (generation.reused === undefined || generation.reused > now) generation.reused = now;
      if (generation.reused + quarter > now || due.length === max) break;
      const key = names().readRecord(name);
      if (key !== undefined) due.push(key);
    }
    return due;
  }

  return {
    all,
    placeOf,
    /** So older copies do not open any more, once the row is stored and the older keys are destroyed. */
    forSealing(key, member, edge) {
      const called = names().of(key.circle, member);
      const circle = key.circle ?? withoutCircle(called);
      const own = getOrMake(circleKeys(ring, circle).members, called, () => new Map<string, Generations>());
      const name = names().ofRecord(key, member);
      const generations = getOrMake(own, name, () => []);
      const [newest] = generations;
      const number = quarterOf(clock());
      if (newest?.isSpare) {
        delete newest.isSpare;
        if (newest.createdIn !== number) saver.postponed([circle]);
        newest.createdIn = number;
      } else if (newest === undefined || newest.createdIn < number) {
        saver.changed([circle]);
        return generate(generations, number, edge);
      } else noteReuse(name, generations, newest);
      if (extend(newest, edge)) saver.changed([circle]);
      return newest;
    },
    of: (key) => inUse(all(key) ?? []),
    discardOlder(key, last) {
      if (discardOlderThan(all(key), last)) saver.postponed([placeOf(key)]);
    },
    records: () => records(() => true),
    halfRotated: () => records((list) => inUse(list).length > 1),
    dueForReseal,
  };
}
