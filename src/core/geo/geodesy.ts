import geodesic from "geographiclib-geodesic";

type Point = { latitude: number; longitude: number };

/** Clockwise from north. */
export const compass = [
  "north",
  "north-north-east",
  "north-east",
  "east-north-east",
  "east",
  "east-south-east",
  "south-east",
  "south-south-east",
  "south",
  "south-south-west",
  "south-west",
  "west-south-west",
  "west",
  "west-north-west",
  "north-west",
  "north-north-west",
] as const;

export type CompassDirection = (typeof compass)[number];

/**
 * The shortest way over the WGS84 ellipsoid (Karney 2013), right at the poles and across the antimeridian too.
 * @returns metres, and the direction in which one sets out
 */
export function wayTo(from: Point, to: Point): { distance: number; direction: CompassDirection } {
  const { distance, azimuth } = bearingTo(from, to);
  return { distance, direction: directionOf(azimuth) };
}

/** The same, with the direction in degrees clockwise from north. */
export function bearingTo(from: Point, to: Point): { distance: number; azimuth: number } {
  const { s12, azi1 } = geodesic.Geodesic.WGS84.Inverse(from.latitude, from.longitude, to.latitude, to.longitude);
  if (s12 === undefined || azi1 === undefined) throw new RangeError("coordinates out of range");
  return { distance: s12, azimuth: azi1 };
}

/** Where one comes to who sets out like this. */
export function placeAt(from: Point, { distance, azimuth }: { distance: number; azimuth: number }): Point {
  const { lat2, lon2 } = geodesic.Geodesic.WGS84.Direct(from.latitude, from.longitude, azimuth, distance);
  if (lat2 === undefined || lon2 === undefined) throw new RangeError("coordinates out of range");
  return { latitude: lat2, longitude: lon2 };
}

/** @param azimuth degrees clockwise from north; any number of turns */
export function directionOf(azimuth: number): CompassDirection {
  const sector = ((Math.round(azimuth / 22.5) % 16) + 16) % 16;
  return compass[sector] ?? "north";
}
