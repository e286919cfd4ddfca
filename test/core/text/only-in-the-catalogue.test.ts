import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ids } from "./samples.ts";

const src = new URL("../../../src/", import.meta.url);
const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
const sourceOf = (path: string) => readFileSync(new URL(path, src), "utf8");

/** They are told to the operator: in the log, as the reason why the program ends, or while whereat is being set up. */
const forTheOperator = [
  "bots/matrix/start-matrix.ts",
  "bots/matrix/crypto/identity/verification.ts",
  "bots/matrix/login/log-out.ts",
  "bots/matrix/login/login-errors.ts",
  "bots/matrix/login/set-up-matrix.ts",
  "bots/matrix/login/start-problems.ts",
  "bots/telegram/set-up-telegram.ts",
  "bots/telegram/telegram-config.ts",
];
const operatorReads = /(?:Error|Refused|super|problems\.push|log\.(?:debug|info|warn))\(\s*$/;

const commentOrText = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g;

/** Texts of at least three words that begin or end as a sentence does, but for those that only the operator reads. */
function sentencesIn(source: string): string[] {
  return [...source.matchAll(commentOrText)].flatMap((match) => {
    const said = match[1] ?? match[2] ?? match[3] ?? "";
    const words = said.match(/\p{L}{2,}/gu) ?? [];
    const isSentence = /^\p{Lu}\p{Ll}*\s/u.test(said) || /[\p{L}\d)”][.?]\s*$/u.test(said);
    const isForTheOperator = operatorReads.test(source.slice(Math.max(0, match.index - 80), match.index));
    return words.length >= 3 && isSentence && !isForTheOperator ? [said] : [];
  });
}

test("a sentence in code is noticed, and one that only the operator reads is not", () => {
  expect(sentencesIn('return [line("Nobody shares here.")];')).toEqual(["Nobody shares here."]);
  expect(sentencesIn("say(`Kept for ${left} only`)")).toEqual(["Kept for ${left} only"]);
  expect(sentencesIn("label = 'Who may see it?'")).toEqual(["Who may see it?"]);
  expect(sentencesIn('throw new StoreError("The disk is full.")')).toEqual([]);
  expect(sentencesIn('log.warn(\n  "It is tried again.",\n)')).toEqual([]);
  expect(sentencesIn('// Not said: "It is a comment."')).toEqual([]);
});

test("no sentence stands in the code of the core or of a network", () => {
  const found = files
    .filter((path) => /^(?:core|bots)\//.test(path) && !forTheOperator.includes(path))
    .flatMap((path) => sentencesIn(sourceOf(path)).map((said) => `${path}: ${said}`));
  expect(found).toEqual([]);
});

test("every text is said somewhere", () => {
  const code = files
    .filter((path) => !/^core\/text\/(?:texts|network-texts)\.ts$/.test(path))
    .map(sourceOf)
    .join("\n");
  expect(ids.filter((id) => !code.includes(`"${id}"`))).toEqual([]);
});
