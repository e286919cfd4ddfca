import { onTestFinished } from "vitest";
import type { MatrixConfig } from "../../../src/bots/matrix/matrix-config.ts";
import { startMatrix } from "../../../src/bots/matrix/start-matrix.ts";
import type { ChatBot } from "../../../src/bots/network-plugin.ts";
import type { Secret } from "../../../src/config/secret.ts";
import { createLog } from "../../../src/lib/log.ts";
import { instant } from "../../../src/lib/time.ts";
import { type Disk, makeDisk } from "../homeserver/whereat-account.ts";
import { nothingLost } from "../world/past.ts";
import { type FakeHomeserver, type Reply, startFakeHomeserver } from "./fake-homeserver.ts";

export const secretOf = (text: string): Secret => ({ reveal: () => text });
export const byPassword = { user: "bot", password: secretOf("let me in") };
export const byCode = { user: "bot", byCode: true as const };

export type MatrixAtFake = {
  readonly homeserver: FakeHomeserver;
  readonly disk: Disk;
  readonly lines: string[];
  /** can be moved */
  readonly clock: { now: number };
  /** A start of the program on the disk; nothing waits. @param waits is told how long each wait would be */
  make(login?: MatrixConfig["login"], more?: Partial<MatrixConfig>, waits?: (ms: number) => void): ChatBot;
  /** A start, and a stop. @returns what the start said */
  once(more?: Partial<MatrixConfig>): Promise<string | undefined>;
  /** All that is on the disk is gone, but for what the operator was given. */
  loseEverything(): Promise<void>;
  /** the logins by password, what they asked for */
  logins(): Record<string, unknown>[];
  /** Ends a login while its bot waits in /sync, and waits until the next one does. */
  end(token: string, how: Reply): Promise<void>;
  /** How the homeserver answers whoever uses a token, from now on. */
  refuse(token: string, how: Reply): void;
};

/** Matrix as the program starts it, with a fake homeserver and a disk of its own, until the test is over. */
export async function matrixAtFake(newDisk: () => Promise<Disk> = makeDisk): Promise<MatrixAtFake> {
  const homeserver = await startFakeHomeserver();
  let disk = await newDisk();
  const bots: ChatBot[] = [];
  const lines: string[] = [];
  const clock = { now: 1_800_000_000_000 };
  const refused = new Map<string, Reply>();
  let chance = 0;
  const random = () => (chance = (chance + 0.37) % 1);
  homeserver.on(({ authorization = "" }) => refused.get(authorization.replace("Bearer ", "")));
  onTestFinished(async () => {
    for (const bot of bots) await bot.stop();
    await homeserver.stop();
    await disk.remove();
  });

  const make: MatrixAtFake["make"] = (login = byPassword, more = {}, waits = () => undefined) => {
    const now = () => instant(clock.now);
    const sleep = (ms: number) => {
      waits(ms);
      return new Promise<void>((resolve) => setImmediate(resolve));
    };
    const config = { homeserver: new URL(homeserver.url), login, allowedInviters: [], ...more };
    const { keep, keyStore, fileKeys } = disk;
    const bot = startMatrix(config, async () => undefined, {
      now,
      wait: () => new Promise(() => undefined),
      log: createLog("debug", (line) => lines.push(line)),
      keep,
      past: nothingLost,
      keyStore,
      fileKeys,
      pace: { now, sleep, random },
    });
    bots.push(bot);
    return bot;
  };
  return {
    homeserver,
    get disk() {
      return disk;
    },
    async loseEverything() {
      await disk.remove();
      disk = await newDisk();
    },
    lines,
    clock,
    make,
    async once(more) {
      const bot = make(byPassword, more);
      const said = await bot.start();
      await bot.stop();
      return said;
    },
    logins: () =>
      homeserver.asked
        .filter(({ path, method }) => path === "login" && method === "POST")
        .map(({ body }) => Object(body)),
    async end(token, how) {
      const waits = (login: string) =>
        homeserver.wasAsked(({ path, authorization }) => path === "sync" && authorization === `Bearer ${login}`);
      await waits(token);
      refused.set(token, how);
      homeserver.sync(how);
      await waits(`token-${Number(token.slice(-1)) + 1}`);
    },
    refuse: (token, how) => void refused.set(token, how),
  };
}
