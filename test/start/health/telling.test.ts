import { execFile, spawn } from "node:child_process";
import { existsSync, fstatSync, openSync, readFileSync } from "node:fs";
import { stat, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { startFakeBotApi } from "../../support/fake-bot-api/start.ts";
import { freshFolder, hangsAfter, startProgram } from "../program.ts";

beforeAll(() => vi.setConfig({ testTimeout: hangsAfter }));

const root = join(import.meta.dirname, "../../..");

async function start(more: Record<string, string> = {}) {
  const api = await startFakeBotApi({ now: Date.now });
  onTestFinished(() => api.close());
  const folder = await freshFolder();
  const settings = {
    TELEGRAM_BOT_TOKEN: api.token,
    TELEGRAM_API_ROOT: api.url,
    WHEREAT_STORE: `sqlite:${folder}/whereat.db`,
    WHEREAT_KEYS: `file:${folder}/keyring`,
    ...more,
  };
  const program = startProgram(settings);
  await expect.poll(program.stderr).toContain(": connected as ");
  const ask = () =>
    new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
      const env = { PATH: "/usr/bin:/bin", ...settings };
      execFile(process.execPath, [join(root, "src/ask-health.ts")], { env, cwd: folder }, (error, stdout, stderr) =>
        resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
      );
    });
  return { api, folder, program, settings, ask };
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test("npm run health tells how the program is that runs, and fails when none does; the log's last line says why it ended", async () => {
  const { program, folder, ask, settings } = await start();
  await expect.poll(async () => (await ask()).code, { timeout: hangsAfter }).toBe(0);
  expect(await ask()).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^good\ntelegram: good; connected for .*\nstore: good; .*\nclock: good; .*\n$/),
    stderr: "",
  });
  expect((await stat(`${folder}/health.sock`)).mode & 0o077).toBe(0);
  program.child.kill("SIGKILL");
  await program.ended;
  // What a killed program leaves behind is no answer, and does not stand in the way of the next.
  expect(existsSync(`${folder}/health.sock`)).toBe(true);
  expect(await ask()).toEqual({ code: 1, stdout: expect.stringMatching(/^bad\nwhereat does not answer/), stderr: "" });
  const next = startProgram(settings);
  await expect.poll(async () => (await ask()).code, { timeout: hangsAfter }).toBe(0);
  next.child.kill("SIGTERM");
  const { code, stderr } = await next.ended;
  expect(code).toBe(0);
  expect(stderr.trimEnd().split("\n").at(-1)).toMatch(/^whereat ended, asked to by SIGTERM, after \d+ s$/);
  expect(existsSync(`${folder}/health.sock`)).toBe(false);
});

test("health is bad, and fails, when Telegram has not been reached", async () => {
  const folder = await freshFolder();
  const settings = { TELEGRAM_BOT_TOKEN: "123456:FAKE-TOKEN", TELEGRAM_API_ROOT: "http://127.0.0.1:9" };
  const kept = { WHEREAT_STORE: `sqlite:${folder}/whereat.db`, WHEREAT_KEYS: `file:${folder}/keyring` };
  startProgram({ ...settings, ...kept });
  await expect.poll(() => existsSync(`${folder}/health.sock`), { timeout: hangsAfter }).toBe(true);
  const env = { PATH: "/usr/bin:/bin", ...settings, ...kept };
  const asked = await new Promise<[unknown, string]>((resolve) => {
    const asking = [join(root, "src/ask-health.ts")];
    execFile(process.execPath, asking, { env, cwd: folder }, (error, stdout) => resolve([error?.code, stdout]));
  });
  expect(asked).toEqual([
    1,
    expect.stringMatching(/^bad\ntelegram: bad; connecting for .*; it is not connected yet\n/),
  ]);
});

test("WHEREAT_METRICS tells counts and times on a port of this machine, and on nothing else that is asked for there", async () => {
  const port = await freePort();
  const { api, program } = await start({ WHEREAT_METRICS: `127.0.0.1:${port}` });
  const ana = api.places.person("Ana");
  api.people.say(ana, api.places.privateChat(ana), "/help");
  await api.calls.until(() => api.calls.accepted("sendMessage").length > 0);
  const page = await fetch(`http://127.0.0.1:${port}/metrics`);
  expect(page.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
  const text = await page.text();
  expect(text).toContain('whereat_received_total{network="telegram"} 1\n');
  expect(text).toMatch(/^whereat_store_seconds_count\{call="write",end="done"\} [1-9]/m);
  expect(text).toContain('whereat_good{part="telegram"} 1\n');
  const line = /^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? [0-9.e+-]+|)$/;
  expect(text.split("\n").filter((each) => !line.test(each))).toEqual([]);
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
  expect((await fetch(`http://127.0.0.1:${port}/metrics`, { method: "POST" })).status).toBe(404);
  program.child.kill("SIGTERM");
  expect((await program.ended).code).toBe(0);
});

test("what stands where metrics should be told is left as it is, and the program runs without them", async () => {
  const folder = await freshFolder();
  await writeFile(`${folder}/metrics`, "mine");
  const { program, api } = await start({ WHEREAT_METRICS: `unix:${folder}/metrics` });
  await expect.poll(program.stderr).toContain("warn: metrics cannot be told: its place cannot be used");
  expect(readFileSync(`${folder}/metrics`, "utf8")).toBe("mine");
  await api.calls.until(() => api.updates.isPolled());
});

test("in the journal of systemd, lines have its levels and no time of their own; in a file, though started by systemd, they have a time", async () => {
  const folder = await freshFolder();
  const logged = async (name: string, stream: (path: string, fd: number) => string) => {
    const path = `${folder}/${name}`;
    const fd = openSync(path, "w");
    const env = { PATH: "/usr/bin:/bin", TELEGRAM_API_ROOT: "http://127.0.0.1:9", JOURNAL_STREAM: stream(path, fd) };
    const child = spawn(process.execPath, [join(root, "src/main.ts")], {
      env,
      cwd: folder,
      stdio: ["ignore", "ignore", fd],
    });
    await new Promise((resolve) => child.once("close", resolve));
    return readFileSync(path, "utf8");
  };
  const ofFile = (_: string, fd: number) => `${fstatSync(fd).dev}:${fstatSync(fd).ino}`;
  expect(await logged("journal", ofFile)).toMatch(/^<6>whereat [^\n]*\n<4>set, but whereat does not run on telegram/);
  expect(await logged("file", () => "8:1234")).toMatch(
    /^\d{4}-\S+Z info {2}whereat [^\n]*\n\d{4}-\S+Z warn {2}set, but/,
  );
});
