import type { Faults } from "../fault.ts";

const guards = "src/core/messaging/guards.ts";
const recordKeys = "src/core/storage/records/record-keys.ts";
const sharing = "src/core/sharing/private/private-share.ts";
const sighting = "src/core/sharing/visible-positions.ts";
const confirm = "src/core/sharing/seen/confirm.ts";
const origin = "src/bots/telegram/receive/read-origin.ts";
const telegramNetwork = "src/bots/telegram/send/network.ts";
const matrixNetwork = "src/bots/matrix/send/network.ts";
const asMember = 'return { ...base, person, member: { kind: "member", name: "", isAdmin: false } };';

/** Who sees a position. */
export const asking: Faults = {
  "A position is shown only to people whom the network says are members of the room, or of one linked with it, at that moment; where it does not say, the bot acts as if they were not.":
    [
      [
        "who asks in private is a member",
        ["src/core/rooms/membership.ts", '.filter((_, index) => answers[index]?.kind === "member")', ""],
      ],
      [
        "who asks in a room is a member",
        [
          guards,
          'if (membership.kind === "not a member") return silence;',
          `if (membership.kind === "not a member") ${asMember}`,
        ],
      ],
      [
        "who may be a member is none",
        [
          guards,
          'return helps ? { refused: [hint({ ...base, person }, [text("asker-unconfirmed", { advice: helps })])] } : silence;',
          asMember,
        ],
      ],
    ],
  "Somebody unknown, somebody who does not share, and somebody who may not be seen get the same words.": [
    [
      "who is shown is a member",
      [
        confirm,
        "known ?? (await (isHere ? ask() : ask().catch(notNow)));",
        '{ kind: "member" as const, name: "Ana", isAdmin: false };',
      ],
    ],
    [
      "of somebody who is meant by a reply, not even that it is not known",
      [
        "src/core/sharing/find-sharers.ts",
        "return { fitting: [{ name: names[0]",
        "return { ...(unconfirmed && { unconfirmed }), fitting: [{ name: names[0]",
      ],
    ],
    [
      "nobody found, the same words",
      [
        "src/core/commands/asking/by-name.ts",
        "if (found.length === 0) return {",
        'if (views.every((view) => view.people.length === 0)) return { lines: [text("no-common-room")], more: {} }; if (found.length === 0) return {',
      ],
    ],
  ],
  "What is not known at the moment is not said in the words for no.": [
    [
      "a question for one person",
      ["src/core/commands/asking/by-name.ts", "...(isMissing && unconfirmed && { unconfirmed })", ""],
    ],
    [
      "their pin",
      ["src/core/commands/asking/pin.ts", "const why = unconfirmed ?? meant.unconfirmed;", "const why = unconfirmed;"],
    ],
    [
      "a link",
      ["src/core/commands/share.ts", 'text("link-not-now", { advice: adviceOn(membership.why) })', 'text("link-over")'],
    ],
    ["a choice", [sharing, 'text("choice-not-now", { advice: adviceOn(membership.why) })', 'text("not-your-room")']],
    ["a question in private", ["src/core/rooms/membership.ts", "        ...whyUnconfirmed(answers),\n", ""]],
    [
      "admins of a group that hides its members",
      ["src/bots/telegram/rooms/lookups.ts", "if (admin !== undefined) return readMembership(admin);", ""],
    ],
    [
      "hidden, and not to be asked again",
      [
        "src/bots/telegram/rooms/lookups.ts",
        'readStanding(fieldsOf(own)) === "member" ? "hidden" : "not now"',
        '"not now"',
      ],
    ],
    [
      "a group that the bot is not in any more",
      ["src/bots/telegram/rooms/lookups.ts", 'if (answer === removed) return { kind: "not a member" };', ""],
    ],
    [
      "the link of a group that became a supergroup",
      ["src/core/commands/share.ts", "members.inCircle(circle, person)", "members.inRoom(room, person)"],
    ],
  ],
  "What is shared with one room is not shown in another, unless admins of both have linked them.": [
    [
      "each room has a circle of its own, and only its rooms are answered",
      [
        "src/core/rooms/circles.ts",
        "return (await find(room)) ?? lock(",
        "return (await find(room)) ?? (await all())[0] ?? lock(",
      ],
      [guards, 'if (!rooms.includes(place.room) && command.effect !== "takes away")', "if (false)"],
    ],
    [
      "records are kept by circle",
      [
        recordKeys,
        "(circle: CircleId) => ({ about: [circle], circle }),\n  }),\n\n  /** who was seen in",
        "(_: CircleId) => ({ about: [] }),\n  }),\n\n  /** who was seen in",
      ],
      [recordKeys, "({ about: [circle, person], circle })", "({ about: [person] })"],
      [recordKeys, "({ about: [circle, person], circle, member: person })", "({ about: [person] })"],
    ],
  ],
  "An answer for one person never reaches a room.": [
    [
      "an answer takes the place of one in the same chat",
      ["src/core/messaging/send-answer.ts", "  chatOf(one) === chatOf(other) && threadOf", "  threadOf"],
    ],
    [
      "Telegram's adapter refuses",
      [telegramNetwork, '|| (message.reader === "one person" && "room" in to)) throw', ") throw"],
    ],
    [
      "Matrix's adapter refuses",
      [matrixNetwork, 'if (message.reader === "one person") throw refused();\n    return', "return"],
    ],
  ],
  "Answers are words and pictures that the bot draws itself; a map pin is sent to the one person who asks for it with `/pin`, and to nobody else.":
    [
      [
        "an answer in words has none",
        [
          "src/core/commands/asking/tell.ts",
          "more: { answer: { shows, until }, copies }, seen };",
          "more: { answer: { shows, until }, copies, pin: shown[0]?.position } as never, seen };",
        ],
      ],
      [
        "a pin is for the asker alone",
        [
          "src/core/commands/asking/pin.ts",
          "toPerson({ person: from.person }",
          "toPerson((inPlace ? from.room : from.alone) as never",
        ],
      ],
      [
        "no pin where the asker cannot be reached alone",
        [
          "src/core/commands/asking/pin.ts",
          'message: forEverybody({ lines: [text("pin-not-reached")] })',
          "message: message as never",
        ],
      ],
      [
        "Telegram's adapter refuses",
        [telegramNetwork, 'if (pin && (message.reader !== "one person" || ', "if (pin && ("],
      ],
      [
        "Matrix's adapter refuses",
        [matrixNetwork, 'if (message.pin && message.reader !== "one person") throw refused();', ""],
      ],
    ],
  "One person's question neither removes nor changes what another was answered.": [
    [
      "an answer takes the place of one to the same asker",
      ["src/core/messaging/send-answer.ts", "other.asker === question.from.person &&", ""],
    ],
    [
      "nor of one whose asker is not known",
      [
        "src/core/messaging/send-answer.ts",
        "          other.asker !== undefined &&\n          other.asker === question.from.person &&\n",
        "          (question.from.person === undefined || other.asker === question.from.person) &&\n",
      ],
    ],
  ],
  "Until a person has chosen who may see a position that was sent in private, nobody can.": [
    [
      "of several rooms, it is asked",
      [sharing, "known.filter((acquaintance) => acquaintance.named)", "known.slice(0, 1)"],
    ],
    ["a single room was named", [sharing, "known.filter((acquaintance) => acquaintance.named)", "known"]],
  ],
  "A forwarded location, a venue, and a location sent by a bot, through a bot, by a channel or by an anonymous admin are nobody's position.":
    [
      ["forwarded", [origin, '["forward_origin", ', "["]],
      ["a venue", ["src/bots/telegram/receive/read-update.ts", " || message.venue !== undefined", ""]],
      ["by a bot", [origin, "if (from.is_bot !== false) return undefined;", ""]],
      ["through a bot", [origin, '["via_bot", ', "["]],
      ["by a channel", [origin, "if (message.sender_chat !== undefined) {", "if (id === groupAnonymousBot) {"]],
      [
        "by an anonymous admin",
        [
          origin,
          "? { place: readPlace(chat, message) }",
          '? { person: personId("telegram", id), place: readPlace(chat, message) }',
        ],
      ],
    ],
  "With a coarser precision, all positions in one square give the same answers, to whoever asks.": [
    ["the position", [sighting, "...snap(known, precision)", "...known"]],
    [
      "no heading",
      [sighting, 'if (precision !== "exact") return { ...rest', 'if (precision !== "exact") return { ...position'],
    ],
    [
      "the accuracy",
      ["src/core/geo/precision.ts", "Math.max(precisions[precision], farthest + (accuracy ?? 0))", "accuracy ?? 0"],
    ],
    ["the middle of the square", ["src/core/geo/precision.ts", "(ring + 0.5) * height - 90", "position.latitude"]],
  ],
  "A question that the bot asked is deleted once it is answered, or needs no answer any more.": [
    [
      "but not while the share waits",
      ["src/core/sharing/private/private-share.ts", "await held.forgetPosition(person);", "await held.forget(person);"],
    ],
    [
      "with what waits",
      ["src/core/sharing/private/held-share.ts", 'await answerExpiry.endQuestions(person, "rooms");', ""],
    ],
    [
      "its removal is planned",
      ["src/core/messaging/outgoing.ts", "  if (asked) {", "  if (asked && refs.length < 0) {"],
    ],
    [
      "and brought forward",
      ["src/core/queue/answer-expiry.ts", "!item.id.startsWith(askedPrefix(about))", "item.id !== askedPrefix(about)"],
    ],
  ],
};
