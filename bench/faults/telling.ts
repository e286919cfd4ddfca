import type { Faults } from "./fault.ts";

/** What an answer says of people and places. */
export const telling: Faults = {
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
};
