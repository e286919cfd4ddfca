/** A map that keeps the latest entries. Beyond its size, the entry that was not used for longest is forgotten, and has to be found out again. */
export type BoundedMap<T> = {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  delete(key: string): void;
};

export function createBoundedMap<T>(max: number): BoundedMap<T> {
  const values = new Map<string, T>();
  return {
    get: (key) => values.get(key),
    set(key, value) {
      values.delete(key);
      values.set(key, value);
      const [oldest] = values.keys();
      if (values.size > max && oldest !== undefined) values.delete(oldest);
    },
    delete: (key) => void values.delete(key),
  };
}
