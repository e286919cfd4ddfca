import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServerProcess, programOf, type Server } from "./server.ts";

/** Redis or Valkey from Debian's packages, that writes down everything it takes. */
export async function createRedis(
  kind: "redis" | "valkey",
): Promise<Server & { url: string; folder: string; command(...words: string[]): string }> {
  const program = programOf(`${kind}-server`);
  if (program === undefined) throw new Error(`${kind} is not installed: run test/support/servers/install.sh`);
  const folder = mkdtempSync(join(tmpdir(), `whereat-${kind}-`));
  const always = [
    "--bind",
    "127.0.0.1",
    "--dir",
    folder,
    "--appendonly",
    "yes",
    "--appendfsync",
    "always",
    "--save",
    "",
  ];
  const server = await createServerProcess((port) => [program, "--port", `${port}`, ...always]);
  return {
    ...server,
    folder,
    url: `${kind}://127.0.0.1:${server.port}`,
    command: (...words) => execFileSync(`${kind}-cli`, ["-p", `${server.port}`, ...words], { encoding: "utf8" }).trim(),
  };
}

export const hasValkey = (): boolean => programOf("valkey-server") !== undefined;
