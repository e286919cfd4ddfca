import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** Fetches packages from Debian unstable, once. @returns what runs one of their programs, to be followed by its name */
export function fromUnstable(...packages: string[]): string {
  const script = join(import.meta.dirname, "from-unstable.sh");
  const folder = execFileSync(script, packages, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  return join(folder, "run");
}
