import { BotApiError } from "../http/bot-api-error.ts";
import type { Json } from "../http/json.ts";

type Queued = { readonly id: number; readonly expiresAt: number; readonly make: () => Json; readonly type: string };
type Poll = { readonly offset: number; readonly limit: number; readonly timeout: number };
type Waiting = {
  readonly poll: Poll;
  readonly resolve: (updates: Json[]) => void;
  readonly reject: (why: Error) => void;
};

const day = 86_400;
/** Left out of the default set: Client.h, DEFAULT_ALLOWED_UPDATE_TYPES. */
const byRequestOnly = ["chat_member", "message_reaction", "message_reaction_count"];

export type Updates = ReturnType<typeof createUpdates>;

/**
 * The bot's queue as tdlib's TQueue and Client.cpp's do_get_updates keep it. Not modelled: an offset repeated within
 * half a second being served one update at a time.
 * @param now milliseconds since 1970
 * @param serialise `fetch` writes an update when it is fetched, `arrival` when it happens
 * @param pollChanged called when a poll begins to wait
 */
export function createUpdates(now: () => number, serialise: "fetch" | "arrival", pollChanged: () => void) {
  let queue: Queued[] = [];
  const past = new Map<number, Queued>();
  const redelivered: Queued[] = [];
  let tail = 1000;
  let allowed: ReadonlySet<string> | undefined;
  let waiting: Waiting | undefined;
  let webhook = "";
  let drainWaiters: (() => void)[] = [];
  const seconds = () => Math.floor(now() / 1000);

  const write = ({ id, type, make }: Queued): Json => ({ update_id: id, [type]: make() });

  function expire(): void {
    queue = queue.filter(({ expiresAt }) => expiresAt > seconds());
  }

  /** What lies at and above an offset; confirms everything below it. */
  function take({ offset, limit }: Poll): Json[] {
    expire();
    if (offset < 0) queue = queue.slice(offset);
    // An offset well past the tail is not believed: the queue is served from its head (TQueue::get refuses, do_get_updates falls back).
    if (offset > 0 && offset <= tail + 10) queue = queue.filter(({ id }) => id >= offset);
    if (queue.length === 0 && redelivered.length === 0) {
      for (const done of drainWaiters) done();
      drainWaiters = [];
    }
    const again = redelivered.splice(0, limit);
    return [...again, ...queue.slice(0, limit - again.length)].map(write);
  }

  function wake(): void {
    if (waiting === undefined) return;
    const { poll, resolve } = waiting;
    const found = take(poll);
    if (found.length === 0) return;
    waiting = undefined;
    resolve(found);
  }

  function conflict(what: string): BotApiError {
    return new BotApiError(409, `Conflict: ${what}`);
  }

  return {
    /** @param date seconds; an update lives for a day from it, and one older than a day is never queued */
    push(type: string, date: number, make: () => Json): void {
      if (!(allowed?.has(type) ?? !byRequestOnly.includes(type))) return;
      const expiresAt = date + day;
      if (expiresAt <= seconds()) return;
      const written = serialise === "arrival" ? make() : undefined;
      const queued = { id: tail, type, expiresAt, make: written === undefined ? make : () => written };
      tail += 1;
      queue.push(queued);
      past.set(queued.id, queued);
      wake();
    },

    /** Answers at once when there is something, else when something comes, `timeout` real seconds pass or the caller goes. */
    async poll(poll: Poll, gone: AbortSignal): Promise<Json[]> {
      if (webhook !== "")
        throw conflict(
          "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        );
      const found = take(poll);
      if (found.length > 0 || poll.timeout === 0) return found;
      waiting?.reject(
        conflict("terminated by other getUpdates request; make sure that only one bot instance is running"),
      );
      return await new Promise<Json[]>((resolve, reject) => {
        const mine: Waiting = {
          poll,
          resolve: (updates) => {
            clearTimeout(timer);
            resolve(updates);
          },
          reject: (why) => {
            clearTimeout(timer);
            reject(why);
          },
        };
        const end = () => {
          if (waiting === mine) waiting = undefined;
          mine.resolve([]);
        };
        const timer = setTimeout(end, Math.min(poll.timeout, 50) * 1000);
        gone.addEventListener("abort", end, { once: true });
        waiting = mine;
        pollChanged();
      });
    },

    /** `undefined` keeps what was asked for last; an empty list is the default set. */
    allow(types: readonly string[] | undefined): void {
      if (types !== undefined) allowed = types.length === 0 ? undefined : new Set(types);
    },

    setWebhook(url: string): void {
      if (url !== "") waiting?.reject(conflict("terminated by setWebhook request"));
      if (url !== "") waiting = undefined;
      webhook = url;
    },
    webhook: () => webhook,
    forgetAll(): void {
      queue = [];
    },

    /**
     * The next update gets this id. Telegram starts anew at a random id, higher or lower, after a week without updates.
     * @throws when that would put a lower id behind one that still waits
     */
    jumpTo(id: number): void {
      if (queue.length > 0 && id < tail) throw new Error("Update ids can only fall when nothing waits to be fetched.");
      tail = id;
    },
    /** Delivers an update once more under its old id, whatever was confirmed. @throws when there never was one */
    redeliver(id: number): void {
      const queued = past.get(id);
      if (queued === undefined) throw new Error(`There was no update ${id}.`);
      redelivered.push(queued);
      wake();
    },
    /** Ids not yet confirmed by the bot. */
    pending(): number[] {
      expire();
      return queue.map(({ id }) => id);
    },
    lastId: () => tail - 1,
    isPolled: () => waiting !== undefined,
    /** Resolves once the bot has come back for more with nothing left: what it was sent is confirmed. */
    drained(): Promise<void> {
      expire();
      if (queue.length === 0 && redelivered.length === 0 && waiting !== undefined) return Promise.resolve();
      return new Promise((resolve) => drainWaiters.push(resolve));
    },
  };
}
