import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { hour } from "../../src/core/duration.ts";
import type { TextStore } from "../../src/core/ports.ts";
import { createWorld, type World } from "../support/world.ts";

/** A store at whose n-th call from now on the program dies: that call and all that follow are never done and never answered. */
function createDeadlyStore() {
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
  return { state, wrap, died };
}

const answersOf = (world: World) => world.network.posts.filter(({ chat }) => chat === "march").length;

test.each(["/whereis ana", "/expiry 2h", "/precision 1km", "/share"])(
  "wherever the program dies over %s, it is answered, and answered twice only when the answer was there before",
  async (text) => {
    for (let call = 1; ; call += 1) {
      const { state, wrap, died } = createDeadlyStore();
      const world = await createWorld({ store: wrap });
      world.room("march", "ana", "ben");
      await world.shares("ana", "march", { at: [52, 13], live: hour });
      const before = answersOf(world);
      state.left = call;
      const incoming = world.command("ana", "march", text);
      await Promise.race([world.tell(incoming), died]);
      if (!state.isDead) return expect(call).toBeGreaterThan(5);
      for (let turn = 0; turn < 20; turn += 1) await nextTurn();
      const wasGiven = answersOf(world) - before;
      state.isDead = false;
      await world.resumeAnew();
      await world.tell(incoming);
      await world.pass(2000);
      const given = answersOf(world) - before;
      expect({ call, given }).toEqual({ call, given: wasGiven === 0 ? 1 : Math.min(given, 2) });
    }
  },
);
