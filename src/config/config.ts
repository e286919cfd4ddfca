import { dirname } from "node:path";
import type { LogLevel } from "../lib/log.ts";
import type { PrivateText } from "../lib/process/private-text.ts";
import { readEnvFile } from "./env-file.ts";
import { passphraseProblem } from "./passphrase.ts";
import { openToOthers, type ReadFile, readSecret, type Secret, type SecretSource } from "./secret.ts";
import {
  type Configurable,
  didYouMean,
  didYouMeanMore,
  namesOf,
  type SettingsReader,
  settingsWith,
} from "./settings.ts";

export type Config<Configured> = {
  /** where records are, as sqlite:PATH, postgres://…, redis://… or memory: */
  store: string;
  /** `store` is as somebody set it, and not the default */
  isStoreSet: boolean;
  keys: { kind: "memory" } | { kind: "file"; path: string };
  passphrase?: Secret;
  logLevel: LogLevel;
  /** the folder of everything that is kept */
  folder: string;
  /** the file of a map; absent: places have no names */
  map?: string;
  /** where metrics are told; absent: nowhere */
  metrics?: { path: string } | { host: string; port: number };
  /** those of the networks for which something is set */
  networks: readonly Configured[];
  /** what is unsafe, or set for nothing: sentences without a value, for the log */
  warnings: readonly string[];
  /** the secrets that are given in the environment, where the system shows them for as long as the program runs */
  inEnvironment: readonly string[];
};

/** The settings cannot be used. Its message names every problem, and no value. */
export class ConfigError extends Error {
  override name = "ConfigError" as const;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * @param networks every network that may be configured
 * @param env names and values of the environment
 * @param envFile the file `.env`; the environment takes precedence over it
 * @throws ConfigError that names all problems at once
 */
export function parseConfig<Configured>(
  networks: readonly Configurable<Configured>[],
  env: Environment,
  readFile: ReadFile,
  envFile?: PrivateText,
): Config<Configured> {
  const problems = unknownNames(networks, Object.keys(env));
  const warnings: string[] = [];
  const all = settingsWith(networks);
  const names = namesOf(all);
  const values = readValues(names, env, envFile, { problems, warnings });
  const text = (name: string) => values.get(name);
  const source: SecretSource = { text, readFile, problems, warnings };
  const secret = (name: string) => readSecret(name, source);

  const logLevel = text("WHEREAT_LOG") ?? "info";
  if (!isLogLevel(logLevel)) problems.push("WHEREAT_LOG must be debug, info or warn.");
  const store = text("WHEREAT_STORE") ?? "sqlite:./data/whereat.db";
  if (!/^(sqlite:.|postgres(ql)?:\/\/.|rediss?:\/\/.|valkey:\/\/.|memory:$)/.test(store)) {
    problems.push("WHEREAT_STORE must be sqlite:PATH, postgres://…, redis://…, valkey://… or memory:");
  }
  const keys = readKeys(text("WHEREAT_KEYS") ?? "file:./data/keyring", problems);
  const metrics = readMetrics(text("WHEREAT_METRICS"), problems);
  const map = text("WHEREAT_MAP");
  if (map !== undefined && !/^(?!\w+:\/\/).+\.pmtiles$/.test(map))
    problems.push("WHEREAT_MAP must be the path of a file that ends in .pmtiles: whereat fetches no map.");
  const passphrase = secret("WHEREAT_PASSPHRASE");
  const tooEasy = passphrase && passphraseProblem(passphrase.reveal(), "WHEREAT_PASSPHRASE");
  if (tooEasy) problems.push(tooEasy);
  if (passphrase && keys.kind === "memory")
    problems.push("WHEREAT_PASSPHRASE seals a file, and WHEREAT_KEYS=memory has none.");
  const reader: SettingsReader = { text, secret, dataFolder: keys.kind === "memory" ? undefined : folderOf(store) };
  const configured = networks.flatMap((network) => {
    const one = network.configure(reader, problems);
    const unused = one === undefined ? namesOf(network.settings).filter((name) => values.has(name)) : [];
    if (unused.length > 0)
      warnings.push(`set, but whereat does not run on ${network.name} with that alone: ${unused.join(", ")}`);
    return one === undefined ? [] : [one];
  });
  const unused = ["WHEREAT_PASSPHRASE", "WHEREAT_PASSPHRASE_FILE"].filter((name) => values.has(name));
  if (configured.length === 0 && unused.length > 0)
    warnings.push(`set, but no network is, so only the console room opens: ${unused.join(", ")}`);

  if (problems.length > 0) throw new ConfigError(problems.join("\n"));
  return {
    store,
    isStoreSet: values.has("WHEREAT_STORE"),
    keys,
    folder: folderOf(store),
    ...(metrics && { metrics }),
    ...(map !== undefined && { map }),
    logLevel: isLogLevel(logLevel) ? logLevel : "info",
    networks: configured,
    warnings,
    inEnvironment: Object.keys(all).filter((name) => all[name]?.isSecret && env[name] !== undefined),
    ...(passphrase && { passphrase }),
  };
}

/** What is set, by name, without the spaces around it. What is there and empty is a problem: something was meant. */
function readValues(
  names: readonly string[],
  env: Environment,
  envFile: PrivateText | undefined,
  { problems, warnings }: Pick<SecretSource, "problems" | "warnings">,
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  if (envFile && "problem" in envFile) problems.push(`The file .env ${envFile.problem}.`);
  else if (envFile) {
    const lines = readEnvFile(envFile.text, (name) => names.includes(name));
    problems.push(...lines.problems);
    for (const [name, value] of lines.values) values.set(name, value.trim());
    if (envFile.isOpen && lines.values.size > 0) warnings.push(openToOthers("the file .env"));
  }
  for (const name of names) {
    const value = env[name];
    if (value !== undefined) values.set(name, value.trim());
    if (values.get(name) !== "") continue;
    values.delete(name);
    problems.push(`${name} is empty: give it a value, or take it away.`);
  }
  return values;
}

/** Names that begin like a setting or almost are one, a problem each. */
function unknownNames(networks: readonly Configurable<unknown>[], given: readonly string[]): string[] {
  const names = namesOf(settingsWith(networks));
  const prefixes = ["whereat", ...networks.map(({ name }) => name)].map((name) => `${name.toUpperCase()}_`);
  return given.flatMap((name) => {
    if (names.includes(name)) return [];
    const beginsLikeOurs = prefixes.some((prefix) => name.startsWith(prefix));
    const inCapitals = name.toUpperCase();
    const meant =
      (beginsLikeOurs ? didYouMeanMore(inCapitals, names) : "") ||
      didYouMean(inCapitals, names, beginsLikeOurs ? 3 : 2);
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

/** Only of this machine: whoever reads them sees how busy whereat is, and when. */
function readMetrics(text: string | undefined, problems: string[]): Config<unknown>["metrics"] {
  if (text === undefined) return undefined;
  const [, path] = /^unix:(.+)$/.exec(text) ?? [];
  if (path !== undefined) return { path };
  const [, host, digits] = /^(127(?:\.\d{1,3}){3}|\[::1\]):(\d{1,5})$/.exec(text) ?? [];
  const port = Number(digits);
  if (host !== undefined && port > 0 && port < 65_536) return { host: host.replace(/[[\]]/g, ""), port };
  problems.push("WHEREAT_METRICS must be unix:PATH, 127.0.0.1:PORT or [::1]:PORT. They are told on this machine only.");
  return undefined;
}

/** Where the records are in a folder, everything else is in it too. */
function folderOf(store: string): string {
  const [, path] = /^sqlite:(.+)$/.exec(store) ?? [];
  return path === undefined ? "./data" : dirname(path);
}
