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
 * and the crypto machine has stored them by then.
 */
export function createSyncTokens(keep: TextKeep, retry: Retry, trouble: Trouble, signal: AbortSignal): SyncTokens {
  const open: { token: string; isHandled: boolean }[] = [];
  let newest: string | undefined;
  let writing: Promise<void> | undefined;

  async function write() {
    const options = { trouble, mayPass: () => true, isStopping: () => signal.aborted };
    for (let token = newest; token !== undefined; token = newest) {
      newest = undefined;
      await retry(() => keep.set(name, token), options);
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
    stored: () => keep.get(name),
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
