import type { Receive } from "../../core/messaging/inbox.ts";
import type { FileKeys } from "../../core/model/ports.ts";
import { createRetry, createTrouble } from "../../lib/async/retry.ts";
import { writePrivateFile } from "../../lib/process/private-file.ts";
import { BotRefused, type ChatBot, type Past, type Pulse, unwatched } from "../network-plugin.ts";
import { RecoveryFileError } from "./crypto/crypto-errors.ts";
import { forgetEachHour } from "./crypto/forgetting/forget-keys.ts";
import { type AccountState, describeAccount } from "./crypto/identity/cross-signing.ts";
import { isThere } from "./crypto/indexeddb/key-store-file.ts";
import { connectMatrix } from "./http/connect.ts";
import type { MatrixConnection } from "./http/matrix-connection.ts";
import type { Pace } from "./http/pace.ts";
import { isPassing, pauseAskedFor } from "./http/refusal.ts";
import { isRevoked } from "./http/request-error.ts";
import { keepKeysDays } from "./limits.ts";
import { accessOf } from "./login/access.ts";
import { findServers } from "./login/log-out.ts";
import { createLoginRenewal } from "./login/renew-login.ts";
import { whyEnded, whyNotStarted } from "./login/start-problems.ts";
import { createMatrixBot, type World } from "./matrix-bot.ts";
import type { MatrixConfig } from "./matrix-config.ts";
import { createPastCount } from "./sync/past-count.ts";
import type { TextKeep } from "./sync/sync-token.ts";

type Parts = Pick<World, "now" | "theirs" | "wait" | "log" | "languageOf"> & {
  readonly pulse?: Pulse;
  /** texts that outlive the program, sealed */
  readonly keep: TextKeep;
  readonly past: Past;
  /** the file of the key store */
  readonly keyStore: string;
  /** the keys of that file */
  readonly fileKeys: FileKeys;
  readonly pace: Pace;
};

/** The bot in the rooms of the configured account. */
export function startMatrix(config: MatrixConfig, receive: Receive, parts: Parts): ChatBot {
  const { keep, past, keyStore, fileKeys, pace, wait, now, log, pulse = unwatched } = parts;
  const bot = createMatrixBot({ allowedInviters: config.allowedInviters, keep }, receive, {
    ...parts,
    random: pace.random,
  });
  const access = accessOf(config.login);
  const stopping = new AbortController();
  const { signal } = stopping;
  const broken = Promise.withResolvers<never>();
  broken.promise.catch(() => undefined); // seen by whoever started the bot
  const time = parts.theirs && { now, heard: parts.theirs.heard };
  const count = createPastCount({
    past,
    retry: createRetry((ms) => pace.sleep(ms, signal), pace.random),
    isStopping: () => signal.aborted,
    now,
    log,
  });
  const servers = () => findServers(config.homeserver, signal);
  const renewal = createLoginRenewal({ access, keep, keyStore, servers, log, now });
  let connection: Promise<MatrixConnection> | undefined;
  let gettingReady: MatrixConnection | undefined;
  let receiving: MatrixConnection | undefined;

  async function connectOnce(): Promise<MatrixConnection> {
    const recoveryKey = config.recoveryKey?.reveal();
    const { resetIdentity, recoveryKeyFile } = config;
    const giveRecoveryKey =
      recoveryKeyFile === undefined ? undefined : (key: string) => leaveRecoveryKey(recoveryKeyFile, key);
    const identity = { recoveryKey, resetIdentity, giveRecoveryKey };
    const crypto = { path: keyStore, fileKeys, keep: keepKeysDays, ...identity };
    return connectMatrix({
      homeserver: config.homeserver,
      access,
      keep,
      crypto,
      pace,
      pulse,
      log,
      signal,
      ...(time && { time }),
    });
  }

  /** Connects and gets ready, by a new login where that helps. @throws BotRefused */
  async function connect(): Promise<MatrixConnection> {
    for (;;) {
      let connected: MatrixConnection | undefined;
      try {
        connected = await connectOnce();
        gettingReady = connected;
        await getReady(connected);
        return connected;
      } catch (cause) {
        await connected?.stop();
        if (signal.aborted || !(await renewal.renew(cause)))
          throw new BotRefused(`Matrix: ${whyNotStarted(cause)}`, { cause });
      }
    }
  }

  async function begin(): Promise<MatrixConnection> {
    connection = connect();
    return await connection;
  }

  async function getReady(connected: MatrixConnection): Promise<void> {
    for (const said of adviseOnIdentity(config, connected.account)) log.warn(said);
    const retry = createRetry((ms) => pace.sleep(ms, signal), pace.random);
    const trouble = createTrouble({ what: "Matrix: the private chats cannot be read" }, { log, now });
    const isStopping = () => signal.aborted;
    const mayPass = (error: unknown) => isPassing(error) && !isRevoked(error);
    await retry(() => bot.connected(connected), { trouble, mayPass, asksFor: pauseAskedFor, isStopping });
    await count.look(connected);
  }

  /** Receives until the bot is stopped, or until the login ends and there is no other. */
  async function run(connected: MatrixConnection): Promise<void> {
    receiving = connected;
    const end = await connected.receive({
      ...bot.handlers,
      onSynced() {
        bot.handlers.onSynced();
        count.keepUp(connected);
      },
    });
    receiving = undefined;
    if (end.kind === "stopped") return;
    await connected.stop();
    if (!(await renewal.renew(end.cause))) throw new BotRefused(`Matrix: ${whyEnded(end.cause)}`, { cause: end.cause });
    const next = await begin();
    log.info(`Matrix: connected again; ${describeAccount(next.account)}`);
    return run(next);
  }

  return {
    network: bot.network,
    broken: broken.promise,
    async verify(operator, ending) {
      if (receiving) return receiving.verify(operator, AbortSignal.any([ending, signal]));
      operator.say("Matrix: the bot is not connected now, and the log says why. Try it again then.");
      return false;
    },
    async start() {
      await renewal.check();
      const connected = await begin();
      run(connected).catch((error: unknown) => broken.reject(error));
      const inStore = {
        forgetKeys: async () => (await connection)?.forgetKeys() ?? 0,
        forgetPeople: async () => (await connection)?.forgetPeople() ?? 0,
      };
      void forgetEachHour(inStore, wait, signal, log);
      return saidOf(connected);
    },
    async stop() {
      stopping.abort();
      await gettingReady?.stop();
      const connected = await connection?.catch(() => undefined);
      await connected?.stop();
      await bot.idle();
    },
  };
}

async function leaveRecoveryKey(path: string, key: string): Promise<void> {
  await writePrivateFile(path, `${key}\n`).catch((cause: unknown) => {
    throw new RecoveryFileError(cause);
  });
}

/** What only the operator can do, said at each start until it is done. */
function adviseOnIdentity({ recoveryKeyFile, resetIdentity }: MatrixConfig, account: AccountState): string[] {
  const said: string[] = [];
  if (recoveryKeyFile === undefined && account === "created")
    said.push(
      "Matrix: the keys of the bot's new identity are in memory only, and at the next start nobody has them. Make an identity with another app first, and give its recovery key as MATRIX_RECOVERY_KEY",
    );
  if (recoveryKeyFile !== undefined && isThere(recoveryKeyFile))
    said.push(
      `Matrix: the recovery key of the bot's account is in ${recoveryKeyFile}. Keep it somewhere else, and remove the file. If this folder is lost, it makes a new device the bot's again`,
    );
  if (resetIdentity)
    said.push("Matrix: take MATRIX_RESET_IDENTITY out of the settings now, or a lost identity is replaced again");
  return said;
}

const saidOf = ({ userId, account }: MatrixConnection): string =>
  `Matrix: connected as ${userId}; ${describeAccount(account)}; it hears everything in its rooms, encrypted ones too`;
