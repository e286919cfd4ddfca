import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { createClock } from "./clock.ts";
import { ConfigError, parseConfig, settingNames } from "./config.ts";
import type { RingTier } from "./core/storage/open-key-ring.ts";
import { openSealedStore } from "./core/storage/open-sealed-store.ts";
import { createLog } from "./log.ts";
import { consoleGreeting, startConsole } from "./start-console.ts";

process.umask(0o077);
const clock = createClock(Date.now, () => performance.now());
const newId = () => randomBytes(16).toString("base64url");
const print = (line: string) => void process.stdout.write(`${line}\n`);

async function main() {
  const config = parseConfig(process.env, (path) => readFileSync(path, "utf8"));
  const log = createLog(config.logLevel);
  const isAskedToKeep = process.env["WHEREAT_STORE"] !== undefined;
  for (const name of settingNames) delete process.env[name];
  const tier: RingTier = { kind: "memory" };
  for (const line of consoleGreeting) print(line);
  const isInteractive = process.stdin.isTTY === true;
  const open = (time: typeof clock) => openSealedStore(isAskedToKeep ? config.store : "memory:", tier, time);
  await startConsole({ open, clock, newId, log, print, input: process.stdin, isInteractive });
}

try {
  await main();
} catch (error) {
  process.stderr.write(error instanceof ConfigError ? `${error.message}\n` : "whereat ended: something went wrong\n");
  throw error;
}
