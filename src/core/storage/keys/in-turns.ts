import { setImmediate as nextTurn } from "node:timers/promises";

/** Takes all steps of some work, and lets everything else have its turn after each so many. The first of them are taken at once. */
export async function inTurns(steps: Iterable<unknown>, atOnce: number): Promise<void> {
  let taken = 0;
  for (const _ of steps) {
    taken += 1;
    if (taken % atOnce === 0) await nextTurn();
  }
}
