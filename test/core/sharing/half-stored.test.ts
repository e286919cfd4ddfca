import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { roomId } from "../../../src/core/model/ids.ts";
import type { TextStore } from "../../../src/core/model/ports.ts";
import { hour } from "../../../src/lib/time.ts";
import { createWorld, type Phone, type World } from "../../support/world/world.ts";

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

type Scene = { world: World; phone?: Phone };

/** What is being stored while somebody asks. None of it destroys a position that its sharer still shares. */
const scenes: Record<string, { begins: boolean; act: (scene: Scene) => Promise<unknown> }> = {
  "a first position": { begins: false, act: ({ world }) => world.shares("ana", "march", { at: [52, 13], live: hour }) },
  "a position of another share": {
    begins: true,
    act: ({ world }) => world.shares("ana", "march", { at: [52, 13], live: hour }),
  },
  "the end of one": { begins: true, act: ({ phone }) => phone?.stops() ?? Promise.resolve() },
  "a room's new id": {
    begins: true,
    act: ({ world }) => {
      world.network.move("march", "new");
      return world.receive({ kind: "room-moved", from: roomId("telegram", "march"), to: roomId("telegram", "new") });
    },
  },
};

test.each(Object.entries(scenes))(
  "whoever asks while %s is being stored is never told that a position was destroyed",
  async (_, { begins, act }) => {
    for (let write = 1; ; write += 1) {
      const { wrap, isHeld, holdsBack, letsGo } = createHoldingStore();
      const world = await createWorld({ store: wrap });
      world.room("march", "ana", "ben");
      await world.says("ben", "march", "/help");
      const phone = begins ? await world.shares("ana", "march", { at: [51, 12], live: hour }) : undefined;
      holdsBack(write);
      const done = act({ world, ...(phone && { phone }) });
      const isAllStored = await Promise.race([done.then(() => true), isHeld.then(() => false)]);
      const asked = [world.says("ben", "march", "/whereis"), world.says("ben", undefined, "/whereis")];
      for (let turn = 0; turn < 50; turn += 1) await nextTurn();
      letsGo();
      await Promise.all([done, ...asked]);
      const shown = ["march", "new", "ben"].flatMap((chat) => world.shown(chat));
      expect({ write, shown: shown.filter((said) => said.includes("The last one was destroyed")) }).toEqual({
        write,
        shown: [],
      });
      if (isAllStored) return expect(write).toBeGreaterThan(2);
    }
  },
);
