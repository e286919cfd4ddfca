import type { Json } from "./json.ts";
import type { Params } from "./params.ts";

/** One call the bot made, in the order Telegram carried them out or refused them. */
export type Call = {
  /** As the documentation spells it. */
  readonly method: string;
  readonly params: Params;
  /** Milliseconds, by the injected clock. */
  readonly at: number;
  /** How the parameters came: `json`, `form`, `multipart` or `query`. */
  readonly encoding: string;
} & (
  | { readonly ok: true; readonly result: Json }
  | { readonly ok: false; readonly code: number; readonly description: string }
);

export type Calls = ReturnType<typeof createCalls>;

export function createCalls() {
  const all: Call[] = [];
  const waiters = new Set<{ readonly check: () => boolean; readonly fail: (why: Error) => void }>();

  function look(): void {
    for (const waiter of waiters) if (waiter.check()) waiters.delete(waiter);
  }

  return {
    all,
    /** Calls that were carried out, answered or not; all methods but getUpdates when none is named. */
    accepted: (method?: string): Call[] =>
      all.filter((call) => call.ok && (method === undefined ? call.method !== "getUpdates" : call.method === method)),
    refused: (method?: string): Call[] =>
      all.filter((call) => !call.ok && (method === undefined || call.method === method)),
    record(call: Call): void {
      all.push(call);
      look();
    },
    /** Looks again at what `until` waits for. */
    look,
    /**
     * Waits, without a timer, until `find` gives something; it is asked now, after every call of the bot and when a poll begins
     * to wait or a call to hang.
     * @throws (rejects) when the server closes first
     */
    until<T>(find: () => T | undefined | false): Promise<T> {
      return new Promise((resolve, reject) => {
        const check = () => {
          const found = find();
          if (found === undefined || found === false) return false;
          resolve(found);
          return true;
        };
        if (!check()) waiters.add({ check, fail: reject });
      });
    },
    close(): void {
      for (const { fail } of waiters) fail(new Error("The fake Bot API was closed while a test still waited."));
      waiters.clear();
    },
  };
}
