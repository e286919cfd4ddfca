import { setImmediate as nextTurn } from "node:timers/promises";

/**
 * Lets callers begin one after the other, in the order in which they came, so many turns of the event loop apart. Where nothing else is done,
 * these are over at once. When very many have something long to do, few of it goes on at a time, and what else comes is done beside it.
 */
export function createBeginApart(turns: number): () => Promise<void> {
  let last = Promise.resolve();
  const pass = async () => {
    for (let turn = 0; turn < turns; turn += 1) await nextTurn();
  };
  return () => (last = last.then(pass));
}
