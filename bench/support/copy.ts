import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { type Ends, freshFolder } from "./run.ts";

const root = join(import.meta.dirname, "../..");
const copied =
  "src test drill bench examples scripts docs README.md .env.example package.json tsconfig.json vitest.config.ts";

type Result = { title: string; status: string; failureMessages: string[] };
type Outcome = { testResults: { name: string; message?: string; assertionResults: Result[] }[] };

export type Copy = {
  folder: string;
  /** Runs tests there, until one fails. @returns how the first that failed did, or undefined when all passed */
  firstFailure: (tests: readonly string[]) => Promise<{ test: string; how: string } | undefined>;
  /** What the type checker says first, or undefined when it is content; what is no longer used does not matter. */
  typeError: () => Promise<string | undefined>;
};

/** A copy of the code, in which it can be changed and tested. */
export async function copyCode(ends: Ends): Promise<Copy> {
  const folder = await freshFolder(ends);
  const outcome = join(folder, "outcome.json");
  for (const name of copied.split(" "))
    if (existsSync(join(root, name))) cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));

  async function run(script: string, parameters: readonly string[]): Promise<string> {
    const child = spawn(process.execPath, [join(root, "node_modules", script), ...parameters], {
      cwd: folder,
      stdio: ["ignore", "pipe", "ignore"],
    });
    const kill = () => child.kill("SIGKILL");
    process.once("exit", kill);
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    await once(child, "close");
    process.off("exit", kill);
    return said;
  }

  return {
    folder,
    async firstFailure(tests) {
      rmSync(outcome, { force: true });
      await run("vitest/vitest.mjs", ["run", ...tests, "--bail=1", "--reporter=json", `--outputFile=${outcome}`]);
      const { testResults } = JSON.parse(readFileSync(outcome, "utf8")) as Outcome;
      if (testResults.length === 0) throw new Error("no test ran");
      for (const { name, message, assertionResults } of testResults) {
        const failed = assertionResults.find(({ status }) => status === "failed");
        if (failed) return { test: failed.title, how: failed.failureMessages[0]?.split("\n")[0] ?? "" };
        if (message && assertionResults.length === 0) return { test: name, how: message.split("\n")[0] ?? "" };
      }
      return undefined;
    },
    async typeError() {
      const said = await run("typescript/bin/tsc", ["--pretty", "false", "--noUnusedLocals", "false"]);
      return said.split("\n").find((line) => line.includes("error TS"));
    },
  };
}
