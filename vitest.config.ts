import { defineConfig } from "vitest/config";

// Each suite that needs a server of its own (a homeserver, a database) is a project of its own, run by its own script.
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/real/**"],
    pool: "forks",
    // A busy machine is slow, and no test is about time: this only ends what hangs.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
