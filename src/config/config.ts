import type { LogLevel } from "../lib/log.ts";
import { type MatrixConfig, readMatrixConfig } from "./matrix-config.ts";
import { readSecret, type Secret } from "./secret.ts";
import { didYouMean, settingNames } from "./settings.ts";

export type TelegramConfig = {
  token: Secret;
  apiRoot?: string;
  /** ids of the people who may add the bot to groups; absent: everybody may */
  allowedInviters?: readonly number[];
};
export type Config = {
  /** where records are, as sqlite:PATH, postgres://…, redis://… or memory: */
  store: string;
  keys: { kind: "memory" } | { kind: "file"; path: string };
  passphrase?: Secret;
  telegram?: TelegramConfig;
  matrix?: MatrixConfig;
  logLevel: LogLevel;
};

/** The settings cannot be used. Its message names every problem, and no value. */
export class ConfigError extends Error {
  override name = "ConfigError" as const;
}

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
    if (settingNames.includes(name)) continue;
    const beginsLikeOurs = /^(WHEREAT|TELEGRAM|MATRIX)_/.test(name);
    const meant = didYouMean(name.toUpperCase(), beginsLikeOurs ? 3 : 2);
    if (beginsLikeOurs || meant !== "") problems.push(`${name} is not a setting.${meant}`);
  }

  const logLevel = text("WHEREAT_LOG") ?? "info";
  if (!isLogLevel(logLevel)) problems.push("WHEREAT_LOG must be debug, info or warn.");
  const apiRoot = text("TELEGRAM_API_ROOT");
  if (apiRoot !== undefined && !/^https?:\/\/[^\s/]/.test(apiRoot))
    problems.push("TELEGRAM_API_ROOT must be an http(s) address.");
  const allowedInviters = readUserIds(text("TELEGRAM_ALLOWED_INVITERS"), problems);
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
  const matrix = readMatrixConfig({ text, secret, problems, store, keys });

  if (problems.length > 0) throw new ConfigError(problems.join("\n"));
  return {
    store,
    keys,
    logLevel: isLogLevel(logLevel) ? logLevel : "info",
    ...(passphrase && { passphrase }),
    ...(matrix && { matrix }),
    ...(token && { telegram: { token, ...(apiRoot && { apiRoot }), ...(allowedInviters && { allowedInviters }) } }),
  };
}

const isLogLevel = (text: string): text is LogLevel => ["debug", "info", "warn"].includes(text);

/** By ids only: a username can be given up, and taken by somebody else. */
function readUserIds(text: string | undefined, problems: string[]): readonly number[] | undefined {
  if (text === undefined) return undefined;
  const ids = text.split(",").map((each) => each.trim());
  if (!ids.every((id) => /^[1-9]\d{0,15}$/.test(id) && Number.isSafeInteger(Number(id))))
    problems.push(
      "TELEGRAM_ALLOWED_INVITERS must be user ids, which are numbers, with commas. Usernames change hands, so they are not taken.",
    );
  return ids.map(Number);
}

function readKeys(text: string, problems: string[]): Config["keys"] {
  if (text === "memory") return { kind: "memory" };
  if (/^file:./.test(text)) return { kind: "file", path: text.slice("file:".length) };
  problems.push("WHEREAT_KEYS must be memory or file:PATH.");
  return { kind: "memory" };
}
