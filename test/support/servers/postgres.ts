import { execFileSync } from "node:child_process";
import { chmodSync, globSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServerProcess, type Server } from "./server.ts";

/** PostgreSQL from Debian's package, with a database of its own in a new folder. It refuses to run as root. */
export async function createPostgres(): Promise<
  Server & { url: string; folder: string; sql(command: string): string }
> {
  const [bin] = globSync("/usr/lib/postgresql/*/bin").sort().toReversed();
  if (bin === undefined) throw new Error("PostgreSQL is not installed: run test/support/servers/install.sh");
  const asUser = process.getuid?.() === 0 ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : [];
  const run = (...command: string[]) => {
    const [program = "", ...args] = [...asUser, ...command];
    return execFileSync(program, args, { cwd: "/", encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  };
  const folder = mkdtempSync(join(tmpdir(), "whereat-postgres-"));
  chmodSync(folder, 0o755);
  if (asUser.length > 0) execFileSync("chown", ["postgres:", folder]);
  run(join(bin, "initdb"), "-D", join(folder, "data"), "-U", "whereat", "--auth=trust", "--no-sync");
  const always = ["-D", join(folder, "data"), "-k", folder, "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off"];
  const urlOf = (port: number) => `postgres://whereat@127.0.0.1:${port}/postgres`;
  const sql = (port: number, command: string) => run(join(bin, "psql"), "-d", urlOf(port), "-qAtc", command);
  const server = await createServerProcess(
    (port) => [...asUser, join(bin, "postgres"), "-p", `${port}`, ...always],
    async (port) => {
      try {
        return sql(port, "SELECT 1").trim() === "1";
      } catch {
        return false;
      }
    },
  );
  return { ...server, url: urlOf(server.port), folder, sql: (command) => sql(server.port, command) };
}
