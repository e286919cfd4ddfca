import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Program } from "../../test/support/running/program.ts";

/** What is to be ended when the bench is over, last come first. */
export type Ends = AsyncDisposableStack;

/**
 * Runs a bench and ends the process: with code 0 when the bench says that all is well, else with 1.
 * However it ends, what `ends` holds is ended first.
 * @param mostMinutes after which the bench is broken off
 * @param bench resolves with whether all criteria are met
 */
export async function runBench(mostMinutes: number, bench: (ends: Ends) => Promise<boolean>): Promise<never> {
  const ends = new AsyncDisposableStack();
  const { promise: brokenOff, reject } = Promise.withResolvers<never>();
  const tooLong = () => reject(new Error(`the bench did not end within ${mostMinutes} minutes`));
  const timer = setTimeout(tooLong, mostMinutes * 60_000);
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => reject(new Error(`ended by ${signal}`)));
  let code = 1;
  try {
    code = (await Promise.race([bench(ends), brokenOff])) ? 0 : 1;
  } catch (error) {
    console.error(error);
  }
  clearTimeout(timer);
  await ends.disposeAsync();
  process.exit(code);
}

/** An empty folder of this user's, removed at the end. */
export async function freshFolder(ends: Ends): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "whereat-bench-"));
  ends.defer(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Has a program killed at the end, however the process ends, and its complaints printed when it ended by itself. */
export function endWith(ends: Ends, program: Program): Program {
  const kill = () => program.child.kill("SIGKILL");
  process.once("exit", kill);
  ends.defer(async () => {
    process.off("exit", kill);
    if (program.child.exitCode !== null) console.error(`The program ended by itself:\n${program.stderr()}`);
    kill();
    await program.ended;
  });
  return program;
}

/** Resolves with what the work gives, or with undefined when that takes longer than so many milliseconds. */
export async function within<T>(max: number, work: Promise<T>): Promise<T | undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), max);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
