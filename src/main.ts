import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { createClock } from "./clock.ts";
import { type Config, ConfigError, parseConfig, settingNames } from "./config.ts";
import { KeyRingError } from "./core/storage/key-ring-error.ts";
import type { RingTier } from "./core/storage/open-key-ring.ts";
import { openSealedStore } from "./core/storage/open-sealed-store.ts";
import { createLog, type Log } from "./log.ts";
import { consoleGreeting, startConsole } from "./start-console.ts";
import { startNetworks } from "./start-networks.ts";

process.umask(0o077);
const clock = createClock(Date.now, () => performance.now());
const newId = () => randomBytes(16).toString("base64url");
const print = (line: string) => void process.stdout.write(`${line}\n`);

async function main() {
  const config = parseConfig(process.env, (path) => readFileSync(path, "utf8"));
  const isAskedToKeep = process.env["WHEREAT_STORE"] !== undefined;
  for (const name of settingNames) delete process.env[name];
  const log = createLog(config.logLevel);
  if (config.telegram) return runNetworks(config, log);
  for (const line of consoleGreeting) print(line);
  const open = (time: typeof clock) =>
    isAskedToKeep
      ? openSealedStore(config.store, tierOf(config), time)
      : openSealedStore("memory:", { kind: "memory" }, time);
  const isInteractive = process.stdin.isTTY === true;
  await startConsole({ open, clock, newId, log, print, input: process.stdin, isInteractive });
}

async function runNetworks(config: Config, log: Log) {
  const { createTelegramBot } = await import("./bots/telegram/telegram-bot.ts");
  const sealed = await openSealedStore(config.store, tierOf(config), clock);
  log.info(whatKeysProtect(config));
  const ending = new AbortController();
  const wait = (milliseconds: number) =>
    sleep(milliseconds, undefined, { signal: ending.signal }).catch(() => undefined);
  void [createTelegramBot, sealed, wait, startNetworks];
}

function tierOf({ keys, passphrase }: Config): RingTier {
  if (keys.kind === "memory") return keys;
  return passphrase ? { kind: "sealed", path: keys.path, passphrase: passphrase.reveal() } : keys;
}

function whatKeysProtect(config: Config): string {
  const { kind } = tierOf(config);
  if (kind === "memory") return "Keys: in memory only. Nothing survives a restart, settings included.";
  if (kind === "sealed") return "Keys: in a file, sealed by the passphrase.";
  return "Keys: in a file without a passphrase. Who takes this disk can read what has not expired; WHEREAT_PASSPHRASE_FILE seals it.";
}

try {
  await main();
} catch (error) {
  const isOurs = error instanceof ConfigError || error instanceof KeyRingError;
  process.stderr.write(isOurs ? `${error.message}\n` : "whereat ended: something went wrong\n");
  process.exitCode = 1;
}
