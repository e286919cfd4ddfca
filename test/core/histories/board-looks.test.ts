import fc from "fast-check";
import { expect, test } from "vitest";
import type { ChatNetwork } from "../../../src/core/model/ports.ts";
import { hour } from "../../../src/lib/time.ts";
import { playBoards } from "../../support/history/boards/play.ts";
import { deadlyHistories, quietHistories } from "../../support/history/boards/steps.ts";
import { createBoardWitness } from "../../support/history/boards/witness.ts";
import { createMachine } from "../../support/history/machine.ts";
import { createPlainSeal } from "../../support/stores/plain-seal.ts";
import { createCoreWorld } from "../../support/world/core-world.ts";
import { createWorld } from "../../support/world/world.ts";

const given = process.env["HISTORIES"];
const histories = Number(given ?? 200);
const deadly = Number(given ?? 50);
/** The same each time, unless more are asked for. */
const seed = given === undefined ? { seed: 1 } : {};
const boards = { boardHolds: 100, deletesWithin: 47 * hour };

test(`${histories} random histories of rooms with boards: /who tells of every answer and every board, and of nothing else`, async () => {
  await fc.assert(
    fc.asyncProperty(quietHistories, async (steps) => {
      const witness = createBoardWitness(true);
      const world = await createWorld({ ...boards, connect: witness.connect, seal: createPlainSeal() });
      await playBoards(world, steps, witness);
      world.forgetWorld();
    }),
    { numRuns: histories, ...seed },
  );
}, 3_600_000);

test(`so it does in ${deadly} where the machine dies at any call of its store, and store and network fail`, async () => {
  let deaths = 0;
  await fc.assert(
    fc.asyncProperty(deadlyHistories, async (steps) => {
      const machine = createMachine(() => {
        deaths += 1;
        witness.meetsTrouble();
      });
      const witness = createBoardWitness(false);
      const connect = (port: ChatNetwork) => machine.options.connect(witness.connect(port));
      const world = await createCoreWorld({
        ...machine.options,
        ...boards,
        connect,
        seal: createPlainSeal(),
        knowsRepeats: true,
      });
      await playBoards(world, steps, witness, machine);
    }),
    { numRuns: deadly, ...seed },
  );
  expect(deaths).toBeGreaterThan(0);
}, 3_600_000);
