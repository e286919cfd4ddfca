import { readdirSync } from "node:fs";

/** Says at the end of a run which suites were not in it. */
export function setup(): () => void {
  const suites = readdirSync(new URL("../real", import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `test/real/${name}`);
  return () => console.log(`Left out, for want of real servers: ${suites.join(", ")}. npm run test:real runs them.`);
}
