import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { BotRefused } from "./bots/network-plugin.ts";
import { type Config, ConfigError, parseConfig } from "./config/config.ts";
import { settingNames } from "./config/settings.ts";
import { KeyRingError, StoreError } from "./core/model/errors.ts";
import type { RingTier } from "./core/storage/keys/open-key-ring.ts";
import { openSealedStore } from "./core/storage/open-sealed-store.ts";
import { createClock } from "./lib/clock.ts";
import { FormatError } from "./lib/format.ts";
import { hardenProcess } from "./lib/harden-process.ts";
import { createLog, type Log } from "./lib/log.ts";
import { nameAndVersion } from "./lib/version.ts";
import { makeBots } from "./start-bots.ts";
import { startConsole } from "./start-console.ts";
import { startNetworks } from "./start-networks.ts";

const clock = createClock(Date.now, () => performance.now());
const newId = () => randomBytes(16).toString("base64url");
const ending = new AbortController();
const wait = async (milliseconds: number) => {
  await sleep(milliseconds, undefined, { signal: ending.signal }).catch(() => undefined);
};
const sleepUntil = async (milliseconds: number, signal?: AbortSignal) => {
  await sleep(milliseconds, undefined, signal ? { signal } : {}).catch(() => undefined);
};
const atExit = (work: () => void) => void process.once("exit", work);

async function main() {
  if (process.argv.includes("--version")) return void process.stdout.write(`${nameAndVersion}\n`);
  const notKept = hardenProcess();
  const config = parseConfig(process.env, (path) => readFileSync(path, "utf8"));
  const keepsConsole = process.env["WHEREAT_STORE"] !== undefined;
  // DEBUG would have libraries print what they send, token and all.
  for (const name of [...settingNames, "DEBUG"]) delete process.env[name];
  const log = createLog(config.logLevel, undefined, nameAndVersion);
  // Among them a panic in the library of Matrix's encryption, after which its calls never return: only a new start helps.
  process.on("uncaughtException", (error) => {
    log.warn("whereat ended by a fault of its own", error);
    process.exit(1);
  });
  if (config.telegram ?? config.matrix) return runNetworks(config, log, notKept);
  const print = (line: string) => void process.stdout.write(`${line}\n`);
  const store = keepsConsole ? config.store : "memory:";
  const tier: RingTier = keepsConsole ? tierOf(config) : { kind: "memory" };
  const open = (time: typeof clock) => openSealedStore(store, tier, time, { wait, log });
  const prompt = process.stdin.isTTY ? () => void process.stdout.write("> ") : undefined;
  await startConsole({
    open,
    isKept: keepsConsole,
    clock,
    random: Math.random,
    newId,
    log,
    print,
    input: process.stdin,
    prompt,
  });
}

async function runNetworks(config: Config, log: Log, notKept: readonly string[]) {
  const sealed = await openSealedStore(config.store, tierOf(config), clock, { wait, log });
  for (const warning of notKept) log.warn(warning);
  log.info(whatKeysProtect(config));
  const bots = makeBots(config, sealed, { now: clock, wait, sleep: sleepUntil, random: Math.random, log, atExit });
  const { connected, broken, stop } = await startNetworks({
    sealed,
    makeBots: bots,
    clock,
    wait,
    random: Math.random,
    newId,
    log,
  });
  let stopped: Promise<void> | undefined;
  const end = (code: number) => {
    process.exitCode = code;
    // What hangs must not keep the program: all that is not finished by then is safe to be delivered again.
    setTimeout(() => process.exit(), 1900).unref();
    ending.abort();
    stopped ??= stop().then(() => process.exit());
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => end(0));
  await connected.catch((error: unknown) => {
    sayWhy(log, "a network could not be connected", error);
    end(1);
  });
  broken.catch((error: unknown) => {
    sayWhy(log, "a network cannot go on", error);
    end(1);
  });
  await stopped;
}

function sayWhy(log: Log, what: string, error: unknown) {
  if (error instanceof BotRefused) log.warn(error.message);
  else log.warn(what, error);
}

function tierOf({ keys, passphrase }: Config): RingTier {
  if (keys.kind === "memory") return keys;
  return passphrase ? { kind: "sealed", path: keys.path, passphrase: passphrase.reveal() } : keys;
}

function whatKeysProtect(config: Config): string {
  const { kind } = tierOf(config);
  if (kind === "memory") return "Keys: in memory only. Nothing survives a restart, settings included.";
  if (kind === "sealed") return "Keys: in a file, sealed by the passphrase.";
  return "Keys: in a file without a passphrase. Who takes this disk can read what had not expired when whereat last ran; WHEREAT_PASSPHRASE_FILE seals it.";
}

try {
  await main();
} catch (error) {
  const ours = [ConfigError, FormatError, KeyRingError, StoreError];
  const isOurs = error instanceof Error && ours.some((kind) => error instanceof kind);
  process.stderr.write(isOurs ? `${error.message}\n` : "whereat ended: something went wrong\n");
  process.exitCode = 1;
}
