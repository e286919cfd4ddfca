import type { LogLevel } from "./log.ts";

/** A value that must not be printed: shown as "[secret]" by whatever shows it; `reveal` gives it. */
export type Secret = { reveal(): string };

export type TelegramConfig = { token: Secret; apiRoot?: string };
export type Config = {
  /** where records are, as sqlite:PATH, postgres://…, redis://… or memory: */
  store: string;
  keys: { kind: "memory" } | { kind: "file"; path: string };
  passphrase?: Secret;
  telegram?: TelegramConfig;
  logLevel: LogLevel;
};

/** The settings cannot be used. Its message names every problem, and no value. */
export class ConfigError extends Error {
  override name = "ConfigError" as const;
}

type Setting = { summary: string; example: string; isSecret?: true };

/** Every setting there is. A secret can be given by a file as well, under its name with _FILE. */
export const settings: Readonly<Record<string, Setting>> = {
  TELEGRAM_BOT_TOKEN: {
    summary: "the token that @BotFather gave you; with it, whereat runs on Telegram",
    example: "",
    isSecret: true,
  },
  TELEGRAM_API_ROOT: { summary: "a Bot API server of your own", example: "https://api.telegram.org" },
  WHEREAT_STORE: {
    summary: "where records are kept, sealed: sqlite:PATH, postgres://…, redis://…, valkey://… or memory:",
    example: "sqlite:./data/whereat.db",
  },
  WHEREAT_KEYS: {
    summary: "where the key ring is: file:PATH, or memory, with which nothing survives a restart",
    example: "file:./data/keyring",
  },
  WHEREAT_PASSPHRASE: { summary: "seals the key ring's file", example: "", isSecret: true },
  WHEREAT_LOG: {
    summary: "how much is logged: debug, info or warn; never a position, name, id or token",
    example: "info",
  },
};

/** The names under which settings may be given. */
export const settingNames: readonly string[] = Object.entries(settings).flatMap(([name, { isSecret }]) =>
  isSecret ? [name, `${name}_FILE`] : [name],
);

/**
 * @param env names and values, as of the environment
 * @param readFile gives the text of a secret's file; throws when it cannot
 * @throws ConfigError that names all problems at once
 */
export function parseConfig(
  env: Readonly<Record<string, string | undefined>>,
  readFile: (path: string) => string,
): Config {
  const problems: string[] = [];
  const text = (name: string) => env[name]?.trim() || undefined;
  const secret = (name: string) => readSecret(name, text, readFile, problems);

  for (const name of Object.keys(env)) {
    if (!/^(WHEREAT|TELEGRAM|MATRIX)_/.test(name) || settingNames.includes(name)) continue;
    problems.push(`${name} is not a setting.${didYouMean(name)}`);
  }

  const logLevel = text("WHEREAT_LOG") ?? "info";
  if (!isLogLevel(logLevel)) problems.push("WHEREAT_LOG must be debug, info or warn.");
  const apiRoot = text("TELEGRAM_API_ROOT");
  if (apiRoot !== undefined && !/^https?:\/\/[^\s/]/.test(apiRoot))
    problems.push("TELEGRAM_API_ROOT must be an http(s) address.");
  const store = text("WHEREAT_STORE") ?? "sqlite:./data/whereat.db";
  if (!/^(sqlite:.|postgres(ql)?:\/\/.|rediss?:\/\/.|valkey:\/\/.|memory:$)/.test(store)) {
    problems.push("WHEREAT_STORE must be sqlite:PATH, postgres://…, redis://…, valkey://… or memory:");
  }
  const keys = readKeys(text("WHEREAT_KEYS") ?? "file:./data/keyring", problems);
  const token = secret("TELEGRAM_BOT_TOKEN");
  if (token && !/^\d+:[\w-]{10,}$/.test(token.reveal())) {
    problems.push(
      "TELEGRAM_BOT_TOKEN does not look like a token: digits, a colon, letters and digits, as @BotFather gave it.",
    );
  }
  const passphrase = secret("WHEREAT_PASSPHRASE");
  if (passphrase && keys.kind === "memory")
    problems.push("WHEREAT_PASSPHRASE seals a file, and WHEREAT_KEYS=memory has none.");

  if (problems.length > 0) throw new ConfigError(problems.join("\n"));
  return {
    store,
    keys,
    logLevel: isLogLevel(logLevel) ? logLevel : "info",
    ...(passphrase && { passphrase }),
    ...(token && { telegram: { token, ...(apiRoot && { apiRoot }) } }),
  };
}

const isLogLevel = (text: string): text is LogLevel => ["debug", "info", "warn"].includes(text);

function readKeys(text: string, problems: string[]): Config["keys"] {
  if (text === "memory") return { kind: "memory" };
  if (/^file:./.test(text)) return { kind: "file", path: text.slice("file:".length) };
  problems.push("WHEREAT_KEYS must be memory or file:PATH.");
  return { kind: "memory" };
}

function readSecret(
  name: string,
  text: (name: string) => string | undefined,
  readFile: (path: string) => string,
  problems: string[],
): Secret | undefined {
  const direct = text(name);
  const path = text(`${name}_FILE`);
  if (direct !== undefined && path !== undefined) problems.push(`Give ${name} or ${name}_FILE, not both.`);
  if (path === undefined) return direct === undefined ? undefined : hide(direct);
  try {
    const content = readFile(path).trim();
    if (content !== "") return hide(content);
    problems.push(`The file that ${name}_FILE names is empty.`);
  } catch {
    problems.push(`The file that ${name}_FILE names cannot be read.`);
  }
  return undefined;
}

function hide(value: string): Secret {
  const shown = () => "[secret]";
  const hidden = {
    reveal: () => value,
    toString: shown,
    toJSON: shown,
    [Symbol.for("nodejs.util.inspect.custom")]: shown,
  };
  return hidden;
}

/** The setting that differs in the fewest letters, when those are few. */
function didYouMean(name: string): string {
  const nearest = settingNames
    .map((setting) => ({ setting, distance: editDistance(name, setting) }))
    .toSorted((a, b) => a.distance - b.distance)[0];
  return nearest && nearest.distance <= 3 ? ` Did you mean ${nearest.setting}?` : "";
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of a.split("").entries()) {
    const next = [i + 1];
    for (const [j, other] of b.split("").entries()) {
      next.push(Math.min((row[j] ?? 0) + Number(letter !== other), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
