import { formatTexts, type Language } from "../core/text/catalogue.ts";
import type { Line, Span } from "../core/text/markup.ts";
import type { Text } from "../core/text/texts.ts";

type Look = (words: string) => string;
type Looks = { lineBreak: string; plain: Look; bold: Look; code: Look };

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

export const renderText = (lines: readonly Line[]): string => render(lines, text);

/** @param lineBreak some networks take a line break as it is, others as a tag */
export const renderHtml = (lines: readonly Line[], lineBreak: "\n" | "<br>"): string =>
  render(lines, { ...html, lineBreak });

function render(lines: readonly Line[], looks: Looks): string {
  return lines.map((line) => line.map((span) => renderSpan(span, looks)).join("")).join(looks.lineBreak);
}

function renderSpan(span: Span, looks: Looks): string {
  if (typeof span === "string") return looks.plain(span);
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
