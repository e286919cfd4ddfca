import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { faults } from "./faults/all.ts";
import { type Fault, without } from "./faults/fault.ts";

// Is every promise of the README guarded by a test that can fail? Each mechanism that keeps one is switched off, in a copy of the code, and
// the test of that promise has to notice. One copy for each core.
//   npx node bench/faults.ts [--first] [WORDS OF A SENTENCE]
// With --first, one mechanism of each sentence is switched off: all of them take a quarter of an hour.
const { values, positionals } = parseArgs({
  options: { first: { type: "boolean", default: false } },
  allowPositionals: true,
});
const [wanted = ""] = positionals;
const root = join(import.meta.dirname, "..");
const copied = ["src", "test", "docs", "drill", "bench", "examples", "scripts", "README.md", ".env.example"];

type Result = { title: string; status: string; failureMessages: string[] };
type Outcome = { testResults: { message?: string; assertionResults: Result[] }[] };
type Verdict = { kind: "unnoticed" | "noticed" | "broken"; how: string };

function makeCopy(): string {
  const copy = mkdtempSync(join(tmpdir(), "whereat-faults-"));
  for (const name of [...copied, "package.json", "tsconfig.json", "vitest.config.ts"])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  const ofSrc = { extends: "./tsconfig.json", compilerOptions: { incremental: true }, include: ["src"] };
  writeFileSync(join(copy, "tsconfig.src.json"), JSON.stringify(ofSrc));
  return copy;
}

const inPattern = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Runs the tests of the promises in a copy. @param pattern of the sentences that are tried */
async function runTests(copy: string, pattern: string): Promise<Outcome["testResults"]> {
  const outcome = join(copy, "outcome.json");
  rmSync(outcome, { force: true });
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const how = ["run", "test/promises/promises.test.ts", "-t", pattern, "--reporter=json", `--outputFile=${outcome}`];
  await once(spawn(process.execPath, [vitest, ...how], { cwd: copy, stdio: "ignore" }), "exit");
  return (JSON.parse(readFileSync(outcome, "utf8")) as Outcome).testResults;
}

/** What the changed code names that is not there, as tsc says it; the code runs without being checked, and such an error may be swallowed. */
async function missingNames(copy: string): Promise<string | undefined> {
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const run = spawn(process.execPath, [tsc, "-p", "tsconfig.src.json"], {
    cwd: copy,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const lines = (await text(run.stdout)).split("\n");
  const errors = lines.filter((line) => /error TS(?:1\d{3}|2304|2339|2552|18004):/.test(line));
  // Where a case was switched off, what is left of it is never reached.
  return errors.find((line) => !line.includes("on type 'never'"));
}

/** A test that fails because the code is broken has noticed nothing. */
async function judge(copy: string, sentence: string): Promise<Verdict> {
  const missing = await missingNames(copy);
  if (missing !== undefined) return { kind: "broken", how: `BROKEN: ${missing}` };
  const [file] = await runTests(copy, `^${inPattern(sentence)}$`);
  const result = file?.assertionResults.find(({ title }) => title === sentence);
  if (result?.status === "passed") return { kind: "unnoticed", how: "NOT NOTICED" };
  const [how = ""] = (result?.failureMessages[0] ?? file?.message ?? "no test ran").split("\n");
  const isBroken = result?.status !== "failed" || /^(Type|Syntax|Reference)Error/.test(how);
  return isBroken ? { kind: "broken", how: `BROKEN: ${how}` } : { kind: "noticed", how };
}

async function judgeWithout(copy: string, sentence: string, fault: Fault): Promise<Verdict> {
  const files = without(fault, (file) => readFileSync(join(root, file), "utf8"));
  for (const [file, changed] of files) writeFileSync(join(copy, file), changed);
  const verdict = await judge(copy, sentence);
  for (const file of files.keys()) cpSync(join(root, file), join(copy, file));
  return verdict;
}

async function tryAll(copies: readonly string[]): Promise<void> {
  const [whole] = await runTests(copies[0] ?? "", inPattern(wanted));
  const tried = whole?.assertionResults.filter(({ title }) => title.includes(wanted));
  const failing = tried?.filter(({ status }) => status !== "passed").map(({ title }) => title);
  if (failing?.length !== 0)
    throw new Error(`the tests do not pass as they are: ${failing?.join(" | ") ?? "none ran"}`);
  const trials = Object.entries(faults)
    .filter(([sentence]) => sentence.includes(wanted))
    .flatMap(([sentence, list]) =>
      (values.first ? list.slice(0, 1) : list).map((fault) => ({
        sentence,
        fault,
        verdict: Promise.withResolvers<Verdict>(),
      })),
    );
  const waiting = trials.values();
  const tryInTurn = async (copy: string) => {
    for (const { sentence, fault, verdict } of waiting) verdict.resolve(await judgeWithout(copy, sentence, fault));
  };
  const print = async () => {
    const tally = { unnoticed: 0, noticed: 0, broken: 0 };
    for (const [at, { sentence, fault, verdict }] of trials.entries()) {
      if (sentence !== trials[at - 1]?.sentence) console.log(`\n${sentence}`);
      const { kind, how } = await verdict.promise;
      tally[kind]++;
      console.log(`  without ${fault[0]}: ${how.slice(0, 150)}`);
    }
    return tally;
  };
  const [tally] = await Promise.all([print(), ...copies.map(tryInTurn)]);
  console.log(`\nmechanisms switched off: ${JSON.stringify(tally)}`);
  process.exitCode = tally.noticed > 0 && tally.unnoticed + tally.broken === 0 ? 0 : 1;
}

const copies = Array.from({ length: availableParallelism() }, makeCopy);
try {
  await tryAll(copies);
} finally {
  for (const copy of copies) rmSync(copy, { recursive: true });
}
