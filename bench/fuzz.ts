import { parseArgs } from "node:util";
import fc from "fast-check";
import { parsers } from "../test/support/fuzz/all.ts";

// Does each parser of something from outside read whatever comes as what it is, or as nothing? What is tried is in test/support/fuzz/.
//   npx node bench/fuzz.ts [--runs 1000000] [--seed S] [--only WORDS]
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "1000000" },
    seed: { type: "string", default: String(Date.now() % 2 ** 31) },
    only: { type: "string", default: "" },
    list: { type: "boolean", default: false },
  },
});
const [runs, seed] = [Number(values.runs), Number(values.seed)];
/** In between it says how far it is. */
const atOnce = 20_000;

const chosen = parsers.filter(({ name }) => name.includes(values.only));
if (values.list) for (const { name } of chosen) console.log(name);
else {
  console.log(`${runs} runs of each of ${chosen.length} parsers, with seed ${seed}. The same again: --seed ${seed}`);
  let failed = 0;
  for (const { name, property } of chosen) {
    const began = performance.now();
    let done = 0;
    let found: string | undefined;
    for (let part = 0; done < runs && found === undefined; part += 1) {
      const numRuns = Math.min(atOnce, runs - done);
      // Each part has a seed of its own, which is told when it fails.
      const result = fc.check(property, { numRuns, seed: (seed + part) | 0, endOnFailure: false });
      done += result.numRuns;
      if (process.stderr.isTTY) process.stderr.write(`\r  ${name}: ${done} of ${runs}   `);
      if (result.failed) found = fc.defaultReportMessage(result);
    }
    if (process.stderr.isTTY) process.stderr.write("\r");
    const seconds = Math.round((performance.now() - began) / 1000);
    console.log(`${found === undefined ? "ok    " : "FAILED"} ${name}: ${done} runs in ${seconds} s`);
    if (found !== undefined) console.log(found);
    failed += Number(found !== undefined);
  }
  console.log(`${chosen.length - failed} of ${chosen.length} parsers read everything.`);
  process.exitCode = chosen.length > 0 && failed === 0 ? 0 : 1;
}
