import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { copyCode } from "../../support/copy.ts";
import { runBench } from "../../support/run.ts";
import { without } from "../fault.ts";
import { planted as all } from "./all.ts";

// Does the simulation find what is wrong? Faults are planted one at a time in a copy of the code, and groups live on it until a promise is
// seen to be broken, or for as many group-hours as are given.
//   npx node bench/faults/planted/main.ts [--only WORDS] [--hours 20000] [--seed 1] [--at-once N]
const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    hours: { type: "string", default: "20000" },
    seed: { type: "string", default: "1" },
    "at-once": { type: "string", default: String(availableParallelism()) },
  },
});
const root = join(import.meta.dirname, "../../..");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const planted = all.filter(([name]) => name.includes(values.only));

/** @returns what the simulation says is broken; undefined when it finds nothing */
async function simulate(folder: string): Promise<string | undefined> {
  const given = ["--seed", values.seed, "--hours", values.hours, "--first"];
  const child = spawn(process.execPath, ["bench/simulate.ts", ...given], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const [said, wrong] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  process.off("exit", kill);
  if (/no promise was broken, in \d+ s\s*$/.test(said)) return undefined;
  const [, how] = /^\s*(?:\w*Error(?: \[\w+\])?): (.+)$/m.exec(said) ?? [];
  if (!said.includes("A promise was broken") || how === undefined) throw new Error(`the simulation ended: ${wrong}`);
  return how;
}

await runBench(240, async (ends) => {
  const waiting = planted.values();
  const tally = { found: 0, "NOT FOUND": 0 };
  const began = performance.now();
  const tryInTurn = async () => {
    const { folder } = await copyCode(ends);
    for (const fault of waiting) {
      const changed = without(fault, read);
      for (const [file, words] of changed) writeFileSync(join(folder, file), words);
      const how = await simulate(folder);
      for (const file of changed.keys()) writeFileSync(join(folder, file), read(file));
      tally[how === undefined ? "NOT FOUND" : "found"] += 1;
      console.log(
        `${how === undefined ? "NOT FOUND" : "found    "} ${fault[0]}${how === undefined ? "" : `: ${how.slice(0, 90)}`}`,
      );
    }
  };
  await Promise.all(Array.from({ length: Number(values["at-once"]) }, tryInTurn));
  console.log(
    `${planted.length} faults were planted: ${JSON.stringify(tally)}, in ${Math.round((performance.now() - began) / 1000)} s`,
  );
  return tally["NOT FOUND"] === 0;
});
