/** Degrees. */
export type Point = { latitude: number; longitude: number };

const equator = 40_075_016.686;

/** Where a place lies in the square of the web mercator projection, of a width of 1: from the west, and from the north. */
export function projected({ latitude, longitude }: Point): { x: number; y: number } {
  const up = Math.asinh(Math.tan((latitude * Math.PI) / 180));
  return { x: (longitude + 180) / 360, y: (1 - up / Math.PI) / 2 };
}

/** The place at a spot of that square; west of its edge and east of it, the way around goes on. */
export function unprojected({ x, y }: { x: number; y: number }): Point {
  const latitude = (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
  return { latitude, longitude: (x - Math.floor(x)) * 360 - 180 };
}

/** How many metres the width of that square is at a latitude. */
export const metresAcross = (latitude: number): number => equator * Math.cos((latitude * Math.PI) / 180);

/** How far beyond its edges a tile shows its neighbours, in tiles: a street may be named there alone. */
const beyondEdges = 1 / 32;

/** The tiles of one zoom that show anything nearer to a place than so many metres. Beyond the edges of the map there are none; east of 180° goes on in the west. */
export function tilesAround(place: Point, z: number, metres: number): { x: number; y: number }[] {
  const { x, y } = projected(place);
  const across = 2 ** z;
  const reach = metres / metresAcross(place.latitude) + beyondEdges / across;
  if (!Number.isFinite(x + y + reach) || reach > 0.5) return [];
  const from = (value: number) => Math.floor((value - reach) * across);
  const to = (value: number) => Math.floor((value + reach) * across);
  const tiles: { x: number; y: number }[] = [];
  for (let row = Math.max(0, from(y)); row <= Math.min(across - 1, to(y)); row += 1)
    for (let column = from(x); column <= to(x); column += 1)
      tiles.push({ x: ((column % across) + across) % across, y: row });
  return tiles;
}
