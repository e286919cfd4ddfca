import { type Coordinates, decimalsIn, readAccuracy, readCoordinates } from "./coordinates.ts";

// RFC 5870 §3.3 knows no exponent, but JavaScript clients write tiny numbers as 5e-7.
const number = String.raw`(-?\d{1,3}(?:\.\d{1,20})?(?:e-\d{1,3})?)`;
const coordinates = new RegExp(`^${number},${number}(?:,-?\\d{1,6}(?:\\.\\d{1,20})?)?$`, "i");
const parameter = /^([a-z0-9-]+)(?:=([a-z0-9\-_.!~*'()[\]:&+$%]*))?$/i;

/**
 * A geo: URI, in WGS84 (RFC 5870); the `?query` that Android adds is ignored, label and all.
 * @returns undefined for any other text, another reference system, or a place that is not on earth; and for three whole numbers, which are
 *   more likely two with a decimal comma and one without, written by a program that follows its reader's language
 */
export function readGeoUri(text: unknown): Coordinates | undefined {
  if (typeof text !== "string" || text.length > 512 || !/^geo:/i.test(text)) return undefined;
  const [path = ""] = text.slice("geo:".length).split("?");
  const [numbers = "", ...parameters] = path.split(";");
  const match = coordinates.exec(numbers);
  if (!match || /^-?\d+(,-?\d+){2}$/.test(numbers)) return undefined;
  const read = readParameters(parameters);
  if (!read) return undefined;
  const place = readCoordinates(Number(match[1]), Number(match[2]));
  if (!place) return undefined;
  const decimals = [decimalsIn(match[1]), decimalsIn(match[2])] as const;
  return { ...place, decimals, ...read };
}

/** `crs` comes first or not at all, `u` next, each once (RFC 5870 §3.3); unknown parameters are ignored (§3.4.4). */
function readParameters(parameters: readonly string[]): { accuracy?: number } | undefined {
  const seen = new Set<string>();
  let accuracy: number | undefined;
  for (const [index, text] of parameters.entries()) {
    const match = parameter.exec(text);
    if (!match) return undefined;
    const name = (match[1] ?? "").toLowerCase();
    const value = match[2] ?? "";
    if ((name === "crs" || name === "u") && seen.has(name)) return undefined;
    if (name === "crs" && (index !== 0 || value.toLowerCase() !== "wgs84")) return undefined;
    if (name === "u" && [...seen].some((other) => other !== "crs")) return undefined;
    // A radius in another form may say anything, and not that the place is known exactly.
    if (name === "u" && /^-?\d{1,20}(\.\d{1,20})?$/.test(value)) accuracy = readAccuracy(Number(value));
    seen.add(name);
  }
  return accuracy === undefined ? {} : { accuracy };
}

/** A geo: URI for coordinates in degrees and an accuracy in metres. */
export function geoUri({ latitude, longitude, accuracy }: Coordinates): string {
  const place = `geo:${latitude.toFixed(6)},${longitude.toFixed(6)}`;
  return accuracy === undefined ? place : `${place};u=${Math.ceil(accuracy)}`;
}
