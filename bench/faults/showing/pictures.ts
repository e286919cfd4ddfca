import type { Faults } from "../fault.ts";

const sendAnswer = "src/core/messaging/send-answer.ts";
const telegramNetwork = "src/bots/telegram/send/network.ts";
const matrixNetwork = "src/bots/matrix/send/network.ts";

/** Answers as pictures. */
export const pictures: Faults = {
  "A picture shows what its answer says and nothing finer, goes to those who read the answer, and is deleted with it.":
    [
      [
        "it is drawn of what is shown",
        ["src/core/geo/precision.ts", 'if (precision === "exact") return position;', "return position;"],
      ],
      [
        "what stands with a picture is not edited",
        [sendAnswer, "const isWords = message.drawn === undefined && !last?.isPictured;", "const isWords = true;"],
      ],
      [
        "a share may end while it is drawn",
        [
          "src/core/messaging/sender.ts",
          "if (message.drawn && (!isUnchanged() || isMeetingOver())) return () => queue.put(item);",
          "",
        ],
      ],
      [
        "on Telegram, it is found again to be deleted",
        [
          telegramNetwork,
          'await note(await sendPicture(api, target as Target, png, to ? { reply_parameters: to } : only), "picture");',
          "await sendPicture(api, target as Target, png, to ? { reply_parameters: to } : only);",
        ],
      ],
      [
        "on Matrix, it is found again to be deleted",
        [matrixNetwork, "return refsOf(room, event, picture, asked);", "return refsOf(room, event, undefined, asked);"],
      ],
    ],
  "On Matrix, a picture goes to encrypted rooms alone, as a file that only who has its key can read.": [
    ["before it is drawn", [matrixNetwork, '(await ask().isEncrypted(room)) ? undefined : "plain-room"', "undefined"]],
    ["before it is sent", [matrixNetwork, "if (!(await ask().isEncrypted(room))) return undefined;", ""]],
  ],
};
