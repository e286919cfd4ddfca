import { type Coordinates, decimalsIn, isNoFix, readCoordinates } from "./coordinates.ts";
import { readGeoUri } from "./geo-uri.ts";

const decimal = String.raw`[-+]?\d{1,3}(?:\.\d{1,20})?`;
const decimalComma = String.raw`[-+]?\d{1,3},\d{1,20}`;
const pairs = [
  new RegExp(`^(${decimal})(?:\\s*[,;]\\s*|\\s+)(${decimal})$`),
  new RegExp(`^(${decimalComma})(?:\\s*;\\s*|\\s+)(${decimalComma})$`),
];
/** One number with a decimal comma, or two whole ones: "48,85". A sign, or a blank after the comma, tells them apart. */
const commaBetween = /^([-+]?\d{1,3}),(\d{1,3})$/;
/** Whole degrees and then minutes of the same latitude, as search teams say them, or two numbers: "52 30.985". */
const minutesAfter = /^([-+]?\d{1,2})\s+(\d{1,2}[.,]\d{1,20})$/;
/** Degrees and minutes with a point between them, or decimals: "52.30 13.22". */
const minutesBehindPoint = /^([-+]?\d{1,3})[.,]([0-5]\d)(?:\s*[,;]\s*|\s+)([-+]?\d{1,3})[.,]([0-5]\d)$/;

/** Coordinates that are searched for, with a label if any: "34.99,-106.6 (Treasure Island)". */
const searched = new RegExp(`^\\s*(${decimal}),\\s*(${decimal})\\s*(?:\\(.*)?$`);
/** Degrees, ten metres. */
const samePlace = 1e-4;

/** What something typed may mean. Numbers are as they are to be typed to mean that and nothing else. */
export type Reading =
  | { kind: "numbers"; latitude: string; longitude: string }
  | { kind: "minutes"; latitude: string; longitude: string }
  | { kind: "one number"; number: string }
  | { kind: "latitude with minutes"; degrees: string; minutes: string; number: string };

export type Typed = { kind: "place"; place: Coordinates } | { kind: "two readings"; first: Reading; second: Reading };

/**
 * Coordinates as a person types or pastes them: "52.52 13.405", "52.52, 13.405", "52,52 13,405", or a geo: URI.
 * @returns both readings of what may mean two places that are far from each other; undefined for anything else, other digits and degree
 *   signs included
 */
export function readTyped(text: string): Typed | undefined {
  const typed = text.trim();
  if (typed.length > 512) return undefined;
  if (/^geo:/i.test(typed)) return readLink(typed);
  const either = twoReadings(typed);
  if (either) return either;
  for (const pair of pairs) {
    const [, latitude, longitude] = pair.exec(typed) ?? [];
    if (latitude !== undefined && longitude !== undefined) return asPlace(placeOf(latitude, longitude));
  }
  return undefined;
}

/**
 * A geo: link. What Android's apps put behind `?q=` is the place that is meant; the numbers before it are only where the map opens, and
 * often 0,0 (developer.android.com, "Show a location on a map").
 */
function readLink(link: string): Typed | undefined {
  const place = readGeoUri(link);
  const query = new URLSearchParams(link.split("?").slice(1).join("?")).get("q");
  if (!place || query === null) return asPlace(place);
  const [, latitude, longitude] = searched.exec(query) ?? [];
  const sought = latitude !== undefined && longitude !== undefined ? placeOf(latitude, longitude) : undefined;
  // It is the name of a place, and only a map service knows where that is.
  if (latitude === undefined || longitude === undefined || !sought) return undefined;
  const isSame = Math.abs(sought.latitude - place.latitude) + Math.abs(sought.longitude - place.longitude) < samePlace;
  if (isSame || isNoFix(place)) return asPlace(isSame ? place : sought);
  return either(numbers(String(place.latitude), String(place.longitude)), numbers(latitude, longitude));
}

/** @returns undefined for what has no second meaning that could be a place on earth */
function twoReadings(typed: string): Typed | undefined {
  const [, before, after] = commaBetween.exec(typed) ?? [];
  if (before !== undefined && after !== undefined)
    return either(numbers(`${before}.0`, `${after}.0`), { kind: "one number", number: `${before}.${after}` });
  const [, degrees, written = ""] = minutesAfter.exec(typed) ?? [];
  const minutes = written.replace(",", ".");
  if (degrees !== undefined && Number(minutes) < 60) {
    const number = inDegrees(degrees, minutes);
    return either(numbers(`${degrees}.0`, minutes), { kind: "latitude with minutes", degrees, minutes, number });
  }
  const [, north, ofNorth = "", east, ofEast = ""] = minutesBehindPoint.exec(typed) ?? [];
  if (north === undefined || east === undefined) return undefined;
  const [latitude, longitude] = [inDegrees(north, ofNorth), inDegrees(east, ofEast)];
  return either(numbers(`${north}.${ofNorth}0`, `${east}.${ofEast}0`), { kind: "minutes", latitude, longitude });
}

const numbers = (latitude: string, longitude: string): Reading => ({ kind: "numbers", latitude, longitude });

const either = (first: Reading, second: Reading): Typed | undefined =>
  isOnEarth(first) && isOnEarth(second) ? { kind: "two readings", first, second } : undefined;

function isOnEarth(reading: Reading): boolean {
  if ("number" in reading) return Math.abs(Number(reading.number)) <= (reading.kind === "one number" ? 180 : 90);
  return readCoordinates(Number(reading.latitude), Number(reading.longitude)) !== undefined;
}

/** To a metre. */
function inDegrees(degrees: string, minutes: string): string {
  const size = Math.abs(Number(degrees)) + Number(minutes) / 60;
  return `${degrees.startsWith("-") ? "-" : ""}${size.toFixed(5)}`;
}

function placeOf(latitude: string, longitude: string): Coordinates | undefined {
  const place = readCoordinates(asNumber(latitude), asNumber(longitude));
  return place && { ...place, decimals: [decimalsIn(latitude), decimalsIn(longitude)] };
}

const asPlace = (place: Coordinates | undefined): Typed | undefined => place && { kind: "place", place };
const asNumber = (text: string) => Number(text.replace(",", "."));
