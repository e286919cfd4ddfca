import { defineConfig } from "vitest/config";

// Against real servers, started by the suites themselves: see test/support/homeserver.
export default defineConfig({
  test: {
    include: ["test/real/**/*.test.ts"],
    pool: "forks",
    fileParallelism: false,
    silent: "passed-only",
    // A busy machine is slow, and no test is about time: this only ends what hangs.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 500_000 } },
  },
});
