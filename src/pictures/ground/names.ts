import type { Box, Room } from "../labels.ts";
import { maxNamesDrawn } from "../limits.ts";
import type { Spot } from "../projection.ts";
import { colours, decimal } from "../shapes.ts";
import { type Pen, visible } from "../writing/pen.ts";
import type { Ground, Named } from "./read-ground.ts";

const sizes = { street: 18, place: 22 } as const;
/** Pixels by which a street may bend beneath its name. */
const maxBend = 4;
/** Pixels between two places where a street is named. */
const apart = 300;
/** Corners of a street that are looked at for one piece that is straight. */
const maxCorners = 60;

/**
 * The names of streets and of parts of town, where there is room between those of people. A name that there is no font for is left out.
 * @returns what is drawn, each with light around it
 */
export function nameGround({ places, streets }: Pick<Ground, "places" | "streets">, room: Room, pen: Pen): string {
  const drawn: string[] = [];
  const known = new Map<string, Spot[]>();
  const wordsOf = ({ names }: Named) => names.map(visible).find((name) => name !== "" && pen.has(name));
  const isNew = (words: string, at: Spot) =>
    (known.get(words) ?? []).every((other) => Math.hypot(other.x - at.x, other.y - at.y) > apart);

  function put(words: string, at: Spot, written: string) {
    known.set(words, [...(known.get(words) ?? []), at]);
    drawn.push(written);
  }

  for (const place of places) {
    const words = wordsOf(place);
    if (words === undefined || drawn.length >= maxNamesDrawn || !isNew(words, place.at)) continue;
    const [width, height] = [pen.width(words, sizes.place), sizes.place * 1.3];
    const box = { x: place.at.x - width / 2, y: place.at.y - height / 2, width, height };
    if (!room.takeFree([box])) continue;
    const spot = { x: place.at.x, y: place.at.y + sizes.place * 0.35 };
    const { halo, fill } = pen.write(spot, words, sizes.place, "middle", colours.ground);
    put(words, place.at, halo + fill);
  }
  for (const street of streets) {
    const words = wordsOf(street);
    if (words === undefined || drawn.length >= maxNamesDrawn) continue;
    const width = pen.width(words, sizes.street);
    for (const piece of straightOf(street.line, width + 16)) {
      const place = placesOn(piece, width + 8).find(
        ({ middle, angle }) => isNew(words, middle) && room.takeFree(along(middle, angle, width + 8)),
      );
      if (place === undefined) continue;
      const { middle, angle } = place;
      const turned = `translate(${decimal(middle.x)} ${decimal(middle.y)}) rotate(${decimal((angle * 180) / Math.PI)})`;
      const { halo, fill } = pen.write({ x: 0, y: sizes.street * 0.35 }, words, sizes.street, "middle", colours.quiet);
      put(words, middle, `<g transform="${turned}">${halo}${fill}</g>`);
    }
  }
  return drawn.join("");
}

/** Where a name may stand on a piece of a street: in its middle, or nearer to an end. */
function placesOn({ from, to }: { from: Spot; to: Spot }, width: number) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const end = width / 2 / Math.hypot(dx, dy);
  const angle = upright(Math.atan2(dy, dx));
  return [0.5, 0.3, 0.7, 0.15, 0.85]
    .filter((share) => share >= end && share <= 1 - end)
    .map((share) => ({ middle: { x: from.x + dx * share, y: from.y + dy * share }, angle }));
}

/** No name stands on its head. */
const upright = (angle: number) =>
  angle > Math.PI / 2 ? angle - Math.PI : angle <= -Math.PI / 2 ? angle + Math.PI : angle;

/** The pieces of a line that are straight, and long enough. */
function straightOf(line: readonly Spot[], length: number): { from: Spot; to: Spot }[] {
  const found: { from: Spot; to: Spot }[] = [];
  for (let start = 0; start < line.length - 1; ) {
    const from = line[start];
    let end = start + 1;
    while (end + 1 < line.length && end - start < maxCorners && isStraight(line.slice(start, end + 2))) end += 1;
    const to = line[end];
    if (from && to && Math.hypot(to.x - from.x, to.y - from.y) >= length) found.push({ from, to });
    start = end;
  }
  return found;
}

function isStraight(line: readonly Spot[]): boolean {
  const [from, to] = [line[0], line.at(-1)];
  if (!from || !to) return false;
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return line.every(({ x, y }) => {
    const away = Math.abs((x - from.x) * (to.y - from.y) - (y - from.y) * (to.x - from.x));
    return length > 0 && away / length <= maxBend;
  });
}

/** A name that stands aslant, as boxes that stand upright. */
function along(middle: Spot, angle: number, length: number): Box[] {
  const size = sizes.street * 1.15;
  const count = Math.max(1, Math.ceil(length / (size * 0.6)));
  return Array.from({ length: count }, (_, index) => {
    const far = count === 1 ? 0 : ((index / (count - 1)) * 2 - 1) * (length / 2 - size / 2);
    return {
      x: middle.x + far * Math.cos(angle) - size / 2,
      y: middle.y + far * Math.sin(angle) - size / 2,
      width: size,
      height: size,
    };
  });
}
