import fc from "fast-check";
import { test } from "vitest";
import { createWitness } from "../../support/history/looks.ts";
import { play } from "../../support/history/play.ts";
import { readAnswer } from "../../support/history/read-answer.ts";
import { step } from "../../support/history/steps.ts";
import { createPlainSeal } from "../../support/stores/plain-seal.ts";
import { createWorld } from "../../support/world/world.ts";

const histories = Number(process.env["HISTORIES"] ?? 150);

async function playAll(runs: number, isPlain: boolean) {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 50, size: "max" }), async (steps) => {
      const witness = createWitness(readAnswer);
      const { connect } = witness;
      const world = await createWorld(isPlain ? { connect, seal: createPlainSeal() } : { connect });
      await play(world, steps, witness);
      world.discreet();
      world.forgetWorld();
    }),
    { numRuns: runs },
  );
}

test(`${histories} random histories: every answer agrees with a small model, shows nothing that is over, and is what /who tells of`, async () => {
  await playAll(histories, true);
}, 3_600_000);

test("so do some under the real seal", async () => {
  await playAll(Number(process.env["HISTORIES_SEALED"] ?? 15), false);
}, 3_600_000);
