import { formatTexts } from "../core/text/catalogue.ts";
import type { Language } from "../core/text/languages.ts";
import type { Line, Moment, Span } from "../core/text/markup.ts";
import type { Text } from "../core/text/texts.ts";

type Look = (words: string) => string;
/** How a moment looks: the words that are given are not marked yet. */
export type MomentLook = (moment: Moment, plain: Look) => string;
type Looks = { lineBreak: string; plain: Look; bold: Look; code: Look };

/** As it is said now: for what is read at once. */
const asSaid: MomentLook = ({ moment }, plain) => plain(moment);
/** With the time of the clock beside it, which stays true. */
export const byClock: MomentLook = (moment, plain) => plain(moment.byClock);

const asIs: Look = (words) => words;
const text: Looks = { lineBreak: "\n", plain: asIs, bold: asIs, code: asIs };
const html: Omit<Looks, "lineBreak"> = {
  plain: escape,
  bold: (words) => `<b>${escape(words)}</b>`,
  code: (words) => `<code>${escape(words)}</code>`,
};

/** Texts in words alone, for what shows no looks, such as a button. */
export const plainWords = (said: readonly Text[], language?: Language): string =>
  renderText(formatTexts(said, language));

export const renderText = (lines: readonly Line[], moment = asSaid): string => render(lines, text, moment);

/** @param lineBreak some networks take a line break as it is, others as a tag */
export const renderHtml = (lines: readonly Line[], lineBreak: "\n" | "<br>", moment = asSaid): string =>
  render(lines, { ...html, lineBreak }, moment);

function render(lines: readonly Line[], looks: Looks, moment: MomentLook): string {
  return lines.map((line) => line.map((span) => renderSpan(span, looks, moment)).join("")).join(looks.lineBreak);
}

function renderSpan(span: Span, looks: Looks, moment: MomentLook): string {
  if (typeof span === "string") return looks.plain(span);
  if ("moment" in span) return moment(span, looks.plain);
  return "bold" in span ? looks.bold(span.bold) : looks.code(span.code);
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escape(words: string): string {
  return words.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
