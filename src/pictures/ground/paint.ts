import type { Spot } from "../projection.ts";
import { areaKinds, type LineKind, lineKinds } from "./kinds.ts";
import type { Ground } from "./read-ground.ts";

const areaColours = { green: "#dce8cb", water: "#b9d5e6" } as const;

type Looks = { colour: string; width: number; edge?: string; dashes?: string };
const looks: Readonly<Record<LineKind, Looks>> = {
  stream: { colour: areaColours.water, width: 2 },
  river: { colour: areaColours.water, width: 5 },
  path: { colour: "#d9d2c1", width: 1.5 },
  rail: { colour: "#b5b0a6", width: 2, dashes: "7 4" },
  minor: { colour: "#ffffff", width: 4, edge: "#d3ccbb" },
  major: { colour: "#ffffff", width: 7, edge: "#c4bba4" },
  big: { colour: "#f7dfa5", width: 8, edge: "#c4a96a" },
};

const short = (value: number) => String(Math.round(value * 10) / 10);
const corners = (line: readonly Spot[]) => line.map(({ x, y }) => `${short(x)} ${short(y)}`).join("L");

/** Streets, water and parks, pale, so that people stand out. @param zoom how much wider than usual everything is */
export function paint({ areas, lines }: Pick<Ground, "areas" | "lines">, zoom: number): string {
  const of = (kind: LineKind) =>
    lines
      .filter((line) => line.kind === kind)
      .map(({ line }) => `M${corners(line)}`)
      .join("");
  const stroke = (path: string, colour: string, width: number, dashes?: string) =>
    path === ""
      ? ""
      : `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${short(width)}" stroke-linejoin="round"${
          dashes === undefined ? ' stroke-linecap="round"' : ` stroke-dasharray="${dashes}"`
        }/>`;
  // From far away, paths and drives are but noise.
  const paths = lineKinds
    .filter((kind) => kind !== "path" || zoom >= 1)
    .map((kind) => ({ ...looks[kind], path: of(kind) }));
  return [
    ...areaKinds.map((kind) => {
      const rings = areas.filter((area) => area.kind === kind).flatMap((area) => area.rings);
      const path = rings.map((ring) => `M${corners(ring)}z`).join("");
      return path === "" ? "" : `<path d="${path}" fill="${areaColours[kind]}"/>`;
    }),
    // Beneath all streets are the edges of all, so that crossings are open.
    ...paths.map(({ path, edge, width }) => (edge === undefined ? "" : stroke(path, edge, width * zoom + 2))),
    ...paths.map(({ path, colour, width, dashes }) => stroke(path, colour, width * zoom, dashes)),
  ].join("");
}
