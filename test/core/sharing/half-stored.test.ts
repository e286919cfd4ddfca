import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import type { TextStore } from "../../../src/core/model/ports.ts";
import { hour } from "../../../src/lib/time.ts";
import { createWorld } from "../../support/world/world.ts";

/** A store that holds back one write, the n-th from now on, until it is let go. Everything else goes on. */
function createHoldingStore() {
  let left = Number.POSITIVE_INFINITY;
  const held = Promise.withResolvers<void>();
  const { promise: isHeld, resolve: hold } = Promise.withResolvers<void>();
  const wrap = (store: TextStore): TextStore => ({
    ...store,
    async set(id, text) {
      left -= 1;
      if (left === 0) {
        hold();
        await held.promise;
      }
      await store.set(id, text);
    },
  });
  return { wrap, isHeld, holdsBack: (n: number) => void (left = n), letsGo: held.resolve };
}

test("whoever asks while a first position is being stored is never told that a position was destroyed", async () => {
  for (let write = 1; ; write += 1) {
    const { wrap, isHeld, holdsBack, letsGo } = createHoldingStore();
    const world = await createWorld({ store: wrap });
    world.room("march", "ana", "ben");
    await world.says("ben", "march", "/help");
    holdsBack(write);
    const shared = world.shares("ana", "march", { at: [52, 13], live: hour });
    const isAllStored = await Promise.race([shared.then(() => true), isHeld.then(() => false)]);
    const asked = world.says("ben", "march", "/whereis");
    for (let turn = 0; turn < 50; turn += 1) await nextTurn();
    letsGo();
    await Promise.all([shared, asked]);
    expect(world.shown("march").join()).not.toContain("destroyed");
    await world.says("ben", "march", "/whereis");
    expect(world.last("march")).toContain("52.00000, 13.00000");
    if (isAllStored) return expect(write).toBeGreaterThan(2);
  }
});
