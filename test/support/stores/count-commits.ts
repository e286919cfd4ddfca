import { DatabaseSync } from "node:sqlite";
import { onTestFinished } from "vitest";

/** Counts what SQLite makes durable from here on, in all files of this process: each commit waits for the disk. */
export function countCommits(): { count: () => number } {
  let commits = 0;
  const original = Object.getOwnPropertyDescriptor(DatabaseSync.prototype, "exec");
  if (!original) throw new Error("DatabaseSync has no exec");
  const counting = function (this: DatabaseSync, statements: string): void {
    if (/^\s*commit\b/i.test(statements)) commits++;
    Reflect.apply(original.value, this, [statements]);
  };
  Object.defineProperty(DatabaseSync.prototype, "exec", { ...original, value: counting });
  onTestFinished(() => void Object.defineProperty(DatabaseSync.prototype, "exec", original));
  return { count: () => commits };
}
