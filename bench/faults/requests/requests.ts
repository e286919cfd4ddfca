import type { Faults } from "../fault.ts";

const destination = "src/core/sharing/private/destination.ts";
const sharing = "src/core/sharing/private/private-share.ts";
const open = "src/core/sharing/requests/requests.ts";
const making = "src/core/sharing/requests/make-requests.ts";
const saying = "src/core/sharing/requests/say-requests.ts";
const ask = "src/core/commands/asking/ask.ts";
const known = "src/core/rooms/acquaintances.ts";
const toAsker =
  'return [{ kind: "say", to: { person: asker }, message: { kind: "message", reader: "one person", lines: [] } }];';

/** What follows when people ask, or have each other asked, where others are: who hears of it. */
export const requests: Faults = {
  "Where a room has chosen answers for who asked alone, or may have, no answer there reaches anybody else, whatever fails but a Bot API server that was just replaced by an older one.":
    [
      [
        "an answer has a form of its own",
        [
          "src/core/commands/define-command.ts",
          'if (from.answers === "room") return toRoom',
          "if (from.answers) return toRoom",
        ],
      ],
      [
        "what is for who asked is for nobody else then",
        [
          "src/core/messaging/audiences.ts",
          "if (isPrivate) return { to: { person, within: to }, message: alone(message) };",
          "",
        ],
      ],
      [
        "the room reads only that something waits",
        [
          "src/core/messaging/held-answers.ts",
          "{ to: within, message: waits }",
          '{ to: within, message: { ...message, reader: "everybody" } as never }',
        ],
      ],
      [
        "what may have been lost is the most careful",
        ["src/core/rooms/room-settings.ts", "careful !== undefined && (await mayBeLost(room, chosen))", "false"],
      ],
      [
        "a server is asked what it knows",
        ["src/bots/telegram/send/whispers.ts", "return refusal.code === 400;", "return true;"],
      ],
      [
        "nothing is sent to who was only invited",
        ["src/bots/matrix/send/network.ts", "if (isForThemAlone && !chat.isJoined)", "if (isForThemAlone && !chat)"],
      ],
    ],
  "Whoever has one person asked with `/ask` reads the same sentence at the same time, whether that person was asked, refuses, ignores it, cannot be reached, is unknown, is not to be asked, or was asked too often.":
    [
      [
        "who is not to be asked",
        [making, "if (circle === undefined) return [];", `if (circle === undefined) ${toAsker}`],
      ],
      [
        "who was asked too often",
        [
          making,
          'if (!same && (toPerson(person) !== "free" || inRoom(circle) !== "free")) return [];',
          `if (!same && (toPerson(person) !== "free" || inRoom(circle) !== "free")) ${toAsker}`,
        ],
      ],
      [
        "who is unknown",
        [
          making,
          "const effects: Effect[] = [];",
          `const { asker } = incoming; if (found.length === 0) ${toAsker} const effects: Effect[] = [];`,
        ],
      ],
      [
        "who refuses",
        [
          saying,
          "return wasSeen ? next(person) : [];",
          'return ended.flatMap(({ askers }) => askers.map((asker) => toPerson({ person: asker.person }, endOfRequest("request-over"))));',
        ],
        [
          saying,
          "const { wasSeen } = await requests.end(person, (request) => request.circle === circle);",
          "const { ended, wasSeen } = await requests.end(person, (request) => request.circle === circle);",
        ],
      ],
      [
        "durable before anybody is looked up",
        ["src/core/messaging/worker.ts", "item.after !== item.id && ids.has(item.after)", "item.after === item.id"],
      ],
    ],
  "Who is asked where they are is shown to the room that asks only by a location that they send after they chose to share with it, within ten minutes, and for no longer than they chose.":
    [
      ["sent after the choice", [destination, "startedAt < choice.at", "startedAt < 0"]],
      [
        "nobody answers what they have not seen",
        ["src/core/commands/asking/ask.ts", "if (!before && isUnseen) return sayRequests.current(person);", ""],
      ],
      ["within ten minutes", [open, "until > clock() && ", ""]],
      ["no longer than chosen", [destination, "{ circle, cap: later(startedAt, longest) }", "{ circle }"]],
      ["once is once", [sharing, "if (destination.once && !incoming.first) return [];", ""]],
      [
        "/stop takes the choice back",
        [
          "src/core/commands/stop.ts",
          "choice !== undefined && isChosen(circle)",
          "choice === undefined && isChosen(circle)",
        ],
      ],
      ["a loss takes the choice back", [open, "askedAt > (continuity.lostAt() ?? 0)", "askedAt > 0"]],
    ],
  "While others wait for somebody's answer, a location that they send in private goes to no room before they have chosen one, even if they had named one.":
    [
      [
        "the room that was named",
        [sharing, "destination === undefined && !request) {", "destination === undefined) {"],
      ],
    ],
  "Who says never, or `/ask off`, is asked for that room no more until they say `/ask on`; where that may have been lost, nobody is asked.":
    [
      ["never is kept", [ask, 'if (choice === "never") await circles.meet(person, circle, { askable: false });', ""]],
      ["off is kept", [ask, "for (const circle of inCircles) await circles.meet(person, circle, { askable });", ""]],
      [
        "both are heeded",
        [known, "return known !== undefined && known.askable !== false;", "return known !== undefined;"],
      ],
      [
        "what may be lost is a no",
        [known, "askable: isCertain(known.askableAt) && known.askable === true", "askable: true"],
      ],
    ],
  "No room reads whom somebody asks for: a question is put in private or to that one person alone, and what names somebody in a room is deleted where the bot may.":
    [
      ["it is deleted", [ask, '{ kind: "delete", to: from.room, message: incoming.message },', ""]],
      [
        "it asks nobody",
        [
          ask,
          'return from.place === "room" ? askElsewhere(asked, from) : request(services, asked, from);',
          'return from.place === "room" ? [...askElsewhere(asked, from), ...(await request(services, asked, from as never))] : request(services, asked, from);',
        ],
      ],
      ["a line in a room is for her alone", [saying, "to: { person, within: { room } },", "to: { room } as never,"]],
    ],
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
        "src/core/commands/asking/answers.ts",
        "const lines = [...headingOf([closest], nameOf), line(",
        "const lines = [line(",
      ],
    ],
    ["a pin", ["src/core/commands/asking/pin.ts", "[...headingOf([seen], nameOf), lineOf", "[lineOf"]],
  ],
};
