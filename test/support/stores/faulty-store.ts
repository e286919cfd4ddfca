import { StoreError } from "../../../src/core/model/errors.ts";
import type { TextStore } from "../../../src/core/model/ports.ts";

/** How a call fails: nothing is done, or it is done and nobody learns of it. */
export type Fault = "before" | "after";

/** A store whose n-th call fails, once, or all from then on where it stays away; `calls` counts them. */
export function createFaultyStore(n: number, fault: Fault, staysAway = false) {
  const state = { calls: 0 };
  let isBroken = false;

  async function attempt<T>(work: () => Promise<T>): Promise<T> {
    state.calls += 1;
    const fails = isBroken || state.calls === n || (staysAway && state.calls > n);
    if (fails && fault === "before") throw new StoreError("the store failed");
    const result = await work();
    if (fails) throw new StoreError("the store failed");
    return result;
  }

  const wrap = (store: TextStore): TextStore => ({
    get: (id) => attempt(() => store.get(id)),
    getMany: (ids) => attempt(() => store.getMany(ids)),
    set: (id, text) => attempt(() => store.set(id, text)),
    delete: (ids) => attempt(() => store.delete(ids)),
    async *entries() {
      await attempt(async () => {});
      yield* store.entries();
    },
    scrub: () => attempt(() => store.scrub()),
    close: () => store.close(),
  });

  return { state, wrap, failsFromNowOn: () => void (isBroken = true) };
}
