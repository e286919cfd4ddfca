import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished } from "vitest";
import { checkKeyStore } from "../../src/bots/matrix/crypto/indexeddb/key-store-file.ts";
import { openKeyRing } from "../../src/core/storage/keys/open-key-ring.ts";
import { lockRing } from "../../src/core/storage/ring-file/ring-lock.ts";
import { sealUnder, unseal } from "../../src/core/storage/ring-file/sealed-ring.ts";
import { openStore } from "../../src/core/storage/stores/open-store.ts";
import { instant } from "../../src/lib/time.ts";
import { freshFolder, hangsAfter, startProgram } from "../start/program.ts";
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

  "A guess at the passphrase costs at least 128 MiB of memory, gone over three times.": async () => {
    const slow = async () => Number.POSITIVE_INFINITY;
    const content = (await sealUnder(passphrase, slow))("the ring");
    // RFC 9580, section 3.7.1.4: what stands in the file is what opens it. Passes, lanes, and the memory as a power of two in KiB.
    const [passes = 0, , memory = 0] = content.subarray(24, 27);
    expect(passes).toBeGreaterThanOrEqual(3);
    expect(2 ** memory / 1024).toBeGreaterThanOrEqual(128);
    const cheaper = Uint8Array.from(content);
    cheaper[26] = memory - 1;
    await expect(unseal(cheaper, passphrase)).rejects.toThrow();
    expect((await unseal(content, passphrase)).text).toBe("the ring");
  },

  "Where a network is required, a whereat that lost its settings ends with an error; what is set for a network that does not run is in the log, and so is a file with a secret that others can read.":
    async () => {
      const folder = await freshFolder();
      const lost = await startProgram({ WHEREAT_PASSPHRASE: passphrase }, "", folder, ["--require-network"]).ended;
      expect(lost).toMatchObject({ code: 78, stdout: "", stderr: expect.stringContaining("No network is configured") });
      expect(readdirSync(folder)).toEqual([]);
      const inConsole = await startProgram({ WHEREAT_PASSPHRASE: passphrase }, "", folder).ended;
      expect(inConsole.stderr).toMatch(/^warn: set, but no network is.*: WHEREAT_PASSPHRASE$/m);
      const open = await checkoutWith(
        "MATRIX_HOMESERVER_URL=http://127.0.0.1:9\nMATRIX_USER=whereat\nMATRIX_PASSWORD=horse\nWHEREAT_PASSPHRASE_FILE=passphrase\n",
      );
      for (const name of [".env", "passphrase"]) chmodSync(join(open, name), 0o644);
      const program = startProgram({ TELEGRAM_API_ROOT: "http://127.0.0.1:9" }, "", open);
      await expect.poll(program.stderr, { timeout: hangsAfter }).toContain("Keys: ");
      expect(program.stderr()).toMatch(
        /^warn: set, but whereat does not run on telegram with that alone: TELEGRAM_API_ROOT$/m,
      );
      expect(program.stderr()).toMatch(/^warn: the file \.env can be read or changed by other users/m);
      expect(program.stderr()).toMatch(/^warn: the file that WHEREAT_PASSPHRASE_FILE names can be read or changed/m);
    },

  "No link in the place of a file of whereat's is followed: what it leads to is neither read nor changed.":
    async () => {
      const precious = join(await freshFolder(), "precious");
      appendFileSync(precious, "of somebody else");
      chmodSync(precious, 0o600);
      const path = join(await freshFolder(), "data");
      const linked = (end: string) => {
        symlinkSync(precious, `${path}${end}`);
        onTestFinished(() => rmSync(`${path}${end}`, { force: true }));
      };
      const isTaken = (end: string) => lstatSync(`${path}${end}`, { throwIfNoEntry: false })?.isSymbolicLink() !== true;
      const openRing = async () => {
        const tier = { kind: "file", path } as const;
        await (await openKeyRing({ tier, store: await openStore("memory:"), clock: () => instant(0) })).close();
      };
      const refused: [end: string, open: () => Promise<unknown>][] = [
        ["", openRing],
        [".lock", () => lockRing(path)],
        ["", () => openStore(`sqlite:${path}`)],
        ...["", "-wal", "-journal", "-shm"].map((end): [string, () => Promise<unknown>] => [
          end,
          () => checkKeyStore(path),
        ]),
      ];
      for (const [end, open] of refused) {
        linked(end);
        await expect(open()).rejects.toThrow();
        for (const each of ["", end]) rmSync(`${path}${each}`, { force: true });
      }
      // Beside a database that is new, SQLite takes nothing for its own; beside another, it refuses.
      for (const end of ["-wal", "-journal", "-shm"]) {
        linked(end);
        await openStore(`sqlite:${path}`).then(
          (store) => store.set("a row", "text").then(() => store.close()),
          () => undefined,
        );
        for (const each of ["", end]) rmSync(`${path}${each}`, { force: true });
      }
      // Where whereat makes a file anew, a link goes.
      for (const end of [".new", ".old"]) {
        linked(end);
        await openRing();
        expect(isTaken(end)).toBe(true);
        rmSync(path);
      }
      expect(readFileSync(precious, "utf8")).toBe("of somebody else");
    },
};
