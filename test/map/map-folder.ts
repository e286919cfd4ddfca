import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A file with these bytes, for as long as the test runs. */
export function mapFileOf(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), "whereat-map-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "city.pmtiles");
  writeFileSync(path, bytes);
  return path;
}
