import type { Duration, Wait } from "./time.ts";

export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Work that is done one after the other, in the order in which it was asked for. What takes longer than `patience` goes on, and the
 * next no longer waits for it.
 */
export function createTurns(patience: Duration, wait: Wait): InTurn {
  let before: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = before.then(work);
    const patient = before.then(() => wait(patience));
    // The caller has `mine`; the next in line only waits.
    before = Promise.race([mine.catch(() => undefined), patient]);
    return mine;
  };
}
