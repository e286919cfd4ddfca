import type { Text } from "../../core/text/texts.ts";
import { plainWords } from "../render.ts";

/** A terminal shows the marks of isolation as strange characters, or as gaps. */
const isolationMarks = /[\u2068\u2069]/g;

export const consoleWords = (...said: Text[]): string => plainWords(said).replace(isolationMarks, "");
