import type { Binding } from "./ring-binding.ts";
import { type Generation, newKey, newRingKeys, type RingKeys, ringName, rowMark } from "./ring-keys.ts";

/*
 * A renewal of the keys gives a ring new ones in the place of all that it has. While rows are sealed anew, the ring's file holds both sets: the
 * new one as `next`. The store's note decides between them, for it is one row: up to when it names the new ring, the rows under the old keys
 * are the store's; from then on those under the new.
 */

/** How many of its former names a ring remembers: a store under an earlier one than these is refused, and not taken for an older copy. */
const namesRemembered = 100;

/** New keys for a ring, which knows of its past what the old one knew; there are none of circles and members yet. */
export function keysToFollow(ring: RingKeys): RingKeys {
  const { starts, saves, changes, lostAt, isLossOpen, clearedTo, seenAt, clockSetBackAt, files } = ring;
  const next: RingKeys = {
    ...newKeysMarkedUnlike(ring),
    // Higher than that of the old one: numbers of rows begin with it.
    starts: starts + 1,
    saves,
    changes,
    formerly: [...ring.formerly, ringName(ring)].slice(-namesRemembered),
    isLossOpen,
    clearedTo,
    seenAt,
    // Each file beside the store is sealed under a key of its own, which its network renews when it starts.
    files,
    ...(lostAt !== undefined && { lostAt }),
    ...(clockSetBackAt !== undefined && { clockSetBackAt }),
  };
  // A circle of which a rotation was cut off is to be rotated again at the next start: an expiry was being shortened.
  for (const [circle, { keys }] of ring.circles)
    if (keys.length > 1)
      next.circles.set(circle, {
        keys: keys.map(({ createdIn }): Generation => ({ createdIn, key: newKey() })),
        members: new Map(),
      });
  return next;
}

function newKeysMarkedUnlike(ring: RingKeys): RingKeys {
  for (;;) {
    const keys = newRingKeys();
    if (rowMark(keys) !== rowMark(ring)) return keys;
  }
}

/** What became of a renewal of the keys that was cut off. */
export type CutOff =
  /** the store did not name the new ring yet: the old keys stay, and the new ones are gone */
  | "undone"
  /** the store named the new ring: the old keys are gone */
  | "finished";

/** Leaves a ring one set of keys. The other is gone from the file when the ring is next saved; the rows under it are deleted at the start. */
export function settleRenewal(ring: RingKeys, binding: Binding): { keys: RingKeys; cutOff?: CutOff } {
  const { next } = ring;
  if (next === undefined) return { keys: ring };
  delete ring.next;
  const isNamed = binding.kind === "kept" && binding.ring === ringName(next);
  overwriteKeys(isNamed ? ring : next);
  return isNamed ? { keys: next, cutOff: "finished" } : { keys: ring, cutOff: "undone" };
}

/** Overwrites the keys of rows, but not those of files beside the store, which the other set has too. Node may have copied them: no promise. */
export function overwriteKeys({ idKey, root, buckets, circles }: RingKeys): void {
  for (const key of [idKey, root, ...buckets.values()]) key.fill(0);
  for (const { keys, members } of circles.values()) {
    for (const { key } of keys) key.fill(0);
    for (const records of members.values())
      for (const generations of records.values()) for (const { key } of generations) key.fill(0);
  }
}
