import { mkdirSync, writeFileSync } from "node:fs";
import { setTimeout as after } from "node:timers/promises";
import type { Drawing } from "../src/core/model/pictures.ts";
import { createLog } from "../src/lib/log.ts";
import { openPictures } from "../src/pictures/open-pictures.ts";
import { drawings } from "../test/pictures/drawings.ts";

/** Draws the pictures of docs/pictures anew, from the product itself; with --measure, what they cost. */
const pictures = openPictures({
  log: createLog("warn"),
  sleep: async (milliseconds, signal) => {
    await after(milliseconds, undefined, { signal }).catch(() => undefined);
  },
});

const megabytes = () => Math.round(process.memoryUsage.rss() / 2 ** 20);

async function measure() {
  const took = async (drawing: Drawing) => {
    const began = performance.now();
    const { length } = await pictures.draw(drawing);
    return `${Math.round(performance.now() - began)} ms, ${Math.round(length / 1000)} KB`;
  };
  const { fifty, ...others } = drawings;
  if (fifty === undefined) throw new Error("there is no drawing of fifty people");
  console.log(`the first, with the start of the thread: ${await took(fifty)}`);
  for (const [name, drawing] of Object.entries({ fifty, ...others })) console.log(`${name}: ${await took(drawing)}`);
  for (let count = 0; count <= 300; count += 1) {
    if (count % 50 === 0) console.log(`after ${count} pictures of fifty people: ${megabytes()} MB`);
    await took(fifty);
  }
}

async function draw() {
  const folder = new URL("../docs/pictures/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  for (const [name, drawing] of Object.entries(drawings))
    writeFileSync(new URL(`${name}.png`, folder), await pictures.draw(drawing));
}

await (process.argv.includes("--measure") ? measure() : draw());
await pictures.close();
