import { createRetry, createTrouble, type Trouble } from "../../../lib/async/retry.ts";
import type { Log } from "../../../lib/log.ts";
import { type Clock, type Duration, type Instant, instant, minute, second, type Wait } from "../../../lib/time.ts";
import { createNetworkClock, type NetworkClock } from "../../network-clock.ts";
import { BotRefused, type Pulse, unwatched } from "../../network-plugin.ts";
import { maxUpdates } from "../limits.ts";
import type { updateKinds } from "../receive/read-update.ts";
import { type Account, createApi } from "./api.ts";
import { type Fields, fieldsOf, idOf } from "./fields.ts";
import { refusalOf } from "./refusal.ts";

export type World = {
  now: Clock;
  theirs?: NetworkClock;
  pulse?: Pulse;
  wait: Wait;
  random: () => number;
  log: Log;
};

/** Seconds. `poll`: how long Telegram waits for an update before it answers; `stop`: how long the current batch may still take after a stop. */
export type Patience = { poll: number; pollTimeout: number; callTimeout: number; stop: number };

export type PollingOptions = { allowedUpdates: typeof updateKinds; patience: Patience };

export type Polling = {
  /**
   * Resolves with the answer of getMe, and waits for as long as the network is down. Resolves with undefined when it is stopped first.
   * @throws (rejects) BotRefused, when the token is
   */
  connect(): Promise<unknown>;
  /** @param take resolves when the whole batch is durable. Only then is the batch confirmed. Rejects after a stop */
  begin(take: (updates: readonly Fields[]) => Promise<void>): void;
  /** Rejects with a BotRefused when the token is refused after `begin`: nothing is received any more. */
  readonly broken: Promise<never>;
  readonly isStopping: () => boolean;
  /** Resolves within `patience.stop`. The current batch is then finished and confirmed, or will be delivered again. */
  stop(): Promise<void>;
};

/** Telegram answers a repeated conflict after three seconds. Two programs with the same token wait longer each time. */
const firstPauseAfterConflict: Duration = 3 * second;
const longestPauseAfterConflict: Duration = minute;
/** With two programs on one token, each succeeds from time to time. The conflict is over when there was none for a while. */
const conflictOverAfter: Duration = 3 * minute;
const whenItDoesNotSay: Duration = 5 * second;
const longestPause: Duration = 60 * minute;

/**
 * Long polling, a batch at a time: getUpdates returns up to a hundred updates, and the offset of the next call confirms them. grammY's own loop
 * takes them one by one, and when it is stopped it confirms an update that is not handled yet.
 */
export function createPolling(account: Account, { allowedUpdates, patience }: PollingOptions, world: World): Polling {
  const { log } = world;
  const stopping = new AbortController();
  const isStopping = () => stopping.signal.aborted;
  const stopped = new Promise<void>((resolve) => stopping.signal.addEventListener("abort", () => resolve()));
  const inTime = (seconds: number) => AbortSignal.timeout(seconds * second);
  const theirs = world.theirs ?? createNetworkClock("Telegram", world);
  const time = { now: world.now, heard: theirs.heard };
  const api = createApi(account, () => AbortSignal.any([stopping.signal, inTime(patience.pollTimeout)]), time);
  const wait: Wait = (milliseconds) => Promise.race([world.wait(milliseconds), stopped]);
  const retry = createRetry(wait, world.random);
  const pulse = world.pulse ?? unwatched;
  const { trouble, asksFor } = createTroubles(world);
  const policy = {
    trouble,
    asksFor(error: unknown) {
      const pause = asksFor(error);
      pulse.failed(pause ?? 0);
      return pause;
    },
    isStopping,
  };
  const whilePolling = { ...policy, mayPass: (error: unknown) => refusalOf(error)?.code !== 401 };
  // Telegram answers 404 when the token does not even have the form of a token.
  const whileConnecting = { ...policy, mayPass: (error: unknown) => ![401, 404].includes(refusalOf(error)?.code ?? 0) };
  const broken = Promise.withResolvers<never>();
  broken.promise.catch(() => undefined); // seen by whoever started the bot
  let offset: number | undefined;
  let confirmed: number | undefined;
  let isBusy = false;
  let isGivenUp = false;
  let polled: Promise<void> | undefined;
  let left: Promise<void> | undefined;

  async function nextBatch(): Promise<{ updates: Fields[]; next: number | undefined }> {
    const from = offset === undefined ? {} : { offset };
    const request = { ...from, limit: maxUpdates, timeout: patience.poll, allowed_updates: allowedUpdates };
    const asked = world.now();
    const updates = readBatch(await api.getUpdates(request));
    if (world.now() - asked >= second) updates.forEach((update) => noteTime(update, asked));
    confirmed = offset;
    const last = idOf(updates.at(-1)?.update_id);
    return { updates, next: last === undefined ? offset : last + 1 };
  }

  /** What comes after a pause was said only now. Telegram's own time stands in it, also behind a server with a clock of its own. */
  function noteTime(update: Fields, asked: Instant): void {
    const message = fieldsOf(update.message) ?? fieldsOf(update.edited_message);
    const at = message?.edit_date ?? message?.date;
    if (typeof at === "number") theirs.heardNews(instant(at * second), asked);
  }

  async function poll(take: (updates: readonly Fields[]) => Promise<void>): Promise<void> {
    try {
      await retry(() => api.deleteWebhook({}), whilePolling);
      while (!isStopping()) {
        const { updates, next } = await retry(nextBatch, whilePolling);
        // Updates that have arrived but were not begun are left for the next start.
        if (isStopping() || !(await isTaken(updates, take))) break;
        offset = next;
        pulse.progressed();
      }
    } catch {
      // A retry ends without success when it is stopped, and when the token is refused.
      if (!isStopping()) return broken.reject(revoked());
    }
    if (!isGivenUp && offset !== confirmed) await confirm();
  }

  /** A fault of our own must not cause the same batch to be delivered for ever. After a stop, it is left for the next start. */
  async function isTaken(updates: readonly Fields[], take: (updates: readonly Fields[]) => Promise<void>) {
    isBusy = true;
    try {
      await take(updates);
      return true;
    } catch (error) {
      if (isStopping()) return false;
      log.warn("updates from Telegram could not be handled", error);
      return true;
    } finally {
      isBusy = false;
    }
  }

  /** Confirms the last batch that was finished. Otherwise the next getUpdates would have done that. */
  async function confirm(): Promise<void> {
    await createApi(account, () => inTime(patience.stop), time)
      .getUpdates({ offset: offset ?? 0, limit: 1, timeout: 0 })
      .catch(() => log.debug("the last updates from Telegram are not confirmed: they will be delivered again"));
  }

  async function leave(): Promise<void> {
    stopping.abort();
    const { promise: tooLate, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, patience.stop * second);
    await Promise.race([polled, tooLate]);
    clearTimeout(timer);
    if (isBusy) log.info("updates from Telegram were not finished in time: they will be delivered again");
    isGivenUp = true;
  }

  return {
    isStopping,
    async connect() {
      try {
        return await retry(() => api.getMe(), whileConnecting);
      } catch {
        if (isStopping()) return undefined;
        throw new BotRefused("Telegram refused the bot's token: give it as @BotFather shows it, in TELEGRAM_BOT_TOKEN");
      }
    },
    begin(take) {
      polled = poll(take);
    },
    broken: broken.promise,
    stop: () => (left ??= leave()),
  };
}

const revoked = () =>
  new BotRefused(
    "Telegram no longer accepts the bot's token, so nothing is received there any more: it was revoked, or the bot was deleted. Give the token that @BotFather shows now, in TELEGRAM_BOT_TOKEN",
  );

/** The troubles that polling can have, each logged by itself, and the pauses that they ask for. */
function createTroubles({ log, now }: World): { trouble: Trouble; asksFor: (error: unknown) => Duration | undefined } {
  const unreachable = createTrouble({ what: "Telegram: the Bot API cannot be reached" }, { log, now });
  const slowed = createTrouble({ what: "Telegram: the Bot API asks this bot to wait" }, { log, now });
  const conflict = createTrouble(
    {
      what: "Telegram: another program receives updates with this bot's token, and the two take turns",
      overAfter: conflictOverAfter,
    },
    { log, now },
  );
  let conflicts = 0;
  let lastConflict: Instant | undefined;

  return {
    trouble: {
      met(error) {
        const code = refusalOf(error)?.code;
        if (code === 409) conflict.met();
        else if (code === 429) slowed.met();
        else unreachable.met(causeWithin(error));
      },
      passed() {
        for (const one of [unreachable, slowed, conflict]) one.passed();
      },
    },
    asksFor(error) {
      const refusal = refusalOf(error);
      if (refusal?.code === 429) return Math.min(refusal.retryAfter ?? whenItDoesNotSay, longestPause);
      if (refusal?.code !== 409) return undefined;
      if (lastConflict === undefined || now() - lastConflict >= conflictOverAfter) conflicts = 0;
      lastConflict = now();
      return Math.min(firstPauseAfterConflict * 2 ** Math.min(conflicts++, 10), longestPauseAfterConflict);
    },
  };
}

/** @throws TypeError when one of these is no update with an id: the batch could not be confirmed without it */
function readBatch(value: unknown): Fields[] {
  const updates = Array.isArray(value) ? value.map(fieldsOf) : [undefined];
  const isBatch = (list: (Fields | undefined)[]): list is Fields[] =>
    list.every((update) => idOf(update?.update_id) !== undefined);
  if (!isBatch(updates)) throw new TypeError("not a batch of updates");
  return updates;
}

/** The error that fetch throws wraps the error of the network, whose code is useful in the log. */
const causeWithin = (cause: unknown): unknown => (refusalOf(cause) ? cause : (fieldsOf(cause)?.cause ?? cause));
