import { Pool } from "pg";
import type { Rows } from "./keyv-store.ts";
import { createWriteQueue } from "./write-queue.ts";

// Milliseconds. The server gives up first, so a connection is lost only when the server hangs.
const connecting = 3_000;
const onServer = 4_000;
const longest = 5_000;

const listedAtOnce = 256;

// Ids are ordered by bytes, whatever the locale of the database.
const table = `CREATE TABLE IF NOT EXISTS whereat (id text COLLATE "C" PRIMARY KEY, text text NOT NULL)`;
const write = `WITH gone AS (DELETE FROM whereat WHERE id = ANY($1) RETURNING id),
  kept AS (INSERT INTO whereat (id, text) SELECT * FROM unnest($2::text[], $3::text[])
           ON CONFLICT (id) DO UPDATE SET text = excluded.text)
  SELECT id FROM gone`;

/**
 * Rows in PostgreSQL. keyv's own adapter cannot be used: it does not handle the error of an idle connection, so a restart of the server
 * ends the program; it silently ends a list of rows early when reading fails; and it never retries making its table.
 * @param url postgres://
 */
export async function openPostgresRows(url: string): Promise<Rows> {
  const pool = new Pool({
    connectionString: url,
    max: 4,
    connectionTimeoutMillis: connecting,
    statement_timeout: onServer,
    query_timeout: longest,
    keepAlive: true,
  });
  // A connection that breaks while idle is replaced with the next query.
  pool.on("error", () => {});

  const query = async (sql: string, ...values: unknown[]) =>
    (await pool.query<Record<string, unknown>>(sql, values)).rows;

  const queue = createWriteQueue(async (batch) => {
    const last = new Map(batch.map(({ id, text }) => [id, text]));
    // Always in one order, so that two programs that write the same rows do not deadlock.
    const sets = [...last].filter(([, text]) => text !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
    const deletes = [...last].filter(([, text]) => text === undefined).map(([id]) => id);
    const ids = sets.map(([id]) => id);
    const gone = await query(
      write,
      deletes,
      ids,
      sets.map(([, text]) => text),
    );
    const hadRow = new Set(gone.map((row) => row.id));
    return batch.map(({ id, text }) => text !== undefined || hadRow.has(id));
  });

  try {
    // When two programs make the table at once, one fails; so does a user who may not make tables. What counts is that it is there.
    await query(table).catch(() => {});
    await query("SELECT id, text FROM whereat LIMIT 0");
  } catch (error) {
    await pool.end();
    throw error;
  }

  return {
    async get(id) {
      const [row] = await query("SELECT text FROM whereat WHERE id = $1", id);
      return row === undefined ? undefined : String(row.text);
    },
    async getMany(ids) {
      const rows = await query("SELECT id, text FROM whereat WHERE id = ANY($1)", ids);
      const found = new Map(rows.map((row) => [row.id, String(row.text)]));
      return ids.map((id) => found.get(id));
    },
    set: (id, text) => queue.write({ id, text }),
    deleteMany: (ids) => Promise.all(ids.map((id) => queue.write({ id }))),
    async *iterator() {
      for (let after = ""; ; ) {
        const rows = await query(
          "SELECT id, text FROM whereat WHERE id > $1 ORDER BY id LIMIT $2",
          after,
          listedAtOnce,
        );
        for (const row of rows) yield [String(row.id), String(row.text)];
        const last = rows.at(-1);
        if (last === undefined || rows.length < listedAtOnce) return;
        after = String(last.id);
      }
    },
    /** Removes deleted text from the table. The server's log of writes and copies of it are out of reach: only the destroyed keys protect there. */
    async scrub() {
      await query("VACUUM whereat");
    },
    async disconnect() {
      await queue.drained();
      await pool.end();
    },
  };
}
