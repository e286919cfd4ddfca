import { crc32, deflateSync } from "node:zlib";

/** Colours of a picture: as many as one byte tells apart. */
const maxColours = 256;

/**
 * A PNG with a palette: a third as large as one with all colours. There are few, and the rest are of the edges between two of them.
 * @param pixels red, green, blue and how opaque, of each; all are opaque here
 */
export function pngOf(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const colours = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4);
  const { palette, indexOf } = paletteOf(colours);
  // Each row begins with how it was filtered: it was not.
  const rows = new Uint8Array(height * (width + 1));
  let [last, index] = [-1, 0];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const colour = colours[y * width + x] ?? 0;
      if (colour !== last) [last, index] = [colour, indexOf.get(colour) ?? 0];
      rows[y * (width + 1) + 1 + x] = index;
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const signature = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const parts = [chunk("IHDR", header), chunk("PLTE", palette), chunk("IDAT", deflateSync(rows, { memLevel: 9 }))];
  return Buffer.concat([signature, ...parts, chunk("IEND", Buffer.alloc(0))]);
}

/** The colours of which there are most; each of the others becomes the one that is most like it. */
function paletteOf(colours: Uint32Array) {
  const counts = new Map<number, number>();
  let from = 0;
  for (let at = 1; at <= colours.length; at += 1) {
    const colour = colours[from] ?? 0;
    if (colours[at] === colour) continue;
    counts.set(colour, (counts.get(colour) ?? 0) + at - from);
    from = at;
  }
  const sorted = [...counts].toSorted(([one, many], [other, more]) => more - many || one - other);
  const palette = Uint8Array.from(sorted.slice(0, maxColours).flatMap(([colour]) => channels(colour)));
  const indexOf = new Map(sorted.map(([colour], index) => [colour, index]));
  for (const [colour] of sorted.slice(maxColours)) indexOf.set(colour, nearest(palette, channels(colour)));
  return { palette, indexOf };
}

/** Red, green and blue, as they stand in memory: the first byte first. */
const channels = (colour: number) => [colour & 0xff, (colour >> 8) & 0xff, (colour >> 16) & 0xff] as const;

function nearest(palette: Uint8Array, [red, green, blue]: ReturnType<typeof channels>): number {
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (let at = 0; at < palette.length; at += 3) {
    const r = (palette[at] ?? 0) - red;
    const g = (palette[at + 1] ?? 0) - green;
    const b = (palette[at + 2] ?? 0) - blue;
    const away = r * r + g * g + b * b;
    if (away < least) [best, least] = [at / 3, away];
  }
  return best;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const all = Buffer.alloc(body.length + 8);
  all.writeUInt32BE(data.length, 0);
  all.set(body, 4);
  all.writeUInt32BE(crc32(body), body.length + 4);
  return all;
}
