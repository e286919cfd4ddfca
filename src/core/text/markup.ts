import type { Instant } from "../../lib/time.ts";
import type { Piece } from "./values.ts";

/**
 * A moment as it is said now, which is old as soon as it is read: so a network shows `byClock`, or has its apps say how long ago `at` is.
 */
export type Moment = { moment: string; byClock: string; at: Instant };
/** A piece of a line. `code` is text that a person may want to copy, such as a command or coordinates. */
export type Span = string | { bold: string } | { code: string } | Moment;
export type Line = readonly Span[];

/** What stands in the place of a mark: a value in pieces, or the lines of another text. */
export type Slot = readonly Piece[] | { readonly lines: readonly Line[] };

type Look = "plain" | "bold" | "code";

// U+E000 and U+E001 are for private use: no file of a language holds them, and values are not read here.
const token = /\uE000(\d+)\uE001|<(\/?)(b|code)>|\n|[^\uE000<\n]+|[\uE000<]/g;

/** First strong isolate and its end (UAX 9): what is between them does not turn the words around it. */
export const [isolate, endIsolate] = ["\u2068", "\u2069"] as const;

/**
 * A formatted pattern as lines of spans. Each value is isolated, outside of its tags; only in code, which is what a person copies, none is,
 * nor a value that is the whole text.
 * @param pattern its words, with <b> and <code> around some, and marks in the places of values
 */
export function readMarkup(pattern: string, slots: readonly Slot[]): Line[] {
  const lines: Span[][] = [[]];
  let look: Look = "plain";
  let words = "";
  const isAlone = /^\uE000\d+\uE001$/.test(pattern);

  /** Ends the span that is being read; what follows looks as told. */
  function turn(next: Look) {
    const line = lines.at(-1) ?? [];
    const last = line.at(-1);
    if (look === "plain" && typeof last === "string") line[line.length - 1] = last + words;
    else if (words !== "") line.push(look === "bold" ? { bold: words } : look === "code" ? { code: words } : words);
    words = "";
    look = next;
  }

  function put(spans: Line, isApart: boolean) {
    const around = look;
    if (around !== "code") turn("plain");
    const isIsolated = isApart && around !== "code";
    if (isIsolated) words += isolate;
    for (const span of spans) {
      if (typeof span !== "string") {
        turn("plain");
        lines.at(-1)?.push(span);
      } else if (around === "bold" && isApart) {
        turn("bold");
        words = span;
        turn("plain");
      } else words += span;
    }
    if (isIsolated) words += endIsolate;
    if (around !== "code") turn(around);
  }

  function putLines(inner: readonly Line[]) {
    for (const [index, spans] of inner.entries()) {
      if (index > 0) lines.push([]);
      put(spans, !isAlone);
    }
  }

  for (const [found, slot, closes, tag] of pattern.matchAll(token)) {
    if (slot !== undefined) {
      const value = slots[Number(slot)] ?? [];
      if ("lines" in value) putLines(value.lines);
      else for (const { words: own, isBetween } of value) put([own], !isBetween && !(isAlone && value.length === 1));
    } else if (tag !== undefined) {
      turn(closes ? "plain" : tag === "b" ? "bold" : "code");
    } else if (found === "\n") {
      turn("plain");
      lines.push([]);
    } else words += found;
  }
  turn("plain");
  return lines;
}
