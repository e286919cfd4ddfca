import type { Faults } from "../fault.ts";

const boards = "src/core/board/boards.ts";
const boardStep = "src/core/board/board-step.ts";
const answers = "src/core/messaging/send-answer.ts";

/** Who was shown can read who asked. */
export const looks: Faults = {
  "For one expiry after it, whoever was shown can read of every answer and every board that was delivered who asked, when, how exactly, and where it stood; also after /stop.":
    [
      ["noted before it is sent", [answers, "= await looks.note(answered)", "= { isFirst: true }"]],
      [
        "what may have been taken stays noted",
        [answers, "if (isFirst && !mayBeTaken(error, network)) await", "if (isFirst) await"],
      ],
      [
        "what never arrived is noted no more",
        [answers, "if (isFirst && !mayBeTaken(error, network)) await", "if (!answered) await"],
      ],
      ["nor what an earlier try may have delivered", [answers, "if (isFirst && !mayBeTaken", "if (!mayBeTaken"]],
      ["when it went", ["src/core/messaging/sender.ts", "() => sendAnswer.ended(item).then(remove)", "remove"]],
      [
        "no longer than a shorter expiry",
        ["src/core/commands/expiry.ts", "  await looks.shorten(circle, expiry);\n", ""],
      ],
      [
        "what a board shows, before it does",
        [boardStep, "await boardLooks.note(note, worked.shows, question)", "async () => {}"],
      ],
      ["and no more what it never showed", [boardStep, "if (!mayBeTaken) await takeBack();", ""]],
      ["who asked a board", [boards, "await boardLooks.answers(note, question)", "await undefined"]],
      ["a board that goes, for one expiry more", [boardStep, "await boardLooks.ends(from);", ""]],
      ["for one expiry", ["src/core/looks/read-looks.ts", "until > clock();", "until > 0;"]],
      ["its key outlives /stop", ["src/core/storage/records/look-keys.ts", "`looked at ${person}`", "`${person}`"]],
    ],
  "What others saw of a person opens in no copy after that person says /forget; /forget of who asked takes their name from it, and nothing else.":
    [
      [
        "with its key",
        [
          "src/core/looks/kept-looks.ts",
          "await seal.destroyMember(undefined, lookedAt(person));\n        await records.delete",
          "await records.delete",
        ],
      ],
      [
        "what an answer noted of them, under their key alone",
        [
          "src/core/looks/answer-notes.ts",
          "sealAnswerNote(await keyFor(person, entry),",
          'sealAnswerNote((await keyFor(person, entry)) && "",',
        ],
        ["src/core/looks/answer-notes.ts", "openAnswerNote(key.key,", 'openAnswerNote("",'],
      ],
      ["the name of who asked", ["src/core/looks/looks.ts", "await changeLook(answer, withoutName);", ""]],
    ],
  "What /who says reaches only the person who says it.": [
    [
      "to the person alone",
      [
        "src/core/commands/asking/who.ts",
        "toAsker({ person: from.person, within: from.room }, message)",
        '({ kind: "say", to: from.room, message: { ...message, reader: "everybody" } } as never)',
      ],
    ],
  ],
};
