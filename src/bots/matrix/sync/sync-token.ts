import type { Retry, Trouble } from "../../../lib/async/retry.ts";

/** Durable texts by name. `set` resolves when the text is safely stored. */
export type TextKeep = {
  get(name: string): Promise<string | undefined>;
  set(name: string, text: string): Promise<void>;
};

const name = "matrix sync token";

export type SyncTokens = {
  stored(): Promise<string | undefined>;
  /** Has the token stored when everything up to it has been handled. @param handled resolves when all that came with it has been */
  add(token: string, handled: Promise<unknown>): void;
  /** Resolves when nothing is being stored. */
  idle(): Promise<void>;
};

/**
 * The token of the newest sync before which nothing waits. It may lag behind what is being received: after a kill, the syncs since then come
 * again, and the core knows what it has handled of them. What came to the device is not part of that: the homeserver deletes it when the next
 * sync asks for more, and the machine has stored it by then.
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
    // What cannot be stored before the program ends is handled again.
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
