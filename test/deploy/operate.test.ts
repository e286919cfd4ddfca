import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { createMetrics } from "../../src/lib/metrics.ts";
import { minute } from "../../src/lib/time.ts";
import { judge, lossShown, patience } from "../../src/start/health/judge.ts";
import { createMeasures } from "../../src/start/health/measure.ts";

const read = (path: string) => readFileSync(join(import.meta.dirname, "../..", path), "utf8");
const page = read("docs/operate.md");

describe("docs/operate.md", () => {
  test("names every metric, and no other", () => {
    const metrics = createMetrics();
    createMeasures(metrics, () => 0).health(() =>
      judge([], { writtenAt: 0 as never, lostAt: undefined, isInPlace: true }, 0 as never, undefined),
    );
    const told = [...metrics.text().matchAll(/^# TYPE (\S+)/gm)].map(([, name = ""]) => name);
    const named = [...page.matchAll(/^\| `(whereat_\w+)` \|/gm)].map(([, name = ""]) => name);
    expect(named.toSorted()).toEqual(told.toSorted());
  });

  test("says no shorter times than health has", () => {
    expect(page).toContain("It turns bad within two minutes, and good within one when all is over.");
    expect(patience).toBeLessThan(2 * minute);
    expect(lossShown).toBeLessThan(minute);
  });

  test("explains whatever health says is wrong", () => {
    const source = read("src/start/health/judge.ts");
    const known = [
      "not connected yet",
      "nothing is heard",
      "it hangs",
      "cannot go on there",
      "has to be logged in",
      "does not move",
      "nothing can be written",
      "moved, removed or replaced",
      "was emptied, changed or put back",
      "this machine's clock is",
    ];
    for (const words of known) {
      expect(source).toContain(words);
      expect(page).toContain(words);
    }
    expect(source.match(/wrong\.push\(/g)).toHaveLength(known.length - 2);
  });
});

test("a container starts the program as npm start does, and needs a network", () => {
  const [, flags = ""] = /exec node (.*) src\/main\.ts$/.exec(packageJson.scripts.start) ?? [];
  const [, entry = "[]"] = /^ENTRYPOINT (.*)$/m.exec(read("deploy/Containerfile")) ?? [];
  expect(JSON.parse(entry)).toEqual([
    "/opt/whereat/node_modules/.bin/node",
    ...flags.split(" "),
    "/opt/whereat/src/main.ts",
    "--require-network",
  ]);
});
