import { spawnSync } from "node:child_process";
import { setTimeout as after } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Drawing } from "../../src/core/model/pictures.ts";
import { createLog } from "../../src/lib/log.ts";
import { openMap } from "../../src/map/open-map.ts";
import { createGroundReader } from "../../src/pictures/ground/ground-reader.ts";
import { readGround } from "../../src/pictures/ground/read-ground.ts";
import { keptFor, mapPatience, maxCornersDrawn, maxNamesDrawn, patience } from "../../src/pictures/limits.ts";
import { openPictures } from "../../src/pictures/open-pictures.ts";
import { sceneOf } from "../../src/pictures/scene.ts";
import { svgOf } from "../../src/pictures/svg.ts";
import { loadFonts } from "../../src/pictures/writing/fonts.ts";
import { mapFileOf } from "../map/map-folder.ts";
import { chicago, pmtilesOf } from "../support/world/map-file.ts";
import { tileAround, townOfScripts } from "../support/world/town.ts";
import { at, crowd, drawing, drawings, within } from "./drawings.ts";

const fonts = loadFonts();
const inChicago = { latitude: 41.9, longitude: -87.69 };
const few = drawing(crowd(5, 0.01, inChicago));
const inTown = drawings.scripts ?? few;
const zooms = { minZoom: 0, maxZoom: 15 };

function opened(map: string | undefined, sleep = sleeping) {
  const logged: string[] = [];
  const log = createLog("debug", (line) => void logged.push(line));
  const pictures = openPictures({ sleep, map, log });
  onTestFinished(() => pictures.close());
  return { pictures, logged };
}
const sleeping = async (milliseconds: number, signal: AbortSignal) => {
  await after(milliseconds, undefined, { signal }).catch(() => undefined);
};

async function groundOf(bytes: Uint8Array, drawn: Drawing) {
  const map = await openMap(mapFileOf(bytes));
  onTestFinished(() => map.close());
  return readGround(map, sceneOf(drawn), drawn.locale, () => false);
}
async function svg(bytes: Uint8Array, drawn: Drawing) {
  return svgOf(sceneOf(drawn), drawn, fonts, await groundOf(bytes, drawn));
}
const wordsIn = (drawn: string) =>
  [...drawn.matchAll(/>([^<>]+)<\/text>/g)].map(([, words = ""]) => words.replaceAll("&#38;", "&"));

describe("with a map, a picture", () => {
  test.each(["protomaps", "openmaptiles"] as const)(
    "has streets, water, parks and their names beneath, by the schema of %s",
    async (schema) => {
      const lake = drawing([within(1, "Ben", [41.88, -87.62], "1km"), at(2, "Ana", [41.86, -87.64])]);
      const ground = await groundOf(pmtilesOf(chicago(schema)), lake);
      expect(new Set(ground?.areas.map(({ kind }) => kind))).toEqual(new Set(["green", "water"]));
      expect(new Set(ground?.lines.map(({ kind }) => kind))).toEqual(
        expect.objectContaining(new Set(["minor", "major", "big"])),
      );
      const drawn = await svg(pmtilesOf(chicago(schema)), lake);
      const words = wordsIn(drawn).join(" ");
      // Those of streets are turned; of parts of town there are a few.
      const streets = drawn.match(/<g transform/g)?.length ?? 0;
      expect(streets).toBeGreaterThan(maxNamesDrawn - 10);
      expect(streets).toBeLessThanOrEqual(maxNamesDrawn);
      for (const name of ["S Lake Shore Dr", "S Halsted St", "Greektown", "© OpenStreetMap", "Ben", "Ana"])
        expect(words).toContain(name);
    },
  );

  test("is the same, byte for byte, for two positions in one cell, and names nobody's street for it", async () => {
    const { pictures } = opened(mapFileOf(pmtilesOf(chicago())));
    const draw = (latitude: number, longitude: number) =>
      pictures.draw(drawing([within(1, "Ben", [latitude, longitude], "1km")]));
    const [one, other, elsewhere] = [
      await draw(41.8801, -87.6211),
      await draw(41.8829, -87.6265),
      await draw(41.9, -87.65),
    ];
    expect(Buffer.compare(one, other)).toBe(0);
    expect(Buffer.compare(one, elsewhere)).not.toBe(0);
  });

  test("is drawn without a network", async () => {
    const script = `
      const { openPictures } = await import("./src/pictures/open-pictures.ts");
      const sleep = (ms) => new Promise((done) => setTimeout(done, ms).unref());
      const log = { info: console.error, warn: console.error, debug: console.error };
      const pictures = openPictures({ sleep, log, map: ${JSON.stringify(mapFileOf(pmtilesOf(chicago())))} });
      const keep = setInterval(() => {}, 1000);
      const png = await pictures.draw(${JSON.stringify(few)});
      process.stdout.write(Buffer.from(png).toString("base64"));
      clearInterval(keep);
      await pictures.close();`;
    const node = ["--input-type=module", "--disable-warning=ExperimentalWarning", "-e", script];
    // A network namespace of its own has no way out, not even to this machine.
    const alone = spawnSync("unshare", ["--net", process.execPath, ...node], { encoding: "utf8", maxBuffer: 1e7 });
    if (alone.error || (alone.status === 1 && alone.stderr.startsWith("unshare:"))) return;
    expect(alone.stderr).toBe("");
    const { pictures } = opened(mapFileOf(pmtilesOf(chicago())));
    expect(alone.stdout).toBe(Buffer.from(await pictures.draw(few)).toString("base64"));
  }, 30_000);

  test("names streets as people there write them; what there is no font for by another name of it, or not at all", async () => {
    const words = wordsIn(await svg(pmtilesOf(townOfScripts()), inTown));
    const all = words.join(" ");
    for (const name of ["Łąkowa Straße", "Тверская улица", "Nanjing Road", "Старый город", "Οδός Ερμού"])
      for (const word of name.split(" ")) expect(all.replaceAll(" ", "")).toContain(word);
    // From right to left, the first word stands at the right.
    expect(words.indexOf("فيصل")).toBeLessThan(words.indexOf("شارع"));
    expect(all).not.toMatch(/\p{Script=Han}/u);
  });

  test("says who made the map as its file does, in plain words", async () => {
    const made = (attribution: unknown) => svg(pmtilesOf(townOfScripts(), { metadata: { attribution } }), inTown);
    const html =
      '<a href="https://example.org/?a&amp;b" target="_blank">Example Maps</a> &copy; <b>OpenStreetMap</b> &#38; others';
    const drawn = await made(html);
    expect(wordsIn(drawn).join(" ")).toContain("Example Maps © OpenStreetMap & others");
    expect(drawn).not.toMatch(/href|example\.org/);
    expect(wordsIn(await made("")).join(" ")).toContain("© OpenStreetMap contributors");
    expect(wordsIn(await made("地图")).join(" ")).toContain("© OpenStreetMap contributors");
  });
});

describe("without a map of the place, a picture", () => {
  test.each([
    ["of another region", () => mapFileOf(pmtilesOf(chicago())), ""],
    [
      "that is missing",
      () => "/nowhere/city.pmtiles",
      "warn: the map file cannot be opened (Error ENOENT): pictures show no streets",
    ],
    [
      "that is broken",
      () => mapFileOf(pmtilesOf(townOfScripts()).fill(255, 127, 200)),
      "warn: a part of the map file is damaged, or too large: pictures show no streets",
    ],
    [
      "that was cut off",
      () => mapFileOf(pmtilesOf(townOfScripts()).slice(0, -40)),
      "warn: the map file ends too early: copy it anew: pictures show no streets",
    ],
  ])("is as without any, where the file is one %s; the log says once what is wrong", async (_, path, said) => {
    const drawn = drawings.few ?? few;
    const without = await opened(undefined).pictures.draw(drawn);
    const { pictures, logged } = opened(path());
    for (let count = 0; count < 2; count += 1) expect(Buffer.compare(await pictures.draw(drawn), without)).toBe(0);
    expect(logged.map((line) => line.replace(/ \([^)]*\)/, ""))).toEqual(
      said === "" ? [] : [said.replace(/ \([^)]*\)/, "")],
    );
  });

  test("is drawn where the map has more in it than can be", async () => {
    const middle = { latitude: 52.52, longitude: 13.405 };
    const places = Array.from({ length: maxCornersDrawn + 1 }, (_, index) => ({
      ...middle,
      longitude: 13.405 + (index % 2) / 1000,
    }));
    const roads = [{ type: "line" as const, properties: { kind: "minor_road" }, places }];
    const bytes = pmtilesOf([tileAround(middle, 14, { roads })]);
    const { pictures, logged } = opened(mapFileOf(bytes));
    const drawn = inTown;
    const without = await opened(undefined).pictures.draw(drawn);
    expect(Buffer.compare(await pictures.draw(drawn), without)).toBe(0);
    expect(logged).toEqual(["warn: the map file has too much in it for one picture: pictures show no streets"]);
  });

  test("is drawn where the file is read too slowly, and while one reading hangs there is no other", async () => {
    const hangs = Promise.withResolvers<undefined>();
    let asked = 0;
    const reader = createGroundReader(async () => ({
      info: { ...zooms, west: 0, south: 0, east: 0, north: 0 },
      layers: () => {
        asked += 1;
        return hangs.promise;
      },
      attribution: async () => "",
      close: async () => {},
    }));
    const first = reader.read(sceneOf(few), "en");
    await after(0);
    reader.hurry();
    const slow = { wrong: "the map file is read too slowly" };
    expect(await first).toEqual(slow);
    expect(await reader.read(sceneOf(few), "en")).toEqual(slow);
    expect(asked).toBe(1);
    hangs.resolve(undefined);
    await after(0);
    expect(await reader.read(sceneOf(few), "en")).toEqual({});
    expect(asked).toBeGreaterThan(2);
  });

  test("is drawn where the thread cannot draw it with the map, and the next one has its streets", async () => {
    const map = mapFileOf(pmtilesOf(chicago()));
    let failing = 1;
    const { pictures, logged } = opened(map, async (milliseconds, signal) => {
      // The time of one picture is over at once.
      if (milliseconds === patience && failing-- > 0) return;
      await sleeping(milliseconds, signal);
    });
    const without = await opened(undefined).pictures.draw(few);
    expect(Buffer.compare(await pictures.draw(few), without)).toBe(0);
    expect(logged).toEqual(["warn: a picture could not be drawn with the map file: it shows no streets"]);
    expect(Buffer.compare(await pictures.draw(few), without)).not.toBe(0);
  }, 30_000);

  test("is drawn by the thread, too, when there is no time for one", async () => {
    const hurried: number[] = [];
    // The first of the two is for the picture, the second for its map.
    const { pictures, logged } = opened(mapFileOf(pmtilesOf(chicago())), async (milliseconds, signal) => {
      hurried.push(milliseconds);
      if (milliseconds >= patience) await sleeping(milliseconds, signal);
    });
    const png = await pictures.draw(few);
    expect(png.length).toBeGreaterThan(1000);
    expect(hurried.toSorted((one, other) => one - other)).toEqual([mapPatience, patience, keptFor]);
    for (const line of logged) expect(line).toBe("warn: the map file is read too slowly: pictures show no streets");
  });
});
