import type { Faults } from "./fault.ts";

const shares = "src/core/sharing/shares.ts";
const handle = "src/core/messaging/handle.ts";
const answering = "src/core/messaging/send-answer.ts";
const plan = "src/core/sharing/share-plan.ts";
const step = "src/core/board/board-step.ts";

/** When a share, an answer, and what is kept come to their end. */
export const ending: Faults = {
  "A live share ends when it is stopped, when its time is over, and after 24 hours at the latest; then its position is destroyed at once.":
    [
      ["stopped", ["src/core/messaging/handle.ts", "await sharing.end(incoming.person, incoming.share);", ""]],
      ["its time is over", [plan, "(live ? until : undefined) ?? longest", "longest"]],
      [
        "24 hours",
        ["src/core/model/limits.ts", "maxShareLength: Duration = day", "maxShareLength: Duration = 2 * day"],
      ],
      [
        "its key is destroyed",
        [shares, "&& (nothingLeft || ended.length > 0)) await seal.destroyMember(circle, person);", ") {}"],
      ],
      [
        "its row is deleted",
        [shares, "if (!kept.position) await records.delete(recordKeys.position(circle, person));", ""],
      ],
    ],
  "A position that was sent before /stop or /forget begins no share after it, however late either of the two arrives.":
    [
      [
        "what waits is void",
        ["src/core/messaging/carry-out.ts", 'if (effect.kind === "void") await dropVoid(effect);', ""],
      ],
      [
        "what comes late is refused",
        [
          "src/core/sharing/ending/ended-shares.ts",
          "await records.set(key, latest,",
          "await records.set(key, instant(0),",
        ],
      ],
      [
        "a /stop that comes late refuses no less",
        ["src/core/sharing/ending/ended-shares.ts", "Math.max(at, (await records.get(key)) ?? at)", "at"],
      ],
    ],
  "What was shared with a room before its `/wipe` begins no share after it, whether its sharer stopped it or not.": [
    ["it is noted", ["src/core/sharing/ending/room-changes.ts", "await shares.refuseEarlierIn(room, saidAt);", ""]],
    [
      "it is asked",
      ["src/core/sharing/ending/ended-shares.ts", "...rooms.map((room) => recordKeys.wipedAt(room)),", ""],
    ],
    [
      "it goes with the room",
      ["src/core/sharing/ending/room-changes.ts", "await shares.followRefusals(from, to);", ""],
    ],
  ],
  "A `/wipe` is carried out only when the admin who asked for it says yes.": [
    [
      "each admin's own",
      [
        "src/core/commands/wipe.ts",
        'from.person ?? "its admins, anonymously"',
        'from.person === undefined ? "its admins, anonymously" : "its admins, anonymously"',
      ],
    ],
    [
      "it was asked for",
      ["src/core/commands/wipe.ts", "if (askedBy !== true && askedBy !== incoming.id)", "if (askedBy === false)"],
    ],
  ],
  "`/stop` is obeyed also when it is edited into a message, or stands beneath a photo; no other command is done by an edit.":
    [
      [
        "edited into a message",
        ["src/core/messaging/guards.ts", "if (incoming.edited && !takesAway)", "if (incoming.edited)"],
      ],
      [
        "beneath a photo",
        ["src/bots/telegram/receive/read-command.ts", "message.text ?? message.caption", "message.text"],
      ],
      [
        "no other command",
        ["src/core/messaging/guards.ts", "if (incoming.edited && !takesAway)", "if (false as boolean)"],
      ],
      [
        "an edit on Matrix is read",
        [
          "src/bots/matrix/receive/read-event.ts",
          'return type === "m.room.message" ? readEdit(content, self, origin) : undefined;',
          'return type === "" ? readEdit(content, self, origin) : undefined;',
        ],
      ],
      [
        "and marked as one",
        ["src/bots/matrix/receive/said-words.ts", "...(edits !== undefined && { edited: true }),", ""],
      ],
      [
        "nobody edits what somebody else said",
        [
          "src/bots/matrix/receive/said-words.ts",
          'return at(original, "sender") === sender ? {',
          "return original ? {",
        ],
      ],
      [
        "beneath a picture on Matrix",
        ["src/bots/matrix/receive/read-words.ts", "if (isFile && !hasCaption(content, body))", "if (isFile)"],
      ],
    ],
  "A share that others end, by `/wipe`, by removing the bot or the sharer, or with the room, is told to its sharer in private.":
    [
      ["wiped", ["src/core/commands/wipe.ts", '...tellSharers(sharers, "wiped", name),', ""]],
      [
        "the bot removed",
        [
          handle,
          "return gone({ room, circle: isLast ? circle : undefined, name }, how, () => rooms.leave(room));",
          "return rooms.leave(room).then(() => nothing);",
        ],
      ],
      [
        "found out when sending",
        [
          "src/core/messaging/sender.ts",
          "(await handle.immediate(goneFrom(item.to))) ?? []",
          "(await handle.immediate(goneFrom(item.to)))?.slice(0, 0) ?? []",
        ],
      ],
      [
        "the room closed",
        [
          handle,
          "return gone({ room, circle: await circles.find(room) }, how, () => rooms.close(room));",
          "return rooms.close(room).then(() => nothing);",
        ],
      ],
      ["its sharer removed", [handle, "if (!removed) return nothing;", "if (removed) return nothing;"]],
      [
        "who did it, on Telegram",
        [
          "src/bots/telegram/receive/read-membership.ts",
          "if (other === undefined || other === id)",
          "if (other !== id)",
        ],
      ],
      [
        "who did it, on Matrix",
        [
          "src/bots/matrix/rooms/membership-events.ts",
          "const removed = sender !== user &&",
          "const removed = sender === user &&",
        ],
      ],
    ],
  "What the bot said in a room goes when the room is closed or replaced, and at the latest when the bot is let in again.":
    [
      [
        "closed or replaced",
        [
          "src/core/sharing/ending/room-changes.ts",
          "    await answerExpiry.endIn(room);\n    return sharers;",
          "    return sharers;",
        ],
      ],
      [
        "kept to be deleted until the bot is back",
        ["src/core/messaging/sender.ts", 'if (isGone && item.kind === "removal")', "if (false as boolean)"],
      ],
      ["deleted when it is back", [handle, "await rooms.clear(room);", ""]],
    ],
  "An answer is deleted when the first position in it expires, when its share ends, or when somebody in it chooses to be shown less exactly.":
    [
      [
        "planned when it is sent",
        [answering, "instant(Math.min(until, sent.deletableUntil ?? Number.POSITIVE_INFINITY))", "later(clock(), day)"],
      ],
      ["the first", ["src/core/commands/asking/tell.ts", "instant(Math.min(...told", "instant(Math.max(...told"]],
      [
        "those who are shown less exactly",
        [
          "src/core/rooms/acquaintances.ts",
          "if (chosen.precision !== undefined) await answerExpiry.coarsen(circle, person, chosen.precision);",
          "",
        ],
      ],
      [
        "brought forward",
        ["src/core/queue/answer-expiry.ts", "if (ends.length > 0) await bringForward(answer, ends);", ""],
      ],
    ],
  "A board is an answer to everybody in its room: it names nobody whom the network does not call a member when it is edited, and where answers are for who asked alone there is none.":
    [
      [
        "membership is asked for at each edit",
        [
          "src/core/board/board-message.ts",
          "await (isUrgent ? ask() : oneAtATime(ask))",
          '{ visible: chosen.map((one) => ({ ...one, name: one.person, id: "", isRenamed: false })), unconfirmed: undefined, isAcross: undefined, ask }',
        ],
      ],
      [
        "none where answers are for who asked alone",
        ["src/core/commands/choices/board.ts", 'given === "on" && board === "private"', "given === board"],
      ],
      ["which are told of one that stood", ["src/core/rooms/room-settings.ts", "if (!isOn) return undefined;", ""]],
    ],
  "A position goes from a board at once when its share or its time is over, or when its sharer chooses to be shown less exactly, also where the network takes no edit, and within seconds of a start.":
    [
      [
        "brought forward",
        ["src/core/queue/answer-expiry.ts", "if (ends.length > 0) await bringForward(answer, ends);", ""],
      ],
      [
        "its time",
        ["src/core/board/board-message.ts", "return { goneAt: end };", "return { goneAt: later(end, 3_600_000) };"],
      ],
      ["deleted where it cannot be edited now", [step, "if (mayBeTaken && !isUrgent)", "if (mayBeTaken)"]],
      [
        "deleted where it cannot be edited at all",
        [step, "return takeDown(mayBeTaken ? noted : { ...noted, shows: note.shows });", "return wait(noted, pause);"],
      ],
      ["noted before it is edited", [step, "await queue.put(noted);", ""]],
      [
        "shown less exactly",
        ["src/core/board/board-state.ts", "await circles.precision(shown.circle, shown.person)", '"exact"'],
      ],
    ],
  "Setting the machine's clock back while the program runs lets nothing live longer.": [
    ["the highest time seen", ["src/lib/clock.ts", "Math.max(wall(), at + (passed - seen))", "wall()"]],
  ],
  "A shorter expiry applies at once to everything, and copies from before do not open; a longer one lengthens nothing that is shared already.":
    [
      ["what is kept", ["src/core/commands/expiry.ts", "await shares.shortenAll(circle, expiry);", ""]],
      ["the circle's old key is destroyed", [shares, "await destroyOldKey();", ""]],
      ["a share keeps its expiry", [plan, "const keep = known?.expiry ?? expiry;", "const keep = expiry;"]],
    ],
  "Where a room is tidied, the message of a live location is deleted when its share is over, and never sooner.": [
    ["a room that is cleared", ["src/core/queue/answer-expiry.ts", "=== room && !ofShare(answer))", "=== room)"]],
    ["a share that is made longer", ["src/core/messaging/tidy.ts", "known?.until !== until", "known === undefined"]],
    [
      "with its share",
      ["src/core/queue/answer-expiry.ts", "if (!going) ends.push(clock());", "if (!going) ends.push();"],
    ],
  ],
};
