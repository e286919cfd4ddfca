import type { Retry, Trouble } from "../../../lib/async/retry.ts";

/** Durable texts by name. `set` resolves when the text is safely stored. */
export type TextKeep = {
  get(name: string): Promise<string | undefined>;
  set(name: string, text: string): Promise<void>;
};

const name = "matrix sync token";

export type SyncTokens = {
  stored(): Promise<string | undefined>;
  /** Stores the token once everything up to it was handled. @param handled resolves when everything that came with this token was */
  add(token: string, handled: Promise<unknown>): void;
  /** Resolves when nothing is being stored. */
  idle(): Promise<void>;
};

/**
 * The token of the newest sync before which nothing waits. It may lag behind what is received. After a kill, the syncs since then come again,
 * and the core knows what it has already handled. This does not hold for to-device messages: the homeserver deletes them at the next sync,
 * and the crypto machine has stored them by then. So one writing is enough for the syncs of a moment: each waits for the disk.
 * @param rest resolves when that moment is over; at once when `signal` is aborted
 */
export function createSyncTokens(
  keep: TextKeep,
  { retry, rest, trouble, signal }: { retry: Retry; rest: () => Promise<void>; trouble: Trouble; signal: AbortSignal },
): SyncTokens {
  const open: { token: string; isHandled: boolean }[] = [];
  let newest: string | undefined;
  let isFirst = false;
  let writing: Promise<void> | undefined;

  async function write() {
    const options = { trouble, mayPass: () => true, isStopping: () => signal.aborted };
    while (newest !== undefined) {
      // Without any token, what is said meanwhile would count as said before the bot came.
      if (!isFirst) await rest();
      const token = newest;
      newest = undefined;
      await retry(() => keep.set(name, token), options);
      isFirst = false;
    }
  }
  function advance() {
    for (let [first] = open; first?.isHandled; [first] = open) {
      newest = first.token;
      open.shift();
    }
    // If the token cannot be stored before the program ends, the same events are handled again.
    if (newest !== undefined)
      writing ??= write()
        .catch(() => undefined)
        .finally(() => (writing = undefined));
  }

  return {
    async stored() {
      const token = await keep.get(name);
      isFirst = token === undefined;
      return token;
    },
    add(token, handled) {
      const entry = { token, isHandled: false };
      open.push(entry);
      void handled.then(() => {
        entry.isHandled = true;
        advance();
      });
    },
    async idle() {
      while (writing) await writing;
    },
  };
}
