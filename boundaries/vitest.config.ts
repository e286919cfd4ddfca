import { defineConfig } from "vitest/config";

// Apart from `npm test`, which needs nothing but the root's `npm ci`.
export default defineConfig({
  test: {
    // A busy machine is slow, and no test is about time: this only ends what hangs.
    testTimeout: 60_000,
    dir: import.meta.dirname,
  },
});
