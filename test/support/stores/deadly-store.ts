import { setImmediate as nextTurn } from "node:timers/promises";
import type { TextStore } from "../../../src/core/model/ports.ts";

/** A store at whose n-th call from now on the program dies: that call and all that follow are never done and never answered. */
export function createDeadlyStore() {
  const { promise: died, resolve: die } = Promise.withResolvers<void>();
  const state = { left: Number.POSITIVE_INFINITY, isDead: false };
  const forever = new Promise<never>(() => undefined);

  async function attempt<T>(work: () => Promise<T>): Promise<T> {
    state.left -= 1;
    if (state.left === 0) {
      state.isDead = true;
      die();
    }
    return state.isDead ? forever : work();
  }
  const wrap = (store: TextStore): TextStore => ({
    ...store,
    get: (id) => attempt(() => store.get(id)),
    getMany: (ids) => attempt(() => store.getMany(ids)),
    set: (id, text) => attempt(() => store.set(id, text)),
    delete: (ids) => attempt(() => store.delete(ids)),
  });
  /**
   * Has the program die at the n-th call from the beginning of this work on, where it makes so many. Then the store works again, for the next program.
   * @returns whether it died
   */
  async function diesWithin(work: () => Promise<unknown>, call: number): Promise<boolean> {
    state.left = call;
    await Promise.race([work(), died]);
    const { isDead } = state;
    for (let turn = 0; isDead && turn < 20; turn += 1) await nextTurn();
    state.isDead = false;
    state.left = Number.POSITIVE_INFINITY;
    return isDead;
  }

  return { state, wrap, died, diesWithin };
}
