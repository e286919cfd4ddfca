import { createRetry, createTrouble } from "../../../lib/async/retry.ts";
import type { Log } from "../../../lib/log.ts";
import type { Pulse } from "../../network-plugin.ts";
import { type CryptoOptions, openCrypto } from "../crypto/crypto-client.ts";
import { handlersTime } from "../limits.ts";
import { type Access, isAccountOf } from "../login/access.ts";
import { findHomeserver } from "../login/find-homeserver.ts";
import { WrongAccountError } from "../login/login-errors.ts";
import { tokensFor, whoAmI } from "../login/session.ts";
import { askByTokens } from "../login/tokens.ts";
import { runSync, type SyncEnd } from "../sync/sync-loop.ts";
import type { TextKeep } from "../sync/sync-token.ts";
import { loadClient } from "./client.ts";
import type { ServerTime } from "./fetch-request.ts";
import type { MatrixConnection } from "./matrix-connection.ts";
import { createOAuthFetch } from "./oauth-fetch.ts";
import type { Pace } from "./pace.ts";
import { pauseAskedFor } from "./refusal.ts";
import { MatrixRequestError } from "./request-error.ts";
import { createRoomRequests } from "./room-requests.ts";

export type MatrixOptions = {
  readonly homeserver: URL;
  readonly access: Access;
  /** Where the login and the sync token are kept. It must seal them. */
  readonly keep: TextKeep;
  readonly crypto: Omit<CryptoOptions, "texts" | "log">;
  readonly pace: Pace;
  readonly pulse: Pulse;
  readonly log: Log;
  readonly time?: ServerTime;
  /** Gives up connecting. */
  readonly signal?: AbortSignal;
};

/**
 * Connects an account, and waits for a homeserver that does not answer yet. Its messages arrive once `receive` is called.
 * @throws MatrixRequestError when the homeserver refuses the login; and what `openCrypto` throws
 */
export function connectMatrix(options: MatrixOptions): Promise<MatrixConnection> {
  const { pace, pulse, log, signal } = options;
  const retry = createRetry((ms) => pace.sleep(ms, signal), pace.random);
  const trouble = createTrouble({ what: "Matrix: the homeserver cannot be reached" }, { log, now: pace.now });
  const isStopping = () => signal?.aborted ?? false;
  const asksFor = (error: unknown) => {
    const pause = pauseAskedFor(error);
    pulse.failed(pause ?? 0);
    return pause;
  };
  return retry(() => connectUnless(options, signal), { trouble, mayPass, asksFor, isStopping });
}

/** A token that is refused will be refused again. */
const mayPass = (error: unknown) =>
  error instanceof MatrixRequestError && (error.status === undefined || error.status === 429 || error.status >= 500);

async function connectUnless(options: MatrixOptions, signal: AbortSignal | undefined): Promise<MatrixConnection> {
  if (signal?.aborted) throw new MatrixRequestError({ code: "ABORTED", label: "*" });
  const cutOff = new AbortController();
  const giveUp = () => cutOff.abort();
  signal?.addEventListener("abort", giveUp, { once: true });
  try {
    return await connectOnce(options, cutOff);
  } finally {
    signal?.removeEventListener("abort", giveUp);
  }
}

async function connectOnce(options: MatrixOptions, cutOff: AbortController): Promise<MatrixConnection> {
  const { homeserver, access, keep, crypto: cryptoOptions, pace, pulse, log } = options;
  const at = async (address: URL) => (await loadClient(address, options.time))("", cutOff.signal);
  const found = await findHomeserver(homeserver, at);
  if (found.href !== homeserver.href)
    log.info("Matrix: at MATRIX_HOMESERVER_URL another address is named for the homeserver; that one is used");
  const client = await loadClient(found, options.time);
  const askAs = (token: string) => client(token, cutOff.signal);
  const stopping = new AbortController();

  const fetch = createOAuthFetch(cutOff.signal);
  const { signal } = cutOff;
  const tokens = await tokensFor(access, { homeserver: found, askAs, fetch, keep, pace, pulse, log, signal });
  const ask = askByTokens(askAs, tokens);
  const me = await whoAmI(ask);
  // In the browser where the code was confirmed, somebody may be logged in as themselves.
  if ("byCode" in access && !isAccountOf(access.user, me.userId)) throw new WrongAccountError();
  const password = "password" in access ? access.password : undefined;
  const crypto = await openCrypto(ask, me, { password, ...cryptoOptions, texts: keep, log }, pace);
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
    forgetPeople: () => crypto.forgetPeople(),
    verify: (operator, signal) => crypto.verify(operator, signal),
    receive(handlers) {
      ended ??= runSync({ me: me.userId, crypto, handlers, ask, keep, pace, pulse, log, signal: stopping.signal });
      return ended;
    },
    stop() {
      stopped ??= stop();
      return stopped;
    },
  };
}
