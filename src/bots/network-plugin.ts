import type { Configurable } from "../config/settings.ts";
import type { Receive } from "../core/messaging/inbox.ts";
import type { Audience } from "../core/model/audience.ts";
import type { Network } from "../core/model/ids.ts";
import type { ChatNetwork, FileKeys, NetworkWords } from "../core/model/ports.ts";
import type { Language } from "../core/text/languages.ts";
import type { Log } from "../lib/log.ts";
import type { Clock, Duration, Wait } from "../lib/time.ts";
import type { NetworkClock } from "./network-clock.ts";

/** What is true of every network: for one that has no texts of its own. */
export const commonWords: NetworkWords = {
  stepsInRoom: "network-steps",
  stepsInPrivate: "network-steps",
  sendOnce: "network-send-once",
  sendLive: "network-send-live",
  deleting: "network-deleting",
  whoElseSees: "network-sees",
  noBoard: "network-no-board",
};

/** A chat network that listens as well. */
export type ChatBot = {
  readonly network: ChatNetwork;
  /**
   * Resolves when it is connected, with one line for the log: as what, and what it can and cannot do there.
   * Rejects when it never will be, with a BotRefused where there is something to be done about it.
   */
  start(): Promise<string | undefined>;
  /** Resolves when nothing more will come; absent: never. The program ends then. */
  readonly ended?: Promise<void>;
  /**
   * Rejects, as `start` does, when it cannot go on after it was connected; absent: it always can. It is then stopped, and opened anew from time
   * to time while another network runs; when none does, the program ends.
   */
  readonly broken?: Promise<never>;
  /**
   * Lets another session of the bot's account verify its device, as whoever runs it wants; absent: there is nothing like that there.
   * @param signal ends it
   * @returns whether it was verified
   */
  readonly verify?: (operator: Interview, signal: AbortSignal) => Promise<boolean>;
  /** Resolves when everything in hand is answered, or is safe to be delivered again. */
  stop(): Promise<void>;
};

/** A network that will not have the bot, however often it tries. The message is logged: it is ours, and says what to do. */
export class BotRefused extends Error {
  override name = "BotRefused" as const;
}

/** What a network may know of the past that store and key ring have lost, when both were put back from one copy. */
export type Past = {
  /** whether the network has kept something to compare with before: then what it kept must be there */
  isKnown(): Promise<boolean>;
  /** notes that it keeps something from now on */
  know(): Promise<void>;
  /** for how many milliseconds the program did not run before this start, by the clock; undefined: not known */
  readonly absence: Duration | undefined;
  /** never falls while nothing is lost: grows with each start, and when somebody chooses something or takes it back */
  count(): number;
  /** the network knows of more than is known here: every share is over, and choices are not certain */
  lose(): Promise<void>;
};

/** What a network tells of its receiving, for whoever watches whether that goes on. */
export type Pulse = {
  /** its server has answered, and all that it told is taken in */
  progressed(): void;
  /** a try came to nothing. @param pause milliseconds for which its server asked, before the next one */
  failed(pause: Duration): void;
  /** whether it waits for somebody to do what the log asks for */
  asks(is: boolean): void;
};

export const unwatched: Pulse = { progressed() {}, failed() {}, asks() {} };

/** What a network is given by the program that it runs in. */
export type NetworkWorld = {
  core: {
    receive: Receive;
    /** in which language something is said there, for what a network says by itself */
    languageOf?: (to: Audience) => Promise<Language>;
    /** as in Core; only for a network that moves the clock itself */
    tick: () => Promise<void>;
    idle: () => Promise<void>;
  };
  now: Clock;
  /** the machine's own clock, which may be set back */
  wall?: Clock;
  /** the network's own time, by which what it tells is to be read */
  theirs: NetworkClock;
  pulse: Pulse;
  wait: Wait;
  /** resolves after so many milliseconds, or when the signal aborts */
  sleep: (milliseconds: Duration, signal?: AbortSignal) => Promise<void>;
  /** from 0 up to 1 */
  random: () => number;
  log: Log;
  /** texts of this network by name: sealed, and kept over restarts where the key ring is */
  keep: { get(name: string): Promise<string | undefined>; set(name: string, text: string): Promise<void> };
  past: Past;
  /** the keys of the file that this network seals by itself, kept in the key ring. @throws (rejects) StoreError */
  fileKeys: () => Promise<FileKeys>;
  /** has something done when the program ends, however it ends */
  atExit: (work: () => void) => void;
};

/** A network for which there is all that it needs. */
export type ConfiguredNetwork = {
  readonly name: Network;
  /** Loads the network's libraries. Says nothing to the network yet. */
  readonly open: (world: NetworkWorld) => Promise<ChatBot>;
  /**
   * Ends the login that it keeps, at the network, while no bot is open; absent: it keeps none.
   * @returns what was done, and what that leaves to do, in sentences
   * @throws (rejects) BotRefused when that cannot be done now, and nothing was changed
   */
  readonly logOut?: (keep: NetworkWorld["keep"]) => Promise<readonly string[]>;
};

/** Why an answer cannot be used, in a sentence for whoever gave it. */
export class Unusable extends Error {
  override name = "Unusable" as const;
}

/** A talk with whoever sets whereat up. */
export type Interview = {
  readonly say: (line: string) => void;
  /**
   * Asks until an answer can be used.
   * @param read takes it, without the spaces around it; throws an Unusable where it cannot be used
   * @throws (rejects) when there are no more answers
   */
  readonly ask: <T>(
    question: string,
    read: (answer: string) => T | Promise<T>,
    how?: { readonly isSecret: boolean },
  ) => Promise<T>;
};

/** What an interview came to. */
export type Answers = {
  /** settings by name, secrets too */
  readonly settings: Readonly<Record<string, string>>;
  /** how the bot comes into a room, in a sentence */
  readonly invitation: string;
};

type SetsUp = {
  /** its name, as people write it */
  readonly title: string;
  /**
   * Asks for what it needs, and finds out by the network itself whether that is right.
   * @param given what is set already, by name
   */
  readonly setUp: (interview: Interview, given: (name: string) => string | undefined) => Promise<Answers>;
};

/** What whereat has to know of a network to run on it: its settings, how they are asked for, and how it is opened with them. */
export type NetworkPlugin = Configurable<ConfiguredNetwork> & Partial<SetsUp>;

type Opens<Config> = Partial<SetsUp> & {
  readonly open: (config: Config, world: NetworkWorld) => Promise<ChatBot>;
  readonly logOut?: (config: Config, keep: NetworkWorld["keep"]) => Promise<readonly string[]>;
};

/** A network whose settings become a Config. `open` alone may import what is large, by `import()`. */
export function networkPlugin<Config>(parts: Configurable<Config> & Opens<Config>): NetworkPlugin {
  const { name, settings, configure, open, logOut, title, setUp } = parts;
  return {
    name,
    settings,
    ...(title !== undefined && { title }),
    ...(setUp && { setUp }),
    configure(reader, problems) {
      const config = configure(reader, problems);
      if (config === undefined) return undefined;
      const opens = { name, open: (world: NetworkWorld) => open(config, world) };
      return logOut ? { ...opens, logOut: (keep) => logOut(config, keep) } : opens;
    },
  };
}
