import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A way in which the code says who reads a message, and what says the opposite. */
type Pattern = { find: RegExp; flip: (found: RegExpExecArray) => string };

const other: Readonly<Record<string, string>> = {
  room: "asker",
  asker: "room",
  everybody: "one person",
  "one person": "everybody",
};
const otherOf = (word = "") => `"${other[word] ?? word}"`;

// What is flipped stands for itself: the file may not import what makes its opposite, and the types would not let it.
const sayTo = (to: string) => `((to: any, message: any): any => ({ kind: "say", to: ${to}, message }))`;
const forReader = (reader: string) => `((content: any): any => ({ kind: "message", reader: "${reader}", ...content }))`;

const told = (to: string, reader: string) =>
  `((to: any, message: any): any => ({ kind: "say", to: ${to}, message: { ...message, reader: "${reader}" } }))`;

const somebody = "telegram:1";
const somewhere = "telegram:-1000000005001";
const elsewhere = `((at: any): any =>
  at.place === "room"
    ? { ...at, place: "private", alone: { person: at.person ?? "${somebody}", within: at.room } }
    : { ...at, place: "room", room: { room: "${somewhere}" }, answers: "room" })`;

/** Says it to all where it was said in a room, with or without leave to tell who asked alone; to some room where it was said in private. */
const inPlace = (asker: string) => `((at: any, lines: any, more: any = {}): any =>
  at.place === "room"
    ? { kind: "say", to: at.room, message: { kind: "message", reader: "everybody", lines, ...more }, ${asker} }
    : { kind: "say", to: { room: "${somewhere}" }, message: { kind: "message", reader: "everybody", lines, ...more } })`;
const toAll = inPlace("");
const toWhoAsked = inPlace('asker: at.person ?? "the room itself"');

/** Every way to choose an audience is here. A flip need not pass the type checker: what the types refuse is found as well as what a test finds. */
const patterns: readonly Pattern[] = [
  // audience: "room"
  { find: /\baudience: "(room|asker)"(?! in )/g, flip: ([, word]) => `audience: ${otherOf(word)}` },
  // audience: from.place === "room" ? "room" : "asker"
  { find: /\? "(room|asker)" : "(room|asker)"/g, flip: ([, one, two]) => `? ${otherOf(one)} : ${otherOf(two)}` },
  // say(lines, "room")
  { find: /(?<=\), )"(room|asker)"(?=\))/g, flip: ([, word]) => otherOf(word) },
  // reader: "everybody"
  { find: /\breader: "(everybody|one person)"/g, flip: ([, word]) => `reader: ${otherOf(word)}` },
  // toRoom(from.room, forEverybody({ lines })), to one person in that room instead
  {
    find: /\btoRoom\((\{[^}]*\}|[^,{}()]+), forEverybody\(/g,
    flip: ([, to]) => `${sayTo(`{ person: "${somebody}", within: to }`)}(${to}, ${forReader("one person")}(`,
  },
  // toPerson(from.alone, forOnePerson({ lines })), to everybody in the room where that person is, or in some room, instead
  {
    find: /\btoPerson\((\{[^}]*\}|[^,{}()]+), forOnePerson\(/g,
    flip: ([, to]) => `${sayTo(`to.within ?? { room: "${somewhere}" }`)}(${to}, ${forReader("everybody")}(`,
  },
  // The same, of a message that was made before: toRoom(room, message), toPerson(from.alone, message), toAsker({ … }, message)
  {
    find: /\btoRoom\((\{[^}]*\}|[^,{}()]+), (?!forEverybody\()/g,
    flip: ([, to]) => `${told(`{ person: "${somebody}", within: to }`, "one person")}(${to}, `,
  },
  {
    find: /\btoPerson\((\{[^}]*\}|[^,{}()]+), (?!forOnePerson\()/g,
    flip: ([, to]) => `${told(`to.within ?? { room: "${somewhere}" }`, "everybody")}(${to}, `,
  },
  {
    find: /\btoAsker\((\{[^}]*\}|[^,{}()]+), (?!forOnePerson\()/g,
    flip: ([, to]) => `${told("to.within", "everybody")}(${to}, `,
  },
  // answer(from, lines): where it was asked; to who asked alone instead, or to a room what was asked in private
  { find: /\banswer\(from, /g, flip: () => `answer(${elsewhere}(from), ` },
  // hint(from, lines), to all in the room instead
  { find: /\bhint\((from|base), /g, flip: ([, from]) => `${toAll}(${from}, ` },
  { find: /\bhint\(\{ \.\.\.base, person \}, /g, flip: () => `${toAll}({ ...base, person }, ` },
  // announce(from, lines), to who said it alone instead
  { find: /\bannounce\(from, /g, flip: () => `${toWhoAsked}(from, ` },
  // hintTo(place, person, …), to all in the room instead
  {
    find: /\bhintTo\(([^,{}()]+), ([^,{}()]+), /g,
    flip: ([, to]) => `((to: any, message: any): any => ({ kind: "say", to, message }))(${to}, `,
  },
  // toAsker({ person, within: room }, forOnePerson({ lines })), to all in the room instead
  {
    find: /\btoAsker\((\{[^}]*\}|[^,{}()]+), forOnePerson\(/g,
    flip: ([, to]) => `${sayTo("to.within")}(${to}, ${forReader("everybody")}(`,
  },
];

export type Flip = { file: string; line: number; before: string; after: string; text: string };

/** All that can be flipped, one at a time, in the files of a folder; what the types are made of chooses nothing. @param root where it is */
export function findFlips(root: string, folder: string): Flip[] {
  return globSync(`${folder}/**/*.ts`, { cwd: root, exclude: ["**/model/**"] })
    .toSorted()
    .flatMap((file) => {
      const text = readFileSync(join(root, file), "utf8");
      const found = patterns.flatMap(({ find, flip }) => [...text.matchAll(find)].map((match) => ({ match, flip })));
      return found
        .toSorted((a, b) => a.match.index - b.match.index)
        .map(({ match, flip }): Flip => {
          const [before] = match;
          const after = flip(match);
          const flipped = text.slice(0, match.index) + after + text.slice(match.index + before.length);
          return { file, line: text.slice(0, match.index).split("\n").length, before, after, text: flipped };
        });
    });
}
