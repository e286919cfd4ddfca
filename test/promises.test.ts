import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { asking } from "./promises/asking.ts";
import { ending } from "./promises/ending.ts";
import { keeping } from "./promises/keeping.ts";
import { onMatrix } from "./promises/on-matrix.ts";
import { running } from "./promises/running.ts";

const promises = { ...asking, ...ending, ...keeping, ...onMatrix, ...running };

for (const [sentence, check] of Object.entries(promises)) test(sentence, { timeout: 60_000 }, check);

test("the README's promises are these, each of them and no other", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const [, section = ""] = readme.split("## What it protects, and what it cannot");
  const [list = ""] = section.split("`npm run drill`");
  const listed = [...list.matchAll(/^- (.+)$/gm)].map(([, sentence]) => sentence);
  expect(new Set(listed)).toEqual(new Set(Object.keys(promises)));
  expect(listed).toHaveLength(new Set(listed).size);
});
