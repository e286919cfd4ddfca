import { type Instant, minute } from "./time.ts";

/** When things are due, for many of them: finding those that are due now costs what they are, however many are due later. */
export type DueTimes<T> = {
  /** @param value is given back when it is due; what was under this key before is forgotten */
  set(key: string, at: Instant, value: T): void;
  has(key: string): boolean;
  /** when it is due; undefined when there is nothing under this key */
  at(key: string): Instant | undefined;
  delete(key: string): void;
  clear(): void;
  /** what is due at this time, in no order; whatever is set or deleted meanwhile may or may not be seen */
  over(now: Instant): IterableIterator<[key: string, value: T]>;
};

const minuteOf = (at: Instant): number => Math.floor(at / minute);

export function createDueTimes<T>(): DueTimes<T> {
  const due = new Map<string, { at: Instant; value: T }>();
  /** The keys of what is due within a minute, by its number. */
  const minutes = new Map<number, Set<string>>();

  function remove(key: string): void {
    const before = due.get(key);
    if (before === undefined) return;
    due.delete(key);
    const number = minuteOf(before.at);
    const keys = minutes.get(number);
    keys?.delete(key);
    if (keys?.size === 0) minutes.delete(number);
  }

  return {
    set(key, at, value) {
      remove(key);
      due.set(key, { at, value });
      const number = minuteOf(at);
      const keys = minutes.get(number);
      if (keys) keys.add(key);
      else minutes.set(number, new Set([key]));
    },
    has: (key) => due.has(key),
    at: (key) => due.get(key)?.at,
    delete: remove,
    clear() {
      due.clear();
      minutes.clear();
    },
    *over(now) {
      for (const [number, keys] of minutes) {
        if (number > minuteOf(now)) continue;
        for (const key of keys) {
          const each = due.get(key);
          if (each !== undefined && each.at <= now) yield [key, each.value];
        }
      }
    },
  };
}
