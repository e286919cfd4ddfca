import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { heardFile, heardLanguages, spokenSentences } from "../../support/world/heard.ts";

// What a voice (espeak-ng) says of each sentence is kept: `npx node bench/texts/heard.ts` makes it anew when words have changed.
describe.each(heardLanguages)("what is heard in %s", (language) => {
  const [spelled, ...lines] = readFileSync(heardFile(language), "utf8").trimEnd().split("\n");
  const sentences = lines.filter((line) => !line.startsWith("    "));
  const heard = lines.filter((line) => line.startsWith("    "));

  test("is kept of what is said now: a few sentences may be new, and wait to be heard", () => {
    const now = spokenSentences(language);
    const isNew = now.filter((sentence) => !sentences.includes(sentence));
    expect([isNew.length, isNew.length < now.length / 10]).toEqual([isNew.length, true]);
    expect(heard).toHaveLength(sentences.length);
    expect(heard.filter((line) => line.trim() === "")).toEqual([]);
  });

  test("has no word letter by letter, and the voice changes its language for nothing but names", () => {
    expect(spelled).toBe("spelled letter by letter: none");
    expect(heard.filter((line) => /\([a-z]{2,3}(?:-[a-z]+)?\)/.test(line))).toEqual([]);
  });
});
