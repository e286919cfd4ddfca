import type { Spot } from "./projection.ts";

/** Pixels. */
export type Box = Spot & { width: number; height: number };

export const around = ({ x, y }: Spot, reach: number): Box => ({
  x: x - reach,
  y: y - reach,
  width: 2 * reach,
  height: 2 * reach,
});

const overlap = (one: Box, other: Box): number =>
  Math.max(0, Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)) *
  Math.max(0, Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y));

/** Where a label may stand beside a place, the best first: how much of it lies to the left and above, and in which direction from there. */
const sides = [
  [0, 0.5, 1, 0],
  [1, 0.5, -1, 0],
  [0.5, 1, 0, -1],
  [0.5, 0, 0, 1],
  [0, 1, 0.7, -0.7],
  [0, 0, 0.7, 0.7],
  [1, 1, -0.7, -0.7],
  [1, 0, -0.7, 0.7],
] as const;

export interface Room {
  take(box: Box): void;
  /** Takes all of them, where none of them covers anything. */
  takeFree(boxes: readonly Box[]): boolean;
  /**
   * Takes a place for a label.
   * @param gaps how far from the place the label may stand
   * @param may how much of it may cover others, as a part; where it would cover more, there is no room
   */
  find(place: Spot, size: Pick<Box, "width" | "height">, gaps: readonly number[], may: number): Box | undefined;
}

/** Finds room for labels beside what each of them is about, so that none covers another. */
export function createRoom(frame: Box): Room {
  const taken: Box[] = [];
  const take = (box: Box) => void taken.push(box);

  return {
    take,
    takeFree(boxes) {
      const isFree = (box: Box) =>
        overlap(box, frame) > box.width * box.height * 0.999 && taken.every((other) => overlap(box, other) === 0);
      if (!boxes.every(isFree)) return false;
      for (const box of boxes) take(box);
      return true;
    },
    find(place, size, gaps, may) {
      let best: { box: Box; cost: number } | undefined;
      const area = size.width * size.height;
      for (const gap of gaps)
        for (const [order, [left, up, right, down]] of sides.entries()) {
          const x = place.x + right * gap - left * size.width;
          const box = { ...size, x, y: place.y + down * gap - up * size.height };
          if (overlap(box, frame) < area * 0.999) continue;
          const covered = taken.reduce((sum, other) => sum + overlap(box, other), 0) / area;
          const cost = covered * 100 + gap / 100 + order / 1000;
          if (covered <= may && (best === undefined || cost < best.cost)) best = { box, cost };
        }
      if (best) take(best.box);
      return best?.box;
    },
  };
}

/** Those whose numbers would cover each other, together. */
export function crowds<T extends { at: Spot }>(all: readonly T[], reach: number): T[][] {
  const found: T[][] = [];
  for (const one of all) {
    const near = found.filter((crowd) => crowd.some(({ at }) => Math.hypot(at.x - one.at.x, at.y - one.at.y) < reach));
    const [first, ...others] = near;
    if (first === undefined) found.push([one]);
    else {
      first.push(one, ...others.flat());
      for (const other of others) found.splice(found.indexOf(other), 1);
    }
  }
  return found;
}

/** "3–7, 9": numbers in few words, some to a line. @param letters of a line */
export function inShort(numbers: readonly number[], write: (number: number) => string, letters = 14): string[] {
  const spans: [number, number][] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else spans.push([number, number]);
  }
  const lines: string[] = [];
  for (const [from, to] of spans) {
    const part = from === to ? write(from) : `${write(from)}–${write(to)}`;
    const last = lines.at(-1);
    if (last !== undefined && last.length + part.length < letters) lines[lines.length - 1] = `${last}, ${part}`;
    else lines.push(part);
  }
  return lines;
}
