import type { Log } from "../../../lib/log.ts";

/** Work that takes its time and that nothing else waits for. */
export type Background = {
  /** Begins it, unless work of this name is under way. What it throws is logged, so it should throw only what nobody can act on. */
  run(name: string, work: () => Promise<void>): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
};

export function createBackground(log: Log): Background {
  const underWay = new Map<string, Promise<void>>();
  return {
    run(name, work) {
      if (underWay.has(name)) return;
      const done = work()
        .catch((error: unknown) => log.warn("Matrix: something was left undone", error))
        .finally(() => underWay.delete(name));
      underWay.set(name, done);
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay.values());
    },
  };
}
