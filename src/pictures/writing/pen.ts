import type { Spot } from "../projection.ts";
import type { Fonts } from "./fonts.ts";

/** Words with light around them, which is drawn beneath all other words. */
export type Written = { readonly halo: string; readonly fill: string };
export type Anchor = "start" | "middle" | "end";

export const unwritten: Written = { halo: "", fill: "" };

/** What is not seen: marks of direction, and joiners that stand between no letters that join. */
const unseen = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
const letterOfTheRight = /(?=\p{L})[\p{Script=Arabic}]/v;
const ofTheLeft = /(?=\p{L})[^\p{Script=Arabic}]/v;
const isFromTheRight = (words: string) => /^[^\p{L}]*(?=\p{L})[\p{Script=Arabic}]/v.test(words);

const decimal = (value: number) => String(Math.round(value * 100) / 100);
const escape = (words: string) => words.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** A text without what cannot be seen. */
export const visible = (words: string): string => words.replaceAll(unseen, "").replaceAll("\u00A0", " ").trim();

/** Words in the order in which they stand on the paper, from the left: those of the other direction turn around among themselves. */
function onPaper(text: string): string[] {
  const words = text.split(/\s+/);
  const isTurned = isFromTheRight(text);
  const goesAlong = (word: string) => (isTurned ? !ofTheLeft.test(word) : !letterOfTheRight.test(word));
  const groups: string[][] = [];
  let along: boolean | undefined;
  for (const word of words) {
    if (goesAlong(word) === along) groups.at(-1)?.push(word);
    else groups.push([word]);
    along = goesAlong(word);
  }
  return (isTurned ? groups.toReversed() : groups).flatMap((group) => {
    const isOfTheRight = letterOfTheRight.test(group.join(" ")) || (isTurned && !ofTheLeft.test(group.join(" ")));
    return isOfTheRight ? group.toReversed() : group;
  });
}

/** Numbers go from left to right in a word from right to left, too. */
const parts = (word: string): string[] =>
  letterOfTheRight.test(word) ? (word.match(/[\p{Nd}.,:٫٬]+|[^\p{Nd}.,:٫٬]+/gu) ?? []).toReversed() : [word];

/**
 * Writes words so that each piece of them is in a font that has all of it, in its own place: the library does not draw a mixture of fonts, and
 * knows texts from left to right only.
 */
export function createPen(fonts: Fonts, paper: string) {
  const blank = fonts.width(" ");
  const width = (words: string, size: number): number => fonts.width(words) * size;

  function write({ x, y }: Spot, words: string, size: number, anchor: Anchor, colour: string): Written {
    const whole = width(words, size);
    let at = x - (anchor === "start" ? 0 : anchor === "middle" ? whole / 2 : whole);
    const pieces: ((looks: string) => string)[] = [];
    for (const word of onPaper(words)) {
      for (const run of parts(word).flatMap((part) => fonts.runs(part) ?? [])) {
        const place = `x="${decimal(at)}" y="${decimal(y)}" font-family="${run.family}" font-size="${size}"`;
        pieces.push((looks) => `<text ${place} ${looks}>${escape(run.words)}</text>`);
        at += width(run.words, size);
      }
      at += blank * size;
    }
    const light = `fill="none" stroke="${paper}" stroke-width="6" stroke-linejoin="round" stroke-opacity="0.9"`;
    return {
      halo: pieces.map((piece) => piece(light)).join(""),
      fill: pieces.map((piece) => piece(`fill="${colour}"`)).join(""),
    };
  }

  return {
    width,
    write,
    /** Whether there is a font for all of it. */
    has: (words: string): boolean => fonts.runs(words) !== undefined,
    /** As much of the words as there is room for; nothing where there is no font for them. */
    fit(words: string, size: number, room: number): string {
      if (fonts.runs(words) === undefined) return "";
      const letters = Array.from(words);
      while (letters.length > 0 && width(`${letters.join("")}…`, size) > room) letters.pop();
      return letters.length === Array.from(words).length ? words : `${letters.join("").trim()}…`;
    },
  };
}

export type Pen = ReturnType<typeof createPen>;
