import geodesic from "geographiclib-geodesic";
// oxlint-disable-next-line import/default -- Node loads the build in CommonJS, and what that exports is its default
import mgrs from "mgrs";
import openLocationCode from "open-location-code";
import { type Coordinates, readCoordinates } from "./coordinates.ts";

const codes = new openLocationCode.OpenLocationCode();
const plusCode = /^[23456789CFGHJMPQRVWX]{2,8}0{0,6}\+[23456789CFGHJMPQRVWX]{0,7}/i;
const militaryGrid = /^(\d{1,2}[C-HJ-NP-X])\s?([A-HJ-NP-Z][A-HJ-NP-V])\s?(\d{1,5}\s\d{1,5}|\d{2,10})$/i;
const zone = /^(\d{1,2})\s?([C-HJ-NP-X])\s(\d{6})(?:\.\d+)?(?:\s?mE)?\s(\d{1,7})(?:\.\d+)?(?:\s?mN)?$/i;

/** Metres: the middle of a square of this side is at most so far from where somebody in it is. */
const halfDiagonal = (side: number) => (side * Math.SQRT2) / 2;

/** A full plus code (open location code). @returns "short" for one that means a place only near a town that it does not name */
export function readPlusCode(text: string): Coordinates | "short" | undefined {
  const [code] = plusCode.exec(text) ?? [];
  if (code === undefined) return undefined;
  if (!codes.isValid(code)) return undefined;
  if (codes.isShort(code)) return "short";
  if (code.length !== text.length && !/^\s/.test(text.slice(code.length))) return undefined;
  const { latitudeCenter, longitudeCenter, latitudeLo, longitudeLo, latitudeHi, longitudeHi } = codes.decode(code);
  const { s12 = 0 } = geodesic.Geodesic.WGS84.Inverse(latitudeLo, longitudeLo, latitudeHi, longitudeHi);
  const place = readCoordinates(latitudeCenter, longitudeCenter);
  return place && { ...place, accuracy: Math.ceil(s12 / 2) };
}

/** A reference of the military grid (MGRS, USNG): zone, square, and as many digits east as north. */
export function readMilitaryGrid(text: string): Coordinates | undefined {
  const [, of = "", square = "", typed] = militaryGrid.exec(text) ?? [];
  const digits = typed?.replace(/\s/g, "") ?? "";
  if (typed === undefined || digits.length % 2 === 1) return undefined;
  const [east, north] = typed.split(" ");
  if (north !== undefined && east?.length !== north.length) return undefined;
  try {
    const [longitude, latitude] = mgrs.toPoint(`${of}${square}${digits}`.toUpperCase());
    const place = readCoordinates(latitude, longitude);
    return place && { ...place, accuracy: Math.ceil(halfDiagonal(10 ** (5 - digits.length / 2))) };
  } catch {
    return undefined;
  }
}

// WGS84, and the series of Krüger (1912) as in Karney, "Transverse Mercator with an accuracy of a few nanometers" (2011), equation 36.
const equator = 6_378_137;
const flattening = 1 / 298.257_223_563;
const n = flattening / (2 - flattening);
const radius = (equator / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64);
const beta = [n / 2 - (2 / 3) * n ** 2 + (37 / 96) * n ** 3, n ** 2 / 48 + n ** 3 / 15, (17 / 480) * n ** 3];
const delta = [2 * n - (2 / 3) * n ** 2 - 2 * n ** 3, (7 / 3) * n ** 2 - (8 / 5) * n ** 3, (56 / 15) * n ** 3];

/** UTM: zone with its letter, metres east, metres north. No library that is kept well reads it alone. */
export function readUtm(text: string): Coordinates | undefined {
  const [, number, letter = "", east, north] = zone.exec(text) ?? [];
  if (number === undefined || Number(number) < 1 || Number(number) > 60) return undefined;
  const isSouth = letter.toUpperCase() < "N";
  const xi = (Number(north) - (isSouth ? 10_000_000 : 0)) / (0.9996 * radius);
  const eta = (Number(east) - 500_000) / (0.9996 * radius);
  let [x, y] = [xi, eta];
  for (const [index, b] of beta.entries()) {
    const twice = 2 * (index + 1);
    x -= b * Math.sin(twice * xi) * Math.cosh(twice * eta);
    y -= b * Math.cos(twice * xi) * Math.sinh(twice * eta);
  }
  const chi = Math.asin(Math.sin(x) / Math.cosh(y));
  let phi = chi;
  for (const [index, d] of delta.entries()) phi += d * Math.sin(2 * (index + 1) * chi);
  const longitude = Number(number) * 6 - 183 + (Math.atan2(Math.sinh(y), Math.cos(x)) * 180) / Math.PI;
  const latitude = (phi * 180) / Math.PI;
  // Another band than the letter's is a slip of the pen.
  const band = "CDEFGHJKLMNPQRSTUVWX".indexOf(letter.toUpperCase());
  if (Math.abs(latitude - (band * 8 - 76)) > 6) return undefined;
  const place = readCoordinates(latitude, longitude);
  return place && { ...place, accuracy: 1 };
}
