import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished } from "vitest";
import { freshFolder, startProgram } from "../start/program.ts";
import { startFakeBotApi } from "../support/fake-bot-api/start.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const passphrase = "correct # horse battery";

/** A checkout of whereat with this `.env`, and a passphrase in a file. */
async function checkoutWith(envFile: string): Promise<string> {
  const folder = await freshFolder();
  for (const name of ["package.json", "src", "scripts", "node_modules"])
    symlinkSync(join(root, name), join(folder, name));
  writeFileSync(join(folder, ".env"), envFile, { mode: 0o600 });
  writeFileSync(join(folder, "passphrase"), passphrase, { mode: 0o600 });
  return folder;
}

async function startBotApi() {
  const api = await startFakeBotApi({ now: Date.now });
  onTestFinished(() => api.close());
  return api;
}

/** `npm start`, as a user starts it, and the ids of all its processes. */
function startByNpm(folder: string, env: Readonly<Record<string, string>> = {}) {
  const given = { PATH: process.env["PATH"], HOME: folder, ...env };
  const child = spawn("npm", ["start"], { cwd: folder, env: given, stdio: ["ignore", "pipe", "pipe"], detached: true });
  onTestFinished(() => void process.kill(-(child.pid ?? 0), "SIGKILL"));
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (said += text));
  return { child, said: () => said, processes: () => descendantsOf(child.pid ?? 0) };
}

function descendantsOf(first: number): number[] {
  const parents = readdirSync("/proc").flatMap((id) => {
    if (!/^\d+$/.test(id)) return [];
    const [, parent] = /\) \S (\d+) /.exec(readUnlessOver(`/proc/${id}/stat`)) ?? [];
    return parent === undefined ? [] : [{ id: Number(id), parent: Number(parent) }];
  });
  const all = [first];
  for (const one of all) all.push(...parents.filter(({ parent }) => parent === one).map(({ id }) => id));
  return all;
}

function readUnlessOver(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}

/** What the system shows of these processes to every program of the same user. */
const shownBySystem = (processes: readonly number[]) =>
  processes.map((id) => readUnlessOver(`/proc/${id}/environ`) + readUnlessOver(`/proc/${id}/cmdline`));

/** What becomes of secrets that whereat is given. */
export const secrets: Record<string, () => Promise<void>> = {
  "A secret that is given in .env or in a file stands in the environment of no process; of one that is given in the environment, the log says so.":
    async () => {
      const api = await startBotApi();
      const settings = `TELEGRAM_BOT_TOKEN=${api.token}\nTELEGRAM_API_ROOT=${api.url}\nWHEREAT_PASSPHRASE_FILE=passphrase\n`;
      const byFile = startByNpm(await checkoutWith(settings));
      await api.calls.until(() => api.updates.isPolled());
      const shown = shownBySystem(byFile.processes());
      // npm, and node.
      expect(shown.filter((text) => text.includes("PATH=")).length).toBeGreaterThanOrEqual(2);
      expect(shown.filter((text) => text.includes("src/main.ts")).length).toBeGreaterThanOrEqual(1);
      for (const text of shown) {
        expect(text).not.toContain(api.token);
        expect(text).not.toContain(passphrase);
      }
      expect(byFile.said()).not.toContain("because they stand in the environment");

      const other = await startBotApi();
      const byEnvironment = startByNpm(await checkoutWith(`TELEGRAM_API_ROOT=${other.url}\n`), {
        TELEGRAM_BOT_TOKEN: other.token,
      });
      await other.calls.until(() => other.updates.isPolled());
      expect(byEnvironment.said()).toMatch(/ Other programs of this user .*: TELEGRAM_BOT_TOKEN$/m);
    },

  "Started so that Node would print what is sent, or write down keys of connections, whereat ends before it sends anything.":
    async () => {
      const api = await startBotApi();
      const folder = await freshFolder();
      const settings = { TELEGRAM_BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.url, WHEREAT_STORE: "memory:" };
      const ways = [
        { NODE_DEBUG: "fetch" },
        { NODE_DEBUG: "undici,tls" },
        { NODE_OPTIONS: `--tls-keylog=${folder}/keys` },
      ];
      for (const way of ways) {
        const { code, stdout, stderr } = await startProgram({ ...settings, ...way, WHEREAT_KEYS: "memory" }, "", folder)
          .ended;
        expect(code).toBe(78);
        expect(stderr).toMatch(/Start whereat without it\.\n$/);
        expect(stdout + stderr).not.toContain(api.token);
      }
      expect(api.calls.all).toEqual([]);
    },

  "A passphrase that could be read in two ways, that is empty, or that is easy to guess seals nothing: whereat does not start with it.":
    async () => {
      const telegram = "TELEGRAM_BOT_TOKEN=123456:FAKE-TOKEN\nTELEGRAM_API_ROOT=http://127.0.0.1:9\n";
      const lines = [
        "tr0ub#correct horse battery staple",
        "correct horse # battery",
        "",
        "' '",
        "x",
        "elevenchars",
        "aaaaaaaaaaaaaaaa",
      ];
      for (const line of lines) {
        const folder = await checkoutWith(`${telegram}WHEREAT_PASSPHRASE=${line}\n`);
        const program = startProgram({}, "", folder);
        await Promise.race([program.ended, once(program.child.stderr ?? program.child, "data")]);
        expect(program.stderr()).toContain("WHEREAT_PASSPHRASE");
        expect(program.stderr()).not.toContain("Keys:");
        expect(await program.ended).toMatchObject({ code: 78 });
        expect(readdirSync(folder)).not.toContain("data");
      }
    },
};
