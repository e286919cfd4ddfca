import { describe, expect, test } from "vitest";
import { StoreError } from "../../src/core/model/errors.ts";
import { openStore } from "../../src/core/storage/stores/open-store.ts";
import type { createRedis } from "../support/servers/redis.ts";
import { describeServedStore } from "./served-store.ts";
import { describeTextStore } from "./text-store.ts";

/** What a store in Redis or in Valkey does. @param server is running */
export function describeRedisStore(name: string, server: () => Awaited<ReturnType<typeof createRedis>>): void {
  describeTextStore(name, async () => {
    server().command("FLUSHALL");
    const store = await openStore(server().url);
    return {
      store,
      reopen: async () => {
        await store.close();
        return openStore(server().url);
      },
    };
  });

  describeServedStore(`${name} whose server comes and goes`, server);

  describe(`${name} in which something is wrong`, () => {
    test("a value of another type is refused when it is read, and can be replaced and deleted", async () => {
      const store = await openStore(server().url);
      await store.set("text", "text");
      server().command("RPUSH", "whereat::list", "a", "b");
      server().command("HSET", "whereat::hash", "a", "b");
      for (const id of ["list", "hash"]) {
        await expect(store.get(id)).rejects.toBeInstanceOf(StoreError);
        await expect(store.getMany(["text", id])).rejects.toBeInstanceOf(StoreError);
      }
      await store.set("list", "text");
      expect(await store.get("list")).toBe("text");
      await store.delete(["hash"]);
      expect(await store.get("hash")).toBeUndefined();
      await store.close();
    });

    test("a server that is full makes writes fail, not reads and deletes, and takes them when it has room again", async () => {
      const store = await openStore(server().url);
      await store.set("a", "text");
      server().command("CONFIG", "SET", "maxmemory", "1");
      await expect(store.set("b", "text")).rejects.toBeInstanceOf(StoreError);
      expect(await store.get("a")).toBe("text");
      await store.delete(["a"]);
      expect(await store.get("a")).toBeUndefined();
      server().command("CONFIG", "SET", "maxmemory", "0");
      await store.set("b", "text");
      await store.close();
    });

    test("a server that may only be read makes writes fail until it may be written", async () => {
      const store = await openStore(server().url);
      await store.set("a", "text");
      server().command("REPLICAOF", "127.0.0.1", "1");
      await expect(store.set("a", "newer")).rejects.toBeInstanceOf(StoreError);
      await expect(store.delete(["a"])).rejects.toBeInstanceOf(StoreError);
      server().command("REPLICAOF", "NO", "ONE");
      await store.set("a", "newer");
      expect(await store.get("a")).toBe("newer");
      await store.close();
    });

    test("what others keep in the same server is neither listed nor touched", async () => {
      server().command("FLUSHALL");
      server().command("SET", "other", "of others");
      const store = await openStore(server().url);
      await store.set("a", "text");
      const listed: string[] = [];
      for await (const [id] of store.entries()) listed.push(id);
      expect(listed).toEqual(["a"]);
      await store.delete(["a", "other"]);
      expect(server().command("GET", "other")).toBe("of others");
      await store.close();
    });
  });
}
