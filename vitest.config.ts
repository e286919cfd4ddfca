import { defineConfig } from "vitest/config";
import { recordsLog } from "./test/support/running/record-log.ts";

// Suites that need a real server have a configuration and a script of their own.
export default defineConfig({
  plugins: [recordsLog],
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/real/**"],
    globalSetup: ["test/support/running/record-log.ts", "test/support/running/left-out.ts"],
    pool: "forks",
    maxWorkers: "100%",
    // A worker of its own for each file would cost a third of the time; run with --sequence.shuffle.files to see that none needs it.
    isolate: false,
    // A busy machine is slow, and no test is about time: this only ends what hangs.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 50_000 } },
  },
});
