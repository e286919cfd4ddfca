import { readFileSync } from "node:fs";

/**
 * Keeps what is in memory from being written to disk by this process, as far as it can.
 * @returns what it cannot keep from that, a sentence each
 */
export function hardenProcess(): string[] {
  process.umask(0o077);
  // A report holds the environment and the stack; none is written, whatever NODE_OPTIONS says.
  process.report.reportOnFatalError = false;
  process.report.reportOnSignal = false;
  process.report.reportOnUncaughtException = false;
  return [...warnOfCoreDumps(read("/proc/self/limits")), ...warnOfSwap(read("/proc/swaps"))];
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
