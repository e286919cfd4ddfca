import type { Drawing } from "../core/model/pictures.ts";
import { openStreetMap } from "../map/attribution.ts";
import { nameGround } from "./ground/names.ts";
import { paint } from "./ground/paint.ts";
import { type Ground, streetWidth } from "./ground/read-ground.ts";
import { around, createRoom, crowds, inShort } from "./labels.ts";
import { footer, height, maxLetters, maxNamed, width } from "./limits.ts";
import { radians, type Spot } from "./projection.ts";
import type { Placed, Scene } from "./scene.ts";
import { arrow, bar, circle, colours, flag, grid, line, needle, plate, ring, shades } from "./shapes.ts";
import type { Fonts } from "./writing/fonts.ts";
import { createPen, unwritten, visible, type Written } from "./writing/pen.ts";

const sizes = { name: 25, number: 23, small: 21, source: 17 } as const;
const north: Spot = { x: width - 40, y: 44 };
const emoji = /\p{RGI_Emoji}|[\p{Extended_Pictographic}\uFE0F\u200D]/gv;
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

const clamp = (value: number, from: number, to: number) => Math.min(to, Math.max(from, value));
const colourOf = ({ isAsker }: Pick<Placed, "isAsker">) => (isAsker ? colours.asker : colours.person);

/**
 * A scene as SVG. Nothing in it is fetched from anywhere, and it is the same for the same scene.
 * @param ground what a map has there; without it there are bearings
 */
export function svgOf(scene: Scene, drawing: Drawing, fonts: Fonts, ground?: Ground): string {
  const { locale } = drawing;
  const pen = createPen(fonts, colours.paper);
  const room = createRoom(scene.frame);
  const count = new Intl.NumberFormat(locale, { useGrouping: false });
  const number = (value: number) => count.format(value);
  const metres = lengths(locale);
  const radius = scene.people.length > maxNamed / 2 ? 17 : 21;
  const isNamed = scene.people.length <= maxNamed;
  const groups = crowds(scene.people, 2 * radius - 6);
  const alone = groups.flatMap((group) => (group.length === 1 ? group : []));
  const together = groups.filter(({ length }) => length > 1);

  room.take(around(north, 38));
  for (const { at } of alone) room.take(around(at, radius + 2));
  for (const { at, heading } of alone)
    if (heading !== undefined) room.take(around(beyond(at, heading, radius + 12), 9));
  for (const { at } of together.flat()) room.take(around(at, 10));
  for (const at of scene.meetings) room.take({ x: at.x - 6, y: at.y - 40, width: 34, height: 46 });
  if (scene.asker) room.take(around(scene.asker, 16));

  const sources = ground && attribution(ground);
  // The first ones find room: those without which a number would be missing.
  const crowded = together.map(callout);
  const named = isNamed ? alone.map(name) : [];
  const met = scene.meetings.map((at) => beside(at, drawing.meeting, 14, colours.meeting));
  const written = [...named, ...met, ...scene.rings.map(distance)];
  const names = ground ? nameGround(ground, room, pen) : "";

  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
    ground ? paint(ground, streetWidth(scene)) : "",
    grid(scene, ground !== undefined),
    shades(scene.areas),
    names,
    ...written.map(({ halo }) => halo),
    ...crowded.map(({ leader }) => leader),
    ...scene.meetings.map(flag),
    scene.asker ? ring(scene.asker) : "",
    ...together.flat().map(dot),
    ...alone.map(badge),
    ...written.map(({ fill }) => fill),
    ...crowded.map(({ words }) => words),
    compass(),
    sources ?? "",
    strip(),
    "</svg>",
  ].join("");

  function badge({ at, heading, isOld, ...person }: Placed): string {
    const colour = colourOf(person);
    const [fill, words] = isOld ? [colours.white, colour] : [colour, colours.white];
    const spot = { x: at.x, y: at.y + sizes.number * 0.36 };
    return [
      heading === undefined ? "" : arrow(at, heading, radius, colour),
      person.isAsker ? circle(at, radius + 5, `fill="none" stroke="${colour}" stroke-width="3"`) : "",
      circle(at, radius, `fill="${fill}" stroke="${isOld ? colour : colours.white}" stroke-width="3"`),
      pen.write(spot, number(person.number), sizes.number, "middle", words).fill,
    ].join("");
  }

  function dot({ at, isOld, ...person }: Placed): string {
    const colour = colourOf(person);
    const [fill, edge] = isOld ? [colours.white, colour] : [colour, colours.white];
    return circle(at, 8, `fill="${fill}" stroke="${edge}" stroke-width="2.5"`);
  }

  function name({ at, ...person }: Placed): Written {
    return beside(at, shown(person.name), radius + 7, person.isAsker ? colours.asker : colours.words);
  }

  function beside(at: Spot, words: string, gap: number, colour: string): Written {
    if (words === "" || !pen.has(words)) return unwritten;
    const size = { width: pen.width(words, sizes.name), height: sizes.name * 1.2 };
    const box = room.find(at, size, [gap, gap + 8], 0.04);
    return box ? pen.write({ x: box.x, y: box.y + sizes.name * 0.95 }, words, sizes.name, "start", colour) : unwritten;
  }

  /** The numbers of those who stand together, and their names while they are few. */
  function callout(group: readonly Placed[]): { leader: string; words: string } {
    const sorted = group.toSorted((a, b) => a.number - b.number);
    const isEach = isNamed && sorted.length <= 4;
    const numbers = sorted.map((person) => person.number);
    const lines = isEach
      ? sorted.map((person) => ({ first: number(person.number), second: shown(person.name), colour: colourOf(person) }))
      : inShort(numbers, number).map((first) => ({ first, second: "", colour: colours.person }));
    const step = (first: string) => pen.width(first, sizes.number) + 10;
    const widths = lines.map(({ first, second }) => step(first) + pen.width(second, sizes.name));
    const size = { width: Math.max(...widths) + (isEach ? 24 : 14), height: lines.length * 30 + 12 };
    const middle = centreOf(group);
    const gaps = [radius + 6, 50, 80, 120, 170, 230];
    const box = room.find(middle, size, gaps, 0.02) ?? room.find(middle, size, gaps, 1) ?? { ...size, x: 4, y: 4 };
    const looks = `fill="${colours.white}" fill-opacity="0.95" stroke="${colours.person}" stroke-width="2.5"`;
    const nearest = { x: clamp(middle.x, box.x, box.x + box.width), y: clamp(middle.y, box.y, box.y + box.height) };
    const words = lines.map(({ first, second, colour }, index) => {
      const spot = { x: box.x + 12, y: box.y + 28 + index * 30 };
      const own = colour === colours.asker ? colour : colours.words;
      return [
        pen.write(spot, first, sizes.number, "start", colour).fill,
        pen.write({ x: spot.x + step(first), y: spot.y }, second, sizes.name, "start", own).fill,
      ].join("");
    });
    return {
      leader: line(middle, nearest, `stroke="${colours.person}" stroke-width="2.5"`),
      words: plate(box, looks) + words.join(""),
    };
  }

  /** How far a ring is, where it goes through one of the bearings. */
  function distance({ radius: reach, metres: far }: Scene["rings"][number]): Written {
    const words = metres(far);
    const size = { width: pen.width(words, sizes.small) + 8, height: sizes.small * 1.3 };
    for (const bearing of [180, 0, 90, 270, 135, 225, 45, 315]) {
      const spot = beyond(scene.origin, bearing, reach);
      const box = room.find({ x: spot.x - size.width / 2, y: spot.y }, size, [0], 0);
      const at = box && { x: box.x + 4, y: box.y + sizes.small };
      if (at) return pen.write(at, words, sizes.small, "start", colours.quiet);
    }
    return unwritten;
  }

  /** The beginning of a name; nothing where there is no font for it. */
  function shown(full: string): string {
    const letters = [...graphemes.segment(visible(full.replaceAll(emoji, "")))].map(({ segment }) => segment);
    const isLong = letters.length > maxLetters;
    const words = isLong
      ? `${letters
          .slice(0, maxLetters - 1)
          .join("")
          .trim()}…`
      : letters.join("");
    return pen.has(words) ? words : "";
  }

  /** Who made the map, as its licence asks, at the lower right. */
  function attribution({ attribution: said }: Ground): string {
    const most = width * 0.8;
    const size = clamp(
      (sizes.source * most) / pen.width(visible(said), sizes.source),
      sizes.source * 0.7,
      sizes.source,
    );
    const words = pen.fit(visible(said), size, most) || openStreetMap;
    const wide = pen.width(words, size);
    const box = { x: width - wide - 16, y: scene.frame.height - 26, width: wide + 16, height: 26 };
    room.take(box);
    const at = { x: box.x + 8, y: box.y + 19 };
    return (
      plate(box, `fill="${colours.paper}" fill-opacity="0.85"`) +
      pen.write(at, words, size, "start", colours.words).fill
    );
  }

  function compass(): string {
    const { halo, fill } = pen.write(
      { x: north.x, y: north.y + 20 },
      drawing.north,
      sizes.name,
      "middle",
      colours.words,
    );
    return needle(north) + halo + fill;
  }

  function strip(): string {
    const top = height - footer;
    const y = top + 38;
    const { length, metres: far } = scene.scale;
    const label = metres(far);
    const left = 30 + length + pen.width(label, sizes.small);
    const caption = pen.fit(visible(drawing.caption), sizes.small, width - 50 - left);
    return [
      `<rect y="${top}" width="${width}" height="${footer}" fill="${colours.white}"/>`,
      line({ x: 0, y: top }, { x: width, y: top }, `stroke="${colours.lines}" stroke-width="2"`),
      bar({ x: 20, y }, length),
      pen.write({ x: 30 + length, y }, label, sizes.small, "start", colours.words).fill,
      pen.write({ x: width - 20, y }, caption, sizes.small, "end", colours.words).fill,
    ].join("");
  }
}

const beyond = ({ x, y }: Spot, bearing: number, reach: number): Spot => ({
  x: x + reach * Math.sin(radians(bearing)),
  y: y - reach * Math.cos(radians(bearing)),
});

const centreOf = (group: readonly { at: Spot }[]): Spot => ({
  x: group.reduce((sum, { at }) => sum + at.x, 0) / group.length,
  y: group.reduce((sum, { at }) => sum + at.y, 0) / group.length,
});

/** Metres, and kilometres from one on. */
function lengths(locale: string): (metres: number) => string {
  const unit = (name: string) => new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay: "short" });
  const [metre, kilometre] = [unit("meter"), unit("kilometer")];
  return (metres) => visible(metres < 1000 ? metre.format(metres) : kilometre.format(metres / 1000));
}
