import type { Language } from "../../core/text/languages.ts";
import type { Text } from "../../core/text/texts.ts";
import { plainWords } from "../render.ts";

/** A terminal shows the marks of isolation and of direction as strange characters, or as gaps. */
const marks = /[\u200F\u2068\u2069]/g;

/** What the console says itself. */
export const consoleWords = (...said: Text[]): string => wordsIn(said);

/** What the bot says in it. */
export const wordsIn = (said: readonly Text[], language?: Language): string =>
  plainWords(said, language).replace(marks, "");
