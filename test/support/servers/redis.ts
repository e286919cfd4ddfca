import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fromUnstable } from "./from-unstable.ts";
import { createServerProcess, type Server } from "./server.ts";

/** Redis from this Debian or Valkey from unstable, that writes down everything it takes. */
export async function createRedis(
  kind: "redis" | "valkey",
): Promise<Server & { url: string; folder: string; command(...words: string[]): string }> {
  const run = kind === "redis" ? [] : [fromUnstable("valkey-server")];
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
  const command = (port: number, ...words: string[]) => {
    const [program = "", ...args] = [...run, `${kind}-cli`, "-p", `${port}`, ...words];
    return execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  };
  const server = await createServerProcess(
    (port) => [...run, `${kind}-server`, "--port", `${port}`, ...always],
    async (port) => {
      try {
        // It takes connections before it has loaded its rows.
        return command(port, "PING") === "PONG";
      } catch {
        return false;
      }
    },
  );
  return {
    ...server,
    folder,
    url: `${kind}://127.0.0.1:${server.port}`,
    command: (...words) => command(server.port, ...words),
  };
}
