import { setImmediate as nextTurn } from "node:timers/promises";

/** A text to store under an id; without a text, a row to delete. */
export type Write = { id: string; text?: string };

export type WriteQueue = {
  /** resolves when it is committed, to whether there was such a row before or is one now */
  write(write: Write): Promise<boolean>;
  /** resolves when nothing waits */
  drained(): Promise<void>;
};

/** How much one commit may hold, so that none blocks the event loop for more than a few milliseconds. */
const atOnce = 256;

/**
 * Commits together what is written in the same turn of the event loop: one commit at a time, in the order of the writes.
 * @param commit makes a whole batch durable, or none of it
 */
export function createWriteQueue(commit: (batch: readonly Write[]) => Promise<readonly boolean[]>): WriteQueue {
  const waiting: { write: Write; done(hadRow: boolean): void; failed(cause: unknown): void }[] = [];
  let draining: Promise<void> | undefined;

  const drain = async (): Promise<void> => {
    for (await nextTurn(); waiting.length > 0; await nextTurn()) {
      const batch = waiting.splice(0, atOnce);
      try {
        const hadRow = await commit(batch.map((each) => each.write));
        batch.forEach((each, index) => each.done(hadRow[index] === true));
      } catch (cause) {
        // Whatever made this commit fail after a while would make each of the others wait as long.
        for (const each of [...batch, ...waiting.splice(0)]) each.failed(cause);
      }
    }
    draining = undefined;
  };

  return {
    write: (write) =>
      new Promise((done, failed) => {
        waiting.push({ write, done, failed });
        draining ??= drain();
      }),
    drained: async () => draining,
  };
}
