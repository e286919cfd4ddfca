import { asciiDigits } from "../../../lib/digits.ts";
import { type Duration, hour, minute, second } from "../../../lib/time.ts";
import { unitWord } from "./unit-words.ts";

/** What somebody typed for a time. Milliseconds. */
export type TypedDuration =
  | { kind: "duration"; time: Duration }
  /** a number alone: of what, is not known */
  | { kind: "no unit"; number: string }
  | { kind: "two readings"; first: Duration; second: Duration };

const fractions: Readonly<Record<string, string>> = { "½": ".5", "¼": ".25", "¾": ".75" };
/** Words for numbers, and words that only join two parts. */
const inWords: readonly (readonly [RegExp, string])[] = [
  [/\bhalf (?:an? )?/g, "0.5 "],
  [/\b(?:a )?quarter of an? /g, "0.25 "],
  [/\b(?:one|an?|eine?|una?|une|um|uma|bir|один|одна|одну|یک)\s/gu, "1 "],
  [/^(?:in|for|für|por|para|pour|pendant|na|на|через|لمدة|برای)\s/gu, ""],
  [/\s(?:and|und|y|et|e|i|и|та|і|ve|و)\s/gu, " "],
];
const part = /^\s*(?:(\d{1,5}(?:[.,]\d{1,3})?)\s*)?([\p{L}\p{M}]+\.?)/u;

/** Digits of any script in ASCII, without invisible marks and the sentence's own signs. */
function plain(text: string): string {
  let words = asciiDigits(text.normalize("NFC"))
    .replace(/\p{Cf}/gu, "")
    .replace(/(?<=\d)٫(?=\d)/g, ".")
    .replace(/[½¼¾]/g, (sign) => fractions[sign] ?? sign)
    .replace(/(^|\s)\.(\d)/g, "$10.$2")
    .replace(/[,،;]\s+/g, " ")
    .trim()
    .replace(/[!?.]+$/, "")
    .toLowerCase();
  for (const [found, number] of inWords) words = words.replace(found, number);
  return words.trim();
}

/**
 * A time as people type it: "90m", "1h30", "1.5h", "2 hours and 30 minutes", "2 horas", "ساعتان", "half an hour".
 * @returns undefined for anything else: no unit twice or out of order
 */
export function readDuration(text: string): TypedDuration | undefined {
  if (text.length > 100) return undefined;
  // A month to some, a minute to others; and what it shortens is gone.
  if (/\p{Nd}\s*M\b/u.test(text)) return undefined;
  const words = plain(text);
  if (/^\d{1,9}(?:[.,]\d+)?$/.test(words)) return { kind: "no unit", number: words };
  const [, before, after] = /^(\d{1,2}):([0-5]\d)$/.exec(words) ?? [];
  if (before !== undefined && after !== undefined) {
    const [large, small] = [Number(before), Number(after)];
    return { kind: "two readings", first: large * hour + small * minute, second: large * minute + small * second };
  }
  const time = total(words);
  return time === undefined ? undefined : { kind: "duration", time };
}

/** The parts, each of a smaller unit than the one before. A number behind hours alone is minutes, as in "1h30". */
function total(words: string): Duration | undefined {
  let rest = words;
  let sum = 0;
  let last = Number.POSITIVE_INFINITY;
  while (rest !== "") {
    const behindHours = last === hour ? /^\s*([0-5]?\d)$/.exec(rest) : null;
    if (behindHours) return sum + Number(behindHours[1]) * minute;
    const [whole, number, word = ""] = part.exec(rest) ?? [];
    const what = unitWord(word);
    if (whole === undefined || what === undefined || what.unit >= last) return undefined;
    if (number === undefined ? what.count === undefined : what.count !== undefined && what.count !== 1)
      return undefined;
    sum += Math.round((number === undefined ? (what.count ?? 1) : Number(number.replace(",", "."))) * what.unit);
    last = what.unit;
    rest = rest.slice(whole.length).trim();
  }
  return last === Number.POSITIVE_INFINITY ? undefined : sum;
}

/** @returns milliseconds; undefined for what is no time, or more than one */
export function parseDuration(text: string): Duration | undefined {
  const read = readDuration(text);
  return read?.kind === "duration" ? read.time : undefined;
}
