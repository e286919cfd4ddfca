import { readdirSync, readFileSync, statSync } from "node:fs";
import { setTimeout as after } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { createLog } from "../../src/lib/log.ts";
import { openPictures } from "../../src/pictures/open-pictures.ts";
import { mapFileOf } from "../map/map-folder.ts";
import { drawings, drawingsOnMaps, maps } from "./drawings.ts";
import { decoded } from "./pixels.ts";

const folder = new URL("../../docs/pictures/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder));
const sleep = async (milliseconds: number, signal: AbortSignal) => {
  await after(milliseconds, undefined, { signal }).catch(() => undefined);
};
const open = (map?: string) => openPictures({ sleep, map, log: createLog("warn", () => undefined) });
const plain = open();
afterAll(() => plain.close());

/** The part of all pixels that differ, by more than another machine may round. */
function difference(one: Uint8Array, other: Uint8Array): number {
  const [left, right] = [decoded(one), decoded(other)];
  expect([left.width, left.height]).toEqual([right.width, right.height]);
  let differing = 0;
  for (let at = 0; at < left.data.length; at += 4)
    if ([0, 1, 2].some((channel) => Math.abs((left.data[at + channel] ?? 0) - (right.data[at + channel] ?? 0)) > 24))
      differing += 1;
  return differing / (left.width * left.height);
}

test.each(Object.entries(drawings))("docs/pictures shows %s as it is drawn", async (name, drawn) => {
  expect(difference(await plain.draw(drawn), read(`${name}.png`))).toBeLessThan(0.002);
});

test.each(Object.keys(maps) as (keyof typeof maps)[])(
  "docs/pictures shows what is drawn with the map %s as it is drawn",
  async (map) => {
    const pictures = open(mapFileOf(maps[map]()));
    try {
      for (const [name, { drawn, map: its }] of Object.entries(drawingsOnMaps))
        if (its === map) expect(difference(await pictures.draw(drawn), read(`${name}.png`)), name).toBeLessThan(0.002);
    } finally {
      await pictures.close();
    }
  },
  30_000,
);

test("docs/pictures has no other pictures, and takes less than two megabytes", () => {
  const names = [...Object.keys(drawings), ...Object.keys(drawingsOnMaps)].map((name) => `${name}.png`);
  const files = readdirSync(folder);
  expect(files.toSorted()).toEqual(names.toSorted());
  expect(files.reduce((sum, file) => sum + statSync(new URL(file, folder)).size, 0)).toBeLessThan(2_000_000);
  expect(read("map-broken.png")).toEqual(read("few.png"));
  expect(read("map-of-another-region.png")).toEqual(read("few.png"));
  expect(read("streets-fifty.png").length).toBeLessThan(300_000);
});
