import { execFileSync } from "node:child_process";
import { chmod, mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { DatabaseSync } from "node:sqlite";
import { beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { format } from "../../../src/core/storage/formats.ts";
import { startFakeBotApi } from "../../support/fake-bot-api/start.ts";
import { freshFolder, hangsAfter, startProgram } from "../program.ts";

beforeAll(() => vi.setConfig({ testTimeout: hangsAfter }));

const kept = (folder: string) => ({
  WHEREAT_STORE: `sqlite:${folder}/whereat.db`,
  WHEREAT_KEYS: `file:${folder}/keyring`,
});
const telegram = { TELEGRAM_BOT_TOKEN: "123456:FAKE-TOKEN", TELEGRAM_API_ROOT: "http://127.0.0.1:9" };

/** EX_CONFIG: starting again does not help. */
const misconfigured = 78;
const consoleOnly = "set, but no network is, so only the console room opens";

test("settings that cannot be used are all named at once, and nothing that was given is repeated", async () => {
  const given = {
    WHEREAT_STORE: "mysql:hidden-1",
    WHEREAT_KEYS: "hidden-2",
    WHEREAT_LOG: "hidden-3",
    WHEREAT_PASSPHRASE: "hidden-4",
    WHEREAT_PASSPHRASE_FILE: "/hidden-5",
    TELEGRAM_API_ROOT: "ftp://hidden-6",
    TELEGRAM_BOT_TOKEN: "hidden-7",
  };
  const { code, stdout, stderr } = await startProgram(given).ended;
  expect(code).toBe(misconfigured);
  expect(stdout).toBe("");
  for (const name of Object.keys(given)) expect(stderr).toContain(name);
  expect(stderr).not.toContain("hidden");
  expect(stderr).not.toContain("    at ");
});

test("a name that is no setting is refused, with the one that was meant", async () => {
  const { code, stderr } = await startProgram({ WHEREAT_PASPHRASE_FILE: "/etc/passphrase" }).ended;
  expect({ code, stderr }).toEqual({
    code: misconfigured,
    stderr: "WHEREAT_PASPHRASE_FILE is not a setting. Did you mean WHEREAT_PASSPHRASE_FILE?\n",
  });
});

test("a token that Telegram refuses is said in one line without the token, and ends the program", async () => {
  const api = await startFakeBotApi({ now: Date.now });
  onTestFinished(() => api.close());
  const settings = { TELEGRAM_BOT_TOKEN: "123456:ANOTHER-TOKEN", TELEGRAM_API_ROOT: api.url, WHEREAT_LOG: "debug" };
  const { code, stdout, stderr } = await startProgram({ ...kept(await freshFolder()), ...settings }).ended;
  expect(code).toBe(1);
  expect(stdout).toBe("");
  expect(stderr.match(/^warn: .*$/gm)?.filter((line) => !/Core dumps|swap/.test(line))).toEqual([
    "warn: Telegram refused the bot's token: give it as @BotFather shows it, in TELEGRAM_BOT_TOKEN",
    expect.stringMatching(/^warn: whereat ended, because no network can go on, after \d+ s$/),
  ]);
  expect(stderr).not.toContain("ANOTHER");
  expect(stderr).not.toContain("    at ");
});

test("another passphrase opens nothing and changes nothing, and the right one still opens it, also from a file", async () => {
  const folder = await freshFolder();
  await writeFile(`${folder}/right`, "correct horse\n", { mode: 0o600 });
  const opened = (passphrase: Record<string, string>) =>
    startProgram({ ...kept(`${folder}/data`), ...passphrase, WHEREAT_LOG: "warn" }, ":quit\n").ended;
  const word = (name: string) => expect.stringMatching(`^whereat \\S+; .*\nwarn: ${consoleOnly}: ${name}\n$`);
  expect(await opened({ WHEREAT_PASSPHRASE: "correct horse" })).toMatchObject({
    code: 0,
    stderr: word("WHEREAT_PASSPHRASE"),
  });
  expect(await opened({ WHEREAT_PASSPHRASE: "battery staple" })).toMatchObject({
    code: 1,
    stdout: "",
    stderr: expect.stringContaining(
      "\nthe key ring does not open with this passphrase: give the one it was sealed with\n",
    ),
  });
  expect(await opened({ WHEREAT_PASSPHRASE_FILE: `${folder}/right` })).toMatchObject({
    code: 0,
    stderr: word("WHEREAT_PASSPHRASE_FILE"),
  });
});

test("a store that a newer whereat wrote is refused in one line, and goes on with that whereat", async () => {
  const folder = await freshFolder();
  const opened = () => startProgram(kept(`${folder}/data`), ":quit\n").ended;
  expect(await opened()).toMatchObject({ code: 0, stderr: "" });
  const written = (change: (binding: string) => string) => {
    const sql = new DatabaseSync(`${folder}/data/whereat.db`);
    const text = String(sql.prepare("SELECT text FROM whereat WHERE id = 'ring'").get()?.["text"]);
    sql.prepare("UPDATE whereat SET text = ? WHERE id = 'ring'").run(change(text));
    sql.close();
  };
  written((text) => text.replace(`"format":${format}`, '"format":9'));
  expect(await opened()).toEqual({
    code: 1,
    signal: null,
    stdout: "",
    stderr: `the store was written by a newer whereat (format 9; this one reads up to ${format}): start that whereat; nothing was changed\n`,
  });
  written((text) => text.replace('"format":9', `"format":${format}`));
  expect(await opened()).toMatchObject({ code: 0, stderr: "" });
});

test("a passphrase in a file that is empty or missing is refused", async () => {
  const folder = await freshFolder();
  await writeFile(`${folder}/empty`, "\n", { mode: 0o600 });
  const opened = (file: string) =>
    startProgram({ ...kept(`${folder}/data`), WHEREAT_PASSPHRASE_FILE: `${folder}/${file}` }, ":quit\n").ended;
  expect(await opened("empty")).toMatchObject({
    code: misconfigured,
    stderr: "The file that WHEREAT_PASSPHRASE_FILE names is empty.\n",
  });
  expect(await opened("gone")).toMatchObject({
    code: misconfigured,
    stderr: "The file that WHEREAT_PASSPHRASE_FILE names is not there.\n",
  });
});

test("a store or a key ring in a folder that others may enter is refused before anything is written there, with the line that mends it", async () => {
  const folder = await freshFolder();
  const open = `${folder}/open`;
  await mkdir(open);
  await chmod(open, 0o755);
  for (const settings of [
    { WHEREAT_STORE: `sqlite:${open}/whereat.db`, WHEREAT_KEYS: `file:${folder}/keyring` },
    { WHEREAT_STORE: `sqlite:${folder}/whereat.db`, WHEREAT_KEYS: `file:${open}/keyring` },
  ]) {
    const { code, stderr } = await startProgram({ ...telegram, ...settings }).ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/its folder can be entered by other users of this machine/);
    expect(await readdir(open)).toEqual([]);
    const [, line = ""] = /This mends it: (.+)$/m.exec(stderr) ?? [];
    execFileSync("/bin/sh", ["-c", line]);
    expect((await stat(open)).mode & 0o777).toBe(0o700);
    await chmod(open, 0o755);
  }
});
