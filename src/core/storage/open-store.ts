import { StoreError } from "../errors.ts";
import type { TextStore } from "../ports.ts";
import { createKeyvStore } from "./keyv-store.ts";

/**
 * Opens the store that a setting names; what a kind needs is loaded only when it is named.
 * @param url `memory:`, `sqlite:PATH`, `postgres://…`, `redis://…`, `rediss://…` or `valkey://…`
 * @throws StoreError when it is of no kind known, or cannot be opened
 */
export async function openStore(url: string): Promise<TextStore> {
  const kind = url.slice(0, url.indexOf(":") + 1);
  switch (kind) {
    case "memory:":
      return createKeyvStore(new Map());
    case "sqlite:": {
      const { openSqliteRows } = await import("./sqlite-adapter.ts");
      return createKeyvStore(await openSqliteRows(url.slice(kind.length)));
    }
    case "postgres:":
    case "postgresql:": {
      const { openPostgresRows } = await import("./postgres-adapter.ts");
      return createKeyvStore(await reached(openPostgresRows(url)));
    }
    case "redis:":
    case "rediss:":
    case "valkey:": {
      const { openRedisRows } = await import("./redis-adapter.ts");
      return createKeyvStore(await reached(openRedisRows(url.replace(/^valkey:/, "redis:"))));
    }
    default:
      throw new StoreError("the store is of a kind not known: name sqlite:, postgres:, redis:, valkey: or memory:");
  }
}

const reached = <T>(opening: Promise<T>): Promise<T> =>
  opening.catch((cause: unknown) => {
    throw new StoreError("the store's server was not reached: look at its address, its password and whether it runs", {
      cause,
    });
  });
