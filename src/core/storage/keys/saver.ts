import { setImmediate as nextTurn } from "node:timers/promises";

/** Called at a named point of what must be whole or not done at all. A test may throw or die there; otherwise it does nothing. */
export type Step = (name: string) => void;

/** Writes what changes, one write at a time, many changes in one. */
export type Saver = {
  /** says that something changed */
  changed(): void;
  /** resolves when all that changed so far is written; rejects with what made a write fail, which leaves it to the next call */
  settled(): Promise<void>;
};

/** @param write writes everything as it is when it begins */
export function createSaver(write: () => Promise<void>): Saver {
  let changes = 0;
  let saved = 0;
  let writing: Promise<void> | undefined;

  const save = async (): Promise<void> => {
    try {
      // What else changes in this turn goes with it.
      await nextTurn();
      const upTo = changes;
      await write();
      saved = upTo;
    } finally {
      writing = undefined;
    }
  };

  return {
    changed: () => {
      changes++;
    },
    async settled() {
      for (const mine = changes; saved < mine; ) {
        writing ??= save();
        await writing;
      }
    },
  };
}
