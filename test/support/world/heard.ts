import { renderText } from "../../../src/bots/render.ts";
import { formatTexts } from "../../../src/core/text/catalogue.ts";
import type { Language } from "../../../src/core/text/languages.ts";
import type { Line } from "../../../src/core/text/markup.ts";
import { formsOf, ids } from "../../core/text/samples.ts";

/** Of which it is kept what a voice says of each sentence. */
export const heardLanguages = ["en", "es", "ru", "ar"] as const satisfies readonly Language[];
export type HeardLanguage = (typeof heardLanguages)[number];

export const heardFile = (language: HeardLanguage) => new URL(`../../golden/heard/${language}.txt`, import.meta.url);

/** A name is in no language. What is typed is spelled as it is typed: both stand for a word of the language that is said in their place. */
const standIn: Readonly<Record<HeardLanguage, string>> = { en: "Mary", es: "María", ru: "Мария", ar: "مريم" };
/** Words of commands, typed as they are in every language, and values that are a whole text. */
const typed = /(?<!\p{L})(?:geo:|off|on|each)(?!\p{L})/gu;
const values = new Set(["Ana", "March", "Legal", "word", "one", "other", "something"]);
const isEnglishBeneath = (line: Line) => line[0] === "\u2068" && line.at(-1) === "\u2069";
/** Names of apps, networks and systems, which are the same in every language. */
const brands = /\b(?:Telegram|Matrix|Element|Android|iPhone|Google|Apple|Plus Code|MGRS|UTM|UTC|OpenStreetMap|GPS)\b/g;

/** Every sentence once, as a voice is given it: two forms of each text, without the console, which nobody listens to. */
export function spokenSentences(language: HeardLanguage): string[] {
  const name = standIn[language];
  const said = ids
    .filter((id) => !id.startsWith("console-"))
    .flatMap((id) => formsOf(id).slice(0, 2))
    .flatMap((form) => formatTexts([form], language))
    .filter((line) => !isEnglishBeneath(line))
    .map((line) => line.map((span) => (typeof span === "object" && "code" in span ? name : span)))
    .map((line) => renderText([line]))
    .map((line) => line.replace(/\u2068[^\u2068\u2069]*\u2069/g, (value) => (/\p{Nd}/u.test(value) ? value : name)))
    .map((line) => line.replace(/(?<![\p{L}\p{Nd}])[/!@][A-Za-z][\w:.]*/gu, name).replace(brands, name))
    .flatMap((line) => line.replace(/[\u2060\u2066-\u2069\u200E\u200F👍🔐]/gu, "").split(/(?<=[.?!؟])\s+/))
    .map((sentence) => (language === "en" ? sentence : sentence.replace(typed, name)).replace(/\s+/g, " ").trim())
    .filter((sentence) => /\p{L}{2}/u.test(sentence) && !values.has(sentence));
  return [...new Set(said)];
}
