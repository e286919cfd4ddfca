import { Keyv } from "keyv";
import { StoreError } from "../../model/errors.ts";
import type { TextStore } from "../../model/ports.ts";

/**
 * What keyv needs from a place that keeps rows. It does what it says or rejects. It emits nothing: as soon as anything listens to
 * keyv's `error` event, a failed `set` resolves to false and a failed `get` to undefined.
 */
export type Rows = {
  get(id: string): Promise<string | undefined>;
  getMany(ids: readonly string[]): Promise<(string | undefined)[]>;
  set(id: string, text: string): Promise<boolean>;
  /** in the order of `ids`: true where a row was there and is gone */
  deleteMany(ids: readonly string[]): Promise<boolean[]>;
  iterator(): AsyncGenerator<[id: string, text: string]>;
  /** @see TextStore.scrub */
  scrub?(): Promise<void>;
  disconnect(): Promise<void>;
};

const deletedAtOnce = 200;

/** A row is its text and nothing else. keyv's own envelope holds a TTL, which is not reliable and would tell when a row was made. */
const bareText = {
  stringify: (envelope: unknown): string => {
    const value = typeof envelope === "object" && envelope !== null && "value" in envelope ? envelope.value : undefined;
    if (typeof value !== "string") throw new TypeError("only text is stored");
    return value;
  },
  parse: <T>(text: string): T => ({ value: text }) as T,
};

type Value = { value: string };

/** What keyv is given as its own envelope it does not parse: of many rows, it would await each several times. */
const readAsValues = (rows: Rows) => ({
  get: async (id: string) => valueOf(await rows.get(id)),
  getMany: async (ids: string[]) => (await rows.getMany(ids)).map(valueOf),
});

const valueOf = (text: string | undefined): Value | undefined => (text === undefined ? undefined : { value: text });

/** A TextStore over keyv. @param rows a Map keeps everything in memory */
export function createKeyvStore(rows: Rows | Map<string, unknown>): TextStore {
  // `capabilities.expires` has keyv use an adapter as it is, without wrapping it in its bridge for older ones.
  const store = rows instanceof Map ? rows : { ...rows, ...readAsValues(rows), capabilities: { expires: true } };
  const keyv = new Keyv<string>({ store, serialization: bareText, checkExpired: false });
  const running = new Set<Promise<unknown>>();
  let isClosed = false;

  const attempt = async <T>(action: string, run: () => Promise<T>): Promise<T> => {
    if (isClosed) throw new StoreError("the store is closed");
    const result = run();
    running.add(result);
    try {
      return await result;
    } catch (cause) {
      throw failure(action, cause);
    } finally {
      running.delete(result);
    }
  };

  return {
    get: (id) => attempt("read a row", async () => textOf(await keyv.get(id))),
    getMany: (ids) => attempt("read rows", async () => (await keyv.getMany([...ids])).map(textOf)),
    set: (id, text) =>
      attempt("keep a row", async () => {
        if ((await keyv.set(id, text)) !== true) throw new StoreError("the store did not keep a row");
      }),
    delete: (ids) =>
      attempt("delete rows", async () => {
        for (let start = 0; start < ids.length; start += deletedAtOnce) {
          const slice = ids.slice(start, start + deletedAtOnce);
          const wasDeleted = await keyv.deleteMany(slice);
          // "Not deleted" means that there was no such row, which is fine, or that a failure was kept silent.
          const doubtful = slice.filter((_, index) => wasDeleted[index] !== true);
          if (doubtful.length === 0) continue;
          if ((await keyv.getMany(doubtful)).some((text) => text !== undefined))
            throw new StoreError("the store did not delete every row");
        }
      }),
    async *entries() {
      if (isClosed) throw new StoreError("the store is closed");
      try {
        for await (const [id, text] of keyv.iterator()) yield [String(id), textOf(text) ?? ""] as const;
      } catch (cause) {
        throw failure("list its rows", cause);
      }
    },
    scrub: () =>
      attempt("scrub its files", async () => {
        if (!(rows instanceof Map)) await rows.scrub?.();
      }),
    async close() {
      if (isClosed) return;
      isClosed = true;
      // Calls that have begun are finished first, and their callers hear how they ended.
      await Promise.allSettled(running);
      await keyv.disconnect().catch((cause: unknown) => {
        throw failure("close", cause);
      });
    },
  };
}

function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw new StoreError("the store holds something that is not text");
  return value;
}

const failure = (action: string, cause: unknown): StoreError =>
  cause instanceof StoreError ? cause : new StoreError(`the store did not ${action}`, { cause });
