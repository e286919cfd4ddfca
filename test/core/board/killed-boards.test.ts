import { expect, test } from "vitest";
import { hour, minute, second } from "../../../src/lib/time.ts";
import { createDeadlyStore } from "../../support/stores/deadly-store.ts";
import { createWorld, type Phone, type World } from "../../support/world/world.ts";

type Scene = { world: World; phone: Phone };

/** Over what the program dies. Ana shares in a room with a board, in which Ben shares, too. */
const scenes: Record<string, (scene: Scene) => Promise<unknown>> = {
  "a board is begun": async ({ world }) => {
    await world.says("ana", "march", "/setup board on");
    await world.pass(second);
  },
  "a board is brought up to date": async ({ world, phone }) => {
    await phone.moves(52.1, 13);
    await world.pass(minute);
  },
  "a position goes from a board": ({ phone }) => phone.stops(),
  "a board is brought to who asks": async ({ world }) => {
    for (let count = 0; count < 5; count += 1) world.network.newRef("march");
    await world.says("ben", "march", "/whereis");
    await world.pass(second);
  },
  "a board is switched off": ({ world }) => world.says("ana", "march", "/setup board off"),
};

const positions = (world: World) => world.shown("march").filter((said) => /52\.\d0000/.test(said));

test.each(Object.entries(scenes))(
  "wherever the program dies while %s, nothing stands that is over, and one board at most",
  async (name, scene) => {
    for (let call = 1; ; call += 1) {
      const { wrap, diesWithin } = createDeadlyStore();
      const world = await createWorld({ store: wrap, boardHolds: 100, deletesWithin: 47 * hour });
      world.room("march", "ana", "ben");
      const phone = await world.shares("ana", "march", { at: [52, 13], live: 3 * hour });
      await world.shares("ben", "march", { at: [53, 14], live: 3 * hour });
      if (name !== "a board is begun") await world.says("ana", "march", "/setup board on");
      await world.pass(minute);
      const wasKilled = await diesWithin(() => scene({ world, phone }), call);
      if (wasKilled) await world.resumeAnew();
      await phone.stops();
      await world.pass(2 * second);
      expect({ call, positions: positions(world) }).toEqual({ call, positions: [] });
      await world.pass(2 * minute);
      const boards = world.network.posts.filter(
        ({ removed, message }) => !removed && (message.answer?.shows.length ?? 0) > 0,
      );
      expect({ call, isOne: boards.length <= 1 }).toEqual({ call, isOne: true });
      world.forgetWorld();
      if (!wasKilled) return expect(call).toBeGreaterThan(5);
    }
  },
  120_000,
);
