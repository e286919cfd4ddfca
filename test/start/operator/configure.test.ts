import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { startFakeBotApi } from "../../support/fake-bot-api/start.ts";
import { botId, startFakeHomeserver } from "../../support/fake-homeserver/fake-homeserver.ts";
import { withProvider } from "../../support/fake-homeserver/fake-provider.ts";
import { freshFolder, hangsAfter, startProgram } from "../program.ts";

beforeAll(() => vi.setConfig({ testTimeout: hangsAfter }));

const passphrase = "green river lamp seven hats";

async function startApi() {
  const api = await startFakeBotApi({ now: Date.now });
  onTestFinished(() => api.close());
  return api;
}

async function startHomeserver() {
  const homeserver = await startFakeHomeserver(Date.now);
  homeserver.happens("t1", {}, { device_one_time_keys_count: { signed_curve25519: 50 } });
  onTestFinished(() => homeserver.stop());
  return homeserver;
}

/** npm run configure, with these answers. */
async function configured(
  answers: readonly string[],
  settings: Readonly<Record<string, string>> = {},
  folder?: string,
) {
  const cwd = folder ?? (await freshFolder());
  const ended = await startProgram(settings, answers.map((line) => `${line}\n`).join(""), cwd, ["--configure"]).ended;
  const read = (path: string) => readFileSync(join(cwd, path), "utf8");
  const isPrivate = (path: string) => (statSync(join(cwd, path)).mode & 0o077) === 0;
  return { ...ended, cwd, read, isPrivate };
}

test("what is asked for is written down for nobody else to read, tried, and enough for the next start", async () => {
  const api = await startApi();
  const homeserver = await startHomeserver();
  const given = { TELEGRAM_API_ROOT: api.url };
  const answers = ["y", api.token, "yes", homeserver.url, botId, "let me in", "", passphrase, passphrase];
  const { code, stdout, cwd, read, isPrivate } = await configured(answers, given);
  expect(stdout).toContain(`It is @${api.bot.username}.`);
  expect(stdout).toContain(`It is at ${homeserver.url}.`);
  expect(stdout).toContain("It works. Start it with npm start, and leave it running.");
  expect(stdout).toContain(`https://t.me/${api.bot.username}?startgroup&admin=delete_messages`);
  expect(stdout).toContain(`https://matrix.to/#/${botId}`);
  expect(code).toBe(0);
  for (const secret of [api.token, "let me in", passphrase]) {
    expect(stdout).not.toContain(secret);
    expect(read(".env")).not.toContain(secret);
  }
  const secrets = readdirSync(join(cwd, "secrets"));
  expect(secrets.toSorted()).toEqual(["matrix-password", "telegram-bot-token", "whereat-passphrase"]);
  for (const path of [".env", "secrets", "data", ...secrets.map((name) => `secrets/${name}`)])
    expect([path, isPrivate(path)]).toEqual([path, true]);
  expect(read("secrets/whereat-passphrase")).toBe(`${passphrase}\n`);

  homeserver.happens("t2");
  const next = startProgram(given, "", cwd);
  await vi.waitFor(
    () => expect(next.stderr()).toContain(`Telegram: connected as @${api.bot.username}`),
    hangsAfter / 2,
  );
  await vi.waitFor(() => expect(next.stderr()).toContain(`Matrix: connected as ${botId}`), hangsAfter / 2);
  expect(next.stderr()).toContain("Keys: in a file, sealed by the passphrase.");
});

test("an answer that cannot be used is asked for again, with the reason", async () => {
  const api = await startApi();
  const answers = ["perhaps", "y", "secret", "12345:abcdefghijklm", api.token, "n", "short", "abcd abcd efgh", "no"];
  const { code, stdout, read } = await configured([...answers, passphrase, `${passphrase}s`, passphrase, passphrase], {
    TELEGRAM_API_ROOT: api.url,
  });
  expect(stdout).toContain("Say yes or no.");
  expect(stdout).toContain("That does not look like a token");
  expect(stdout).toContain("Telegram does not know this token.");
  expect(stdout).toContain("It is too easy to guess");
  expect(stdout).toContain("That would be guessed sooner than five words drawn at random.");
  expect(stdout).toContain("The two are not the same.");
  expect(code).toBe(0);
  expect(read("secrets/whereat-passphrase")).toBe(`${passphrase}\n`);
});

test("who wants no passphrase of their own gets one that nobody can guess", async () => {
  const api = await startApi();
  const { read } = await configured(["y", api.token, "n", ""], { TELEGRAM_API_ROOT: api.url });
  expect(read("secrets/whereat-passphrase")).toMatch(/^([0-9a-f]{4}-){7}[0-9a-f]{4}\n$/);
});

test("a homeserver is found by the name that it is known by, asked how one logs in, and its token is tried", async () => {
  const homeserver = await startHomeserver();
  homeserver.on(({ path, method }) =>
    path === "login" && method === "GET" ? { json: { flows: [{ type: "m.login.sso" }] } } : undefined,
  );
  homeserver.on(({ path }) =>
    path === "account/whoami" ? { status: 401, json: { errcode: "M_UNKNOWN_TOKEN" } } : undefined,
  );
  const web = await startFakeHomeserver();
  onTestFinished(() => web.stop());
  web.on(({ path }) =>
    path === "/.well-known/matrix/client"
      ? { json: { "m.homeserver": { base_url: homeserver.url } } }
      : { status: 404, json: {} },
  );
  const nowhere = "http://127.0.0.1:9";
  const answers = ["n", "y", "what is this", nowhere, web.url, "syt_wrong"];
  const { stdout, cwd } = await configured(answers);
  expect(stdout).toContain("That is no name and no address.");
  expect(stdout).toContain("Nothing that can be used answers there.");
  expect(stdout).toContain(`It is at ${homeserver.url}.`);
  expect(stdout).toContain("This homeserver takes no login by password, and none by a link and a code.");
  expect(stdout).toContain("The homeserver does not know this token.");
  // There were no more answers.
  expect(stdout).toMatch(/Nothing was written\.\n$/);
  expect(existsSync(join(cwd, ".env"))).toBe(false);
});

/** npm run configure at a homeserver that leaves its logins to another server, where the code that comes at the end is confirmed. */
async function configuredByCode(answers: (homeserver: string) => readonly string[], hasPassword = false) {
  const homeserver = await startHomeserver();
  const provider = withProvider(homeserver, Date.now);
  if (hasPassword)
    homeserver.on(({ path, method }) =>
      path === "login" && method === "GET" ? { json: { flows: [{ type: "m.login.password" }] } } : undefined,
    );
  const cwd = await freshFolder();
  const lines = answers(homeserver.url).map((line) => `${line}\n`);
  const program = startProgram({}, lines.join(""), cwd, ["--configure"]);
  await vi.waitFor(() => expect(program.stderr()).toContain("confirm the code CODE-1"), hangsAfter / 2);
  provider.decide("confirmed");
  return { ...(await program.ended), env: readFileSync(join(cwd, ".env"), "utf8") };
}

test("where logins are made in a browser, no password is asked for, and a link and a code come at the end", async () => {
  const { code, stdout, env } = await configuredByCode((url) => ["n", "y", url, botId, "", passphrase, passphrase]);
  expect(stdout).toContain("It is logged in with a link in a browser.");
  expect(stdout).not.toContain("Its password:");
  expect([code, stdout]).toEqual([0, expect.stringContaining("It works.")]);
  expect(env).toContain(`MATRIX_USER=${botId}`);
  expect(env).not.toContain("MATRIX_PASSWORD");
});

test("where there are logins of both kinds, the operator chooses", async () => {
  const answers = (url: string) => ["n", "y", url, botId, "what", "link", "", passphrase, passphrase];
  const { code, stdout } = await configuredByCode(answers, true);
  expect([code, stdout]).toEqual([0, expect.stringContaining("Say link or password.")]);
});

test("settings that are there already are left as they are", async () => {
  const folder = await freshFolder();
  writeFileSync(join(folder, ".env"), "WHEREAT_LOG=warn\n", { mode: 0o600 });
  const { code, stdout, read } = await configured(["y"], {}, folder);
  expect([code, stdout]).toEqual([0, expect.stringContaining("There is a file .env here already.")]);
  expect(read(".env")).toBe("WHEREAT_LOG=warn\n");
});

test("a connection that fails says so, and what was written stays, to be put right", async () => {
  const homeserver = await startHomeserver();
  homeserver.on(({ path, method }) =>
    path === "login" && method === "POST" ? { status: 403, json: { errcode: "M_FORBIDDEN" } } : undefined,
  );
  const answers = ["n", "y", homeserver.url, botId, "wrong", "", ""];
  const { code, stdout, stderr, read } = await configured(answers);
  expect(stderr).toContain("the homeserver refused MATRIX_USER with this password");
  expect(stdout).toContain("Put it right in .env and secrets/, then: npm start");
  expect(code).toBe(1);
  expect(read(".env")).toContain(`MATRIX_USER=${botId}`);
});
