import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { faults } from "./faults/all.ts";
import { without } from "./faults/fault.ts";

// Is every promise of the README guarded by a test that can fail? Each mechanism that keeps one is switched off, in a copy of the code, and
// the test of that promise has to notice.
//   npx node bench/faults.ts [WORDS OF A SENTENCE]
const wanted = process.argv[2] ?? "";
const root = join(import.meta.dirname, "..");
const copy = mkdtempSync(join(tmpdir(), "whereat-faults-"));
const outcome = join(copy, "outcome.json");
const copied = ["src", "test", "docs", "drill", "bench", "examples", "scripts", "README.md", ".env.example"];

type Result = { title: string; status: string; failureMessages: string[] };
type Outcome = { testResults: { message?: string; assertionResults: Result[] }[] };

/** Runs the tests of the promises in the copy. @param sentence all of them, when it is not given */
async function runTests(sentence?: string): Promise<Outcome["testResults"]> {
  rmSync(outcome, { force: true });
  const named = sentence === undefined ? [] : ["-t", `^${sentence.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`];
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const how = ["run", "test/promises.test.ts", ...named, "--reporter=json", `--outputFile=${outcome}`];
  await once(spawn(process.execPath, [vitest, ...how], { cwd: copy, stdio: "ignore" }), "exit");
  return (JSON.parse(readFileSync(outcome, "utf8")) as Outcome).testResults;
}

/** What the changed code names that is not there, as tsc says it; the code runs without being checked, and such an error may be swallowed. */
function missingNames(): string | undefined {
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const { stdout } = spawnSync(process.execPath, [tsc, "-p", "tsconfig.src.json"], { cwd: copy, encoding: "utf8" });
  const errors = stdout.split("\n").filter((line) => /error TS(?:1\d{3}|2304|2339|2552|18004):/.test(line));
  // Where a case was switched off, what is left of it is never reached.
  return errors.find((line) => !line.includes("on type 'never'"));
}

type Verdict = { kind: "unnoticed" | "noticed" | "broken"; how: string };

/** A test that fails because the code is broken has noticed nothing. */
async function judge(sentence: string): Promise<Verdict> {
  const [file] = await runTests(sentence);
  const result = file?.assertionResults.find(({ title }) => title === sentence);
  if (result?.status === "passed") return { kind: "unnoticed", how: "NOT NOTICED" };
  const [how = ""] = (result?.failureMessages[0] ?? file?.message ?? "no test ran").split("\n");
  const isBroken = result?.status !== "failed" || /^(Type|Syntax|Reference)Error/.test(how);
  return isBroken ? { kind: "broken", how: `BROKEN: ${how}` } : { kind: "noticed", how };
}

async function tryAll(): Promise<void> {
  const [whole] = await runTests();
  const failing = whole?.assertionResults.filter(({ status }) => status !== "passed").map(({ title }) => title);
  if (failing?.length !== 0)
    throw new Error(`the tests do not pass as they are: ${failing?.join(" | ") ?? "none ran"}`);
  const tally = { unnoticed: 0, noticed: 0, broken: 0 };
  for (const [sentence, list] of Object.entries(faults)) {
    if (!sentence.includes(wanted)) continue;
    console.log(`\n${sentence}`);
    for (const fault of list) {
      const files = without(fault, (file) => readFileSync(join(root, file), "utf8"));
      for (const [file, text] of files) writeFileSync(join(copy, file), text);
      const missing = missingNames();
      const { kind, how }: Verdict = missing ? { kind: "broken", how: `BROKEN: ${missing}` } : await judge(sentence);
      for (const file of files.keys()) cpSync(join(root, file), join(copy, file));
      tally[kind]++;
      console.log(`  without ${fault[0]}: ${how.slice(0, 150)}`);
    }
  }
  console.log(`\nmechanisms switched off: ${JSON.stringify(tally)}`);
  process.exitCode = tally.noticed > 0 && tally.unnoticed + tally.broken === 0 ? 0 : 1;
}

try {
  for (const name of [...copied, "package.json", "tsconfig.json", "vitest.config.ts"])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  const ofSrc = { extends: "./tsconfig.json", compilerOptions: { incremental: true }, include: ["src"] };
  writeFileSync(join(copy, "tsconfig.src.json"), JSON.stringify(ofSrc));
  await tryAll();
} finally {
  rmSync(copy, { recursive: true });
}
