import { commands } from "../../core/commands/index.ts";
import type { ConsoleRooms } from "./rooms.ts";

/** What begins with a colon, and what is named behind it. */
export const verbs: Readonly<Record<string, readonly ("person" | "room")[]>> = {
  wait: [],
  join: ["person", "room"],
  leave: ["person", "room"],
  kick: ["person", "room"],
  admin: ["person", "room"],
  room: ["room"],
  rooms: [],
  people: [],
  help: [],
  quit: [],
};

export const commandNames = [...commands].flatMap(([name, { listed, needs }]) =>
  listed && needs === undefined ? [name] : [],
);

/**
 * How a line may go on, as readline asks it.
 * @returns all that could stand in the place of its last part, and that part
 */
export function completions(line: string, rooms: ConsoleRooms): [candidates: string[], part: string] {
  const start = line.slice(0, line.search(/\S*$/u));
  const part = line.slice(start.length);
  const fitting = (words: readonly string[]): [string[], string] => [
    words.filter((word) => word.toLowerCase().startsWith(part.toLowerCase())),
    part,
  ];
  const people = rooms.everybody();
  if (start === "" && part.startsWith(":")) return fitting(Object.keys(verbs).map((verb) => `:${verb} `));
  if (start === "") {
    const inRooms = rooms.names().flatMap((room) => rooms.people(room).map((person) => `${person}@${room}> `));
    return fitting([...inRooms, ...people.map((person) => `${person}> `)]);
  }
  const [verb = "", ...before] = start.trim().split(/\s+/u);
  if (verb.startsWith(":")) {
    const wanted = verbs[verb.slice(1)]?.[before.length];
    if (wanted === undefined) return [[], part];
    return fitting((wanted === "person" ? people : rooms.names()).map((name) => `${name} `));
  }
  if (/> ?$/u.test(start) && before.length === 0) {
    const mark = part.startsWith("!") ? "!" : "/";
    return fitting(commandNames.map((name) => `${mark}${name} `));
  }
  return fitting(people.map((person) => `${person} `));
}
