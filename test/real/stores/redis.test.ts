import { rmSync } from "node:fs";
import { afterAll, beforeAll } from "vitest";
import { describeRedisStore } from "../../contracts/redis-store.ts";
import { createRedis } from "../../support/servers/redis.ts";

let server: Awaited<ReturnType<typeof createRedis>>;

beforeAll(async () => {
  server = await createRedis("redis");
  await server.start();
});
afterAll(async () => {
  await server.stop();
  rmSync(server.folder, { recursive: true, force: true });
});

describeRedisStore("a store in Redis", () => server);
