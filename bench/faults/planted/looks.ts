import type { Fault } from "../fault.ts";

const looks = "src/core/looks/looks.ts";
const keptLooks = "src/core/looks/kept-looks.ts";
const answerNotes = "src/core/looks/answer-notes.ts";
const readLooks = "src/core/looks/read-looks.ts";
const shortenings = "src/core/looks/shortenings.ts";

/** Who is told that somebody looked. */
export const looked: readonly Fault[] = [
  [
    "who looked is not noted",
    ["src/core/messaging/send-answer.ts", "const { isFirst } = await looks.note(answered);", "const isFirst = true;"],
  ],
  [
    "only the last look is kept",
    [answerNotes, "const all = [...others, { answer, until }];", "const all = [{ answer, until }];"],
  ],
  [
    "an answer is found under no circle",
    [looks, "...(board ? [] : inCircles.map((circle) => notes.list(circle, id, at, until))),", ""],
  ],
  ["a key that lasts longer is another one", [answerNotes, "key = before?.key ?? key;", ""]],
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
      keptLooks,
      "        await seal.destroyMember(undefined, lookedAt(person));\n        await records.delete(recordKeys.looksAt(person));\n",
      "",
    ],
  ],
  [
    "/forget leaves the name of who asked",
    [looks, "for (const { answer } of by) await changeLook(answer, withoutName);", ""],
  ],
  ["what somebody asked is not known at their /forget", [looks, "        asker && noteAsker(asker, id, until),\n", ""]],
  ["/wipe leaves who looked", [keptLooks, "one.circle !== circle;", "one.circle !== undefined;"]],
  ["/wipe takes all looks", [keptLooks, "one.circle !== circle;", "one.circle === undefined;"]],
  ["all looks are told to everybody", [readLooks, "await kept.of(person);", 'await kept.of("telegram:ana" as never);']],
  [
    "how exactly somebody was shown is told wrongly",
    [readLooks, "precision: finest.precision, until", 'precision: "exact", until'],
  ],
];
