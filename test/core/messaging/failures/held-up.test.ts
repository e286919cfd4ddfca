import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { hour, minute, second } from "../../../../src/lib/time.ts";
import { createWorld, type Phone, type World } from "../../../support/world/world.ts";

type Scene = { world: World; phone: Phone };

/** What shows Ana's position, with what went before. */
const shown: Record<string, { before?: (scene: Scene) => Promise<unknown>; show: (scene: Scene) => Promise<unknown> }> =
  {
    "an answer": { show: ({ world }) => world.says("ben", "march", "/whereis ana") },
    "a pin": { show: ({ world }) => world.says("ben", "march", "/pin ana") },
    "an answer that is edited": {
      async before({ world, phone }) {
        await world.says("ben", "march", "/whereis ana");
        await phone.moves(52.1, 13);
      },
      show: ({ world }) => world.says("ben", "march", "/whereis ana"),
    },
    "a board": {
      async before({ world }) {
        await world.says("ana", "march", "/setup board on");
        await world.pass(minute);
      },
      async show({ world, phone }) {
        await phone.moves(52.2, 13);
        await world.pass(20 * second);
      },
    },
  };

const ends = {
  "it expires": async ({ world }: Scene) => world.skip(hour),
  async "she stops"({ world, phone: { first } }: Scene) {
    void world.receive({ kind: "share-ended", person: first.from.person, share: first.share });
    for (let turn = 0; turn < 50; turn += 1) await nextTurn();
  },
};

/** Everything that the network takes from now on. */
function watch({ port }: World["network"]): string[] {
  const taken: string[] = [];
  const [send, edit] = [port.send.bind(port), port.edit?.bind(port)];
  port.send = (...given) => {
    taken.push(JSON.stringify(given[1]));
    return send(...given);
  };
  if (edit)
    port.edit = (...given) => {
      taken.push(JSON.stringify(given[1]));
      return edit(...given);
    };
  return taken;
}

// A board that she goes from meanwhile is edited as it was, and then at once without her.
const cases = Object.keys(shown).flatMap((what) =>
  (Object.keys(ends) as (keyof typeof ends)[])
    .filter((end) => what !== "a board" || end === "it expires")
    .map((end) => [what, end] as const),
);

test.each(cases)(
  "wherever the store holds up %s with Ana's position, it does not show it where %s meanwhile",
  async (what, end) => {
    let wasShown = false;
    for (let call = 1; ; call += 1) {
      let left = Number.POSITIVE_INFINITY;
      let takenBefore: number | undefined;
      const world = await createWorld({
        boardHolds: 100,
        deletesWithin: 47 * hour,
        store: (store) => ({
          ...store,
          async set(id, row) {
            left -= 1;
            if (left === 0) {
              await ends[end]({ world, phone });
              takenBefore = taken.length;
            }
            await store.set(id, row);
          },
        }),
      });
      world.room("march", "ana", "ben");
      const phone = await world.shares("ana", "march", { at: [52, 13], live: 8 * hour });
      await shown[what]?.before?.({ world, phone });
      const taken = watch(world.network);
      left = call;
      await shown[what]?.show({ world, phone });
      await world.pass(second);
      const isShown = (said: string) => /\b52\b/.test(said);
      expect({ call, shown: taken.slice(takenBefore ?? taken.length).filter(isShown) }).toEqual({ call, shown: [] });
      wasShown ||= taken.some(isShown);
      world.forgetWorld();
      if (takenBefore === undefined) break;
    }
    expect(wasShown).toBe(true);
  },
  120_000,
);
