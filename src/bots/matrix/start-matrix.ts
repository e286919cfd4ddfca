import { existsSync } from "node:fs";
import type { Receive } from "../../core/messaging/inbox.ts";
import { createRetry, createTrouble } from "../../lib/async/retry.ts";
import { BotRefused, type ChatBot } from "../network-plugin.ts";
import { describeAccount } from "./crypto/cross-signing.ts";
import { forgetKeysEachHour } from "./crypto/forget-keys.ts";
import { connectMatrix } from "./http/connect.ts";
import type { MatrixConnection } from "./http/matrix-connection.ts";
import { isPassing, pauseAskedFor } from "./http/refusal.ts";
import { type Access, forgetSession } from "./http/session.ts";
import { keepKeysDays } from "./limits.ts";
import { createMatrixBot, type World } from "./matrix-bot.ts";
import type { MatrixConfig } from "./matrix-config.ts";
import type { Pace } from "./pace.ts";
import { whyEnded, whyNotStarted } from "./start-problems.ts";
import type { SyncEnd } from "./sync/sync-loop.ts";
import type { TextKeep } from "./sync/sync-token.ts";

type Parts = Pick<World, "now" | "wait" | "log"> & {
  /** texts that outlive the program, sealed */
  readonly keep: TextKeep;
  /** the file of the key store */
  readonly keyStore: string;
  /** 32 bytes, the same at each start, for the key store */
  readonly secret: Uint8Array;
  readonly pace: Pace;
};

/** The bot in the rooms of the configured account. */
export function startMatrix(config: MatrixConfig, receive: Receive, parts: Parts): ChatBot {
  const { keep, keyStore, secret, pace, wait, now, log } = parts;
  const bot = createMatrixBot({ allowedInviters: config.allowedInviters, keep }, receive, {
    ...parts,
    random: pace.random,
  });
  const stopping = new AbortController();
  const broken = Promise.withResolvers<never>();
  broken.promise.catch(() => undefined); // seen by whoever started the bot
  let connection: Promise<MatrixConnection> | undefined;

  /** Nothing goes on by itself after this, so the program ends, and whoever watches over it starts it again or is told why not. */
  function ended(end: SyncEnd) {
    if (end.kind === "stopped") return;
    broken.reject(new BotRefused(`Matrix: ${whyEnded(end)}`));
  }

  return {
    network: bot.network,
    broken: broken.promise,
    async start() {
      const { signal } = stopping;
      const { homeserver } = config;
      const recoveryKey = config.recoveryKey?.reveal();
      const crypto = { path: keyStore, secret, keep: keepKeysDays, ...(recoveryKey && { recoveryKey }) };
      // Without its key store the device of an earlier login is of no use, and by password the bot can make itself another.
      if (!existsSync(keyStore)) await forgetSession(keep);
      connection = connectMatrix({ homeserver, access: accessOf(config), keep, crypto, pace, log, signal });
      const connected = await connection.catch((cause: unknown) => {
        throw new BotRefused(`Matrix: ${whyNotStarted(cause)}`, { cause });
      });
      const retry = createRetry((ms) => pace.sleep(ms, signal), pace.random);
      const trouble = createTrouble({ what: "Matrix: the private chats cannot be read" }, { log, now });
      const isStopping = () => signal.aborted;
      const options = { trouble, mayPass: isPassing, asksFor: pauseAskedFor, isStopping };
      await retry(() => bot.connected(connected), options);
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

function accessOf({ login }: MatrixConfig): Access {
  if ("accessToken" in login) return { accessToken: login.accessToken.reveal() };
  return { user: login.user, password: login.password.reveal(), deviceName: "whereat" };
}
