import type { Faults } from "../fault.ts";

const catalogue = "src/core/text/catalogue.ts";
const languages = "src/core/rooms/languages.ts";

/** In which language something is said. */
export const inOnesLanguage: Faults = {
  "Who can see a position, until when and how to stop is said in the language of whoever reads it, with the English beneath where nobody has reviewed that language's words, and in English where it has none.":
    [
      [
        "the English beneath",
        [
          catalogue,
          "return isRelied(text.id) ? lines.map(turn) : [...lines.map(turn), ...english()];",
          "return lines.map(turn);",
        ],
      ],
      [
        "nobody has reviewed them",
        [
          "src/core/text/languages.ts",
          'isReviewed: !/^nobody\\b/.test(reviewerOf(words) ?? "nobody")',
          "isReviewed: true",
        ],
      ],
      ["in English where it has none", [catalogue, "    if (errors.length > 0) return english();\n", ""]],
      ["their own choice before that of their app", [languages, "return chosen ?? heard;", "return heard ?? chosen;"]],
      ["one person in theirs", [languages, "(await ofPerson(to.person)) ?? ", ""]],
      [
        "a room in that of the room",
        [languages, "if (isRoom(to)) return ofRoom(to.room);", 'if (isRoom(to)) return "en";'],
      ],
      [
        "that of who brought the bot",
        [
          "src/core/messaging/handle.ts",
          "if (theirs !== undefined) await settings.presume(incoming.room, theirs);",
          "if (theirs === undefined) return nothing;",
        ],
      ],
      [
        "it is said in it",
        ["src/core/messaging/sender.ts", "language: await languages.of(to) });", 'language: "en" as const });'],
      ],
    ],
};
