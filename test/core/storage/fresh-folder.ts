import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A folder of mode 0700 that goes with the test. */
export function freshFolder(): string {
  const path = mkdtempSync(join(tmpdir(), "whereat-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}
