import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { networks } from "../../src/networks.ts";

const src = new URL("../../src/", import.meta.url);
const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
/** The list; the ids of each network's texts, for the catalogue holds every text; and those that there were. */
const mayName = ["networks.ts", "core/text/network-texts.ts", "core/storage/texts-of-format-3.ts"];
const comment = /\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/g;

test("no code in src names a network but the list and the network's own folder", () => {
  // The word "console" is in the code for other reasons too: what counts there is the name of the network.
  const names = [
    ...networks.map(({ name }) => [name, new RegExp(name, "i")] as const),
    ["console", /"console"/] as const,
  ];
  const found = files.flatMap((path) => {
    const code = readFileSync(new URL(path, src), "utf8").replaceAll(comment, "");
    const named = names.filter(([name, pattern]) => !path.startsWith(`bots/${name}/`) && pattern.test(code));
    return mayName.includes(path) ? [] : named.map(([name]) => `${path}: ${name}`);
  });
  expect(found).toEqual([]);
});
