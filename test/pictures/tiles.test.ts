import { describe, expect, test } from "vitest";
import { projected } from "../../src/map/mercator.ts";
import { tilesIn } from "../../src/pictures/ground/tiles.ts";
import { maxTilesDrawn, mostAcross } from "../../src/pictures/limits.ts";
import { sceneOf } from "../../src/pictures/scene.ts";
import { crowd, drawing, drawings } from "./drawings.ts";

const inChicago = { latitude: 41.9, longitude: -87.69 };
const few = drawing(crowd(5, 0.01, inChicago));
const zooms = { minZoom: 0, maxZoom: 15 };

describe("the tiles of a picture", () => {
  test("have each street where it is: a corner of it stands in the picture as its coordinates say", async () => {
    const scene = sceneOf(few);
    const tiles = tilesIn(scene, zooms);
    expect(tiles.length).toBeGreaterThan(3);
    for (const { z, x, y, pixelOf } of tiles)
      for (const [right, down] of [
        [0.1, 0.9],
        [0.5, 0.5],
        [1.01, -0.01],
      ] as const) {
        const [west, north] = [(x + right) / 2 ** z, (y + down) / 2 ** z];
        const latitude = (Math.atan(Math.sinh(Math.PI * (1 - 2 * north))) * 180) / Math.PI;
        const truth = scene.pixelOf({ latitude, longitude: west * 360 - 180 });
        const drawn = pixelOf({ x: right, y: down });
        expect(Math.hypot(truth.x - drawn.x, truth.y - drawn.y)).toBeLessThan(0.5);
      }
  });

  const spots = (width: number, height: number) =>
    [0, 0.3, 0.7, 1].flatMap((across) => [0, 0.4, 1].map((down) => ({ x: across * width, y: down * height })));

  test.each([
    ["in a city", few],
    ["across 180°", drawings.antimeridian ?? few],
    ["of a whole region", drawing(crowd(5, 1, inChicago))],
    ["at one place", drawings["one-place"] ?? few],
  ])("%s are all that it shows, and not many", (_, drawn) => {
    const scene = sceneOf(drawn);
    const tiles = tilesIn(scene, zooms);
    expect(tiles.length).toBeLessThanOrEqual(16);
    const { width, height } = scene.frame;
    for (const spot of spots(width, height)) {
      const { x, y } = projected(scene.placeOf(spot));
      const isIn = (tile: (typeof tiles)[number]) =>
        Math.floor((x - Math.floor(x)) * 2 ** tile.z) === tile.x && Math.floor(y * 2 ** tile.z) === tile.y;
      const tile = tiles.find(isIn);
      if (tile === undefined) throw new Error(`no tile at ${spot.x}, ${spot.y}`);
      const inTile = { x: (x - Math.floor(x)) * 2 ** tile.z - tile.x, y: y * 2 ** tile.z - tile.y };
      const { x: right, y: down } = tile.pixelOf(inTile);
      expect(Math.hypot(right - spot.x, down - spot.y)).toBeLessThan(1);
    }
  });

  test("are none at the poles, where too much is shown, and where a file has but deep ones", () => {
    expect(tilesIn(sceneOf(drawings.pole ?? few), zooms)).toEqual([]);
    expect(tilesIn(sceneOf(drawings.far ?? few), zooms)).toEqual([]);
    const wide = sceneOf(drawing(crowd(5, 1, inChicago)));
    expect(800 / wide.pixelsPerMetre).toBeLessThan(mostAcross);
    expect(tilesIn(wide, { minZoom: 13, maxZoom: 15 })).toEqual([]);
    expect(tilesIn(wide, zooms).length).toBeLessThan(maxTilesDrawn);
  });
});
