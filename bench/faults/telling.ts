import type { Faults } from "./fault.ts";

/** What an answer says of people and places. */
export const telling: Faults = {
  "The first line of an answer, which a lock screen may show, holds no coordinate.": [
    [
      "an answer about one person",
      [
        "src/core/commands/asking/by-name.ts",
        "const heading = isOne ? headingOf(listed, nameOf) :",
        "const heading = isOne ? [] :",
      ],
    ],
    [
      "the nearest",
      [
        "src/core/commands/asking/whereis.ts",
        "const lines = [...headingOf([closest], nameOf), lineOf",
        "const lines = [lineOf",
      ],
    ],
    ["a pin", ["src/core/commands/asking/pin.ts", "[...headingOf([seen], nameOf), lineOf", "[lineOf"]],
  ],
  "What is shown of a position is never finer than what was told of it, and coordinates that can be read in two ways are shared as neither.":
    [
      [
        "what few digits leave open",
        ["src/core/geo/coordinates.ts", "return open > worthSaying ?", "return open > Number.POSITIVE_INFINITY ?"],
      ],
      ["no more digits than were written", ["src/core/geo/coordinates.ts", "{ decimals: told };", "{};"]],
      [
        "no more digits than the accuracy bears out",
        [
          "src/core/geo/coordinates.ts",
          "const borneOut = accuracy === undefined ?",
          "const borneOut = accuracy !== 0 ?",
        ],
      ],
      [
        "an accuracy however wide",
        ["src/core/geo/coordinates.ts", "return metres < 0 ?", "return metres < 0 || metres > 100_000 ?"],
      ],
      [
        "a decimal comma",
        [
          "src/core/geo/typed-coordinates.ts",
          "if (before !== undefined && after !== undefined)",
          "if (before === after)",
        ],
      ],
      ["minutes after degrees", ["src/core/geo/typed-coordinates.ts", "Number(minutes) < 60", "Number(minutes) < 0"]],
      [
        "minutes behind a point",
        [
          "src/core/geo/typed-coordinates.ts",
          "if (north === undefined || east === undefined)",
          "if (north !== east || north === east)",
        ],
      ],
      [
        "what Telegram cuts off",
        ["src/bots/telegram/receive/read-location.ts", "...(accuracy === maxAccuracy && { wider: true }),", ""],
      ],
    ],
  "Whoever a name fits is shown: people of one name are told apart, a name that was changed is marked, and one that could be taken for words is quoted.":
    [
      [
        "everybody whom a name fits",
        [
          "src/core/commands/asking/by-name.ts",
          "const listed = unique.slice(0, maxPeopleInList);",
          "const listed = unique.slice(0, 1);",
        ],
      ],
      [
        "people of one name",
        [
          "src/core/rooms/told-apart.ts",
          "other !== one && looksSame(other.name, one.name)",
          "one === undefined && looksSame(other.name, one.name)",
        ],
      ],
      [
        "a name that is read the same",
        [
          "src/core/rooms/find-by-name.ts",
          "one === other || (!isEmpty(fold(one)) &&",
          "one === other || (isEmpty(fold(one)) &&",
        ],
        ["src/core/rooms/find-by-name.ts", "|| same(seen(one), seen(other));", ";"],
      ],
      [
        "a name that was changed",
        [
          "src/core/sharing/visible-positions.ts",
          "const isRenamed = sharer.firstName !== undefined &&",
          "const isRenamed = sharer.firstName === undefined &&",
        ],
      ],
      [
        "the first name is kept",
        ["src/core/rooms/acquaintances.ts", "...first, ...known, ...said };", "...known, ...first, ...said };"],
      ],
      [
        "quotes",
        [
          "src/core/text/catalogue.ts",
          "return readsAsText(name, words) ?",
          "return readsAsText(name, words) && name === words[0] ?",
        ],
      ],
    ],
  "A question that the bot asked is deleted once it is answered, or needs no answer any more.": [
    ["with what waits", ["src/core/sharing/held-share.ts", "await answerExpiry.endQuestions(person);", ""]],
    [
      "its removal is planned",
      [
        "src/core/messaging/sender.ts",
        "if (askedUntil === undefined || refs.length === 0) return;",
        "if (refs.length >= 0) return;",
      ],
    ],
    [
      "and brought forward",
      ["src/core/queue/answer-expiry.ts", "item.id.startsWith(askedPrefix)", "item.id === askedPrefix"],
    ],
  ],
};
