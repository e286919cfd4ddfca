import fc from "fast-check";
import type { MessageRef } from "../../../src/core/model/ids.ts";
import type { ChatNetwork } from "../../../src/core/model/ports.ts";
import { hour } from "../../../src/lib/time.ts";
import { createPlainSeal } from "../stores/plain-seal.ts";
import { createCoreWorld } from "../world/core-world.ts";
import { createWitness } from "./looks.ts";
import { createMachine } from "./machine.ts";
import { play } from "./play.ts";
import { readAnswer } from "./read-answer.ts";
import { type Disaster, disaster, lateArrival, rooms, type Step, step } from "./steps.ts";

/** What was simulated so far. */
export type Simulated = { groupHours: number; deaths: number };

const alone = (arbitrary: fc.Arbitrary<Step | Disaster>) => arbitrary.map((each) => [each]);
const histories = fc
  .array(
    fc.oneof(
      { weight: 24, arbitrary: alone(step) },
      { weight: 4, arbitrary: alone(disaster) },
      { weight: 1, arbitrary: lateArrival as fc.Arbitrary<(Step | Disaster)[]> },
    ),
    { minLength: 10, maxLength: 80, size: "max" },
  )
  .map((parts) => parts.flat());

/**
 * Random histories of people, phones, networks and machines that fail, on the real core with virtual time, played against the model.
 * @param isSealed under the real seal, which takes longer
 * @param simulated is added to
 */
export function simulation(isSealed: boolean, simulated: Simulated): fc.IAsyncProperty<[unknown]> {
  return fc.asyncProperty(histories, fc.boolean(), async (steps, knowsRepeats) => {
    const lost = new Set<MessageRef>();
    const machine = createMachine(() => {
      // Telegram does not say what it took, so the last message before a death may be one that nobody can delete.
      for (const chat of knowsRepeats ? [] : world.network.rooms.keys()) {
        const last = world.network.posts.findLast((post) => post.chat === chat);
        if (last) lost.add(last.ref);
      }
    });
    const seal = isSealed ? {} : { seal: createPlainSeal() };
    const repeats = knowsRepeats ? { knowsRepeats } : {};
    const witness = createWitness(readAnswer);
    const connect = (port: ChatNetwork) => machine.options.connect(witness.connect(port));
    const world = await createCoreWorld({ ...machine.options, connect, ...seal, ...repeats });
    const began = world.now();
    const possible = steps.map((each) =>
      each.do === "network fails" && !knowsRepeats ? { ...each, isTaken: false } : each,
    );
    await play(world, possible, witness, { ...machine, isLost: (ref) => lost.has(ref), knowsRepeats });
    simulated.groupHours += (rooms.length * (world.now() - began)) / hour;
    simulated.deaths += machine.deaths();
  }) as unknown as fc.IAsyncProperty<[unknown]>;
}
