import type { Box } from "./labels.ts";
import { height, width } from "./limits.ts";
import type { Spot } from "./projection.ts";
import type { Area, Scene } from "./scene.ts";

/** Told apart by people who see no red or no green, too. */
export const colours = {
  paper: "#f6f4ee",
  lines: "#cfcabc",
  words: "#1d2733",
  quiet: "#6b6a62",
  ground: "#5b4a74",
  person: "#14539a",
  asker: "#b8460e",
  meeting: "#1b6b3a",
  white: "#ffffff",
} as const;

export const decimal = (value: number): string => String(Math.round(value * 100) / 100);

const point = ({ x, y }: Spot) => `${decimal(x)} ${decimal(y)}`;

export const circle = ({ x, y }: Spot, radius: number, looks: string): string =>
  `<circle cx="${decimal(x)}" cy="${decimal(y)}" r="${decimal(radius)}" ${looks}/>`;

export const line = (from: Spot, to: Spot, looks: string): string =>
  `<path d="M${point(from)}L${point(to)}" ${looks}/>`;

export const plate = (box: Box, looks: string): string =>
  `<rect x="${decimal(box.x)}" y="${decimal(box.y)}" width="${decimal(box.width)}" height="${decimal(box.height)}" rx="10" ${looks}/>`;

/** The direction in which somebody moves. */
export const arrow = (at: Spot, degrees: number, radius: number, colour: string): string =>
  `<path transform="translate(${point(at)}) rotate(${decimal(degrees)})" d="M0 ${-radius - 17}l13 18h-26z" fill="${colour}"/>`;

/** Who asked, where no number stands there. */
export const ring = (at: Spot): string =>
  circle(at, 13, `fill="${colours.white}" stroke="${colours.asker}" stroke-width="4"`) +
  circle(at, 5, `fill="${colours.asker}"`);

/** Where people meet. */
export const flag = (at: Spot): string =>
  `<path d="M${point(at)}v-38" stroke="${colours.meeting}" stroke-width="4"/><path d="M${point({ x: at.x - 2, y: at.y - 40 })}h28l-8 10l8 10h-28z" fill="${colours.meeting}"/>${circle(at, 6, `fill="${colours.meeting}" stroke="${colours.white}" stroke-width="2"`)}`;

const outline = (area: Area, looks: string) =>
  "radius" in area ? circle(area.at, area.radius, looks) : `<path d="M${area.edge.map(point).join("L")}z" ${looks}/>`;

/** How far off people may be. Where many stand together, one shade is enough. */
export function shades(areas: readonly Area[]): string {
  const looks = (area: Area) => {
    const colour = area.isAsker ? colours.asker : colours.person;
    return `fill="none" stroke="${colour}" stroke-width="2"${area.isOpen ? ' stroke-dasharray="8 7"' : ""}`;
  };
  const of = (isAsker: boolean) => areas.filter((area) => area.isAsker === isAsker);
  return [
    `<g opacity="0.12" fill="${colours.person}">${of(false)
      .map((area) => outline(area, ""))
      .join("")}</g>`,
    `<g opacity="0.12" fill="${colours.asker}">${of(true)
      .map((area) => outline(area, ""))
      .join("")}</g>`,
    `<g opacity="${areas.length > 12 ? 0.3 : 0.55}">${areas.map((area) => outline(area, looks(area))).join("")}</g>`,
  ].join("");
}

/** Rings of equal distance, and bearings each eighth of a turn; on a map, there are streets in place of these. */
export function grid({ origin, rings, isFromAsker }: Scene, isOnMap: boolean): string {
  const far = 2 * (width + height);
  const bearings = Array.from({ length: 8 }, (_, eighth) => {
    const angle = (eighth * Math.PI) / 4;
    return `M${point(origin)}l${point({ x: far * Math.cos(angle), y: far * Math.sin(angle) })}`;
  });
  const looks = `fill="none" stroke="${isOnMap ? colours.quiet : colours.lines}"`;
  const middle = isFromAsker ? "" : circle(origin, 4, `fill="${colours.lines}"`);
  const thick = isOnMap ? 'stroke-width="1.5" stroke-opacity="0.4"' : 'stroke-width="2"';
  const circles = rings.map(({ radius }) => circle(origin, radius, `${looks} ${thick}`)).join("");
  if (isOnMap) return circles;
  return `<path d="${bearings.join("")}" ${looks}/>${circles}${middle}`;
}

/** How long something is, as a bar. */
export const bar = (at: Spot, length: number): string =>
  `<path d="M${point({ x: at.x, y: at.y - 9 })}v9h${decimal(length)}v-9" fill="none" stroke="${colours.words}" stroke-width="3"/>`;

/** The arrow to the north. */
export const needle = ({ x, y }: Spot): string =>
  `<path d="M${point({ x, y: y - 34 })}l10 24l-10 -7l-10 7z" fill="${colours.words}"/>`;
