import { expect, test } from "vitest";
import { renderText } from "../../../src/bots/render.ts";
import { formatTexts } from "../../../src/core/text/catalogue.ts";
import { languages } from "../../../src/core/text/languages.ts";
import type { Line } from "../../../src/core/text/markup.ts";
import { formsOf, ids } from "./samples.ts";

/** Words of a sentence that somebody reads once, with two seconds of attention. */
const most = 20;

/** A name, a place and a command are one word each, however long they are. */
const asOneWord = (line: Line): Line => line.map((span) => (typeof span === "object" && "code" in span ? "X" : span));

/** Without the English beneath, which is a line that is isolated as a whole. */
const sentencesIn = (lines: readonly Line[]): string[] =>
  lines
    .map((line) =>
      renderText([asOneWord(line)])
        .replace(/\u2066X\u2069/g, "X")
        .replace(/\u2068[^\u2068\u2069]*\u2069/g, "X"),
    )
    .flatMap((line) => line.split(/(?<=[.?!؟。])\s+/));

const wordsIn = (sentence: string) => sentence.split(/[\s،؛,;]+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

test("a sentence is counted as it is read: a name is one word, and so is a command", () => {
  expect(sentencesIn([["Say ", { code: "/here 52.52 13.405" }, " to \u2068Ana Maria\u2069. Then wait."]])).toEqual([
    "Say X to X.",
    "Then wait.",
  ]);
  expect(wordsIn("One, two – three.")).toBe(3);
});

test.each(languages)("no sentence of %s has more than twenty words, in any form", (language) => {
  const found = ids
    .flatMap(formsOf)
    .flatMap((form) => sentencesIn(formatTexts([form], language)))
    .filter((sentence) => wordsIn(sentence) > most);
  expect([...new Set(found)]).toEqual([]);
});

test.each(languages)("%s says units in full, and no sentence needs an emoji or a sign to be understood", (language) => {
  // The console is for who tries whereat, and shows lines as they are typed.
  for (const form of ids.filter((id) => !id.startsWith("console-")).flatMap(formsOf)) {
    const said = renderText(formatTexts([form], language).map(asOneWord)).replace(/[👍🔐]/gu, "");
    expect([form.id, said]).toEqual([form.id, expect.not.stringMatching(/\p{Extended_Pictographic}|…\s*\w|&/u)]);
    expect([form.id, said]).toEqual([
      form.id,
      expect.not.stringMatching(/\d\s?(?:min|hr|sec|km|h|m|s)(?![\p{L}\p{N}_])/u),
    ]);
  }
});
