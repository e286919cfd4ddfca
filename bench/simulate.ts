import { parseArgs } from "node:util";
import fc from "fast-check";
import { type Simulated, simulation } from "../test/support/history/simulation.ts";

// Groups live for hours within seconds: the real core with virtual time, on a machine that dies, over a store and a network that fail. After
// every step everything that can be read is held against a small model of the promises (test/support/history/).
//   npx node bench/simulate.ts [--seed N] [--hours 10000] [--sealed] [--first]
const { values } = parseArgs({
  options: {
    seed: { type: "string", default: String(Date.now() % 2 ** 31) },
    hours: { type: "string", default: "10000" },
    sealed: { type: "boolean", default: false },
    // looks for no shorter history that fails as well
    first: { type: "boolean", default: false },
  },
});
const hours = Number(values.hours);
/** Each seed gives so many histories, so that a failure is found again soon. */
const perSeed = 20;

console.log(`${hours} group-hours${values.sealed ? " under the real seal" : ""}, with seed ${values.seed}.`);
const simulated: Simulated = { groupHours: 0, deaths: 0 };
const began = performance.now();
const seconds = () => (performance.now() - began) / 1000;
let told = 0;
let histories = 0;
for (let seed = Number(values.seed); simulated.groupHours < hours && process.exitCode === undefined; seed += 1) {
  const result = await fc.check(simulation(values.sealed, simulated), {
    numRuns: perSeed,
    seed,
    endOnFailure: values.first,
  });
  histories += result.numRuns;
  if (result.failed) {
    console.log(fc.defaultReportMessage(result));
    console.log(result.errorInstance);
    console.log(`A promise was broken. The same again: --seed ${seed} --hours 1${values.sealed ? " --sealed" : ""}`);
    process.exitCode = 1;
  }
  if (seconds() - told < 10) continue;
  told = seconds();
  console.log(`  ${Math.round(simulated.groupHours)} group-hours in ${Math.round(told)} s, no promise broken`);
}
const { groupHours, deaths } = simulated;
console.log(
  `${Math.round(groupHours)} group-hours in ${histories} histories, in which the machine died ${deaths} times: ` +
    `${process.exitCode === 1 ? "a promise was broken" : "no promise was broken"}, in ${Math.round(seconds())} s`,
);
