import { readFileSync } from "node:fs";

/**
 * Prevents this process from writing its memory to disk, as far as it can.
 * @returns what it cannot prevent, a sentence each
 */
export function hardenProcess(): string[] {
  process.umask(0o077);
  // A report holds the environment and the stack; none is written, whatever NODE_OPTIONS says.
  process.report.reportOnFatalError = false;
  process.report.reportOnSignal = false;
  process.report.reportOnUncaughtException = false;
  return [...warnOfCoreDumps(read("/proc/self/limits")), ...warnOfSwap(read("/proc/swaps"))];
}

/**
 * Node reads these before any program does, so they cannot be taken back: with NODE_DEBUG=fetch it prints the address of each request,
 * which on Telegram has the token in it; with --tls-keylog it writes down the keys of all connections.
 * @param env the environment that Node was started with
 * @returns why the program must not go on, and what to do; undefined when it may
 */
export function whatTellsSecrets(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const name = ["NODE_DEBUG", "NODE_DEBUG_NATIVE"].find((each) => (env[each] ?? "") !== "");
  if (name !== undefined)
    return `${name} is set: Node would print what is sent, secrets and all. Start whereat without it.`;
  const [option] = /--(?:tls-keylog|trace-tls|inspect|heapsnapshot|heap-prof)/.exec(env["NODE_OPTIONS"] ?? "") ?? [];
  return option === undefined
    ? undefined
    : `NODE_OPTIONS has ${option}, with which Node tells what is in memory or on the wire. Start whereat without it.`;
}

/** @param limits as in /proc/self/limits; undefined where there is no such file */
export function warnOfCoreDumps(limits: string | undefined): string[] {
  const [, soft] = /^Max core file size\s+(\S+)/m.exec(limits ?? "") ?? [];
  if (soft === undefined || soft === "0") return [];
  return [
    "Core dumps are on: a crash could write what is in memory to disk. Start whereat with npm start, or after ulimit -c 0.",
  ];
}

/** @param swaps as in /proc/swaps; undefined where there is no such file */
export function warnOfSwap(swaps: string | undefined): string[] {
  const inUse = (swaps ?? "").trim().split("\n").slice(1);
  if (inUse.length === 0) return [];
  return ["This machine has swap: what is in memory may be written to disk. Turn it off, or see that it is encrypted."];
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
