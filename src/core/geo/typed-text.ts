import { asciiDigits } from "../../lib/digits.ts";

// What phones and keyboards put in the place of the signs of a coordinate.
const alike: readonly (readonly [RegExp, string])[] = [
  [/[\uFF01-\uFF5E]/g, "wide"],
  [/[−–—‒‐‑﹣]/g, "-"],
  [/٫/g, "."],
  [/[،、]/g, ","],
  [/[′’‘ʹ´`ʼ]/g, "'"],
  [/[″“”„ʺ]|''/g, '"'],
  [/[º˚]|(?<=\d\s*)\*/g, "°"],
];

/** Words and letters for the four directions, as people of other languages type them; "O" is east to some and west to others. */
const directions: readonly (readonly [RegExp, string])[] = [
  [/北纬|北緯|с\.\s?ш\.?|\bnorth\b/giu, " N "],
  [/南纬|南緯|ю\.\s?ш\.?|\bsouth\b/giu, " S "],
  [/东经|東経|東經|в\.\s?д\.?|\beast\b/giu, " E "],
  [/西经|西経|西經|з\.\s?д\.?|\bwest\b/giu, " W "],
  [/(?<=[\d°'"]\s?)С(?![\p{L}.])/gu, "N"],
  [/(?<=[\d°'"]\s?)Ю(?![\p{L}.])/gu, "S"],
  [/(?<=[\d°'"]\s?)В(?![\p{L}.])/gu, "E"],
  [/(?<=[\d°'"]\s?)З(?![\p{L}.])/gu, "W"],
];

/** Something typed or pasted, in the signs of ASCII and with a degree sign: no invisible marks, one blank between words. */
export function plainText(typed: string): string {
  let text = typed.replace(/[\p{Cf}]/gu, "");
  for (const [signs, plain] of alike)
    text = text.replace(signs, (sign) =>
      plain === "wide" ? String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xfee0) : plain,
    );
  text = asciiDigits(text);
  for (const [words, letter] of directions) text = text.replace(words, letter);
  return text.replace(/''/g, '"').replace(/\s+/g, " ").trim();
}
