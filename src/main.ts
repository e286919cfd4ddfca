import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { createClock } from "./clock.ts";
import { ConfigError, parseConfig, settingNames } from "./config.ts";
import type { Clock } from "./core/ports.ts";
import { openKeyRing } from "./core/storage/open-key-ring.ts";
import { openStore } from "./core/storage/open-store.ts";
import { createPgpSeal } from "./core/storage/pgp-seal.ts";
import { createLog } from "./log.ts";
import { consoleGreeting, startConsole } from "./start-console.ts";

process.umask(0o077);
const clock = createClock(Date.now, () => performance.now());
const newId = () => randomBytes(16).toString("base64url");
const print = (line: string) => void process.stdout.write(`${line}\n`);

async function main() {
  const config = parseConfig(process.env, (path) => readFileSync(path, "utf8"));
  const log = createLog(config.logLevel);
  const kept = process.env["WHEREAT_STORE"] !== undefined;
  for (const name of settingNames) delete process.env[name];
  const store = await openStore(kept ? config.store : "memory:");
  const seal = async (time: Clock) =>
    createPgpSeal(await openKeyRing({ tier: { kind: "memory" }, store, clock: time }));
  for (const line of consoleGreeting) print(line);
  const isInteractive = process.stdin.isTTY === true;
  await startConsole({ store, seal, clock, newId, log, print, input: process.stdin, isInteractive });
  await store.close();
}

try {
  await main();
} catch (error) {
  process.stderr.write(error instanceof ConfigError ? `${error.message}\n` : "whereat ended: something went wrong\n");
  throw error;
}
