import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { answer, type Command, defineCommand } from "../../../src/core/commands/define-command.ts";
import { commands } from "../../../src/core/commands/index.ts";
import { forEverybody, forOnePerson, toPerson, toRoom } from "../../../src/core/model/effects.ts";
import { personId } from "../../../src/core/model/ids.ts";
import { minute } from "../../../src/lib/time.ts";
import { createDeadlyStore } from "../../support/stores/deadly-store.ts";
import { words } from "../../support/world/words.ts";
import { createWorld } from "../../support/world/world.ts";

const word = (who: string, said: string) =>
  toPerson({ person: personId("telegram", who) }, forOnePerson({ lines: [words(said)] }));
const declared = { where: "room", asOneself: true } as const;
const trials = {
  /** a confirmation in the room, and a word to somebody whom it concerns */
  tell: defineCommand({
    ...declared,
    run: async (_, { from }) => [answer(from, [words("confirmed")]), word("ben", "a word"), word("cleo", "another")],
  }),
  askandtell: defineCommand({
    ...declared,
    effect: "question",
    run: async (_, { from }) => [word("ben", "a word"), answer(from, [words("confirmed")]), word("cleo", "another")],
  }),
  endandtell: defineCommand({
    ...declared,
    effect: "takes away",
    run: async (_, { from, now }) => [
      { kind: "void", person: from.person, saidAt: now },
      toRoom(from.room, forEverybody({ lines: [words("confirmed")] })),
      word("ben", "a word"),
      word("cleo", "another"),
    ],
  }),
} satisfies Record<string, Command>;
const all = new Map([...commands, ...Object.entries<Command>(trials)]);
const names = Object.keys(trials);

test.each(names)("what /%s says to a room and to two people reaches each of them, once", async (name) => {
  const world = await createWorld({ commands: all });
  world.room("march", "ana", "ben", "cleo");
  const said = await world.says("ana", "march", `/${name}`);
  await world.tell(said);
  await world.restart();
  expect(world.network.posts).toHaveLength(3);
  for (const chat of ["march", "ben", "cleo"]) expect(world.shown(chat)).toHaveLength(1);
});

test.each(names)(
  "a room that takes nothing for a while holds back nothing of what /%s says in private",
  async (name) => {
    const world = await createWorld({ commands: all });
    world.room("march", "ana", "ben", "cleo");
    for (let times = 0; times < 2; times += 1) world.network.fail("send", { kind: "later", after: minute });
    // The first two sends fail, whosever they are: in the end each was said once.
    await world.says("ana", "march", `/${name}`);
    await world.pass(3 * minute);
    expect(world.network.posts.map(({ chat }) => chat).sort()).toEqual(["ben", "cleo", "march"]);
  },
);

test.each(names)(
  "wherever the program dies over /%s, all of it arrives, and nothing twice but what was there before",
  async (name) => {
    for (let call = 1; ; call += 1) {
      const { state, wrap, died } = createDeadlyStore();
      const world = await createWorld({ store: wrap, commands: all });
      world.room("march", "ana", "ben", "cleo");
      await world.says("ana", "march", "/help");
      const given = (chat: string) => world.shown(chat).filter((shown) => !shown.includes("/whereis")).length;
      const incoming = world.command("ana", "march", `/${name}`);
      state.left = call;
      await Promise.race([world.tell(incoming), died]);
      if (!state.isDead) return expect(call).toBeGreaterThan(5);
      for (let turn = 0; turn < 20; turn += 1) await nextTurn();
      const chats = ["march", "ben", "cleo"];
      const before = chats.map(given);
      state.isDead = false;
      await world.resumeAnew();
      await world.tell(incoming);
      await world.pass(2000);
      const after = chats.map(given);
      expect({ call, least: Math.min(...after) }).toEqual({ call, least: 1 });
      expect({ call, twice: chats.filter((_, index) => (after[index] ?? 0) > 1 + (before[index] ?? 0)) }).toEqual({
        call,
        twice: [],
      });
    }
  },
);
