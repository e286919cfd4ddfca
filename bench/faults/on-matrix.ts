import type { Faults } from "./fault.ts";

const chats = "src/bots/matrix/rooms/direct-chats.ts";
const messages = "src/bots/matrix/receive/messages.ts";
const encryptedRooms = "src/bots/matrix/crypto/rooms/encrypted-rooms.ts";

const machineRequest = "src/bots/matrix/crypto/machine-request.ts";
const powerLevels = "src/bots/matrix/rooms/read-power-levels.ts";
const shares = "src/core/sharing/shares.ts";
const replays = "src/bots/matrix/crypto/rooms/replays.ts";

/** What is so on Matrix alone. */
export const onMatrix: Faults = {
  "On Matrix, a private chat has exactly the bot and one person in it; when somebody else comes, nothing more is answered there, and the bot leaves.":
    [
      ["exactly one person", [chats, "others.length === 1 && person.userId === partner", "person.userId === partner"]],
      [
        "the bot leaves",
        [
          "src/bots/matrix/rooms/membership-events.ts",
          "await ask().leave(room);\n    await chats.forget(room);\n  }\n\n  /** A room",
          "await chats.forget(room);\n  }\n\n  /** A room",
        ],
      ],
      [
        "looked up at each send",
        [chats, 'if (chat.kind === "private") yield', "if (chat) yield { room, isJoined: true }; else yield"],
      ],
    ],
  "On Matrix, nothing goes in clear into an encrypted room, whatever fails, and nothing that came there in clear is taken.":
    [
      [
        'an error is not "not encrypted"',
        [encryptedRooms, "if (isNotFound(error)) return undefined;", "if (error) return undefined;"],
      ],
      ["a room stays encrypted", [encryptedRooms, "if (encryption) return encryption;", ""]],
      [
        "messages are encrypted",
        ["src/bots/matrix/http/room-requests.ts", "if (!(await crypto.isRoomEncrypted(roomId)))", "if (roomId)"],
      ],
      ["what came in clear", [messages, "if (encrypted || plain.get(room)) return true;", "if (room) return true;"]],
    ],
  "On Matrix, only members with a power level of 50 at least, and who made a room of version 12 or later, are admins, whatever else a room lets everybody do.":
    [
      ["50 at least", [powerLevels, "Math.max(toSetState, moderatorPower)", "toSetState"]],
      ["and what the room's state takes", [powerLevels, "Math.max(toSetState, moderatorPower)", "moderatorPower"]],
      ["who made the room", [powerLevels, "if (creators.has(userId)) return Number.POSITIVE_INFINITY;", ""]],
    ],
  "On Matrix, a device that its owner has not verified commands nothing in an encrypted room, and gets no key of an answer.":
    [
      [
        "what it says",
        [
          "src/bots/matrix/crypto/olm-machine.ts",
          "decryptFor(TrustRequirement.CrossSigned,",
          "decryptFor(TrustRequirement.Untrusted,",
        ],
      ],
      [
        "it is not handed on",
        ["src/bots/matrix/matrix-bot.ts", 'read === undefined || decryption === "unverified"', "read === undefined"],
        [
          "src/bots/matrix/matrix-bot.ts",
          'onMessage(roomId, read, decryption === "decrypted")',
          "onMessage(roomId, read, true)",
        ],
      ],
      ["keys", [machineRequest, "CollectStrategy.identityBasedStrategy()", "CollectStrategy.allDevices()"]],
    ],
  "On Matrix, who comes into an encrypted room later can be given no key of an earlier answer by a client that honours the mark on it (MSC4268).":
    [
      ["the mark", [machineRequest, "HistoryVisibility.Joined;", "HistoryVisibility.Shared;"]],
      [
        "members only",
        [
          "src/bots/matrix/crypto/rooms/room-encryption.ts",
          "isWaitedFor ? [...joined, ...invited]",
          "invited ? [...joined, ...invited]",
        ],
      ],
    ],
  "On Matrix, what was said once in an encrypted room is not taken again, whatever a homeserver delivers.": [
    ["each message is checked", ["src/bots/matrix/crypto/crypto-client.ts", "replays.check(event);", ""]],
    [
      "over restarts",
      [
        replays,
        "for (const { key, value } of file.rows(table))",
        "for (const { key, value } of [...file.rows(table)].slice(0, 0))",
      ],
    ],
    ["by the event that brought it", [replays, "if (before === brought) return;", "if (before !== undefined) return;"]],
  ],
  "On Matrix, `!setup live` says that it is done only when every member may begin a live share and send its points.": [
    ["begin it", [powerLevels, "power.toSet(info) <= everybody && power.toSend", "power.toSend"]],
    ["send its points", [powerLevels, " && power.toSend(point) <= everybody", ""]],
    [
      "both are changed, by all names",
      [powerLevels, "[...beaconInfoTypes, ...beaconTypes];", "[...beaconInfoTypes];"],
      [powerLevels, " && power.toSend(point) <= everybody", ""],
    ],
    [
      "also where no list holds those levels yet",
      [powerLevels, "Number.POSITIVE_INFINITY) ?? 0)", "Number.POSITIVE_INFINITY) ?? 100)"],
    ],
  ],
  "On Matrix, a room that takes the place of another gets its expiry, and nothing that was shared with it.": [
    [
      "its expiry",
      [
        "src/core/sharing/ending/room-changes.ts",
        "const sharers = await close(from);\n      await move(from, to);",
        "const sharers = await close(from);",
      ],
    ],
    [
      "nothing shared",
      ["src/core/sharing/ending/room-changes.ts", "if (circle !== undefined) await shares.endAll(circle);", ""],
    ],
  ],
  "On Matrix, removing the message that began a share ends the share.": [
    [
      "heard",
      [
        messages,
        'if (event.kind === "redaction") return onRedaction(room, event);',
        'if (event.kind === "redaction") return;',
      ],
    ],
    ["a location", [messages, '["m.room.message", ', "["]],
    ["an encrypted location", [messages, '"m.room.message", "m.room.encrypted"', '"m.room.message"']],
    ["a live location", [messages, ", ...beaconInfoTypes]", "]"]],
  ],
  "On Matrix, removing the latest point of a live share destroys that position, and the answers that show it.": [
    [
      "heard",
      [messages, 'await receive({ kind: "position-removed", person: personOf(author), order });', "void author;"],
    ],
    ["an encrypted point", [messages, '["m.room.encrypted", ...beaconTypes]', "[...beaconTypes]"]],
    ["the position", [shares, "if (position?.order !== order) return;", "if (position) return;"]],
    [
      "the answers",
      [
        shares,
        "await answerExpiry.shorten(circle, person, kept.shares);\n        await carryOut(circle, person, { kept: { shares }, ended }",
        "await carryOut(circle, person, { kept: { shares }, ended: [] }",
      ],
    ],
  ],
  "On Matrix, a live share lasts as long as its sharer chose, by the server's time, and is as old as it is, however wrong the phone's clock.":
    [
      [
        "its length",
        [
          "src/bots/matrix/receive/read-location.ts",
          "later(isToldAgain ? earlier(ts, sentAt) : sentAt, atMost)",
          "later(earlier(ts, sentAt), atMost)",
        ],
      ],
      ["its end", ["src/bots/matrix/receive/phone-clocks.ts", "if (sentAt > beacon.until) return undefined;", ""]],
      [
        "set back before its first point",
        [
          "src/bots/matrix/receive/phone-clocks.ts",
          "if (isEarly && !onlySeemsEarly(share, beacon, point))",
          "if (isEarly)",
        ],
      ],
      [
        "but not what it knew before",
        [
          "src/bots/matrix/receive/phone-clocks.ts",
          "sentAt - before.sentAt >= (ts - before.ts) / 2",
          "sentAt > before.sentAt",
        ],
      ],
      ["its age", ["src/bots/matrix/receive/phone-clocks.ts", "(isOff(skew) ? skew : 0)", "0"]],
    ],
};
