import { setImmediate as nextTurn } from "node:timers/promises";

/** Resolves when the caller may begin. */
export type MayBegin = () => Promise<void>;

/**
 * Lets callers begin in the order in which they came: so many together, and the next ones so many turns of the event loop later. Where nothing
 * else is done, these are over at once. When very many have something long to do, some of it goes on at a time, and what else comes is done beside it.
 */
export function createBeginApart(together: number, turns: number): MayBegin {
  let begun = 0;
  let next: Promise<void> | undefined;
  const pass = async () => {
    for (let turn = 0; turn < turns; turn += 1) await nextTurn();
    begun = 0;
    next = undefined;
  };
  return async () => {
    while (begun >= together) await next;
    begun += 1;
    next ??= pass();
  };
}
