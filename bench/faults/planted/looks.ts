import type { Fault } from "../fault.ts";

const looks = "src/core/looks/looks.ts";
const readLooks = "src/core/looks/read-looks.ts";
const shownBy = "src/core/looks/shown-by.ts";
const shortenings = "src/core/looks/shortenings.ts";

/** Who is told that somebody looked. */
export const looked: readonly Fault[] = [
  [
    "who looked is not noted",
    ["src/core/messaging/send-answer.ts", "const { isFirst } = await looks.note(answered);", "const isFirst = true;"],
  ],
  [
    "only the last look is kept",
    [
      shownBy,
      "if (!isBoard) return [...old.filter((one) => !added.some(({ answer }) => answer === one.answer)), ...added];",
      "if (!isBoard) return added;",
    ],
  ],
  ["a look is kept twice as long", [looks, '(board === "by itself" ? boardKept : 1)', "2"]],
  ["a look is kept half as long", [looks, '(board === "by itself" ? boardKept : 1)', "0.5"]],
  [
    "a shorter expiry leaves looks",
    [shortenings, "return { ...entry, until: instant(Math.min(entry.until, ...ends)) };", "return entry;"],
  ],
  [
    "that the expiry was shorter is forgotten",
    [
      shortenings,
      "const old = known.filter((one) => one.expiry < expiry && later(one.at, maxExpiry) > at);",
      "const old = [] as typeof known;",
    ],
  ],
  [
    "/forget leaves who looked",
    [
      looks,
      "        await seal.destroyMember(undefined, lookedAt(person));\n        await records.delete(recordKeys.looksAt(person));\n",
      "",
    ],
  ],
  [
    "/forget leaves the name of who asked",
    [looks, "for (const { answer } of by) await changeLook(answer, withoutName);", ""],
  ],
  ["what somebody asked is not known at their /forget", [looks, "        asker && noteAsker(asker, id, until),\n", ""]],
  [
    "/wipe leaves who looked",
    [looks, "await changeAnew(person, (one) => one.circle !== circle);", "await changeAnew(person, () => true);"],
  ],
  [
    "/wipe takes all looks",
    [looks, "await changeAnew(person, (one) => one.circle !== circle);", "await changeAnew(person, () => false);"],
  ],
  [
    "all looks are told to everybody",
    [
      readLooks,
      "const all = (await records.get(recordKeys.looksAt(person))) ?? [];",
      'const all = (await records.get(recordKeys.looksAt("telegram:ana" as never))) ?? [];',
    ],
  ],
  [
    "how exactly somebody was shown is told wrongly",
    [readLooks, "precision: finest.precision, until", 'precision: "exact", until'],
  ],
];
