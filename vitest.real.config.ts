import { defineConfig } from "vitest/config";

// Against real servers, started by the suites themselves: see test/support/homeserver.
export default defineConfig({
  test: {
    include: ["test/real/**/*.test.ts"],
    pool: "forks",
    fileParallelism: false,
    silent: "passed-only",
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
