import { setImmediate as nextTurn } from "node:timers/promises";

/** Called at named points of work that must be done as a whole or not at all. A test may throw or die there; otherwise it does nothing. */
export type Step = (name: string) => void;

/** Writes changes: one write at a time, many changes in one write. */
export type Saver = {
  /** notes that something changed */
  changed(): void;
  /** notes that something changed for which nobody waits: the next write has it, or `all` */
  postponed(): void;
  /** has what was postponed written, too, when `settled` is called next */
  all(): void;
  /** resolves when everything that changed so far is written; rejects when a write fails, and the next call tries again */
  settled(): Promise<void>;
};

/** @param write writes the state as it is when the write begins */
export function createSaver(write: () => Promise<void>): Saver {
  let changes = 0;
  let saved = 0;
  /** whether something was postponed that no write has had since */
  let isPostponed = false;
  let writing: Promise<void> | undefined;

  const save = async (): Promise<void> => {
    try {
      // Everything else that changes in this turn of the event loop goes into the same write.
      await nextTurn();
      const upTo = changes;
      const hadPostponed = isPostponed;
      isPostponed = false;
      try {
        await write();
      } catch (error) {
        isPostponed ||= hadPostponed;
        throw error;
      }
      saved = upTo;
    } finally {
      writing = undefined;
    }
  };

  return {
    changed: () => {
      changes++;
    },
    postponed: () => {
      isPostponed = true;
    },
    all: () => {
      if (isPostponed) changes++;
    },
    async settled() {
      for (const mine = changes; saved < mine; ) {
        writing ??= save();
        await writing;
      }
    },
  };
}
