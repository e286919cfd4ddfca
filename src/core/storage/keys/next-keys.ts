import { randomBytes } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { type Instant, instant } from "../../../lib/time.ts";
import {
  discard,
  type Generations,
  getOrMake,
  keyLength,
  newKey,
  quarter,
  quarterOf,
  type RingKeys,
} from "./ring-keys.ts";
import type { Saver } from "./saver.ts";

/** Keys that are made together have their room together: by itself, each would take several times as much. */
const madeTogether = 16;

function keysTogether(): () => Buffer {
  let left = Buffer.alloc(0);
  return () => {
    if (left.length === 0) left = randomBytes(madeTogether * keyLength);
    const key = left.subarray(0, keyLength);
    left = left.subarray(keyLength);
    return key;
  };
}

/** How many records are looked at before anything else has its turn. */
const lookedAtAtOnce = 2_000;

/**
 * Makes the keys that a quarter of an hour will want, when it begins: one for each member's record that was sealed in the quarter before, and
 * those of the buckets that come after the ones that were sealed under then. So one write of the ring keeps them all, and no update of a live
 * share waits for a write of its own. A key that its quarter did not want is dropped at the end of it.
 * @param edges of the buckets that were sealed under
 * @param saver is told of the keys before any of them can be used
 */
export async function makeNextKeys(
  ring: RingKeys,
  edges: ReadonlySet<Instant>,
  now: Instant,
  saver: Saver,
): Promise<void> {
  for (const edge of edges)
    if (edge + quarter > ring.clearedTo) getOrMake(ring.buckets, instant(edge + quarter), newKey);
  saver.changed();
  const nextKey = keysTogether();
  let looked = 0;
  for (const { members } of ring.circles.values())
    for (const records of members.values())
      for (const generations of records.values()) {
        makeNext(generations, quarterOf(now), nextKey);
        looked += 1;
        if (looked % lookedAtAtOnce > 0) continue;
        saver.changed();
        await nextTurn();
      }
  saver.changed();
}

function makeNext(generations: Generations, number: number, nextKey: () => Buffer): void {
  if (dropSpare(generations)) return;
  const [newest] = generations;
  if (newest?.createdIn !== number - 1) return;
  const spare = { createdIn: number, key: nextKey(), isSpare: true } as const;
  // What it seals will expire a quarter later than what was sealed before.
  generations.unshift(newest.until === undefined ? spare : { ...spare, until: instant(newest.until + quarter) });
}

/** @returns whether there was a key that nothing was sealed under */
const dropSpare = (generations: Generations): boolean => discard(generations, ({ isSpare }) => isSpare === true);

/**
 * Drops the keys that nothing was sealed under: a ring that holds none of them has no record whose rotation looks interrupted.
 * @returns whether there were any
 */
export function dropSpares(ring: RingKeys): boolean {
  let dropped = 0;
  for (const { members } of ring.circles.values())
    for (const records of members.values())
      for (const generations of records.values()) if (dropSpare(generations)) dropped += 1;
  return dropped > 0;
}
