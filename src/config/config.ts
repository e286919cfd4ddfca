import { dirname } from "node:path";
import type { LogLevel } from "../lib/log.ts";
import { readSecret, type Secret } from "./secret.ts";
import { type Configurable, didYouMean, namesOf, type SettingsReader, settingsWith } from "./settings.ts";

export type Config<Configured> = {
  /** where records are, as sqlite:PATH, postgres://…, redis://… or memory: */
  store: string;
  keys: { kind: "memory" } | { kind: "file"; path: string };
  passphrase?: Secret;
  logLevel: LogLevel;
  /** those of the networks for which something is set */
  networks: readonly Configured[];
};

/** The settings cannot be used. Its message names every problem, and no value. */
export class ConfigError extends Error {
  override name = "ConfigError" as const;
}

/**
 * @param networks every network that may be configured
 * @param env names and values, as of the environment
 * @param readFile gives the text of a secret's file; throws when it cannot
 * @throws ConfigError that names all problems at once
 */
export function parseConfig<Configured>(
  networks: readonly Configurable<Configured>[],
  env: Readonly<Record<string, string | undefined>>,
  readFile: (path: string) => string,
): Config<Configured> {
  const problems = unknownNames(networks, Object.keys(env));
  const text = (name: string) => env[name]?.trim() || undefined;
  const secret = (name: string) => readSecret(name, text, readFile, problems);

  const logLevel = text("WHEREAT_LOG") ?? "info";
  if (!isLogLevel(logLevel)) problems.push("WHEREAT_LOG must be debug, info or warn.");
  const store = text("WHEREAT_STORE") ?? "sqlite:./data/whereat.db";
  if (!/^(sqlite:.|postgres(ql)?:\/\/.|rediss?:\/\/.|valkey:\/\/.|memory:$)/.test(store)) {
    problems.push("WHEREAT_STORE must be sqlite:PATH, postgres://…, redis://…, valkey://… or memory:");
  }
  const keys = readKeys(text("WHEREAT_KEYS") ?? "file:./data/keyring", problems);
  const passphrase = secret("WHEREAT_PASSPHRASE");
  if (passphrase && keys.kind === "memory")
    problems.push("WHEREAT_PASSPHRASE seals a file, and WHEREAT_KEYS=memory has none.");
  const reader: SettingsReader = { text, secret, dataFolder: keys.kind === "memory" ? undefined : folderOf(store) };
  const configured = networks.map((network) => network.configure(reader, problems)).filter((one) => one !== undefined);

  if (problems.length > 0) throw new ConfigError(problems.join("\n"));
  return {
    store,
    keys,
    logLevel: isLogLevel(logLevel) ? logLevel : "info",
    networks: configured,
    ...(passphrase && { passphrase }),
  };
}

/** Names that begin like a setting or almost are one, a problem each. */
function unknownNames(networks: readonly Configurable<unknown>[], given: readonly string[]): string[] {
  const names = namesOf(settingsWith(networks));
  const prefixes = ["whereat", ...networks.map(({ name }) => name)].map((name) => `${name.toUpperCase()}_`);
  return given.flatMap((name) => {
    if (names.includes(name)) return [];
    const beginsLikeOurs = prefixes.some((prefix) => name.startsWith(prefix));
    const meant = didYouMean(name.toUpperCase(), names, beginsLikeOurs ? 3 : 2);
    return beginsLikeOurs || meant !== "" ? [`${name} is not a setting.${meant}`] : [];
  });
}

const isLogLevel = (text: string): text is LogLevel => ["debug", "info", "warn"].includes(text);

function readKeys(text: string, problems: string[]): Config<unknown>["keys"] {
  if (text === "memory") return { kind: "memory" };
  if (/^file:./.test(text)) return { kind: "file", path: text.slice("file:".length) };
  problems.push("WHEREAT_KEYS must be memory or file:PATH.");
  return { kind: "memory" };
}

/** Where the records are in a folder, everything else is in it too. */
function folderOf(store: string): string {
  const [, path] = /^sqlite:(.+)$/.exec(store) ?? [];
  return path === undefined ? "./data" : dirname(path);
}
