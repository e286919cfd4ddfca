import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { hour, second } from "../../../src/lib/time.ts";
import { createWorld } from "../../support/world/world.ts";

/** What a store that commits once in each turn of the event loop, as the SQLite one does, writes in each commit. */
async function countedMarch() {
  let commits: string[][] = [];
  let committed: Promise<void> | undefined;
  const commit = (ids: readonly string[]): Promise<void> => {
    if (committed === undefined) {
      commits.push([]);
      committed = nextTurn().then(() => {
        committed = undefined;
      });
    }
    commits.at(-1)?.push(...ids);
    return committed;
  };
  const world = await createWorld({
    store: (store) => ({
      ...store,
      set: (id, text) => commit([id]).then(() => store.set(id, text)),
      delete: (ids) => commit(ids).then(() => store.delete(ids)),
    }),
  });
  world.room("march", "ana", "ben", "cleo");
  for (const who of ["ana", "ben", "cleo"]) await world.shares(who, "march", { at: [52, 13], live: hour });
  await world.says("ben", "march", "/whereis");
  await world.pass(10 * second);
  return {
    world,
    commits: () => commits,
    restart: async () => {
      await committed;
      commits = [];
    },
  };
}

test("a question is durable by one commit before it is answered, whom the answer shows by another, and that it was given by one after", async () => {
  const { world, restart, commits } = await countedMarch();
  const plain = world.network.port.send.bind(world.network.port);
  let before = -1;
  world.network.port.send = (...args) => {
    before = commits().length;
    return plain(...args);
  };
  await restart();
  await world.says("ana", "march", "/whereis");
  expect(world.shown("march").at(-1)).toContain("3 people share");
  expect(before).toBe(2);
  expect(commits()).toHaveLength(3);
});
