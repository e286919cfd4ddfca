import type { Seen } from "./model.ts";
import { people } from "./steps.ts";

const nameOf = (person: string) => `${person[0]?.toUpperCase()}${person.slice(1)}`;
/** The place that a mark stands for, on the meridian of Greenwich, in degrees. */
export const latitudeOf = (mark: number) => 1 + (mark % 160) / 2;
const markNear = (latitude: number) => Math.abs(Math.round((latitude - 1) * 2));

/** What an answer says of each person, read from its words. */
export function readAnswer(text: string): Seen[] {
  const seen: Seen[] = [];
  for (const line of text.split("\n")) {
    const person = people.find((other) => line.startsWith(`${nameOf(other)} `));
    if (!person) continue;
    const latitude = /(-?\d+\.\d{2,5}), -?\d+\.\d{2,5}/.exec(line)?.[1];
    const mark = latitude === undefined ? undefined : markNear(Number(latitude));
    seen.push({ who: person, mark, isCoarse: line.includes("at least 1") });
  }
  return seen;
}
