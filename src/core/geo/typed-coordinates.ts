import { type Coordinates, decimalsIn, isNoFix, readCoordinates } from "./coordinates.ts";
import { readGeoUri } from "./geo-uri.ts";
import { readMilitaryGrid, readPlusCode, readUtm } from "./grid-codes.ts";
import { readMapLink } from "./map-links.ts";
import { readSexagesimal } from "./sexagesimal.ts";
import { plainText } from "./typed-text.ts";

const decimal = String.raw`[-+]?(?:\d{1,3}(?:\.\d{1,30})?|\.\d{1,30})`;
const pointed = String.raw`[-+]?\d{0,3}\.\d{1,30}`;
const comma = String.raw`[-+]?\d{1,3},\d{1,30}`;
const sure = String.raw`[-+]?\d{1,3},\d{2,30}`;
const between = String.raw`(?:\s*[,;]\s*|\s+)`;
const degree = String.raw`\s?°?`;
/** In degrees: the latitude has two digits before its point, the longitude three. */
const iso6709 = /^([+-]\d{2}\.\d{1,30})([+-]\d{3}\.\d{1,30})\/?$/;
const pairs = [
  new RegExp(`^(${decimal})${degree}${between}(${decimal})${degree}$`),
  new RegExp(`^(${pointed})\\s?/\\s?(${pointed})$`),
  new RegExp(`^(${comma})${degree}(?:\\s*[;/]\\s*|,?\\s+)(${comma})${degree}$`),
  new RegExp(`^(${sure}),(${sure})$`),
  iso6709,
];
/** A height, or how far it may be off, behind two numbers that are no whole ones. */
const withMore = new RegExp(
  `^(${pointed}${between}${pointed})(?:${between}-?\\d{1,5}(?:\\.\\d+)?\\s?m?|\\s*±\\s?(\\d{1,6})\\s?m?)$`,
);
const letter = "([NSEW])";
const lettered = [
  new RegExp(`^${letter}\\s?(${decimal})${degree}\\s*[,;/]?\\s*${letter}\\s?(${decimal})${degree}$`, "i"),
  new RegExp(`^(${decimal})${degree}\\s?${letter}\\s*[,;/]?\\s*(${decimal})${degree}\\s?${letter}$`, "i"),
];
/** One number with a decimal comma, or two whole ones: "48,85". A sign, or a blank after the comma, tells them apart. */
const commaBetween = /^([-+]?\d{1,3}),(\d{1,3})$/;
/** Whole degrees and then minutes of the same latitude, as search teams say them, or two numbers: "52 30.985". */
const minutesAfter = /^([-+]?\d{1,2})\s+(\d{1,2}[.,]\d{1,20})$/;
/** Degrees and minutes with a point between them, or decimals: "52.30 13.22". */
const minutesBehindPoint = /^([-+]?\d{1,3})[.,]([0-5]\d)(?:\s*[,;]\s*|\s+)([-+]?\d{1,3})[.,]([0-5]\d)$/;
/** In Antarctica and beyond Svalbard are few people; where longitude is typed first, whole cities are read there. */
const fewPeople = (latitude: number) => latitude < -66.6 || (latitude > 72 && latitude < 85);

/** Coordinates that are searched for, with a label if any: "34.99,-106.6 (Treasure Island)". */
const searched = new RegExp(`^\\s*(?:loc:)?(${decimal}),\\s*(${decimal})\\s*(?:\\(.*)?$`);
/** Degrees, ten metres. */
const samePlace = 1e-4;

/** What something typed may mean. Numbers are as they are to be typed to mean that and nothing else. */
export type Reading =
  | { kind: "numbers"; latitude: string; longitude: string }
  | { kind: "minutes"; latitude: string; longitude: string }
  | { kind: "one number"; number: string }
  | { kind: "latitude with minutes"; degrees: string; minutes: string; number: string };

/** Why something that could be a place is read as none. */
export type NoPlace = "short link" | "short code" | "not on earth";

export type Typed =
  /** `bare`: two numbers, and nothing that says which is the latitude */
  | { kind: "place"; place: Coordinates; bare?: true }
  | { kind: "two readings"; first: Reading; second: Reading }
  | { kind: "no place"; why: NoPlace };

/**
 * Coordinates as a person types or pastes them: decimals with a point or a comma, letters and degree signs, minutes and seconds, a geo: URI, a
 * link of a map, a plus code, a reference of the military grid or UTM.
 * @returns both readings of what may mean two places that are far from each other; undefined for anything else
 */
export function readTyped(text: string): Typed | undefined {
  if (text.length > 2048) return undefined;
  const link = readMapLink(text.trim());
  if (link === "short link") return { kind: "no place", why: link };
  const typed = readWords(plainText(link?.words ?? text));
  return link && typed?.kind === "place" ? asPlace(typed.place) : typed;
}

function readWords(whole: string): Typed | undefined {
  if (whole.length > 512) return undefined;
  if (/^<?geo:/i.test(whole)) return readLink(whole.replace(/^<|[>.]$/g, ""));
  const code = readPlusCode(whole);
  if (code === "short") return { kind: "no place", why: "short code" };
  const grid = code ?? readMilitaryGrid(whole) ?? readUtm(whole);
  if (grid) return asPlace(grid);
  const { typed, isLabelled } = withoutLabels(whole);
  const pair = twoReadings(typed) ?? readPairs(typed);
  return (
    (isLabelled && pair?.kind === "place" ? asPlace(pair.place) : pair) ??
    readLettered(typed) ??
    asPlace(readSexagesimal(typed)) ??
    asPlace(withoutWords(typed, readSexagesimal))
  );
}

/** Brackets around it, a full stop of the keyboard, "lat" and "lon", and a label in brackets behind it. */
function withoutLabels(text: string): { typed: string; isLabelled: boolean } {
  const inner = /^\(([^()]*)\)$/.exec(text)?.[1] ?? text.replace(/\s*\([^()]*\)$/, "");
  const labelled = /^lat(?:itude)?\s?[:=]?\s?(\S+?)[\s,;&]+lon(?:g|gitude)?\s?[:=]?\s?(\S+)$/i.exec(inner);
  const bare = labelled ? `${labelled[1]} ${labelled[2]}` : inner;
  const typed = bare
    .trim()
    .replace(/(?<=[\d°'"NSEW])\.$/i, "")
    .trim();
  return { typed, isLabelled: labelled !== null };
}

/** What stands behind the last direction is the name of the place. */
function withoutWords<T>(text: string, read: (text: string) => T | undefined): T | undefined {
  const [, place] = /^(.*\d.*[NSEW])\s\p{L}{2,}[^\d]*$/iu.exec(text) ?? [];
  return place === undefined ? undefined : read(place);
}

function readPairs(typed: string): Typed | undefined {
  const [, two, off] = withMore.exec(typed) ?? [];
  for (const pair of pairs) {
    const [, latitude, longitude] = pair.exec(two ?? typed) ?? [];
    if (latitude === undefined || longitude === undefined) continue;
    const place = placeOf(latitude, longitude);
    if (!place) return commaBetween.test(typed) ? undefined : { kind: "no place", why: "not on earth" };
    const swapped = placeOf(longitude, latitude);
    if (swapped && fewPeople(place.latitude) && !fewPeople(swapped.latitude) && Math.abs(swapped.latitude) <= 66.6)
      return { kind: "two readings", first: withLetters(place), second: withLetters(swapped) };
    const isBare = swapped !== undefined && pair !== iso6709;
    return {
      kind: "place",
      place: off === undefined ? place : { ...place, accuracy: Number(off) },
      ...(isBare && { bare: true as const }),
    };
  }
  return undefined;
}

/** Typed so, it cannot be taken for the other way round. */
function withLetters({ latitude, longitude }: Coordinates): Reading {
  const size = (degrees: number) => Math.abs(degrees).toFixed(5);
  return numbers(`${size(latitude)}${latitude < 0 ? "S" : "N"}`, `${size(longitude)}${longitude < 0 ? "W" : "E"}`);
}

/** Each number with a letter for its direction; the letters say which is the latitude. */
function readLettered(typed: string): Typed | undefined {
  const written = typed.includes(".") ? typed : typed.replace(/(\d),(\d{2,})/g, "$1.$2");
  const [inFront, behind] = lettered.map((form) => form.exec(written));
  const [, a, b, c, d] = inFront ?? behind ?? [];
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  const found = inFront
    ? [
        { of: a, number: b },
        { of: c, number: d },
      ]
    : [
        { of: b, number: a },
        { of: d, number: c },
      ];
  const north = found.find(({ of }) => /[NS]/i.test(of));
  const east = found.find(({ of }) => /[EW]/i.test(of));
  if (!north || !east) return undefined;
  // "-5 N" says two things.
  if (found.some(({ of, number }) => /[NE]/i.test(of) && number.startsWith("-"))) return undefined;
  const [latitude, longitude] = [north, east].map(({ of, number }) =>
    /[SW]/i.test(of) ? `-${number.replace(/^[-+]/, "")}` : number.replace("+", ""),
  );
  const plain = `${latitude} ${longitude}`;
  return (typed.includes("°") ? undefined : twoReadings(plain)) ?? asPlace(placeOf(latitude ?? "", longitude ?? ""));
}

/**
 * A geo: link. What Android's apps put behind `?q=` is the place that is meant; the numbers before it are only where the map opens, and
 * often 0,0 (developer.android.com, "Show a location on a map").
 */
function readLink(typed: string): Typed | undefined {
  // Some write a blank behind the comma, a label behind it all, or "&" for "?".
  const link = typed.replace(/,\s+/g, ",").replace(/^([^?]*)&/, "$1?");
  const [, bare = link] = /^([^\s?]+)\s\(.*\)$/.exec(link) ?? [];
  const place = readGeoUri(bare);
  const query = new URLSearchParams(bare.split("?").slice(1).join("?")).get("q");
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
