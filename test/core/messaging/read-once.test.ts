import { expect, test } from "vitest";
import { hour, second } from "../../../src/lib/time.ts";
import { createWorld } from "../../support/world/world.ts";

/** People share, Ana among them, who asks; each row that is read is noted. */
async function marchOf(people: readonly string[]) {
  const reads: string[] = [];
  const world = await createWorld({
    store: (store) => ({
      ...store,
      get: (id) => {
        reads.push(id);
        return store.get(id);
      },
      getMany: (ids) => {
        reads.push(...ids);
        return store.getMany(ids);
      },
    }),
  });
  world.room("march", ...people);
  for (const [index, who] of people.entries())
    await world.shares(who, "march", { at: [52 + index / 100, 13], live: hour });
  // The name that somebody has first is noted once.
  await world.says("emil", "march", "/whereis");
  /** rows read more than once between the moment at which the question is in, and the one at which it is answered */
  const twice = async (words: string, room?: string) => {
    reads.length = 0;
    let atSend: string[] = [];
    const acts = ["send", "edit"] as const;
    for (const act of acts) {
      const plain = world.network.port[act].bind(world.network.port) as (...args: unknown[]) => Promise<never>;
      world.network.port[act] = (...args: unknown[]) => {
        atSend = [...reads];
        return plain(...args);
      };
    }
    await world.says("ana", room, words);
    expect(atSend.length).toBeGreaterThan(5);
    return atSend.filter((id, index) => atSend.indexOf(id) !== index);
  };
  return { world, twice, reads };
}

const marchOfFive = () => marchOf(["ana", "ben", "cleo", "dora", "emil"]);

test("no record is read twice for one /whereis in a room", async () => {
  const { world, twice } = await marchOfFive();
  expect(await twice("/whereis", "march")).toEqual([]);
  expect(world.shown("march").at(-1)).toContain("5 people share");
});

test("nor when the answer before is edited, or when it asks for one person", async () => {
  const { world, twice } = await marchOfFive();
  await world.says("ana", "march", "/whereis");
  await world.pass(second);
  expect(await twice("/whereis", "march")).toEqual([]);
  expect(world.network.posts.at(-1)?.edits).toBe(1);
  expect(await twice("/whereis ben", "march")).toEqual([]);
});

test("nor for one in private", async () => {
  const { world, twice } = await marchOfFive();
  expect(await twice("/whereis")).toEqual([]);
  expect(world.last("ana")).toContain("5 people share");
});

test("one person is found among 50 with as few rows read, and people asked about, as among five", async () => {
  const others = Array.from({ length: 45 }, (_, index) => `walker ${index}`);
  const costs = [];
  for (const people of [[], others]) {
    const { world, reads } = await marchOf(["ana", "ben", "cleo", "dora", "emil", ...people]);
    // Names of the last minutes are known: from the answers to those who asked for somebody else.
    await world.says("ben", "march", "/whereis zoe");
    reads.length = 0;
    let asked = 0;
    const { port } = world.network;
    const membership = port.membership.bind(port);
    port.membership = (...of) => {
      asked += 1;
      return membership(...of);
    };
    await world.says("ana", "march", "/whereis ben");
    expect(world.last("march")).toMatch(/^Ben is 1\.1 kilometres north of Ana/m);
    costs.push({ reads: reads.length, asked });
  }
  const [small, large] = costs;
  expect(large?.reads).toBeLessThanOrEqual(small?.reads ?? 0);
  expect(large?.asked).toBeLessThanOrEqual(small?.asked ?? 0);
});
