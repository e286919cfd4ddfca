import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import type { Drawing, Pictures } from "../../src/core/model/pictures.ts";
import { createLog } from "../../src/lib/log.ts";
import { openPictures } from "../../src/pictures/open-pictures.ts";
import { drawings, drawingsOnMaps, maps } from "../../test/pictures/drawings.ts";

/** Draws the pictures of docs/pictures anew, from the product itself; with --measure, what they cost. */
const folder = mkdtempSync(join(tmpdir(), "whereat-maps-"));
const opened: { close: () => Promise<void> }[] = [];

function open(map?: keyof typeof maps): Pictures {
  const path = map && join(folder, `${map}.pmtiles`);
  if (map && path) writeFileSync(path, maps[map]());
  const pictures = openPictures({
    sleep: async (milliseconds, signal) => {
      await after(milliseconds, undefined, { signal }).catch(() => undefined);
    },
    map: path,
    log: createLog("warn"),
  });
  opened.push(pictures);
  return pictures;
}

const megabytes = () => Math.round(process.memoryUsage.rss() / 2 ** 20);

async function measure() {
  const took = async (pictures: Pictures, drawing: Drawing) => {
    const [began, busy] = [performance.now(), process.cpuUsage()];
    const { length } = await pictures.draw(drawing);
    const { user, system } = process.cpuUsage(busy);
    const [milliseconds, cpu] = [performance.now() - began, (user + system) / 1000];
    return { milliseconds, cpu, kilobytes: length / 1000 };
  };
  const tell = async (what: string, pictures: Pictures, drawing: Drawing | undefined) => {
    if (drawing === undefined) throw new Error(`no drawing: ${what}`);
    const first = await took(pictures, drawing);
    const all: (typeof first)[] = [];
    for (let count = 0; count < 40; count += 1) all.push(await took(pictures, drawing));
    const of = (key: keyof typeof first) => {
      const sorted = all.map((each) => Math.round(each[key])).toSorted((a, b) => a - b);
      return `${sorted[0]} to ${sorted[20]}`;
    };
    console.log(
      `${what}: ${of("milliseconds")} ms, ${of("cpu")} ms CPU (least to median of 40), ${Math.round(first.kilobytes)} KB; the first ${Math.round(first.milliseconds)} ms`,
    );
  };
  const [plain, onMap] = [open(), open("chicago")];
  await tell("fifty people", plain, drawings["fifty"]);
  await tell("fifty people on streets", onMap, drawingsOnMaps["streets-fifty"]?.drawn);
  await tell("four people", plain, drawings["few"]);
  await tell("four people on streets", onMap, drawingsOnMaps["streets-few"]?.drawn);
  const fifty = drawingsOnMaps["streets-fifty"]?.drawn;
  for (let count = 0; fifty && count <= 300; count += 1) {
    if (count % 50 === 0) console.log(`after ${count} pictures of fifty people on streets: ${megabytes()} MB`);
    await took(onMap, fifty);
  }
}

async function draw() {
  const pages = new URL("../../docs/pictures/", import.meta.url);
  mkdirSync(pages, { recursive: true });
  const put = (name: string, png: Uint8Array) => writeFileSync(new URL(`${name}.png`, pages), png);
  const plain = open();
  for (const [name, drawing] of Object.entries(drawings)) put(name, await plain.draw(drawing));
  for (const [name, { drawn, map }] of Object.entries(drawingsOnMaps)) put(name, await open(map).draw(drawn));
}

try {
  await (process.argv.includes("--measure") ? measure() : draw());
} finally {
  for (const { close } of opened) await close();
  rmSync(folder, { recursive: true });
}
