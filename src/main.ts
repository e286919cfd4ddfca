import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout as after } from "node:timers/promises";
import type { ConfiguredNetwork } from "./bots/network-plugin.ts";
import { type Config, ConfigError, parseConfig } from "./config/config.ts";
import { namesOf, settingsWith } from "./config/settings.ts";
import { KeyRingError, StoreError } from "./core/model/errors.ts";
import { openSealedStore } from "./core/storage/open-sealed-store.ts";
import { createClock } from "./lib/clock.ts";
import { FormatError } from "./lib/format.ts";
import { createLog, type Log } from "./lib/log.ts";
import { hardenProcess } from "./lib/process/harden-process.ts";
import { nameAndVersion } from "./lib/process/version.ts";
import { networks } from "./networks.ts";
import { tierOf, whatItProtects } from "./start/key-tier.ts";
import { startConsole } from "./start/start-console.ts";
import { startNetworks } from "./start/start-networks.ts";

const ending = new AbortController();
const sleep = async (milliseconds: number, signal?: AbortSignal) => {
  await after(milliseconds, undefined, signal ? { signal } : {}).catch(() => undefined);
};
/** Clock and randomness: nothing else in src reads them. */
const world = {
  now: createClock(Date.now, () => performance.now()),
  wait: (milliseconds: number) => sleep(milliseconds, ending.signal),
  sleep,
  random: Math.random,
  newId: () => randomBytes(16).toString("base64url"),
  atExit: (work: () => void) => void process.once("exit", work),
};

async function main() {
  if (process.argv.includes("--version")) return void process.stdout.write(`${nameAndVersion}\n`);
  const notKept = hardenProcess();
  const config = parseConfig(networks, process.env, (path) => readFileSync(path, "utf8"));
  const keepsConsole = process.env["WHEREAT_STORE"] !== undefined;
  // DEBUG would have libraries print what they send, token and all.
  for (const name of [...namesOf(settingsWith(networks)), "DEBUG"]) delete process.env[name];
  const log = createLog(config.logLevel, undefined, nameAndVersion);
  // Among them a panic in a library of WebAssembly, after which its calls never return: only a new start helps.
  process.on("uncaughtException", (error) => {
    log.warn("whereat ended by a fault of its own", error);
    process.exit(1);
  });
  if (config.networks.length > 0) await runNetworks(config, log, notKept);
  else await runConsole(config, log, keepsConsole);
}

async function runNetworks(config: Config<ConfiguredNetwork>, log: Log, notKept: readonly string[]) {
  const tier = tierOf(config);
  const sealed = await openSealedStore(config.store, tier, world.now, { wait: world.wait, log });
  for (const warning of notKept) log.warn(warning);
  log.info(whatItProtects(tier));
  const running = await startNetworks({ ...world, log, sealed, networks: config.networks });
  let stopped: Promise<void> | undefined;
  const end = (code: number) => {
    if (stopped) return;
    process.exitCode = code;
    // What hangs must not keep the program: all that is not finished by then is safe to be delivered again.
    setTimeout(() => process.exit(), 1900).unref();
    ending.abort();
    stopped = running.stop().then(() => process.exit());
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => end(0));
  end((await running.over) === "failed" ? 1 : 0);
  await stopped;
}

async function runConsole(config: Config<ConfiguredNetwork>, log: Log, isKept: boolean) {
  const store = isKept ? config.store : "memory:";
  const tier = isKept ? tierOf(config) : { kind: "memory" as const };
  await startConsole({
    ...world,
    log,
    open: (clock) => openSealedStore(store, tier, clock, { wait: world.wait, log }),
    isKept,
    print: (line) => void process.stdout.write(`${line}\n`),
    input: process.stdin,
    prompt: process.stdin.isTTY ? () => void process.stdout.write("> ") : undefined,
  });
}

try {
  await main();
} catch (error) {
  const ours = [ConfigError, FormatError, KeyRingError, StoreError];
  const isOurs = error instanceof Error && ours.some((kind) => error instanceof kind);
  process.stderr.write(isOurs ? `${error.message}\n` : "whereat ended: something went wrong\n");
  process.exitCode = 1;
}
