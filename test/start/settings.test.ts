import { chmod, mkdir, readdir, writeFile } from "node:fs/promises";
import { beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { startFakeBotApi } from "../support/fake-bot-api/start.ts";
import { freshFolder, hangsAfter, startProgram } from "./program.ts";

beforeAll(() => vi.setConfig({ testTimeout: hangsAfter }));

const kept = { WHEREAT_STORE: "sqlite:data/whereat.db", WHEREAT_KEYS: "file:data/keyring" };
const token = "TELEGRAM_BOT_TOKEN=123456:FAKE-TOKEN\n";
const lines = (settings: Readonly<Record<string, string>>) =>
  Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join("");

/** A folder in which the program is started, with this as its `.env`. */
async function folderWith(envFile?: string): Promise<string> {
  const folder = await freshFolder();
  if (envFile !== undefined) await writeFile(`${folder}/.env`, envFile, { mode: 0o600 });
  return folder;
}

test("the settings of .env are used, and whereat runs on the network that is set there", async () => {
  const api = await startFakeBotApi({ now: Date.now });
  onTestFinished(() => api.close());
  const network = { TELEGRAM_BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.url };
  const folder = await folderWith(lines({ ...kept, ...network, WHEREAT_PASSPHRASE: "'correct # horse'" }));
  const program = startProgram({}, "", folder);
  await api.calls.until(() => api.updates.isPolled());
  expect(program.stderr()).toContain("Keys: in a file, sealed by the passphrase.");
  expect(program.stderr()).not.toMatch(/^warn: (?!Core|This machine)|because they stand in the environment/m);
});

test("a passphrase in .env of which a part could be a comment is refused by its line, and nothing is made under a part of it", async () => {
  const folder = await folderWith(`${lines(kept)}${token}WHEREAT_PASSPHRASE=tr0ub#correct horse battery staple\n`);
  const { code, stdout, stderr } = await startProgram({}, "", folder).ended;
  expect({ code, stdout }).toEqual({ code: 78, stdout: "" });
  expect(stderr).toMatch(/^\.env, line 4: what WHEREAT_PASSPHRASE is cannot be told for sure, because of a # .*\n$/);
  expect(await readdir(folder)).toEqual([".env"]);
});

test("an empty passphrase is refused and seals nothing, in .env as in the environment", async () => {
  const fromFile = await folderWith(`${token}${lines(kept)}WHEREAT_PASSPHRASE=\n`);
  const fromEnvironment = await folderWith(`${token}${lines(kept)}`);
  for (const ended of [
    startProgram({}, "", fromFile).ended,
    startProgram({ WHEREAT_PASSPHRASE: " " }, "", fromEnvironment).ended,
  ])
    expect(await ended).toMatchObject({
      code: 78,
      stderr: "WHEREAT_PASSPHRASE is empty: give it a value, or take it away.\n",
    });
  expect(await readdir(fromEnvironment)).toEqual([".env"]);
});

test("a .env and a secret's file that others can read are worth a word each", async () => {
  const folder = await folderWith(
    `${token}TELEGRAM_API_ROOT=http://127.0.0.1:9\n${lines(kept)}WHEREAT_PASSPHRASE_FILE=pass\n`,
  );
  await writeFile(`${folder}/pass`, "correct horse\n");
  for (const name of [".env", "pass"]) await chmod(`${folder}/${name}`, 0o644);
  const program = startProgram({}, "", folder);
  await expect.poll(program.stderr, { timeout: hangsAfter }).toContain("Keys: ");
  expect(program.stderr()).toContain("warn: the file .env can be read or changed by other users");
  expect(program.stderr()).toContain(
    "warn: the file that WHEREAT_PASSPHRASE_FILE names can be read or changed by other users",
  );
});

test("a service that lost its .env ends with an error where a network is required, and opens the console where not", async () => {
  const folder = await folderWith();
  const passphrase = { WHEREAT_PASSPHRASE: "correct horse" };
  for (const settings of [{}, passphrase]) {
    expect(await startProgram(settings, "", folder, ["--require-network"]).ended).toMatchObject({
      code: 78,
      stdout: "",
      stderr: expect.stringMatching(/^No network is configured, and --require-network asks for one: .*\n$/),
    });
  }
  const { code, stdout, stderr } = await startProgram(passphrase, "ana@march> /whereis\n", folder).ended;
  expect(code).toBe(0);
  expect(stdout).toMatch(/^No network is configured, so this is whereat in the console/);
  expect(stderr).toContain("warn: set, but no network is, so only the console room opens: WHEREAT_PASSPHRASE\n");
});

test("where a network is required and set, whereat runs on it", async () => {
  const api = await startFakeBotApi({ now: Date.now });
  onTestFinished(() => api.close());
  const folder = await folderWith(lines({ ...kept, TELEGRAM_BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.url }));
  startProgram({}, "", folder, ["--require-network"]);
  await api.calls.until(() => api.updates.isPolled());
});

test("an option that is not known is refused: misspelt, it would do nothing", async () => {
  expect(await startProgram({}, "", undefined, ["--require-netwrok"]).ended).toMatchObject({
    code: 78,
    stdout: "",
    stderr: "An option is not known here. There are: --version, --require-network, --configure, --log-out\n",
  });
});

test("a .env that is no file is refused", async () => {
  const folder = await folderWith();
  await mkdir(`${folder}/.env`);
  expect(await startProgram({}, "", folder).ended).toMatchObject({
    code: 78,
    stderr: "The file .env cannot be read.\n",
  });
});
