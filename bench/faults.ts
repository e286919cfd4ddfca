import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { faults } from "./faults/all.ts";
import { type Fault, without } from "./faults/fault.ts";

// Is every promise of the README guarded by a test that can fail? Each mechanism that keeps one is switched off, in a copy of the code, and
// the test of that promise has to notice. One copy for each core.
//   npx node bench/faults.ts [--first] [WORDS OF A SENTENCE]
// With --first, one mechanism of each sentence is switched off.
const { values, positionals } = parseArgs({
  options: { first: { type: "boolean", default: false } },
  allowPositionals: true,
});
const [wanted = ""] = positionals;
const root = join(import.meta.dirname, "..");
const copied = ["src", "test", "docs", "drill", "bench", "examples", "scripts", "README.md", ".env.example"];

type Result = { title: string; status: string; failureMessages: string[] };
type Outcome = { testResults: { message?: string; assertionResults: Result[] }[] };
type Trial = { sentence: string; fault: Fault; isChecked: boolean; verdict: PromiseWithResolvers<Verdict> };
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

/** Runs a test file in a copy, in which what was transformed once is kept. @param pattern of the sentences that are tried */
async function runTests(copy: string, file: string, pattern: string): Promise<Outcome["testResults"]> {
  const outcome = join(copy, "outcome.json");
  rmSync(outcome, { force: true });
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const kept = ["--fsModuleCache", `--fsModuleCachePath=${join(copy, "modules")}`];
  const how = ["run", file, "-t", pattern, ...kept, "--reporter=json", `--outputFile=${outcome}`];
  const env = { ...process.env, NODE_COMPILE_CACHE: join(copy, "compiled") };
  await once(spawn(process.execPath, [vitest, ...how], { cwd: copy, env, stdio: "ignore" }), "exit");
  return (JSON.parse(readFileSync(outcome, "utf8")) as Outcome).testResults;
}

/** Writes a test of that sentence alone: the file of all of them loads the whole program, which takes longer than most tests. @returns its path */
function writeTestOf(sentence: string, copy: string): string {
  const isOf = (file: string) => readFileSync(join(root, file), "utf8").includes(JSON.stringify(sentence));
  const modules = globSync("test/promises/**/*.ts", { cwd: root }).filter((file) => !file.endsWith(".test.ts"));
  const path = "one-promise.test.ts";
  const lines = [
    `import { test } from "vitest";`,
    `import * as promises from ${JSON.stringify(`../${modules.find(isOf) ?? "promises/none.ts"}`)};`,
    `const sentence = ${JSON.stringify(sentence)};`,
    "for (const some of Object.values(promises)) if (sentence in some) test(sentence, { timeout: 60_000 }, some[sentence]);",
  ];
  writeFileSync(join(copy, "test", path), lines.join("\n"));
  return `test/${path}`;
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
async function judge(copy: string, { sentence, isChecked }: Trial): Promise<Verdict> {
  const missing = isChecked ? undefined : await missingNames(copy);
  if (missing !== undefined) return { kind: "broken", how: `BROKEN: ${missing}` };
  const [file] = await runTests(copy, writeTestOf(sentence, copy), `^${inPattern(sentence)}$`);
  const result = file?.assertionResults.find(({ title }) => title === sentence);
  if (result?.status === "passed") return { kind: "unnoticed", how: "NOT NOTICED" };
  const [how = ""] = (result?.failureMessages[0] ?? file?.message ?? "no test ran").split("\n");
  const isBroken = result?.status !== "failed" || /^(Type|Syntax|Reference)Error/.test(how);
  return isBroken ? { kind: "broken", how: `BROKEN: ${how}` } : { kind: "noticed", how };
}

/** Has these faults in a copy while it works. */
async function having<T>(copy: string, some: readonly Fault[], work: () => Promise<T>): Promise<T> {
  const changed = some.flatMap((fault) => [...without(fault, (file) => readFileSync(join(root, file), "utf8"))]);
  for (const [file, text] of changed) writeFileSync(join(copy, file), text);
  const result = await work();
  for (const [file] of changed) cpSync(join(root, file), join(copy, file));
  return result;
}

/** Looks for missing names in all faults at once whose files are not the same. Where some are found, each of them is looked at by itself later. */
async function checkTogether(copy: string, trials: readonly Trial[]): Promise<void> {
  const waves: { files: Set<string>; some: Trial[] }[] = [];
  for (const trial of trials) {
    const files = new Set(trial.fault.slice(1).map(([file = ""]) => file));
    const fitting = waves.find((wave) => wave.files.isDisjointFrom(files));
    if (!fitting) waves.push({ files, some: [trial] });
    for (const file of fitting ? files : []) fitting?.files.add(file);
    fitting?.some.push(trial);
  }
  for (const { some } of waves) {
    const faultsOf = some.map(({ fault }) => fault);
    const isWhole = (await having(copy, faultsOf, () => missingNames(copy))) === undefined;
    for (const trial of some) trial.isChecked = isWhole;
  }
}

async function tryAll(copies: readonly string[]): Promise<void> {
  const [first = ""] = copies;
  const trials = Object.entries(faults)
    .filter(([sentence]) => sentence.includes(wanted))
    .flatMap(([sentence, list]) =>
      (values.first ? list.slice(0, 1) : list).map((fault): Trial => {
        return { sentence, fault, isChecked: false, verdict: Promise.withResolvers() };
      }),
    );
  // In two copies: the tests of the code as it is must not meet a fault.
  const [[whole]] = await Promise.all([
    runTests(first, "test/promises/promises.test.ts", inPattern(wanted)),
    checkTogether(copies.at(-1) ?? first, trials),
  ]);
  const tried = whole?.assertionResults.filter(({ title }) => title.includes(wanted));
  const failing = tried?.filter(({ status }) => status !== "passed").map(({ title }) => title);
  if (failing?.length !== 0)
    throw new Error(`the tests do not pass as they are: ${failing?.join(" | ") ?? "none ran"}`);
  const waiting = trials.values();
  const tryInTurn = async (copy: string) => {
    for (const trial of waiting) trial.verdict.resolve(await having(copy, [trial.fault], () => judge(copy, trial)));
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

const copies = Array.from({ length: Math.max(2, availableParallelism()) }, makeCopy);
try {
  await tryAll(copies);
} finally {
  for (const copy of copies) rmSync(copy, { recursive: true });
}
