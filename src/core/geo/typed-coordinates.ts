import { type Coordinates, readCoordinates } from "./coordinates.ts";
import { readGeoUri } from "./geo-uri.ts";

const decimal = String.raw`[-+]?\d{1,3}(?:\.\d{1,20})?`;
const decimalComma = String.raw`[-+]?\d{1,3},\d{1,20}`;
const pairs = [
  new RegExp(`^(${decimal})(?:\\s*[,;]\\s*|\\s+)(${decimal})$`),
  new RegExp(`^(${decimalComma})(?:\\s*;\\s*|\\s+)(${decimalComma})$`),
];

/**
 * Coordinates as a person types or pastes them: "52.52 13.405", "52.52, 13.405", "52,52 13,405", or a geo: URI.
 * @returns undefined for anything else, other digits and degree signs included
 */
export function parseCoordinates(text: string): Coordinates | undefined {
  const typed = text.trim();
  if (typed.length > 512) return undefined;
  if (/^geo:/i.test(typed)) return readGeoUri(typed);
  for (const pair of pairs) {
    const match = pair.exec(typed);
    if (match) return readCoordinates(asNumber(match[1]), asNumber(match[2]));
  }
  return undefined;
}

const asNumber = (text = "") => Number(text.replace(",", "."));
