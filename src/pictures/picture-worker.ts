import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import type { Drawing } from "../core/model/pictures.ts";
import type { GroundReader } from "./ground/ground-reader.ts";
import type { Ground } from "./ground/read-ground.ts";
import { pngOf } from "./png.ts";
import { type Scene, sceneOf } from "./scene.ts";
import { svgOf } from "./svg.ts";
import { loadFonts } from "./writing/fonts.ts";

/** What the worker is told: to draw something, or that there is no more time to read a map for it. */
export type Asked = Drawing | "no time for a map";
/** What the worker answers to a drawing; nothing where it could not be drawn. `wrong`: what is wrong with the map, in words without a place. */
export type Drawn = { png: Uint8Array | undefined; wrong?: string };
/** From here on, the time for a map is counted: a thread that has just been started needs longer than a map. */
export type Reading = "reads a map";
/** What the worker is started with. */
export type Given = { map: string | undefined };

const { map } = workerData as Given;
await initWasm(readFileSync(new URL(import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm"))));
const fonts = loadFonts();
const font = { fontBuffers: [...fonts.buffers], loadSystemFonts: false };
const reader = map === undefined ? undefined : await groundReader(map);

parentPort?.on("message", (asked: Asked) => {
  if (asked === "no time for a map") reader?.hurry();
  else void answer(asked);
});

/** Nothing is loaded that reads maps where there is none. */
async function groundReader(path: string): Promise<GroundReader> {
  const { createGroundReader } = await import("./ground/ground-reader.ts");
  const { openMap } = await import("../map/open-map.ts");
  return createGroundReader(() => openMap(path));
}

async function answer(drawing: Drawing): Promise<void> {
  let drawn: Drawn = { png: undefined };
  try {
    const scene = sceneOf(drawing);
    if (reader) parentPort?.postMessage("reads a map" satisfies Reading);
    const { ground, wrong } = (await reader?.read(scene, drawing.locale)) ?? {};
    drawn = { png: draw(scene, drawing, ground), ...(wrong !== undefined && { wrong }) };
  } catch {
    // What was wrong may hold a place or a name: it is told nowhere.
  }
  parentPort?.postMessage(drawn satisfies Drawn);
}

function draw(scene: Scene, drawing: Drawing, ground: Ground | undefined): Uint8Array {
  const picture = new Resvg(svgOf(scene, drawing, fonts, ground), { font });
  try {
    const image = picture.render();
    try {
      return pngOf(image.pixels, image.width, image.height);
    } finally {
      image.free();
    }
  } finally {
    picture.free();
  }
}
