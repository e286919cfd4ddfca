import type { TilePoint } from "../../map/decode-tile.ts";
import { metresAcross, projected, unprojected } from "../../map/mercator.ts";
import type { MapInfo } from "../../map/open-map.ts";
import { maxTilesDrawn, mostAcross } from "../limits.ts";
import type { Spot } from "../projection.ts";
import type { Scene } from "../scene.ts";

export type TileSeen = {
  z: number;
  x: number;
  y: number;
  /** where a spot of the tile is in the picture; it is 1 wide and high */
  pixelOf: (spot: TilePoint) => Spot;
};

/** Pixels that a tile is wide in the picture, about. */
const tileWidth = 512;
/** In deeper tiles there are no more streets. */
const deepest = 15;
/** Within a part of a tile of this size, straight lines stay straight enough. */
const parts = 4;

/** The tiles of a map that a picture shows; none where it shows more than streets can be seen of, or where such maps end. */
export function tilesIn(scene: Scene, { minZoom, maxZoom }: Pick<MapInfo, "minZoom" | "maxZoom">): TileSeen[] {
  const { frame, pixelsPerMetre, placeOf } = scene;
  if (frame.width / pixelsPerMetre > mostAcross) return [];
  const middle = placeOf({ x: frame.width / 2, y: frame.height / 2 });
  const spots = [0, 0.25, 0.5, 0.75, 1].flatMap((part) => [
    { x: frame.width * part, y: 0 },
    { x: frame.width * part, y: frame.height },
    { x: 0, y: frame.height * part },
    { x: frame.width, y: frame.height * part },
  ]);
  const centre = projected(middle);
  const seen = spots.map((spot) => {
    const { x, y } = projected(placeOf(spot));
    // The other side of 180° is near.
    return { x: x - Math.round(x - centre.x), y };
  });
  if (seen.some(({ x, y }) => !(Number.isFinite(x) && y >= 0 && y <= 1))) return [];
  const wanted = Math.round(Math.log2((metresAcross(middle.latitude) * pixelsPerMetre) / tileWidth));
  const z = Math.max(minZoom, Math.min(maxZoom, deepest, wanted));
  const across = 2 ** z;
  const [left, right] = ends(seen.map(({ x }) => x * across));
  const [top, bottom] = ends(seen.map(({ y }) => Math.min(y * across, across - 1)));
  if ((right - left + 1) * (bottom - top + 1) > maxTilesDrawn) return [];
  const tiles: TileSeen[] = [];
  for (let y = top; y <= bottom; y += 1)
    for (let column = left; column <= right; column += 1)
      tiles.push({ z, x: ((column % across) + across) % across, y, pixelOf: pixelsOf(scene, z, column, y) });
  return tiles;
}

const ends = (values: readonly number[]): [number, number] => [
  Math.floor(Math.min(...values)),
  Math.floor(Math.max(...values)),
];

/** Works out a few places of a tile, and takes the others from between them: each by itself would take long. */
function pixelsOf({ pixelOf }: Scene, z: number, column: number, row: number): TileSeen["pixelOf"] {
  const across = 2 ** z;
  const corners = Array.from({ length: parts + 1 }, (_, down) =>
    Array.from({ length: parts + 1 }, (__, right) =>
      pixelOf(unprojected({ x: (column + right / parts) / across, y: (row + down / parts) / across })),
    ),
  );
  const part = (value: number) => Math.max(0, Math.min(parts - 1, Math.floor(value * parts)));
  return ({ x, y }) => {
    const [right, down] = [part(x), part(y)];
    const [upper, lower] = [corners[down], corners[down + 1]];
    const [nw, ne, sw, se] = [upper?.[right], upper?.[right + 1], lower?.[right], lower?.[right + 1]];
    if (!nw || !ne || !sw || !se) throw new RangeError("no place of a tile");
    const [along, beneath] = [x * parts - right, y * parts - down];
    const between = (key: "x" | "y") =>
      (nw[key] * (1 - along) + ne[key] * along) * (1 - beneath) + (sw[key] * (1 - along) + se[key] * along) * beneath;
    return { x: between("x"), y: between("y") };
  };
}
