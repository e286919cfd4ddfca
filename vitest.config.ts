import { defineConfig } from "vitest/config";

// Each suite that needs a server of its own (a homeserver, a database) is a project of its own, run by its own script.
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/real/**"],
    pool: "forks",
  },
});
