import type { Drawing, Pictured } from "../core/model/pictures.ts";
import type { Box } from "./labels.ts";
import { footer, height, leastAcross, width } from "./limits.ts";
import { edgeOf, middleOf, type Point, placeFrom, projectedFrom, type Spot } from "./projection.ts";

/** How far off somebody may be, in pixels. */
export type Area = { isOpen: boolean; isAsker: boolean } & ({ at: Spot; radius: number } | { edge: readonly Spot[] });

export type Placed = Pictured & { at: Spot };

/** What is seen where: a drawing without its looks. */
export type Scene = {
  /** from where rings and bearings go */
  origin: Spot;
  isFromAsker: boolean;
  rings: readonly { radius: number; metres: number }[];
  areas: readonly Area[];
  people: readonly Placed[];
  /** the asker, where the answer does not list them */
  asker: Spot | undefined;
  meetings: readonly Spot[];
  pixelsPerMetre: number;
  /** where a place is in the picture, and the other way round */
  pixelOf: (place: Point) => Spot;
  placeOf: (spot: Spot) => Point;
  scale: { length: number; metres: number };
  frame: Box;
};

/** Room around the outermost, for numbers and names. */
const margin = 74;
const frame: Box = { x: 0, y: 0, width, height: height - footer };

/** Works out where everything stands. The same for the same drawing. */
export function sceneOf({ people, from, meetings }: Drawing): Scene {
  const points = [...people, ...(from ? [from] : []), ...meetings];
  const origin = from ?? middleOf(people);
  const project = projectedFrom(origin);
  const spots = points.map(project);
  const reached = people.flatMap((person): Spot[] => {
    if (person.around === undefined) return [];
    if ("cell" in person.around) return edgeOf(person.around.cell).map(project);
    const { x, y } = project(person);
    const { radius } = person.around;
    return [
      { x: x - radius, y: y - radius },
      { x: x + radius, y: y + radius },
    ];
  });
  const seen = fitting([...spots, ...reached]);
  const pixelsPerMetre = Math.min((frame.width - 2 * margin) / seen.width, (frame.height - 2 * margin) / seen.height);
  const toPixels = ({ x, y }: Spot): Spot => ({
    x: frame.width / 2 + (x - seen.x) * pixelsPerMetre,
    y: frame.height / 2 + (y - seen.y) * pixelsPerMetre,
  });
  const at = (point: Point) => toPixels(project(point));
  const place = placeFrom(origin);
  const placeOf = ({ x, y }: Spot) =>
    place({
      x: seen.x + (x - frame.width / 2) / pixelsPerMetre,
      y: seen.y + (y - frame.height / 2) / pixelsPerMetre,
    });

  const isListed = people.some(({ isAsker }) => isAsker);
  const base = { origin: at(origin), isFromAsker: from !== undefined, pixelsPerMetre, frame };
  return {
    ...base,
    rings: ringsIn(base),
    areas: people.flatMap((person): Area[] => {
      const { around, isAsker = false } = person;
      if (around === undefined) return [];
      const kind = { isAsker, isOpen: "isOpen" in around };
      if ("cell" in around) return [{ ...kind, edge: edgeOf(around.cell).map(at) }];
      return [{ ...kind, at: at(person), radius: around.radius * pixelsPerMetre }];
    }),
    people: people.map((person) => ({ ...person, at: at(person) })),
    asker: from && !isListed ? at(from) : undefined,
    meetings: meetings.map(at),
    pixelOf: at,
    placeOf,
    scale: scaleOf(pixelsPerMetre),
  };
}

/** The middle of what is to be seen, and how much it is, in metres. */
function fitting(spots: readonly Spot[]): Box {
  const [xs, ys] = [spots.map(({ x }) => x), spots.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return {
    x: (left + right) / 2,
    y: (top + bottom) / 2,
    width: Math.max(leastAcross, right - left),
    height: Math.max(leastAcross, bottom - top),
  };
}

/** 1, 2 or 5 and noughts: the largest that is no more than this. */
function roundBelow(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([5, 2].find((step) => step * power <= value) ?? 1) * power;
}

function scaleOf(pixelsPerMetre: number) {
  const metres = roundBelow(200 / pixelsPerMetre);
  return { metres, length: metres * pixelsPerMetre };
}

/** Circles around the origin, a few of them, as far as the corners of the frame. */
function ringsIn({ origin, pixelsPerMetre }: Pick<Scene, "origin" | "pixelsPerMetre">): Scene["rings"] {
  const corners = [0, frame.width].flatMap((x) => [0, frame.height].map((y) => Math.hypot(x - origin.x, y - origin.y)));
  const farthest = Math.max(...corners);
  const least = 100 / pixelsPerMetre;
  const below = roundBelow(least);
  const step =
    [2, 2.5, 5].map((times) => below * times).find((each) => each >= least && roundBelow(each) === each) ?? below * 10;
  const count = Math.min(12, Math.floor(farthest / (step * pixelsPerMetre)));
  return Array.from({ length: count }, (_, index) => ({
    metres: step * (index + 1),
    radius: step * (index + 1) * pixelsPerMetre,
  }));
}
