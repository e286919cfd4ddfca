import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const script = fileURLToPath(new URL("homeserver.sh", import.meta.url));

export type RealHomeserver = {
  readonly url: string;
  /** Stops it; its port stays its own. */
  stop(): Promise<void>;
  /** Starts it again where it was, with what it knew. */
  start(): Promise<void>;
  /** Runs one of Synapse's own programs, where its configuration is. */
  runThere(program: string, ...given: string[]): Promise<void>;
};

export type Account = { readonly userId: string; readonly accessToken: string; readonly deviceId: string };

/**
 * A real Synapse on loopback, which keeps its database over stop and start.
 * @param more YAML whose keys take the place of those in its usual configuration
 * @throws when it cannot be installed or started: a suite that needs it must fail then
 */
export async function startHomeserver(more?: string): Promise<RealHomeserver> {
  const env: NodeJS.ProcessEnv = { ...process.env, HOMESERVER_PERSIST: "1" };
  if (more !== undefined) {
    const path = join(mkdtempSync(join(tmpdir(), "whereat-homeserver-")), "more.yaml");
    writeFileSync(path, more);
    env["HOMESERVER_EXTRA_CONFIG"] = path;
  }
  await run("bash", [script, "install"], { env });
  const start = async (port: string) => (await run("bash", [script, "start", port], { env })).stdout.trim();
  const url = await start("0");
  const port = new URL(url).port;
  return {
    url,
    stop: async () => void (await run("bash", [script, "stop", port], { env })),
    start: async () => void (await start(port)),
    runThere: async (...line) => void (await run("bash", [script, "there", port, ...line], { env })),
  };
}

/** Registers an account, whose password is "password of" and its name. */
export async function register(url: string, name: string): Promise<Account> {
  const response = await fetch(`${url}/_matrix/client/v3/register`, {
    method: "POST",
    body: JSON.stringify({ auth: { type: "m.login.dummy" }, username: name, password: passwordOf(name) }),
  });
  return readAccount(response);
}

/** Logs an account in on a device of its own. */
export async function logIn(url: string, name: string): Promise<Account> {
  const identifier = { type: "m.id.user", user: name };
  const response = await fetch(`${url}/_matrix/client/v3/login`, {
    method: "POST",
    body: JSON.stringify({ type: "m.login.password", identifier, password: passwordOf(name) }),
  });
  return readAccount(response);
}

export const passwordOf = (name: string): string => `password of ${name}`;

async function readAccount(response: Response): Promise<Account> {
  const answer = (await response.json()) as { user_id: string; access_token: string; device_id: string };
  if (!response.ok) throw new Error(`the homeserver answered ${response.status}`);
  return { userId: answer.user_id, accessToken: answer.access_token, deviceId: answer.device_id };
}
