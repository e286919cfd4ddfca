import { existsSync } from "node:fs";
import type { Receive } from "../../core/messaging/inbox.ts";
import type { Wait } from "../../lib/time.ts";
import { BotRefused, type ChatBot } from "../network-plugin.ts";
import { describeAccount } from "./crypto/cross-signing.ts";
import { forgetKeysEachHour, keepKeys } from "./forget-each-hour.ts";
import { connectMatrix } from "./http/connect.ts";
import type { MatrixConnection } from "./http/matrix-connection.ts";
import { isPassing } from "./http/refusal.ts";
import { type Access, forgetSession } from "./http/session.ts";
import { createMatrixBot, type World } from "./matrix-bot.ts";
import type { MatrixConfig } from "./matrix-config.ts";
import { whyNotStarted } from "./start-problems.ts";
import { backoffMs, type Pace } from "./sync/pace.ts";
import type { SyncEnd, TextKeep } from "./sync/sync-loop.ts";

type Parts = World & {
  /** texts that outlive the program, sealed */
  readonly keep: TextKeep;
  /** the file of the key store */
  readonly keyStore: string;
  /** 32 bytes, the same at each start, for the key store */
  readonly secret: Uint8Array;
  readonly pace: Pace;
  readonly wait: Wait;
};

/** The bot in the rooms of the configured account. */
export function startMatrix(config: MatrixConfig, receive: Receive, parts: Parts): ChatBot {
  const { keep, keyStore, secret, pace, wait, log } = parts;
  const bot = createMatrixBot({ allowedInviters: config.allowedInviters, keep }, receive, parts);
  const stopping = new AbortController();
  const broken = Promise.withResolvers<never>();
  broken.promise.catch(() => undefined); // seen by whoever started the bot
  let connection: Promise<MatrixConnection> | undefined;

  /** Nothing goes on by itself after this, so the program ends, and whoever watches over it starts it again or is told why not. */
  function ended(end: SyncEnd) {
    if (end.kind === "stopped") return;
    const why =
      end.kind === "token-revoked"
        ? "the homeserver no longer accepts the bot's login. Log it in again."
        : end.cause.message;
    broken.reject(new BotRefused(`Matrix: ${why}`));
  }

  return {
    network: bot.network,
    broken: broken.promise,
    async start() {
      const { signal } = stopping;
      const { homeserver } = config;
      const recoveryKey = config.recoveryKey?.reveal();
      const crypto = { path: keyStore, secret, keep: keepKeys, ...(recoveryKey && { recoveryKey }) };
      // Without its key store the device of an earlier login is of no use, and by password the bot can make itself another.
      if (!existsSync(keyStore)) await forgetSession(keep);
      connection = connectMatrix({ homeserver, access: accessOf(config), keep, crypto, pace, log, signal });
      const connected = await connection.catch((cause: unknown) => {
        throw new BotRefused(`Matrix: ${whyNotStarted(cause)}`, { cause });
      });
      await untilItPasses(() => bot.connected(connected), pace, signal);
      void connected.receive(bot.handlers).then(ended);
      void forgetKeysEachHour(connected, wait, signal, log);
      return `Matrix: connected as ${connected.userId}; ${describeAccount(connected.account)}; it hears everything in its rooms, encrypted ones too`;
    },
    async stop() {
      stopping.abort();
      const connected = await connection?.catch(() => undefined);
      await connected?.stop();
      await bot.idle();
    },
  };
}

async function untilItPasses(work: () => Promise<void>, pace: Pace, signal: AbortSignal): Promise<void> {
  for (let failures = 1; ; failures++) {
    try {
      return await work();
    } catch (error) {
      if (!isPassing(error) || signal.aborted) throw error;
      await pace.sleep(backoffMs(failures, pace.random()), signal);
    }
  }
}

function accessOf({ login }: MatrixConfig): Access {
  if ("accessToken" in login) return { accessToken: login.accessToken.reveal() };
  return { user: login.user, password: login.password.reveal(), deviceName: "whereat" };
}
