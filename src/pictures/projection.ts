import { bearingTo, placeAt } from "../core/geo/geodesy.ts";
import type { Cell } from "../core/geo/precision.ts";

/** Degrees. */
export type Point = { latitude: number; longitude: number };
/** Metres east and south of the origin, or pixels from the upper left. */
export type Spot = { x: number; y: number };

export const radians = (degrees: number) => (degrees * Math.PI) / 180;
const degrees = (angle: number) => (angle * 180) / Math.PI;

/**
 * Seen from one place, everything as far away and in the direction in which it is (azimuthal equidistant): right across the antimeridian and
 * around the poles, where maps with straight meridians end.
 */
export const projectedFrom =
  (origin: Point) =>
  (point: Point): Spot => {
    const { distance, azimuth } = bearingTo(origin, point);
    const angle = radians(azimuth);
    return { x: distance * Math.sin(angle), y: -distance * Math.cos(angle) };
  };

/** The other way round: which place it is. */
export const placeFrom =
  (origin: Point) =>
  ({ x, y }: Spot): Point =>
    placeAt(origin, { distance: Math.hypot(x, y), azimuth: degrees(Math.atan2(x, -y)) });

/** The place in the middle of others, on the globe. */
export function middleOf(points: readonly Point[]): Point {
  let [x, y, z] = [0, 0, 0];
  for (const { latitude, longitude } of points) {
    const [up, round] = [radians(latitude), radians(longitude)];
    x += Math.cos(up) * Math.cos(round);
    y += Math.cos(up) * Math.sin(round);
    z += Math.sin(up);
  }
  // Those on opposite sides of the globe have no middle.
  const isNowhere = Math.hypot(x, y, z) < 1e-9 * points.length;
  const [first = { latitude: 0, longitude: 0 }] = points;
  return isNowhere
    ? first
    : { latitude: degrees(Math.atan2(z, Math.hypot(x, y))), longitude: degrees(Math.atan2(y, x)) };
}

const along = (from: number, to: number, steps = 8) =>
  Array.from({ length: steps }, (_, step) => from + ((to - from) * step) / steps);

/** The edge of a cell. One around a pole has one edge, which goes all around. */
export function edgeOf({ south, north, west, east }: Cell): Point[] {
  if (east - west >= 360) {
    const latitude = Math.abs(south) < Math.abs(north) ? south : north;
    return along(west, east, 48).map((longitude) => ({ latitude, longitude }));
  }
  return [
    ...along(west, east).map((longitude) => ({ latitude: north, longitude })),
    ...along(north, south).map((latitude) => ({ latitude, longitude: east })),
    ...along(east, west).map((longitude) => ({ latitude: south, longitude })),
    ...along(south, north).map((latitude) => ({ latitude, longitude: west })),
  ];
}
