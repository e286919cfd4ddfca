import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { plainWords } from "../../src/bots/render.ts";
import { namesOf, settingsWith } from "../../src/config/settings.ts";
import { commands } from "../../src/core/commands/index.ts";
import { affordableCost } from "../../src/core/storage/ring-file/sealed-ring.ts";
import { formatTexts } from "../../src/core/text/catalogue.ts";
import { text } from "../../src/core/text/texts.ts";
import { networks } from "../../src/networks.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const readme = read("README.md");
const pages = ["use", "configure", "build"].map((name) => read(`docs/${name}.md`)).join("\n");
const settings = settingsWith(networks);

/** The rows of the table whose first column has this heading, cells unescaped. */
function table(heading: string): string[][] {
  const [, after = ""] = pages.split(`| ${heading} |`);
  const rows = after.split("\n").slice(2);
  const end = rows.findIndex((row) => !row.startsWith("|"));
  return rows.slice(0, end).map((row) =>
    row
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll("\\|", "|")),
  );
}

describe("the README", () => {
  test("is read in three minutes", () => {
    expect(readme.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length).toBeLessThanOrEqual(900);
  });

  test("shows an answer as the console gives it", () => {
    const [, shown = ""] = /\n\n((?: {4}.*\n)+)\nOnly the latest/.exec(readme) ?? [];
    expect(shown).not.toBe("");
    expect(read("examples/march.out.txt")).toContain(shown.replaceAll(/^ {4}/gm, ""));
  });

  test("connects a network in ten steps at most", () => {
    const [, ...ways] = readme.split(/^## Use it on /m);
    const steps = ways.map((way) => way.split("\n## ")[0]?.match(/^\d+\. /gm)?.length ?? 0);
    expect(steps).toHaveLength(2);
    for (const count of steps) expect(count).toBeLessThanOrEqual(10);
  });
});

describe("the pages", () => {
  test("list every command with its usage and what it does, in the order of the table", () => {
    const listed = [...commands]
      .flatMap(([, { listed: shown, needs }]) => (shown ? [{ ...shown, needs }] : []))
      .map(({ menu, help, needs }) => {
        const [usage] = formatTexts([text(help)])[0] ?? [];
        const summary = plainWords([text(menu)]);
        expect(plainWords([text(help)])).toMatch(new RegExp(`^/.*: ${summary}\\.$`));
        return [
          `\`${typeof usage === "object" && "code" in usage && usage.code}\``,
          needs ? `${summary}; on Matrix only` : summary,
        ];
      });
    expect(table("command")).toEqual(listed);
  });

  test("list every setting with what it is and an example", () => {
    const listed = Object.entries(settings).map(([name, { summary, example }]) => [
      `\`${name}\``,
      summary,
      example && `\`${example}\``,
    ]);
    expect(table("setting")).toEqual(listed);
  });

  test("state what a guess at the passphrase costs", async () => {
    const [least, most] = [await affordableCost(async () => 1e9), await affordableCost(async () => 0)];
    const mebibytes = [least, most].map(({ memoryExponent }) => 2 ** (memoryExponent - 10));
    expect(pages.replace(/\s+/g, " ")).toContain(
      `Argon2id, at ${mebibytes.join(" to ")} MiB, ${least.passes} to ${most.passes} passes and ${most.parallelism} lanes`,
    );
  });

  test("give a reason for every package that is installed with whereat, and for no other", () => {
    const { dependencies, optionalDependencies } = JSON.parse(read("package.json")) as Record<string, object>;
    const installed = Object.keys({ ...dependencies, ...optionalDependencies });
    const reasons = table("depends on");
    const named = reasons.flatMap(([name = ""]) => name.replaceAll("`", "").split(", "));
    expect(named.toSorted()).toEqual(installed.toSorted());
    expect(reasons.every(([, reason]) => reason !== "")).toBe(true);
  });
});

describe(".env.example", () => {
  const example = read(".env.example");

  test("names exactly the settings that exist", () => {
    const named = [...example.matchAll(/^# ([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);
    expect(named).toEqual(namesOf(settings));
  });

  test("says of each setting what the code says, and gives the same example", () => {
    for (const [name, { summary, example: value }] of Object.entries(settings)) {
      expect(example).toContain(`# ${summary}\n# ${name}=${value}\n`);
    }
  });
});

describe("the commands", () => {
  test("have names that are legal on every network", () => {
    for (const name of commands.keys()) expect(name).toMatch(/^[a-z][a-z0-9_]{0,31}$/);
  });

  test("have summaries that fit into every network's menu", () => {
    for (const { listed } of commands.values())
      if (listed) expect(plainWords([text(listed.menu)]).length).toBeLessThanOrEqual(256);
  });
});
