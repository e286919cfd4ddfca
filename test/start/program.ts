import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type Program, spawnProgram } from "../support/running/program.ts";

/** Milliseconds after which a test says that a program hangs, however busy the machine is. */
export const hangsAfter = 120_000;

/** The program, killed when the test is over. @see spawnProgram */
export function startProgram(...how: Parameters<typeof spawnProgram>): Program {
  const program = spawnProgram(...how);
  onTestFinished(() => void program.child.kill("SIGKILL"));
  return program;
}

/** An empty folder that only this user can enter, removed when the test is over. */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "whereat-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
