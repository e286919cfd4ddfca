import { Api, Bot, GrammyError } from "grammy";
import type { ApiResponse } from "grammy/types";
import type { Log } from "../../../lib/log.ts";
import type { Clock, Wait } from "../../../lib/time.ts";
import { BotRefused } from "../../network-plugin.ts";
import type { updateKinds } from "../receive/read-update.ts";
import { fieldsOf } from "./fields.ts";
import { createPost } from "./post.ts";
import { refusalOf } from "./refusal.ts";
import { createTroubles } from "./troubles.ts";

export type TelegramApi = Api["raw"];

/** Seconds. `poll`: how long Telegram holds a request for updates when it has none; `stop`: how long an update in hand may still take. */
export type Patience = { poll: number; pollTimeout: number; callTimeout: number; stop: number };

export type Account = { token: string; apiRoot: string; allowedUpdates: typeof updateKinds; patience: Patience };

export type World = { now: Clock; wait: Wait; log: Log };

export type Polling = {
  /** For all calls but those of polling: each is tried once. */
  api: TelegramApi;
  /**
   * Resolves with what getMe says, however long the network is down; with undefined when it was stopped first.
   * @throws (rejects) BotRefused, when the token is
   */
  connect(): Promise<unknown>;
  /** @param take resolves when its effect is durable; the update is confirmed after that and not before */
  begin(take: (update: unknown) => Promise<void>): void;
  /** Resolves within `patience.stop`: the update in hand is finished and confirmed, or will be delivered again. */
  stop(): Promise<void>;
};

const stopped = { ok: false, error_code: 409, description: "stopped" } as const;
const beforeBeginningAgain = 5000;
const inTime = (seconds: number) => AbortSignal.timeout(seconds * 1000);

/** grammY's polling, one update at a time. Its way of trying again is replaced, because a stop cannot interrupt it. */
export function createPolling(account: Account, world: World): Polling {
  const { token, apiRoot, allowedUpdates, patience } = account;
  const { now, wait, log } = world;
  const post = createPost(apiRoot, token);
  const bot = new Bot(token);
  const calls = new Api(token);
  const troubles = createTroubles(log, now);
  const stopping = new AbortController();
  const isStopping = () => stopping.signal.aborted;
  const halted = new Promise<void>((resolve) => stopping.signal.addEventListener("abort", () => resolve()));
  let isBusy = false;
  let isConfirming = false;
  let isGivenUp = false;
  let polled: Promise<void> | undefined;
  let left: Promise<void> | undefined;

  calls.config.use((_grammy, method, payload) => post(method, payload, inTime(patience.callTimeout)));

  bot.api.config.use(async (_grammy, method, payload) => {
    if (isConfirming) return post(method, payload, inTime(patience.stop));
    while (!isStopping()) {
      const attempt = post(method, payload, AbortSignal.any([stopping.signal, inTime(patience.pollTimeout)]));
      const outcome = await attempt.catch((cause: unknown) => ({ cause }));
      if (isStopping()) break;
      const pause =
        "cause" in outcome ? troubles.met("unreachable", causeWithin(outcome.cause)) : pauseAfter(method, outcome);
      if ("ok" in outcome && pause === undefined) return outcome;
      await Promise.race([wait(pause ?? 0), halted]);
    }
    // grammY ends its loop at a 409 and at nothing milder.
    return stopped;
  });

  /** @returns milliseconds until the next attempt, or undefined when the answer is for grammY */
  function pauseAfter(method: string, answer: ApiResponse<never>): number | undefined {
    if (answer.ok) {
      troubles.passed();
      return undefined;
    }
    // A 404 is what Telegram says of a token that has not even the form of one.
    if (answer.error_code === 401 || (answer.error_code === 404 && method === "getMe")) return undefined;
    if (answer.error_code === 409) return troubles.met("conflict");
    if (answer.error_code === 429) return troubles.met("slowed", undefined, refusalOf(answer)?.retryAfter);
    return troubles.met("unreachable");
  }

  /** Confirms the last update that was begun: to be called when it is finished. */
  async function confirm(): Promise<void> {
    isConfirming = true;
    await bot
      .stop()
      .catch(() => log.debug("the last update from Telegram is not confirmed: it will be delivered again"));
  }

  async function poll(): Promise<void> {
    while (!isStopping()) {
      try {
        await bot.start({ timeout: patience.poll, allowed_updates: allowedUpdates });
      } catch (cause) {
        if (isStopping()) return;
        if (cause instanceof GrammyError) {
          log.warn("Telegram: the token was refused; nothing is received there any more");
          return;
        }
        log.warn("receiving from Telegram broke off: beginning again", cause);
        await Promise.race([wait(beforeBeginningAgain), halted]);
      }
    }
  }

  async function leave(): Promise<void> {
    stopping.abort();
    const confirmed = isBusy ? undefined : confirm();
    const { promise: tooLate, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, patience.stop * 1000);
    await Promise.race([Promise.all([confirmed, polled]), tooLate]);
    clearTimeout(timer);
    if (isBusy) log.info("an update from Telegram was not finished in time: it will be delivered again");
    isGivenUp = true;
  }

  return {
    api: calls.raw,
    async connect() {
      try {
        bot.botInfo = await bot.api.getMe();
        return bot.botInfo;
      } catch {
        if (isStopping()) return undefined;
        throw new BotRefused("Telegram refused the bot's token: give it as @BotFather shows it, in TELEGRAM_BOT_TOKEN");
      }
    },
    begin(take) {
      bot.use(async ({ update }) => {
        // What comes after the update in hand is left for the next start.
        if (isStopping()) return;
        isBusy = true;
        await take(update).catch((cause: unknown) => log.warn("an update from Telegram could not be handled", cause));
        isBusy = false;
        if (isStopping() && !isGivenUp) await confirm();
      });
      polled = poll();
    },
    stop: () => (left ??= leave()),
  };
}

/** What fetch throws wraps what the network said: its code is worth a word in the log. */
const causeWithin = (cause: unknown): unknown => fieldsOf(cause)?.cause ?? cause;
