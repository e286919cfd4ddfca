import { inspect } from "node:util";
import { expect, test } from "vitest";
import { ConfigError, parseConfig } from "../../src/config/config.ts";
import { namesOf, settingsWith } from "../../src/config/settings.ts";
import { networks } from "../../src/networks.ts";

const token = "123456:AbCdEfGhIjKlMnOp";
const noFile = () => {
  throw new Error("no such file: /secret/path");
};
const parse = (env: Record<string, string | undefined>, readFile: (path: string) => string = noFile) =>
  parseConfig(networks, env, readFile);
const settingNames = namesOf(settingsWith(networks));
function problemsOf(env: Record<string, string>, readFile: (path: string) => string = noFile): string {
  try {
    parse(env, readFile);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return "";
}

test("with nothing set it has what it needs", () => {
  expect(parse({})).toEqual({
    store: "sqlite:./data/whereat.db",
    keys: { kind: "file", path: "./data/keyring" },
    logLevel: "info",
    networks: [],
  });
});

test.each(networks)("the settings of $name begin with its name, which ids can begin with", ({ name, settings }) => {
  expect(name).toMatch(/^[a-z]+$/);
  for (const setting of Object.keys(settings)) expect(setting.startsWith(`${name.toUpperCase()}_`)).toBe(true);
});

test("of two networks that begin alike, or with the same setting, there is none", () => {
  const names = networks.map(({ name }) => name);
  const all = networks.flatMap(({ settings }) => Object.keys(settings));
  expect([new Set(names).size, new Set(all).size]).toEqual([names.length, all.length]);
});

test("a name that is almost a setting's is refused, whatever it begins with, and names of others are not", () => {
  expect(problemsOf({ TELEGRM_BOT_TOKEN: token })).toBe(
    "TELEGRM_BOT_TOKEN is not a setting. Did you mean TELEGRAM_BOT_TOKEN?",
  );
  expect(problemsOf({ telegram_bot_token: token })).toContain("Did you mean TELEGRAM_BOT_TOKEN?");
  expect(problemsOf({ WHERAT_STORE: "memory:" })).toContain("Did you mean WHEREAT_STORE?");
  expect(problemsOf({ MARTIX_PASSWORD_FILE: "/x" })).toContain("Did you mean MATRIX_PASSWORD_FILE?");
  const others =
    "PATH HOME USER LOG STORE GITHUB_USER MAILBOX_USER npm_config_user POSTGRES_USER BOT_TOKEN TELEGRAMS LOGNAME";
  expect(parse(Object.fromEntries(others.split(" ").map((name) => [name, "x"])))).toEqual(parse({}));
});

test("what is empty or blank is not set", () => {
  expect(parse(Object.fromEntries(settingNames.map((name) => [name, " "])))).toEqual(parse({}));
});

test("everything that can be set is read", () => {
  const config = parse({
    TELEGRAM_BOT_TOKEN: ` ${token}\n`,
    TELEGRAM_API_ROOT: "http://127.0.0.1:8081",
    MATRIX_HOMESERVER_URL: "https://matrix.example.org",
    MATRIX_ACCESS_TOKEN: "syt_x",
    WHEREAT_STORE: "redis://127.0.0.1:6379",
    WHEREAT_KEYS: "file:/var/lib/ring",
    WHEREAT_PASSPHRASE: "correct horse",
    WHEREAT_LOG: "debug",
    PATH: "/bin",
  });
  expect(config).toMatchObject({
    store: "redis://127.0.0.1:6379",
    keys: { kind: "file", path: "/var/lib/ring" },
    networks: [{ name: "telegram" }, { name: "matrix" }],
    logLevel: "debug",
  });
  expect(config.passphrase?.reveal()).toBe("correct horse");
});

test("a secret can come from a file, without its line break", () => {
  const config = parse({ WHEREAT_PASSPHRASE_FILE: "/run/pass" }, (path) =>
    path === "/run/pass" ? "correct horse\n" : "",
  );
  expect(config.passphrase?.reveal()).toBe("correct horse");
});

test("a secret shows itself nowhere", () => {
  const config = parse({ TELEGRAM_BOT_TOKEN: token, WHEREAT_PASSPHRASE: "correct horse" });
  const shown = [
    inspect(config, { depth: 9, showHidden: true }),
    JSON.stringify(config),
    `${config.passphrase as unknown as string}`,
  ];
  for (const text of shown) {
    expect(text).not.toMatch(/AbCdEf|correct horse/);
    expect(text).toContain("[secret]");
  }
});

test.each([
  [{ WHEREAT_STROE: "x" }, "WHEREAT_STROE is not a setting. Did you mean WHEREAT_STORE?"],
  [{ TELEGRAM_TOKEN: "x" }, "TELEGRAM_TOKEN is not a setting."],
  [{ WHEREAT_LOG: "trace" }, "WHEREAT_LOG must be debug, info or warn."],
  [{ WHEREAT_LOG: "constructor" }, "WHEREAT_LOG must be debug, info or warn."],
  [
    { TELEGRAM_ALLOWED_INVITERS: "@ana" },
    "TELEGRAM_ALLOWED_INVITERS must be user ids, which are numbers, with commas.",
  ],
  [{ TELEGRAM_ALLOWED_INVITERS: "1, ,2" }, "TELEGRAM_ALLOWED_INVITERS must be user ids"],
  [{ TELEGRAM_ALLOWED_INVITERS: "-100123" }, "TELEGRAM_ALLOWED_INVITERS must be user ids"],
  [{ TELEGRAM_ALLOWED_INVITERS: "9007199254740993" }, "TELEGRAM_ALLOWED_INVITERS must be user ids"],
  [{ TELEGRAM_API_ROOT: "ftp://there" }, "TELEGRAM_API_ROOT must be an http(s) address."],
  [{ WHEREAT_STORE: "mysql://there" }, "WHEREAT_STORE must be"],
  [{ WHEREAT_STORE: "memory:x" }, "WHEREAT_STORE must be"],
  [{ WHEREAT_KEYS: "disk" }, "WHEREAT_KEYS must be memory or file:PATH."],
  [{ WHEREAT_KEYS: "memory", WHEREAT_PASSPHRASE: "secret" }, "WHEREAT_KEYS=memory has none"],
  [{ TELEGRAM_BOT_TOKEN: "token" }, "TELEGRAM_BOT_TOKEN does not look like a token"],
  [
    { WHEREAT_PASSPHRASE: "a", WHEREAT_PASSPHRASE_FILE: "b" },
    "Give WHEREAT_PASSPHRASE or WHEREAT_PASSPHRASE_FILE, not both.",
  ],
  [{ TELEGRAM_BOT_TOKEN_FILE: "/run/token" }, "The file that TELEGRAM_BOT_TOKEN_FILE names cannot be read."],
] satisfies [Record<string, string>, string][])("%j is refused and explained", (env, problem) => {
  expect(problemsOf(env)).toContain(problem);
});

test("a secret's file that is empty is refused", () => {
  expect(problemsOf({ WHEREAT_PASSPHRASE_FILE: "/run/pass" }, () => "\n")).toContain(
    "WHEREAT_PASSPHRASE_FILE names is empty",
  );
});

test("all problems are told at once, and no value among them", () => {
  const problems = problemsOf({
    TELEGRAM_BOT_TOKEN: "hunter2",
    WHEREAT_KEYS: "hunter2",
    WHEREAT_STORE: "hunter2://u:hunter2@db",
    WHEREAT_PASSPHRASE_FILE: "/hunter2",
    WHEREAT_HUNTER: "hunter2",
  });
  expect(problems.split("\n").length).toBeGreaterThanOrEqual(5);
  expect(problems).not.toContain("hunter2");
});
