import type { Coordinates } from "./coordinates.ts";

/** The side of the cell that a position is snapped to, in metres; 0 is exact. */
export const precisions = { exact: 0, "100m": 100, "1km": 1000, "5km": 5000 } as const;
export type Precision = keyof typeof precisions;

/** What somebody is shown as whose choice is not known any more. */
export const mostCareful: Precision = "5km";

export const isPrecision = (text: string): text is Precision => Object.hasOwn(precisions, text);

// The length of a degree along a meridian differs by 1 % between equator and pole; the longest makes no cell smaller than it says.
const metresPerDegree = 111_694;
const metresPerDegreeAtEquator = 111_320;

/**
 * The middle of the fixed cell that a position lies in. Every position in one cell gives the same result, so no number of questions
 * finds more than the cell. Cells lie in rings of equal height around the earth, each cut into equal pieces, so none crosses the
 * antimeridian; around a pole one piece is the whole ring.
 * @returns degrees, and the accuracy in metres: never finer than the cell, and wide enough for what the phone may be wrong by
 */
export function snap(position: Coordinates, precision: Precision): Coordinates {
  if (precision === "exact") return position;
  const { latitude, longitude, height, width } = pieceOf(position, precision);
  // Pieces around a pole are so much wider at their other edge that some of one is farther from its middle than the side is long.
  const longer = Math.max(0, Math.abs(latitude) - height / 2);
  const halfWidth = (width / 2) * metresPerDegreeAtEquator * Math.cos((longer * Math.PI) / 180);
  const farthest = Math.ceil(Math.hypot((height / 2) * metresPerDegree, halfWidth));
  // Where the phone may be wrong by as much as it says, it may be in another cell.
  const { accuracy, wider = accuracy === undefined } = position;
  const within = Math.max(precisions[precision], farthest + (accuracy ?? 0));
  return { latitude, longitude, accuracy: within, ...(wider && { wider }) };
}

/** Degrees: the edges of a cell. One around a pole goes from -180 to 180. */
export type Cell = { south: number; north: number; west: number; east: number };

/** The cell that a position lies in: the same for all that lie in it, and for its middle. */
export function cellOf(position: Coordinates, precision: Exclude<Precision, "exact">): Cell {
  const { latitude, longitude, height, width } = pieceOf(position, precision);
  return {
    south: latitude - height / 2,
    north: latitude + height / 2,
    west: longitude - width / 2,
    east: longitude + width / 2,
  };
}

/** The middle of a cell, and how many degrees it is high and wide. */
function pieceOf(position: Coordinates, precision: Exclude<Precision, "exact">) {
  const side = precisions[precision];
  const rings = Math.floor((180 * metresPerDegree) / side);
  const height = 180 / rings;
  const ring = Math.min(Math.floor((position.latitude + 90) / height), rings - 1);
  const latitude = (ring + 0.5) * height - 90;
  // The edge of the ring that is nearer the pole is the shorter one: measured there, no piece is narrower than the side.
  const shorter = Math.min(90, Math.abs(latitude) + height / 2);
  const around = 360 * metresPerDegreeAtEquator * Math.cos((shorter * Math.PI) / 180);
  const pieces = Math.max(1, Math.floor(around / side));
  const width = 360 / pieces;
  const piece = Math.min(Math.floor((position.longitude + 180) / width), pieces - 1) % pieces;
  return { latitude, longitude: (piece + 0.5) * width - 180, height, width };
}
