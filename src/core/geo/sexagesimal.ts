import { convert } from "geo-coordinates-parser";
import { type Coordinates, decimalsIn, readCoordinates } from "./coordinates.ts";

/** Degrees, minutes and seconds in ISO 6709: "+404646-0740000/". */
const international = /^([+-])(\d{2})(\d{2})(\d{2})?([+-])(\d{3})(\d{2})(\d{2})?\/?$/;
const compact = /^\d{4,7}(?:\.\d+)?\s?[NS]\s?\d{4,7}(?:\.\d+)?\s?[EW]$/i;
const letters = /[NSEW]/gi;

/**
 * Degrees with minutes, and with seconds if any, in the ways in which people write them. The library reads decimals with two digits as
 * minutes ("52.51, 13.37"), so it is given nothing that has no minutes.
 * @param text in plain signs
 */
export function readSexagesimal(text: string): Coordinates | undefined {
  const iso = international.exec(text);
  if (iso) {
    const [, north, ...rest] = iso;
    const [d, m, s, east, e, f, g] = rest;
    return placeOf(signed(north, d, m, s), signed(east, e, f, g), s === undefined ? 60 : 3600, 0);
  }
  const written = decimalPoints(text).replace(/(?<=\d)-(?=\d)/g, " ");
  const numbers = written.match(/\d+(?:\.\d+)?/g) ?? [];
  const parts = compact.test(written) ? compactParts(numbers) : partsOf(written, numbers);
  if (parts === undefined || (parts === 1 && !compact.test(written))) return undefined;
  const found = written.match(letters) ?? [];
  // Half of the letters would leave the other half to be guessed; "5 E-5" is a number, or a slip.
  if (/[NSEW]\s?-/i.test(written) || (found.length !== 0 && found.length !== 2 && !/[dms]/i.test(written)))
    return undefined;
  if (!/^[-+\d\s.,;:/°'"NSEWdmsegmin]*$/i.test(written)) return undefined;
  if (isTooMany(written)) return undefined;
  try {
    const { decimalLatitude, decimalLongitude } = convert(westFirst(written), 8);
    const decimals = Math.max(...numbers.map(decimalsIn));
    return placeOf(decimalLatitude, decimalLongitude, parts === 3 ? 3600 : 60, decimals);
  } catch {
    return undefined;
  }
}

/** A decimal comma in minutes or seconds. */
const decimalPoints = (text: string) => (text.includes(".") ? text : text.replace(/(\d),(\d{2,})(?=\D|$)/g, "$1.$2"));

function compactParts(numbers: readonly string[]): number {
  const [whole = ""] = (numbers[0] ?? "").split(".");
  return whole.length > 5 ? 3 : 2;
}

/** How many numbers each of the two has; undefined where they have not the same, or one alone. */
function partsOf(text: string, numbers: readonly string[]): number | undefined {
  const dotted = text.match(/\d+\.\d+\.\d+(?:\.\d+)?/g) ?? [];
  if (dotted.length === 2) return 3;
  if (numbers.length === 4 || numbers.length === 6) return numbers.length / 2;
  // The seconds of one of them may be left out.
  return numbers.length === 5 && /['"]/.test(text) ? 3 : undefined;
}

/** Minutes and seconds below sixty: what follows a degree, and is no number of its own. */
function isTooMany(text: string): boolean {
  const sixty = [...text.matchAll(/(\d+(?:\.\d+)?)\s*['"]/g)].map(([, value]) => Number(value));
  return sixty.some((value) => value >= 60);
}

/** Longitude may come first when its letter says so. */
function westFirst(text: string): string {
  const before = /^([EW]\s?[^NSEW]+?)[\s,;/]*([NS]\s?[^NSEW]+)$/i.exec(text);
  const after = /^([^NSEW]+[EW])[\s,;/]*([^NSEW]+[NS])$/i.exec(text);
  const [, first, second] = before ?? after ?? [];
  return first === undefined || second === undefined ? text : `${second} ${first}`;
}

const signed = (sign: string | undefined, d = "0", m = "0", s = "0") =>
  (sign === "-" ? -1 : 1) * (Number(d) + Number(m) / 60 + Number(s) / 3600);

/** @param unit how many of the finest unit are a degree; `decimals`: how many of that were written */
function placeOf(latitude: number, longitude: number, unit: number, decimals: number): Coordinates | undefined {
  const place = readCoordinates(latitude, longitude);
  const known = Math.floor(Math.log10(unit) + decimals) + 1;
  return place && { ...place, decimals: [known, known] };
}
