import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Config } from "./config/config.ts";
import type { SealedStore } from "./core/storage/open-sealed-store.ts";
import { createNetworkTexts } from "./core/storage/records/network-texts.ts";
import { createSealedRecords } from "./core/storage/records/sealed-records.ts";
import type { Log } from "./lib/log.ts";
import type { Clock, Wait } from "./lib/time.ts";
import type { MakeBot } from "./start-networks.ts";

type World = {
  now: Clock;
  wait: Wait;
  /** resolves after so many milliseconds, or when the signal aborts */
  sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  random: () => number;
  log: Log;
  /** has something done when the program ends, however it ends */
  atExit: (work: () => void) => void;
};

/** The bots of the networks that are configured. What a network needs is loaded only then. */
export function makeBots({ telegram, matrix }: Config, { store, seal }: SealedStore, world: World): MakeBot[] {
  const { now, wait, sleep, random, log, atExit } = world;
  const bots: MakeBot[] = [];
  if (telegram) {
    bots.push(async (receive) => {
      const { startTelegram } = await import("./bots/telegram/start-telegram.ts");
      const keep = createNetworkTexts(createSealedRecords(store, seal, now, log), "telegram");
      return startTelegram(telegram, receive, { now, wait, random, log, keep });
    });
  }
  if (matrix) {
    bots.push(async (receive) => {
      const { startMatrix } = await import("./bots/matrix/start-matrix.ts");
      const keyStore = matrix.keyStore ?? temporaryPath(atExit);
      mkdirSync(dirname(keyStore), { recursive: true });
      const keep = createNetworkTexts(createSealedRecords(store, seal, now, log), "matrix");
      const secret = seal.derive("matrix store");
      return startMatrix(matrix, receive, { now, wait, log, keep, keyStore, secret, pace: { now, sleep, random } });
    });
  }
  return bots;
}

/** Sealed under keys that are in memory only, and removed besides. */
function temporaryPath(atExit: World["atExit"]): string {
  const folder = mkdtempSync(join(tmpdir(), "whereat-"));
  atExit(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "matrix-keys.db");
}
