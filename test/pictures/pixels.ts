import { PNG } from "pngjs";

export type Image = { width: number; height: number; data: Uint8Array };

export const decoded = (png: Uint8Array): Image => PNG.sync.read(Buffer.from(png));

type Colour = readonly [red: number, green: number, blue: number];

/** Where a colour covers at least so many pixels that hang together: the middle of the box around each of these, and its size. */
export function blots(
  image: Image,
  colour: Colour,
  least: number,
): { x: number; y: number; width: number; height: number }[] {
  const { width, height, data } = image;
  const isOf = (pixel: number) =>
    colour.every((value, channel) => Math.abs((data[pixel * 4 + channel] ?? 0) - value) < 12);
  const seen = new Uint8Array(width * height);
  const found: { x: number; y: number; width: number; height: number }[] = [];
  for (let first = 0; first < width * height; first += 1) {
    if (seen[first] || !isOf(first)) continue;
    const stack = [first];
    seen[first] = 1;
    let [left, right, top, bottom, count] = [width, 0, height, 0, 0];
    for (let pixel = stack.pop(); pixel !== undefined; pixel = stack.pop()) {
      const [x, y] = [pixel % width, Math.floor(pixel / width)];
      [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
      count += 1;
      const beside = [x > 0 && pixel - 1, x < width - 1 && pixel + 1, pixel - width, pixel + width];
      for (const next of beside)
        if (next !== false && next >= 0 && next < width * height && !seen[next] && isOf(next)) {
          seen[next] = 1;
          stack.push(next);
        }
    }
    if (count >= least)
      found.push({ x: (left + right) / 2, y: (top + bottom) / 2, width: right - left + 1, height: bottom - top + 1 });
  }
  return found;
}
