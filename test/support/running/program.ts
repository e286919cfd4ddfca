import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
/** What `npm start` sets and gives to node. */
const [, arenas = "", flags = ""] =
  /MALLOC_ARENA_MAX=(\d+) exec node ((?:--\S+ )+)/.exec(
    JSON.parse(readFileSync(join(root, "package.json"), "utf8")).scripts.start,
  ) ?? [];

/** What was logged, without the time of each line, and with its level only where that is not "info". */
const withoutTimes = (logged: string): string =>
  logged.replaceAll(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ (\w+) +/gm, (_, level) => (level === "info" ? "" : `${level}: `));

export type Ended = { code: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string };

export type Program = {
  child: ChildProcess;
  /** what it has said so far; on the error output without the time of each line */
  stdout: () => string;
  stderr: () => string;
  /** the same as it was written */
  rawStderr: () => string;
  /** resolves when it has ended, with all that it said */
  ended: Promise<Ended>;
};

/**
 * The program as its users start it, with no settings but these.
 * @param input what is typed, to its end
 * @param cwd where it looks for `.env`; a folder of the repository that never has one, unless another is given
 */
export function spawnProgram(
  settings: Readonly<Record<string, string>> = {},
  input = "",
  cwd = join(root, "test"),
  options: readonly string[] = [],
): Program {
  // Started dozens of times, it need not be compiled as often.
  const compiled = join(root, "node_modules/.cache/node");
  const env = { PATH: "/usr/bin:/bin", MALLOC_ARENA_MAX: arenas, NODE_COMPILE_CACHE: compiled, ...settings };
  const parameters = [...flags.trim().split(" "), join(root, "src/main.ts"), ...options];
  const child = spawn(process.execPath, parameters, { cwd, env, stdio: "pipe" });
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      output[name] += text;
    });
  }
  // A program that refuses its settings ends without reading: what is typed to it then is lost, and no failure.
  child.stdin.on("error", () => undefined).end(input);
  const stderr = () => withoutTimes(output.stderr);
  const ended = once(child, "close").then(() => ({
    code: child.exitCode,
    signal: child.signalCode,
    stdout: output.stdout,
    stderr: stderr(),
  }));
  return { child, stdout: () => output.stdout, stderr, rawStderr: () => output.stderr, ended };
}
