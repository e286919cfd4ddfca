import KeyvRedis from "@keyv/redis";
import type { Rows } from "./keyv-store.ts";

/** How long a command may take, in milliseconds. A server that hangs is treated as gone. */
const longest = 5_000;

/**
 * Rows in Redis or Valkey, as safe as the server's settings make them: `appendonly yes` with `appendfsync always` keeps every row; without
 * both, rows may be lost when the server stops. Deleted text stays in its log until the server rewrites it.
 * @param url redis:// or rediss://
 */
export async function openRedisRows(url: string): Promise<Rows> {
  const adapter = new KeyvRedis(
    {
      url,
      // A command is refused at once while the server is away, and not carried out some time later.
      disableOfflineQueue: true,
      socket: { connectTimeout: longest, reconnectStrategy: (attempt: number) => Math.min(50 * 2 ** attempt, 1_000) },
    },
    { namespace: "whereat", throwOnErrors: true },
  );

  /** Rejects when it takes too long, and breaks the connection, so that nothing asked for is done afterwards. */
  const inTime = async <T>(result: Promise<T>): Promise<T> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new Error("no answer in time"));
        adapter.disconnect(true).catch(() => {
          // It is broken either way; the next command connects anew.
        });
      }, longest);
    });
    try {
      return await Promise.race([result, late]);
    } finally {
      clearTimeout(timer);
    }
  };

  const rows: Rows = {
    get: (id) => inTime(adapter.get<string>(id)).then(text),
    // One by one, in one turn, which is one write on the wire: MGET treats a value of another type as if it were not there.
    getMany: async (ids) => (await inTime(Promise.all(ids.map((id) => adapter.get<string>(id))))).map(text),
    set: (id, value) => inTime(adapter.set(id, value)),
    // Not its deleteMany, which is a transaction: a server that is full takes none, and could not be emptied.
    deleteMany: (ids) => inTime(Promise.all(ids.map((id) => adapter.delete(id)))),
    async *iterator() {
      // SCAN may give a row more than once.
      const seen = new Set<string>();
      const all = adapter.iterator<string>();
      for (let next = await inTime(all.next()); next.done !== true; next = await inTime(all.next())) {
        const [id, value] = next.value;
        if (value === undefined || seen.has(id)) continue;
        seen.add(id);
        yield [id, value];
      }
    },
    disconnect: () => inTime(adapter.disconnect()),
  };
  const firstError = new Promise<never>((_, reject) => adapter.client.once("error", reject));
  try {
    // A client that cannot connect goes on trying, and says why to nobody but its listeners.
    await Promise.race([rows.get("connected"), firstError]);
    return rows;
  } catch (error) {
    await adapter.disconnect(true).catch(() => {
      // There was no connection.
    });
    throw error;
  }
}

const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
