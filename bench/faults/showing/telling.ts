import type { Faults } from "../fault.ts";

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
        "what is not known of two places adds up",
        [
          "src/core/text/where-is.ts",
          "(from.accuracy ?? 0) + (position.accuracy ?? 0)",
          "Math.max(from.accuracy ?? 0, position.accuracy ?? 0)",
        ],
      ],
      [
        "what Telegram cuts off",
        ["src/bots/telegram/receive/read-location.ts", "...(accuracy === maxAccuracy && { wider: true }),", ""],
      ],
    ],
  "Past five minutes, or a quarter of the expiry, an answer says where somebody was last seen, never where they are; after 15 minutes without a new position of a live share, its sharer alone is told.":
    [
      ["five minutes", ["src/core/text/where-is.ts", "Math.min(5 * minute, expiry / 4)", "expiry / 4"]],
      ["a quarter of the expiry", ["src/core/text/where-is.ts", "Math.min(5 * minute, expiry / 4)", "5 * minute"]],
      ["a word to the sharer", ["src/core/core.ts", "    await quiet.tell(now);\n", ""]],
    ],
  "Whoever a name fits is shown: people of one name are told apart, and rooms to choose from; a name that was changed is marked, and one that could be taken for words is quoted.":
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
      ["rooms of one name", ["src/core/rooms/told-apart.ts", "if (alike.length === 1)", "if (alike.length > 0)"]],
      [
        "a name that is read the same",
        [
          "src/core/rooms/find-by-name.ts",
          "return (!a.isEmpty && same(a.read, b.read))",
          "return (a.isEmpty && same(a.read, b.read))",
        ],
        ["src/core/rooms/find-by-name.ts", "|| same(a.seen, b.seen);", ";"],
      ],
      [
        "marks that were not typed",
        [
          "src/core/rooms/find-by-name.ts",
          'sensitivity: "base", ignorePunctuation',
          'sensitivity: "accent", ignorePunctuation',
        ],
      ],
      [
        "letters as phone books write them",
        ["src/core/rooms/find-by-name.ts", '["und", "de-u-co-phonebk", "da"]', '["und", "da"]'],
      ],
      [
        "scripts without spaces",
        [
          "src/core/rooms/find-by-name.ts",
          "if (spaceless.test(wanted) &&",
          "if (spaceless.test(wanted) && wanted === name &&",
        ],
      ],
      [
        "joiners that a name needs",
        ["src/core/rooms/names.ts", "|(?<=${joining})[\\u200C\\u200D](?=${joining})|", "|"],
      ],
      [
        "a name that was changed",
        [
          "src/core/sharing/seen/confirm.ts",
          "const isRenamed = sharer.firstName !== undefined &&",
          "const isRenamed = sharer.firstName === undefined &&",
        ],
      ],
      [
        "the first name is kept",
        [
          "src/core/rooms/acquaintances.ts",
          "...first,\n          ...known,\n          ...said,",
          "...known,\n          ...first,\n          ...said,",
        ],
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
  "A question in reply to somebody's message, or with somebody's handle in it, is about that person alone.": [
    [
      "a reply on Telegram",
      [
        "src/bots/telegram/receive/read-command.ts",
        'const mentions = argument === "" ? readRepliedTo(message) : mentioned;',
        "const mentions = mentioned;",
      ],
    ],
    [
      "a reply on Matrix",
      ["src/bots/matrix/receive/read-words.ts", 'isReply && argument !== ""\n      ? []', "isReply\n      ? []"],
    ],
    [
      "but not where somebody is named",
      [
        "src/bots/matrix/receive/read-words.ts",
        'isReply && argument !== ""\n      ? []',
        'argument === "-"\n      ? []',
      ],
    ],
    [
      "a handle among other words",
      [
        "src/core/rooms/find-by-name.ts",
        "candidates.filter((one) => isCalled(one, signed.slice(1)));",
        "candidates.filter((one) => isCalled(one, said.slice(1)));",
      ],
    ],
    [
      "and nobody who is called so",
      ["src/core/rooms/find-by-name.ts", "if (signed !== undefined)", "if (signed === said)"],
    ],
  ],
  "What is said to the bot is answered, or gets a word on why not, though not each time.": [
    [
      "words in private",
      ["src/bots/matrix/receive/said-words.ts", 'return chat.kind === "private";', 'return chat.kind === "crowded";'],
    ],
    [
      "but not between people",
      ["src/bots/matrix/receive/said-words.ts", "if (!isTalk) return true;", "if (said) return true;"],
      ["src/core/messaging/guards.ts", "if (from.place && !incoming.addressed) return silence;", ""],
    ],
    [
      "the bot's name on Matrix",
      ["src/bots/matrix/receive/read-words.ts", "const text = called ?? whole;", "const text = whole;"],
    ],
    [
      "the name that it is shown with",
      [
        "src/bots/matrix/receive/own-name.ts",
        "[self.userId, local, ...self.names, ...links]",
        "[self.userId, local, ...links]",
      ],
    ],
    [
      "the bot's name on Telegram",
      [
        "src/bots/telegram/receive/read-command.ts",
        "if (text.slice(offset, offset + length).toLowerCase() !== own) continue;",
        "if (own) continue;",
      ],
    ],
    [
      "words behind its name",
      [
        "src/core/messaging/guards.ts",
        'if (name === "" || incoming.unmarked) return onlyWords(incoming);',
        'if (name === "" || incoming.unmarked) return silence;',
      ],
    ],
    [
      "once in a while",
      ["src/core/messaging/guards.ts", 'isRoom(where) ? services.mayTell(where.room, "words")', "isRoom(where) ? true"],
    ],
    ["a blank behind the mark", ["src/bots/parse-command.ts", "([/!／！])\\s{0,3}(", "([/!／！])("]],
    [
      "the same on Telegram",
      ["src/bots/telegram/receive/read-command.ts", "/^(?:／|\\/\\s)/.test(text)", "/^／/.test(text)"],
    ],
    ["a picture", ["src/bots/matrix/receive/read-words.ts", 'return { kind: "no words" };', "return undefined;"]],
    ["a call", ["src/bots/matrix/receive/read-event.ts", ', "m.call.invite"];', "];"]],
    ["a voice on Telegram", ["src/bots/telegram/receive/read-useless.ts", '  "voice",\n', ""]],
    [
      "an edit",
      [
        "src/core/messaging/guards.ts",
        'return { refused: [tell(from, [text("edited-command")])] };',
        "return silence;",
      ],
    ],
    [
      "an invitation",
      ["src/bots/matrix/rooms/invitations.ts", "ask().leave(room, inWords(why, language))", "ask().leave(room)"],
    ],
    [
      "a command as a channel",
      [
        "src/bots/telegram/receive/read-update.ts",
        "if (from === undefined) return readNobodysCommand(message, context, chat, bot.username);",
        "if (from === undefined) return undefined;",
      ],
    ],
    [
      "but not another bot's",
      ["src/core/messaging/handle.ts", "if (command !== undefined && !commands.has(command)) return nothing;", ""],
    ],
    [
      "where no reaction may be given",
      ["src/core/messaging/outgoing.ts", 'kind === "refused" && !item.orNothing', 'kind === "" && !item.orNothing'],
    ],
  ],
};
