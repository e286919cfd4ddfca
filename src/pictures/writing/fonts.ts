import { readFileSync } from "node:fs";
import { joined } from "./joining.ts";
import { type Face, unpackFont } from "./woff.ts";

/** The parts of Noto Sans that names are written with, those first that most names need. */
const parts = [
  "noto-sans/files/noto-sans-latin",
  "noto-sans/files/noto-sans-latin-ext",
  "noto-sans/files/noto-sans-cyrillic",
  "noto-sans/files/noto-sans-cyrillic-ext",
  "noto-sans/files/noto-sans-greek",
  "noto-sans/files/noto-sans-vietnamese",
  "noto-sans-arabic/files/noto-sans-arabic-arabic",
] as const;

const weight = 600;

/** A piece of a text that one font has all characters of. */
export type Run = { readonly family: string; readonly words: string };

export interface Fonts {
  readonly buffers: readonly Uint8Array[];
  /** The text by the fonts that it is written with; undefined where some of it has none: it would be an empty box. */
  runs(words: string): readonly Run[] | undefined;
  /** how wide it is, as a part of its size */
  width(words: string): number;
}

/** Read once for each worker. */
export function loadFonts(): Fonts {
  const faces = parts.map((part, index) => {
    const url = import.meta.resolve(`@fontsource/${part}-${weight}-normal.woff`);
    return unpackFont(readFileSync(new URL(url)), `Picture ${index}`);
  });

  /** @param before a mark stands on the letter before it, so it is of the same font where that has it */
  function faceOf(letter: string, before?: Face): { face: Face; advance: number } | undefined {
    const codePoint = letter.codePointAt(0) ?? 0;
    for (const face of before ? [before, ...faces] : faces) {
      const advance = face.advance(codePoint);
      if (advance !== undefined) return { face, advance };
    }
    return undefined;
  }

  return {
    buffers: faces.map(({ bytes }) => bytes),
    runs(words) {
      const runs: { family: string; words: string }[] = [];
      let before: Face | undefined;
      for (const letter of words) {
        const face = faceOf(letter, before)?.face;
        if (face === undefined) return undefined;
        const last = runs.at(-1);
        if (last && face === before) last.words += letter;
        else runs.push({ family: face.family, words: letter });
        before = face;
      }
      return runs;
    },
    width(words) {
      let width = 0;
      let before: Face | undefined;
      for (const letter of joined(words)) {
        const found = faceOf(letter, before);
        width += found?.advance ?? 1;
        before = found?.face;
      }
      return width;
    },
  };
}
