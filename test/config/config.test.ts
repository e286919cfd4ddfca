import { inspect } from "node:util";
import { expect, test } from "vitest";
import { ConfigError, parseConfig } from "../../src/config/config.ts";
import type { ReadFile } from "../../src/config/secret.ts";
import { namesOf, settingsWith } from "../../src/config/settings.ts";
import type { PrivateText } from "../../src/lib/process/private-text.ts";
import { networks } from "../../src/networks.ts";

const token = "123456:AbCdEfGhIjKlMnOp";
const noFile: ReadFile = () => undefined;
const file = (text: string, isOpen = false): PrivateText => ({ text, isOpen });
const parse = (env: Record<string, string | undefined>, readFile = noFile, envFile?: PrivateText) =>
  parseConfig(networks, env, readFile, envFile);
const settingNames = namesOf(settingsWith(networks));
function problemsOf(env: Record<string, string>, readFile = noFile, envFile?: PrivateText): string {
  try {
    parse(env, readFile, envFile);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return "";
}

test("with nothing set it has what it needs", () => {
  expect(parse({})).toEqual({
    store: "sqlite:./data/whereat.db",
    isStoreSet: false,
    folder: "./data",
    keys: { kind: "file", path: "./data/keyring" },
    logLevel: "info",
    networks: [],
    warnings: [],
    inEnvironment: [],
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
  expect(problemsOf({ TELEGRAM_TOKEN: token })).toContain("Did you mean TELEGRAM_BOT_TOKEN?");
  expect(problemsOf({ MATRIX_HOMESERVER: "https://x" })).toContain("Did you mean MATRIX_HOMESERVER_URL?");
  expect(problemsOf({ MATRIX_KEY: "x" })).toContain("Did you mean MATRIX_RECOVERY_KEY?");
  expect(problemsOf({ WHEREAT_COLOUR: "x" })).toBe("WHEREAT_COLOUR is not a setting.");
  const others =
    "PATH HOME USER LOG STORE GITHUB_USER MAILBOX_USER npm_config_user POSTGRES_USER BOT_TOKEN TELEGRAMS LOGNAME";
  expect(parse(Object.fromEntries(others.split(" ").map((name) => [name, "x"])))).toEqual(parse({}));
});

test("what is there and empty or blank is refused, wherever it stands: an empty passphrase would seal nothing", () => {
  for (const name of settingNames) {
    expect(problemsOf({ [name]: "" })).toContain(`${name} is empty: give it a value, or take it away.`);
    expect(problemsOf({ [name]: " " })).toContain(`${name} is empty`);
    expect(problemsOf({}, noFile, file(`${name}=\n`))).toContain(`${name} is empty`);
    expect(problemsOf({}, noFile, file(`${name}=" "\n`))).toContain(`${name} is empty`);
  }
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
    path === "/run/pass" ? file("correct horse\n") : undefined,
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
  [{ WHEREAT_KEYS: "memory", WHEREAT_PASSPHRASE: "correct horse" }, "WHEREAT_KEYS=memory has none"],
  [{ TELEGRAM_BOT_TOKEN: "token" }, "TELEGRAM_BOT_TOKEN does not look like a token"],
  [
    { WHEREAT_PASSPHRASE: "a", WHEREAT_PASSPHRASE_FILE: "b" },
    "Give WHEREAT_PASSPHRASE or WHEREAT_PASSPHRASE_FILE, not both.",
  ],
  [{ TELEGRAM_BOT_TOKEN_FILE: "/run/token" }, "The file that TELEGRAM_BOT_TOKEN_FILE names is not there."],
] satisfies [Record<string, string>, string][])("%j is refused and explained", (env, problem) => {
  expect(problemsOf(env)).toContain(problem);
});

test("a secret's file that is empty is refused", () => {
  expect(problemsOf({ WHEREAT_PASSPHRASE_FILE: "/run/pass" }, () => file("\n"))).toContain(
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

test("a secret of more than one line is refused, for nobody can tell which of them it is", () => {
  for (const text of ["# of the bot\ncorrect horse", "correct\0horse"]) {
    expect(problemsOf({ MATRIX_PASSWORD_FILE: "/run/pass" }, () => file(text))).toContain("more than one line");
    expect(problemsOf({ MATRIX_PASSWORD: text })).toContain("MATRIX_PASSWORD has more than one line");
  }
});

test("a secret's file that cannot be told for sure is refused, and it says why", () => {
  for (const problem of ["is not text in UTF-8", "has more than 65536 bytes", "cannot be read"])
    expect(problemsOf({ WHEREAT_PASSPHRASE_FILE: "/run/pass" }, () => ({ problem }))).toBe(
      `The file that WHEREAT_PASSPHRASE_FILE names ${problem}.`,
    );
  expect(problemsOf({}, noFile, { problem: "is not text in UTF-8" })).toBe("The file .env is not text in UTF-8.");
});

test("a passphrase that is easy to guess is refused, and one of five words is not", () => {
  const guessed = ["x", "tr0ub4dor", "elevenchars", "aaaaaaaaaaaaaaaaaaaa", "ababababababab", "🔥🔥🔥🔥🔥🔥🔥"];
  for (const passphrase of guessed) {
    expect(problemsOf({ WHEREAT_PASSPHRASE: passphrase })).toMatch(/^WHEREAT_PASSPHRASE is too easy to guess/);
    expect(problemsOf({ WHEREAT_PASSPHRASE_FILE: "/run/pass" }, () => file(passphrase))).toContain("too easy to guess");
  }
  for (const passphrase of ["twelve chars", "correct horse battery staple", "пять слов наугад"])
    expect(problemsOf({ WHEREAT_PASSPHRASE: passphrase })).toBe("");
});

test("a file with secrets that others can read is worth a warning, and one of ours alone is not", () => {
  const warnings = (isOpen: boolean) => [
    ...parse({ WHEREAT_PASSPHRASE_FILE: "/run/pass", TELEGRAM_BOT_TOKEN: token }, () => file("correct horse", isOpen))
      .warnings,
    ...parse({}, noFile, file(`TELEGRAM_BOT_TOKEN=${token}`, isOpen)).warnings,
  ];
  expect(warnings(false)).toEqual([]);
  expect(warnings(true)).toEqual([
    "the file that WHEREAT_PASSPHRASE_FILE names can be read or changed by other users of this machine: make it yours, and chmod 600 it",
    "the file .env can be read or changed by other users of this machine: make it yours, and chmod 600 it",
  ]);
});

test("what is set for a network that does not run is worth a warning", () => {
  expect(parse({ TELEGRAM_ALLOWED_INVITERS: "1", TELEGRAM_API_ROOT: "http://there" }).warnings).toEqual([
    "set, but whereat does not run on telegram with that alone: TELEGRAM_API_ROOT, TELEGRAM_ALLOWED_INVITERS",
  ]);
  expect(parse({ WHEREAT_PASSPHRASE: "correct horse" }).warnings).toEqual([
    "set, but no network is, so only the console room opens: WHEREAT_PASSPHRASE",
  ]);
  expect(parse({ WHEREAT_PASSPHRASE: "correct horse", TELEGRAM_BOT_TOKEN: token }).warnings).toEqual([]);
});

test("it is known which secrets stand in the environment, where the system shows them", () => {
  const env = { WHEREAT_PASSPHRASE: "correct horse", WHEREAT_LOG: "debug", TELEGRAM_BOT_TOKEN_FILE: "/run/token" };
  expect(parse(env, () => file(token)).inEnvironment).toEqual(["WHEREAT_PASSPHRASE"]);
  expect(parse({}, noFile, file(`TELEGRAM_BOT_TOKEN=${token}`)).inEnvironment).toEqual([]);
});

test("what stands in .env is set, and the environment takes precedence", () => {
  const envFile = file(`TELEGRAM_BOT_TOKEN=${token}\nWHEREAT_LOG=warn\nWHEREAT_STORE=memory:\n`);
  expect(parse({ WHEREAT_LOG: "debug" }, noFile, envFile)).toMatchObject({
    networks: [{ name: "telegram" }],
    logLevel: "debug",
    store: "memory:",
  });
});
