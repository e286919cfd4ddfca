import { setImmediate as nextTurn } from "node:timers/promises";

/** Called at named points of work that must be done as a whole or not at all. A test may throw or die there; otherwise it does nothing. */
export type Step = (name: string) => void;

/** The circles of which something changed since they were written, beside what belongs to none; "all": anything may have changed. */
export type Touched = "all" | ReadonlySet<string>;

/** Writes changes: one write at a time, many changes in one write. */
export type Saver = {
  /** notes that something changed, of these circles alone, or of none where the list is empty. @param circles without them, anything may have changed */
  changed(circles?: readonly string[]): void;
  /** notes that something of these circles changed for which nobody waits: the next write has it, or `all` */
  postponed(circles?: readonly string[]): void;
  /** has what was postponed written, too, when `settled` is called next */
  all(): void;
  /** resolves when everything that changed so far is written; rejects when a write fails, and the next call tries again */
  settled(): Promise<void>;
};

/** @param write writes the state as it is when the write begins */
export function createSaver(write: (touched: Touched) => Promise<void>): Saver {
  let touched: "all" | Set<string> = new Set<string>();
  let changes = 0;
  let saved = 0;
  /** whether something was postponed that no write has had since */
  let isPostponed = false;
  let writing: Promise<void> | undefined;

  function touch(circles: Iterable<string> | undefined): void {
    if (circles === undefined) touched = "all";
    else if (touched !== "all") for (const circle of circles) touched.add(circle);
  }

  const save = async (): Promise<void> => {
    try {
      // Everything else that changes in this turn of the event loop goes into the same write.
      await nextTurn();
      const upTo = changes;
      const hadPostponed = isPostponed;
      isPostponed = false;
      const mine = touched;
      touched = new Set();
      try {
        await write(mine);
      } catch (error) {
        touch(mine === "all" ? undefined : mine);
        isPostponed ||= hadPostponed;
        throw error;
      }
      saved = upTo;
    } finally {
      writing = undefined;
    }
  };

  return {
    changed: (circles) => {
      touch(circles);
      changes++;
    },
    postponed: (circles) => {
      touch(circles);
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
