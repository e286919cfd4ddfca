import type { Log } from "../../../lib/log.ts";
import { type CryptoOptions, openCrypto } from "../crypto/crypto-client.ts";
import { backoffMs, type Pace } from "../sync/pace.ts";
import { runSync, type SyncEnd, type TextKeep } from "../sync/sync-loop.ts";
import { fetchRequest } from "./fetch-request.ts";
import { createHomeserver } from "./homeserver.ts";
import type { MatrixConnection } from "./matrix-connection.ts";
import { MatrixRequestError } from "./request-error.ts";
import { createRoomRequests } from "./room-requests.ts";
import { type Access, accessTokenFor, whoAmI } from "./session.ts";

export type MatrixOptions = {
  readonly homeserver: URL;
  readonly access: Access;
  /** Where the login and the sync token are kept. It must seal them. */
  readonly keep: TextKeep;
  readonly crypto: CryptoOptions;
  readonly pace: Pace;
  readonly log: Log;
  /** Gives up connecting. */
  readonly signal?: AbortSignal;
};

/** How long `stop` lets a handler finish, in milliseconds, before its requests are cut off. */
const handlersTime = 1500;

/**
 * Connects an account, and waits for a homeserver that does not answer yet. Its messages arrive once `receive` is called.
 * @throws MatrixRequestError when the homeserver refuses the login; and what `openCrypto` throws
 */
export async function connectMatrix(options: MatrixOptions): Promise<MatrixConnection> {
  const { pace, log, signal } = options;
  for (let failures = 1; ; failures++) {
    const cutOff = new AbortController();
    const giveUp = () => cutOff.abort();
    signal?.addEventListener("abort", giveUp, { once: true });
    try {
      return await connectOnce(options, cutOff);
    } catch (error) {
      if (!(error instanceof MatrixRequestError) || !mayPass(error.status) || signal?.aborted) throw error;
      if (failures === 1) log.warn("Matrix: the homeserver cannot be reached and is tried again", error);
      await pace.sleep(backoffMs(failures, pace.random(), error.retryAfterMs), signal);
      if (signal?.aborted) throw error;
    } finally {
      signal?.removeEventListener("abort", giveUp);
    }
  }
}

const mayPass = (status: number | undefined) => status === undefined || status === 429 || status >= 500;

async function connectOnce(options: MatrixOptions, cutOff: AbortController): Promise<MatrixConnection> {
  const { homeserver, access, keep, crypto: cryptoOptions, pace, log } = options;
  const MatrixClient = await loadClient();
  const stopping = new AbortController();
  const clientFor = (token: string) => createHomeserver(new MatrixClient(homeserver.href, token), pace, cutOff.signal);

  const token = await accessTokenFor(access, clientFor(""), keep);
  const ask = clientFor(token);
  const me = await whoAmI(ask);
  const password = "password" in access ? access.password : undefined;
  const crypto = await openCrypto(ask, me, { password, ...cryptoOptions }, () => pace.now());
  let ended: Promise<SyncEnd> | undefined;
  let stopped: Promise<void> | undefined;

  const stop = async () => {
    stopping.abort();
    const grace = new AbortController();
    const late = pace.sleep(handlersTime, grace.signal).then(() => cutOff.abort());
    await ended;
    grace.abort();
    await late;
    await crypto.close();
  };

  return {
    ...createRoomRequests(ask, crypto, me.userId),
    userId: me.userId,
    deviceId: me.deviceId ?? "",
    account: crypto.account,
    forgetKeys: () => crypto.forgetKeys(),
    receive(handlers) {
      ended ??= runSync({ me: me.userId, crypto, handlers, ask, keep, pace, log, signal: stopping.signal });
      return ended;
    },
    stop() {
      stopped ??= stop();
      return stopped;
    },
  };
}

/**
 * The only place that loads matrix-bot-sdk. It logs ids at every level, so it logs nowhere. Its own start() and sync loop are never used: they
 * store the sync token before the events are handled, and let an invitation end the process.
 */
async function loadClient() {
  const { LogLevel, LogService, MatrixClient, setRequestFn } = await import("matrix-bot-sdk");
  const silent = () => undefined;
  LogService.setLevel(LogLevel.ERROR);
  LogService.setLogger({ trace: silent, debug: silent, info: silent, warn: silent, error: silent });
  setRequestFn(fetchRequest);
  return MatrixClient;
}
