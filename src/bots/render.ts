import type { Line, Span } from "../core/model/message.ts";

type Look = (words: string) => string;
type Looks = { lineBreak: string; plain: Look; bold: Look; code: Look };

const asIs: Look = (words) => words;
const text: Looks = { lineBreak: "\n", plain: asIs, bold: asIs, code: asIs };
const html: Omit<Looks, "lineBreak"> = {
  plain: escape,
  bold: (words) => `<b>${escape(words)}</b>`,
  code: (words) => `<code>${escape(words)}</code>`,
};
const htmlDialects = { telegram: { ...html, lineBreak: "\n" }, matrix: { ...html, lineBreak: "<br>" } };

export const renderText = (lines: readonly Line[]): string => render(lines, text);

/** Telegram takes a line break as it is, Matrix as a tag; otherwise they are the same. */
export const renderHtml = (lines: readonly Line[], dialect: keyof typeof htmlDialects): string =>
  render(lines, htmlDialects[dialect]);

function render(lines: readonly Line[], looks: Looks): string {
  return lines.map((line) => line.map((span) => renderSpan(span, looks)).join("")).join(looks.lineBreak);
}

function renderSpan(span: Span, looks: Looks): string {
  if (typeof span === "string") return looks.plain(tame(span));
  if ("bold" in span) return isolate(span.bold, looks.bold);
  return isolate(span.code, looks.code);
}

// Explicit marks that turn the direction of what follows: one of them in a name would turn the digits after the name around.
const directionMarks = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const breaksALine = /[\p{Cc}\u2028\u2029]/gu;

/** A line stays one line and keeps its direction, whatever a name in it holds. */
const tame = (words: string): string => words.toWellFormed().replace(breaksALine, " ").replace(directionMarks, "");

// Hebrew to Arabic Extended-A, their presentation forms, and the right-to-left blocks of the supplementary plane (Unicode 16, DerivedBidiClass).
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFE\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * Words from right to left are isolated (UAX 9: FSI ... PDI), so that they do not carry the words around them along.
 * Around the tags, because what is inside a code span is what a person copies.
 */
function isolate(words: string, look: Look): string {
  const tamed = tame(words);
  return rightToLeft.test(tamed) ? `\u2068${look(tamed)}\u2069` : look(tamed);
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
