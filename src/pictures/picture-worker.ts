import { readFileSync } from "node:fs";
import { parentPort } from "node:worker_threads";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import type { Drawing } from "../core/model/pictures.ts";
import { sceneOf } from "./scene.ts";
import { svgOf } from "./svg.ts";
import { loadFonts } from "./writing/fonts.ts";

/** What the worker answers to a drawing; nothing where it could not be drawn. */
export type Drawn = { png: Uint8Array | undefined };

await initWasm(readFileSync(new URL(import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm"))));
const fonts = loadFonts();
const font = { fontBuffers: [...fonts.buffers], loadSystemFonts: false };

parentPort?.on("message", (drawing: Drawing) => {
  let png: Uint8Array | undefined;
  try {
    png = draw(drawing);
  } catch {
    // What was wrong may hold a place or a name: it is told nowhere.
  }
  parentPort?.postMessage({ png } satisfies Drawn);
});

function draw(drawing: Drawing): Uint8Array {
  const picture = new Resvg(svgOf(sceneOf(drawing), drawing, fonts), { font });
  try {
    const image = picture.render();
    try {
      return image.asPng();
    } finally {
      image.free();
    }
  } finally {
    picture.free();
  }
}
