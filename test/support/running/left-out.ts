import { readdirSync } from "node:fs";
import type { TestProject } from "vitest/node";

/** Says at the end of a run which suites were not in it. */
export function setup({ config }: TestProject): () => void {
  const suites = readdirSync(new URL("../../real", import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `test/real/${name}`);
  const long = config.exclude.filter((pattern) => pattern.startsWith("test/") && !pattern.startsWith("test/real/"));
  return () => {
    console.log(`Left out, for want of real servers: ${suites.join(", ")}. npm run test:real runs them.`);
    if (long.length > 0)
      console.log("Left out, because it takes longer: what vitest.quick.config.ts names. npm test runs it.");
  };
}
