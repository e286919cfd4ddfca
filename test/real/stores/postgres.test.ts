import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { StoreError } from "../../../src/core/model/errors.ts";
import { openStore } from "../../../src/core/storage/stores/open-store.ts";
import { describeServedStore } from "../../contracts/served-store.ts";
import { describeTextStore } from "../../contracts/text-store.ts";
import { createPostgres } from "../../support/servers/postgres.ts";

let server: Awaited<ReturnType<typeof createPostgres>>;

beforeAll(async () => {
  server = await createPostgres();
  await server.start();
});
afterAll(async () => {
  await server.stop();
  rmSync(server.folder, { recursive: true, force: true });
});

describeTextStore("a store in PostgreSQL", async () => {
  server.sql("DROP TABLE IF EXISTS whereat");
  const store = await openStore(server.url);
  return {
    store,
    reopen: async () => {
      await store.close();
      return openStore(server.url);
    },
  };
});

describeServedStore("a store in PostgreSQL whose server comes and goes", () => server);

test("ten programs that begin at once in an empty database all begin", async () => {
  server.sql("DROP TABLE IF EXISTS whereat");
  const stores = await Promise.all(Array.from({ length: 10 }, () => openStore(server.url)));
  await Promise.all(stores.map((store, index) => store.set(`row-${index}`, "text")));
  await Promise.all(stores.map((store) => store.close()));
});

test("two programs that write the same rows at once do not hold each other up", async () => {
  const stores = await Promise.all([openStore(server.url), openStore(server.url)]);
  const ids = Array.from({ length: 200 }, (_, row) => `row-${row}`);
  for (let round = 0; round < 20; round++)
    await Promise.all(
      stores.flatMap((store, which) => (which === 0 ? ids : ids.toReversed()).map((id) => store.set(id, "text"))),
    );
  await Promise.all(stores.map((store) => store.close()));
});

test("a row locked by another program makes a write fail within seconds, and succeed when it goes", async () => {
  const store = await openStore(server.url);
  await store.set("locked", "text");
  const { Pool } = await import("pg");
  const options = {
    max: 1,
    connectionTimeoutMillis: 3_000,
    statement_timeout: 0,
    query_timeout: 20_000,
    keepAlive: true,
  };
  const other = new Pool({ connectionString: server.url, ...options });
  await other.query("BEGIN");
  await other.query("SELECT * FROM whereat WHERE id = 'locked' FOR UPDATE");
  await expect(store.set("locked", "newer")).rejects.toBeInstanceOf(StoreError);
  expect(await store.get("locked")).toBe("text");
  await other.query("COMMIT");
  await store.set("locked", "newer");
  await other.end();
  await store.close();
});

test("a database that may only be read makes writes fail, and take place when it may be written again", async () => {
  const store = await openStore(server.url);
  await store.set("a", "text");
  server.sql("ALTER DATABASE postgres SET default_transaction_read_only = on");
  server.sql(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = 'postgres'",
  );
  await expect(store.set("a", "newer")).rejects.toBeInstanceOf(StoreError);
  await expect(store.delete(["a"])).rejects.toBeInstanceOf(StoreError);
  expect(await store.get("a")).toBe("text");
  server.sql("BEGIN READ WRITE; ALTER DATABASE postgres RESET default_transaction_read_only; COMMIT");
  server.sql(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = 'postgres'",
  );
  await store.set("a", "newer").catch(() => store.set("a", "newer"));
  await store.close();
});

test("a table of another shape is refused when the store is opened", async () => {
  server.sql("DROP TABLE IF EXISTS whereat; CREATE TABLE whereat (other int)");
  await expect(openStore(server.url)).rejects.toBeInstanceOf(StoreError);
  server.sql("DROP TABLE whereat");
});
