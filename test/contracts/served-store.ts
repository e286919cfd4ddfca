import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { StoreError } from "../../src/core/model/errors.ts";
import type { TextStore } from "../../src/core/model/ports.ts";
import { openStore } from "../../src/core/storage/stores/open-store.ts";
import { createLog } from "../../src/lib/log.ts";
import type { Server } from "../support/servers/server.ts";
import { describeRenewedStore } from "./renewed-store.ts";

const opened = async (url: string): Promise<TextStore> => {
  const store = await openStore(url);
  onTestFinished(() => store.close().catch(() => {}));
  return store;
};

/** Until it succeeds: what somebody does who was told to try again. */
const again = <T>(run: () => Promise<T>): Promise<T> => vi.waitFor(run, { timeout: 20_000 });

const everything = async (store: TextStore): Promise<void> => {
  for await (const _ of store.entries());
};

/** What every store with a server of its own does when that server is not there. @param server is running before and after each test */
export function describeServedStore(name: string, server: () => Server & { url: string }): void {
  const whatFails: Record<string, (store: TextStore) => Promise<unknown>> = {
    get: (store) => store.get("kept"),
    getMany: (store) => store.getMany(["kept"]),
    set: (store) => store.set("kept", "other text"),
    delete: (store) => store.delete(["kept"]),
    entries: everything,
  };

  describe(name, () => {
    afterEach(async () => {
      server().wake();
      await server().start();
    });

    test("says so when the server is gone, and goes on when it is back with what it had", async () => {
      const store = await opened(server().url);
      await store.set("kept", "text");
      await server().stop();
      for (const run of Object.values(whatFails)) await expect(run(store)).rejects.toBeInstanceOf(StoreError);
      await server().start();
      expect(await again(() => store.get("kept"))).toBe("text");
      await again(() => store.set("kept", "newer"));
      expect(await again(() => store.get("kept"))).toBe("newer");
      await again(() => store.delete(["kept"]));
      expect(await store.get("kept")).toBeUndefined();
    });

    test("outlives a server that is killed while nothing is asked of it", async () => {
      const store = await opened(server().url);
      await store.set("kept", "text");
      await server().stop("SIGKILL");
      await server().start();
      expect(await again(() => store.get("kept"))).toBe("text");
    });

    test("says so within seconds when the server hangs, and goes on when it wakes", async () => {
      const store = await opened(server().url);
      await store.set("kept", "text");
      server().hang();
      const outcomes = await Promise.allSettled(
        Object.values(whatFails).map(async (run) => {
          const from = performance.now();
          await run(store).finally(() => expect(performance.now() - from).toBeLessThan(9_000));
        }),
      );
      server().wake();
      for (const each of outcomes) expect(each).toMatchObject({ status: "rejected", reason: expect.any(StoreError) });
      await again(() => store.set("kept", "newer"));
      expect(await again(() => store.get("kept"))).toBe("newer");
    });

    test("says so when it is opened and the server is gone", async () => {
      await server().stop();
      await expect(openStore(server().url)).rejects.toBeInstanceOf(StoreError);
      await server().start();
      await again(() => opened(server().url));
    });

    test("is opened when the server is there, if somebody waits for it", async () => {
      await server().stop();
      const lines: string[] = [];
      const store = await openStore(server().url, {
        wait: () => server().start(),
        log: createLog("debug", (line) => lines.push(line)),
      });
      onTestFinished(() => store.close());
      expect(lines).toHaveLength(2);
      expect(await store.get("never set")).toBeUndefined();
    });

    test("loses nothing that it said was kept, and keeps nothing that it said was deleted, when the server is killed", async () => {
      const store = await opened(server().url);
      const promised = new Map<string, string | undefined>();
      for (let round = 0; round < 5; round++) {
        const asked = Array.from({ length: 200 }, async (_, row) => {
          const id = `row-${round}-${row}`;
          await store.set(id, "text");
          promised.set(id, "text");
          if (row % 2 === 0) return;
          promised.delete(id);
          await store.delete([id]);
          promised.set(id, undefined);
        });
        const killing = setTimeout(() => void server().stop("SIGKILL"), 5 * round);
        await Promise.allSettled(asked);
        clearTimeout(killing);
        await server().stop("SIGKILL");
        await server().start();
      }
      await again(() => store.get("row"));
      const ids = [...promised.keys()];
      expect(await again(() => store.getMany(ids))).toEqual(ids.map((id) => promised.get(id)));
    });

    test("does not wait for a server that is gone when it is closed", async () => {
      const store = await openStore(server().url);
      await store.set("kept", "text");
      await server().stop();
      await store.close().catch((error: unknown) => expect(error).toBeInstanceOf(StoreError));
    });

    describeRenewedStore(server);
  });
}
