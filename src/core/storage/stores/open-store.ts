import type { Log } from "../../../lib/log.ts";
import { second, type Wait } from "../../../lib/time.ts";
import { StoreAway, StoreError } from "../../model/errors.ts";
import type { TextStore } from "../../model/ports.ts";
import { createKeyvStore, type Rows } from "./keyv-store.ts";

/** For trying again while a server is still starting, as when the whole machine starts. */
export type Patience = { wait: Wait; log: Log };

/**
 * Opens the store that a setting names. The code for a kind of store is loaded only when that kind is named.
 * @param url `memory:`, `sqlite:PATH`, `postgres://…`, `redis://…`, `rediss://…` or `valkey://…`
 * @param patience with it, a server that is not there is tried again each second until it is
 * @throws StoreAway when the server is not there and no patience is given
 * @throws StoreError when the kind is unknown, or the store cannot be opened
 */
export async function openStore(url: string, patience?: Patience): Promise<TextStore> {
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
      return createKeyvStore(await reached(() => openPostgresRows(url), patience));
    }
    case "redis:":
    case "rediss:":
    case "valkey:": {
      const { openRedisRows } = await import("./redis-adapter.ts");
      const address = url.replace(/^valkey:/, "redis:");
      return createKeyvStore(await reached(() => openRedisRows(address), patience));
    }
    default:
      throw new StoreError("the store is of a kind not known: name sqlite:, postgres:, redis:, valkey: or memory:");
  }
}

async function reached(open: () => Promise<Rows>, patience: Patience | undefined): Promise<Rows> {
  for (let tries = 1; ; tries++) {
    try {
      const rows = await open();
      if (tries > 1) patience?.log.info("the store's server is there");
      return rows;
    } catch (cause) {
      if (!isAway(cause))
        throw new StoreError("the store's server refuses: look at the user, the password and the database", { cause });
      if (!patience)
        throw new StoreAway("the store's server is not there: look at its address and whether it runs", { cause });
      if (tries === 1)
        patience.log.warn(
          "the store's server is not there, and is asked again each second: look at its address and whether it runs",
          cause,
        );
      await patience.wait(second);
    }
  }
}

const network = /^(ECONN|EHOST|ENET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_)/;
// https://www.postgresql.org/docs/current/errcodes-appendix.html: connections, resources and operator intervention
const passingInPostgres = /^(08|53|57)/;
// "WRONGPASS invalid username-password pair": Redis's errors begin with a word in capitals.
const saidByRedis = /^[A-Z]+ /;
const passingInRedis = /^(LOADING|BUSY|MASTERDOWN|CLUSTERDOWN|TRYAGAIN) /;

/**
 * Whether a store's server is not there or not ready, so that a later try may succeed; false for what it will refuse again.
 * @param error from a client of PostgreSQL, Redis or Valkey
 */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && typeof error.code === "string")
    return network.test(error.code) || passingInPostgres.test(error.code);
  return !saidByRedis.test(error.message) || passingInRedis.test(error.message);
}
