/** A place as somebody told it, with how exactly it is known. */
export type Coordinates = {
  /** degrees, -90 to 90 */
  latitude: number;
  /** degrees, -180 to 180 */
  longitude: number;
  /** metres: the radius within which the place is; absent when nobody told it. Negative when a phone says that it has no fix. */
  accuracy?: number;
  /** the radius may be wider than `accuracy`, and nobody told by how much */
  wider?: true;
  /** how many decimals the two numbers were written with, where they came as text */
  decimals?: readonly [latitude: number, longitude: number];
};

/**
 * @param latitude degrees
 * @param longitude degrees
 * @returns undefined unless both are numbers that exist on earth; nothing is wrapped or clamped
 */
export function readCoordinates(latitude: unknown, longitude: unknown): Coordinates | undefined {
  if (typeof latitude !== "number" || typeof longitude !== "number") return undefined;
  const onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180; // false for NaN
  return onEarth ? { latitude: latitude + 0, longitude: longitude + 0 } : undefined;
}

/**
 * Phones that do not know where they are say latitude 0, longitude 0, where nobody is but a buoy in the Gulf of Guinea. Others say a
 * negative accuracy (Apple's CLLocation: "a negative value indicates that the latitude and longitude are invalid").
 */
export const isNoFix = ({ latitude, longitude, accuracy = 0 }: Coordinates): boolean =>
  (latitude === 0 && longitude === 0) || accuracy < 0;

/** Nothing on earth is farther from a place than half of its circumference. */
const farthest = 20_004_000;

/**
 * @returns metres, never fewer than were told; negative when a phone says that it has no fix; undefined when it does not say, by leaving
 *   the number out or by 0
 */
export function readAccuracy(metres: unknown): number | undefined {
  if (typeof metres !== "number" || Number.isNaN(metres) || metres === 0) return undefined;
  return metres < 0 ? -1 : Math.min(metres, farthest);
}

/** @param number as it was written, with a point or a comma, and an exponent if any */
export function decimalsIn(number = ""): number {
  const [digits = "", exponent = "0"] = number.toLowerCase().split("e");
  const [, fraction = ""] = digits.split(/[.,]/);
  return Math.max(0, fraction.length - Number(exponent));
}

/** A degree of latitude, or of longitude at the equator, in metres. */
const metresPerDegree = 111_320;
/** A tenth of a metre and more is known to no phone. */
const mostDecimals = 5;

/** What the last digits of two numbers leave open, in metres. */
function leftOpen([ofLatitude, ofLongitude]: readonly [number, number], latitude: number): number {
  const east = Math.cos((latitude * Math.PI) / 180) * 10 ** -ofLongitude;
  return metresPerDegree * Math.hypot(10 ** -ofLatitude, east);
}

/** Digits that leave more open than this say something of how exactly the place is known. */
const worthSaying = 100;

/**
 * What may be believed of how exactly a place is known, when all that was told of it is read. Few digits leave much open, whatever is said
 * beside them. An accuracy is not believed of a place with one coordinate of exactly 0: a fault of some phones is more likely than that
 * somebody stands on the line (owntracks/ios#668); the place itself stays, for people do live there.
 */
export function asKnown(place: Coordinates): Coordinates {
  const { accuracy, decimals, ...rest } = place;
  if (accuracy !== undefined && accuracy < 0) return place;
  const [ofLatitude, ofLongitude] = decimals ?? [mostDecimals, mostDecimals];
  const told = [Math.min(ofLatitude, mostDecimals), Math.min(ofLongitude, mostDecimals)] as const;
  const digits = decimals === undefined || told.every((count) => count === mostDecimals) ? {} : { decimals: told };
  const open = leftOpen(told, place.latitude);
  const isOnLine = place.latitude === 0 || place.longitude === 0;
  if (accuracy !== undefined && !isOnLine) return { ...rest, ...digits, accuracy: Math.max(accuracy, open) };
  const { wider: _, ...where } = rest;
  return open > worthSaying ? { ...where, ...digits, accuracy: open, wider: true } : { ...where, ...digits };
}

/**
 * With how many decimals a place is said: with one digit more than its accuracy bears out, so that rounding moves it by little, and with no
 * more than it was told with.
 */
export function decimalsOf({
  accuracy,
  decimals = [mostDecimals, mostDecimals],
}: Coordinates): readonly [number, number] {
  const borneOut = accuracy === undefined ? mostDecimals : 1 + Math.ceil(Math.log10(metresPerDegree / accuracy));
  const most = Math.min(mostDecimals, Math.max(0, borneOut));
  return [Math.min(most, decimals[0]), Math.min(most, decimals[1])];
}
