import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { setTimeout as after } from "node:timers/promises";
import type { Worker } from "node:worker_threads";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { bearingTo } from "../../src/core/geo/geodesy.ts";
import { cellOf, snap } from "../../src/core/geo/precision.ts";
import { type Drawing, NoPicture } from "../../src/core/model/pictures.ts";
import { createLog } from "../../src/lib/log.ts";
import { height, keptFor, maxWaiting, width } from "../../src/pictures/limits.ts";
import { openPictures } from "../../src/pictures/open-pictures.ts";
import { sceneOf } from "../../src/pictures/scene.ts";
import { svgOf } from "../../src/pictures/svg.ts";
import { loadFonts } from "../../src/pictures/writing/fonts.ts";
import { at, crowd, drawing, drawings, within } from "./drawings.ts";
import { blots, decoded } from "./pixels.ts";

const sleep = async (milliseconds: number, signal: AbortSignal) => {
  await after(milliseconds, undefined, { signal }).catch(() => undefined);
};
const log = createLog("warn", () => undefined);
const pictures = openPictures({ sleep, log });
afterAll(() => pictures.close());

const fonts = loadFonts();
const svg = (drawn: Drawing) => svgOf(sceneOf(drawn), drawn, fonts);

const ofPerson = [0x14, 0x53, 0x9a] as const;
const ofAsker = [0xb8, 0x46, 0x0e] as const;

describe("from a picture", () => {
  test("each pin is found again, within ten pixels, by the asker's own and the scale", async () => {
    const from = { latitude: 52.52, longitude: 13.405 };
    const places = [
      [52.5226, 13.4082],
      [52.5181, 13.4011],
      [52.5191, 13.4142],
      [52.5163, 13.4071],
    ] as const;
    const people = places.map((place, index) => at(index + 1, "", place));
    const own = at(5, "", [from.latitude, from.longitude], { isAsker: true });
    const image = decoded(await pictures.draw(drawing([...people, own], { from })));
    const pins = blots(image, ofPerson, 500);
    const [asker] = blots(image, ofAsker, 500).toSorted((a, b) => b.width - a.width);
    // The bar at the bottom left is as long as 200 metres, which is written beside it.
    const [bar] = blots(image, [0x1d, 0x27, 0x33], 100).filter(({ x, y }) => x < 300 && y > height - 60);
    if (!asker || !bar) throw new Error("no asker, or no scale");
    const metres = 200 / (bar.width - 3);
    expect(pins).toHaveLength(places.length);
    for (const [latitude, longitude] of places) {
      const { distance, azimuth } = bearingTo(from, { latitude, longitude });
      const angle = (azimuth * Math.PI) / 180;
      const wanted = {
        x: asker.x + (distance * Math.sin(angle)) / metres,
        y: asker.y - (distance * Math.cos(angle)) / metres,
      };
      const nearest = Math.min(...pins.map(({ x, y }) => Math.hypot(x - wanted.x, y - wanted.y)));
      expect(nearest).toBeLessThan(10);
    }
  });

  test("nothing is read that is finer than a cell: two positions in it make the same bytes", async () => {
    const drawn = await Promise.all(
      [
        [52.5201, 13.4061],
        [52.5204, 13.4077],
      ].map(([latitude = 0, longitude = 0]) =>
        pictures.draw(drawing([within(1, "Ben", [latitude, longitude], "1km")])),
      ),
    );
    expect(Buffer.compare(drawn[0] ?? Buffer.of(0), drawn[1] ?? Buffer.of(1))).toBe(0);
    const other = await pictures.draw(
      drawing([within(1, "Ben", [52.5304, 13.4077], "1km"), at(2, "Ana", [52.5, 13.4])]),
    );
    expect(Buffer.compare(drawn[0] ?? Buffer.of(0), other)).not.toBe(0);
  });
});

describe("a drawing of", () => {
  test.each(Object.entries(drawings))(
    "%s is a picture with everybody in the frame, each number once",
    async (_name, drawn) => {
      const png = await pictures.draw(drawn);
      const image = decoded(png);
      expect([image.width, image.height]).toEqual([width, height]);
      const { people, meetings, asker, frame } = sceneOf(drawn);
      for (const { x, y } of [...people.map((person) => person.at), ...meetings, ...(asker ? [asker] : [])]) {
        expect(x).toBeGreaterThan(0);
        expect(x).toBeLessThan(frame.width);
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThan(frame.height);
      }
      expect(svg(drawn)).not.toMatch(/NaN|Infinity|undefined/);
    },
  );

  test("people around the pole and across the antimeridian has them as far apart as they are", () => {
    const spots = (name: string) => sceneOf(drawings[name] ?? drawing([])).people.map((person) => person.at);
    const [ben, sina] = spots("antimeridian");
    const { pixelsPerMetre } = sceneOf(drawings.antimeridian ?? drawing([]));
    const { distance } = bearingTo(
      drawings.antimeridian?.people[0] ?? { latitude: 0, longitude: 0 },
      drawings.antimeridian?.people[1] ?? { latitude: 0, longitude: 0 },
    );
    expect(Math.hypot((ben?.x ?? 0) - (sina?.x ?? 0), (ben?.y ?? 0) - (sina?.y ?? 0))).toBeCloseTo(
      distance * pixelsPerMetre,
      0,
    );
    expect(new Set(spots("pole").map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`)).size).toBe(3);
  });

  test("nobody known to be anywhere in particular draws no circle", () => {
    expect(sceneOf(drawing([at(1, "Ben", [1, 2])])).areas).toEqual([]);
    const open = drawing([at(1, "Ben", [1, 2], { around: { radius: 500, isOpen: true } })]);
    expect(svg(open)).toContain("stroke-dasharray");
  });

  test("the cell around a pole is round, and another has four edges", () => {
    const [round] = sceneOf(drawing([within(1, "", [89.99, 5], "5km")])).areas;
    const [square] = sceneOf(drawing([within(1, "", [52, 5], "5km")])).areas;
    const reach = (area: typeof round) => {
      const edge = area && "edge" in area ? area.edge : [];
      const [x, y] = [edge.map((spot) => spot.x), edge.map((spot) => spot.y)];
      const middle = { x: (Math.min(...x) + Math.max(...x)) / 2, y: (Math.min(...y) + Math.max(...y)) / 2 };
      const far = edge.map((spot) => Math.hypot(spot.x - middle.x, spot.y - middle.y));
      return Math.max(...far) / Math.min(...far);
    };
    expect(reach(round)).toBeLessThan(1.05);
    expect(reach(square)).toBeGreaterThan(1.3);
    const { latitude, longitude } = snap({ latitude: 89.99, longitude: 5, accuracy: 1 }, "5km");
    expect(cellOf({ latitude, longitude }, "5km")).toMatchObject({ west: -180, east: 180 });
  });
});

describe("a name", () => {
  const written = (name: string) =>
    [...svg(drawing([at(1, name, [1, 2])])).matchAll(/>([^<>]+)<\/text>/g)].map(([, words]) => words);

  test("without a font for it is a number alone, and no empty boxes", () => {
    expect(written("中文")).toEqual(written(""));
    expect(written("Ana 中")).toEqual(written(""));
    expect(written("नमस्ते")).toEqual(written(""));
    expect(written("")).toContain("1");
  });

  test("loses its emoji, and keeps its letters, whatever parts of the font they are in", () => {
    expect(written("Ana 🌸👩‍👩‍👧")).toEqual(written("Ana"));
    expect(written("Łódź ăě ü").join("")).toContain("Łódźăěü");
  });

  test("from right to left stands in its order, with numbers from left to right in it", () => {
    const places = [
      ...svg(drawing([at(1, "محمد ۱۲ رضا", [1, 2])])).matchAll(/<text x="([\d.]+)"[^>]*fill="#[^>]*>([^<]+)</g),
    ];
    const xOf = (word: string) => Number(places.find(([, , words]) => words === word)?.[1]);
    expect(xOf("محمد")).toBeGreaterThan(xOf("۱۲"));
    expect(xOf("۱۲")).toBeGreaterThan(xOf("رضا"));
  });

  test("is cut where it is long, and what is markup in it is none", () => {
    expect(written("Wilhelmina Konstantinopolous").join(" ")).toMatch(/Wilhelmina .*…/);
    expect(svg(drawing([at(1, `<a href="x">&`, [1, 2])]))).not.toContain("<a");
  });
});

describe("drawing", () => {
  test("asks nothing of anybody: nothing in a picture is fetched, and it is drawn without a network", async () => {
    for (const drawn of Object.values(drawings)) {
      const text = svg(drawn).replace("http://www.w3.org/2000/svg", "");
      expect(text).not.toMatch(/href|url\(|https?:|<image|<style|@import/);
    }
    const script = `
      const { openPictures } = await import("./src/pictures/open-pictures.ts");
      const pictures = openPictures({ sleep: (ms) => new Promise((done) => setTimeout(done, ms).unref()) });
      const keep = setInterval(() => {}, 1000);
      const png = await pictures.draw(${JSON.stringify(drawings.few)});
      console.log(png.length);
      clearInterval(keep);
      await pictures.close();`;
    const node = ["--input-type=module", "--disable-warning=ExperimentalWarning", "-e", script];
    // A network namespace of its own has no way out, not even to this machine.
    const alone = spawnSync("unshare", ["--net", process.execPath, ...node], { encoding: "utf8" });
    const ran = alone.error || (alone.status === 1 && alone.stderr.startsWith("unshare:")) ? undefined : alone;
    if (ran) expect([ran.stderr, Number(ran.stdout) > 1000]).toEqual(["", true]);
  }, 30_000);

  test("is done one after the other, for so many at once, and more are told that it is busy", async () => {
    const own = openPictures({ sleep, log });
    const small = drawing([at(1, "Ben", [1, 2])]);
    const asked = Array.from({ length: maxWaiting + 3 }, () =>
      own.draw(small).then(
        () => "drawn",
        (error: NoPicture) => error.why,
      ),
    );
    const ends = await Promise.all(asked);
    expect(ends.filter((end) => end === "busy")).toHaveLength(3);
    expect(ends.filter((end) => end === "drawn")).toHaveLength(maxWaiting);
    await own.close();
  }, 60_000);

  test("that fails, or takes too long, says so and tells nothing of the drawing; the next one is drawn", async () => {
    const broken = { ...drawing([at(1, "Ben", [1, 2])]), people: 5 } as unknown as Drawing;
    await expect(pictures.draw(broken)).rejects.toThrow(new NoPicture("failed"));
    expect((await pictures.draw(drawing(crowd(3, 0.01)))).length).toBeGreaterThan(1000);
    const hasty = openPictures({ sleep: async () => undefined, log });
    await expect(hasty.draw(drawing(crowd(3, 0.01)))).rejects.toThrow(new NoPicture("failed"));
    await hasty.close();
  }, 30_000);

  test("has its thread ended when there was none for a while, and started anew for the next one", async () => {
    const ended: Promise<unknown>[] = [];
    const started = (worker: Worker) => void ended.push(once(worker, "exit"));
    process.on("worker", started);
    onTestFinished(() => void process.off("worker", started));
    let over = Promise.withResolvers<void>();
    const own = openPictures({
      log,
      sleep: (milliseconds, signal) => (milliseconds === keptFor ? over.promise : sleep(milliseconds, signal)),
    });
    const small = drawing([at(1, "Ben", [1, 2])]);
    await own.draw(small);
    // Asked again before the time is over, the same thread draws.
    const first = over;
    over = Promise.withResolvers<void>();
    await own.draw(small);
    first.resolve();
    await own.draw(small);
    expect(ended).toHaveLength(1);
    over.resolve();
    await ended[0];
    await own.draw(small);
    expect(ended).toHaveLength(2);
    await own.close();
  }, 30_000);

  test("of fifty people takes 300 kilobytes at most", async () => {
    const drawn = drawings.fifty ?? drawing([]);
    await pictures.draw(drawn);
    expect((await pictures.draw(drawn)).length).toBeLessThan(300_000);
  });
});
