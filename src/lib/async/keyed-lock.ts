export type KeyedLock = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** Work under the same key runs one at a time, in the order in which it was asked for. Not reentrant. */
export function createKeyedLock(): KeyedLock {
  const tails = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const run = (tails.get(key) ?? Promise.resolve()).then(work);
    const tail = run.then(
      () => undefined,
      () => undefined, // the caller has `run`; the next in line only waits
    );
    tails.set(key, tail);
    return run.finally(() => {
      if (tails.get(key) === tail) tails.delete(key);
    });
  };
}
