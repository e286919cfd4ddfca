import { defineConfig } from "vitest/config";

// Apart from `npm test`, which needs nothing but the root's `npm ci`.
export default defineConfig({ test: { dir: import.meta.dirname } });
