import { nearestWord } from "../lib/nearest.ts";
import type { Secret } from "./secret.ts";

export type Setting = { summary: string; example: string; isSecret?: true };
export type Settings = Readonly<Record<string, Setting>>;

/** Gives what is set. */
export type SettingsReader = {
  /** the value without the spaces around it, never empty */
  text: (name: string) => string | undefined;
  /** the same for a secret, which can be given by a file as well */
  secret: (name: string) => Secret | undefined;
  /** the folder for files beside the records; undefined: nothing may outlive the program */
  dataFolder: string | undefined;
};

/** Something with settings of its own. Their names begin with its name in capitals. */
export type Configurable<Configured> = {
  readonly name: string;
  readonly settings: Settings;
  /**
   * @param problems is told everything that is wrong, without a value
   * @returns undefined when nothing of it is set, or when it cannot be used
   */
  readonly configure: (reader: SettingsReader, problems: string[]) => Configured | undefined;
};

const own: Settings = {
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
  WHEREAT_METRICS: {
    summary: "where Prometheus reads counts and times, of nobody: unix:PATH or 127.0.0.1:PORT; unless set, nowhere",
    example: "127.0.0.1:9464",
  },
  WHEREAT_MAP: {
    summary:
      "a map of your city, for streets in answers and in pictures: the path of a PMTiles file of vector tiles; nothing is fetched",
    example: "./data/city.pmtiles",
  },
};

/** Every setting there is, with those of `parts`. */
export function settingsWith(parts: readonly Pick<Configurable<unknown>, "settings">[]): Settings {
  return Object.assign({}, ...parts.map(({ settings }) => settings), own);
}

/** The names under which settings may be given: a secret has a second one, with _FILE. */
export const namesOf = (settings: Settings): readonly string[] =>
  Object.entries(settings).flatMap(([name, { isSecret }]) => (isSecret ? [name, `${name}_FILE`] : [name]));

/**
 * The setting that was probably meant, as a question.
 * @param names of settings
 * @param letters how many may differ; empty when more do
 */
export function didYouMean(name: string, names: readonly string[], letters: number): string {
  const nearest = nearestWord(name, names, letters);
  return nearest === undefined ? "" : ` Did you mean ${nearest}?`;
}

/** The same for a name that leaves out words of a setting's, as TELEGRAM_TOKEN does. The shortest setting is the one that is meant. */
export function didYouMeanMore(name: string, names: readonly string[]): string {
  const words = name.split("_");
  const [meant] = names
    .filter((setting) => words.every((word) => setting.split("_").includes(word)))
    .toSorted((a, b) => a.length - b.length);
  return meant === undefined ? "" : ` Did you mean ${meant}?`;
}
