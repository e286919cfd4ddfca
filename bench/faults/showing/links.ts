import type { Faults } from "../fault.ts";

const link = "src/core/commands/choices/link.ts";
const codes = "src/core/commands/choices/link-codes.ts";
const circleLinks = "src/core/rooms/circle-parts/links.ts";
const making = "src/core/sharing/requests/make-requests.ts";
const saying = "src/core/sharing/requests/say-requests.ts";
const points = "src/core/rooms/meeting-points.ts";
const shownSince = "src/core/sharing/seen/shown-since.ts";

/** What rooms that are linked show each other, and who links them. */
export const links: Faults = {
  "Two rooms are linked only by an admin of each: by a code that is good once, for ten minutes, and a yes of somebody who has read which room it is.":
    [
      ["admins alone", [link, "adminSays: () => true", "adminSays: () => false"]],
      [
        "for ten minutes",
        [codes, "until > now && !shares", "until > 0 && !shares"],
        [link, "{ ...made, readBy: [] }, made.until)", "{ ...made, readBy: [] })"],
        [codes, "{ ...of, number }, until);", "{ ...of, number });"],
      ],
      ["once", [link, "(offer.from?.command ?? command) === command", "command !== undefined"]],
      ["whoever says yes has read it", [link, "offer.readBy.includes(person)", "person !== undefined"]],
      ["who gave the code is still an admin", [link, 'membership.kind === "member" && membership.isAdmin', "true"]],
    ],
  "A share that began before two rooms were linked crosses only when its sharer agrees; `/link off` on either side deletes at once what showed the other.":
    [
      ["before the link", [shownSince, "if (startedAt > link.since) return startedAt;", "return startedAt;"]],
      ["an earlier link", [shownSince, "circle === to && at > link.since", "circle === to"]],
      [
        "answers are deleted",
        ["src/core/queue/answer-expiry.ts", "if (isAcross || (isInPrivate", "if (!isAcross && (isInPrivate"],
      ],
      [
        "off is off",
        [circleLinks, "await name(other, without(await named(other), circle));", ""],
        [circleLinks, "await name(circle, []);", ""],
      ],
    ],
  "A meeting point is shown to members of rooms that were linked before it was set, and who set it to nobody; `/meet off` or `/link off` in either room deletes at once what showed it there.":
    [
      ["set since the link", [points, "setAt > since;", "setAt > 0 * since;"]],
      [
        "what showed it there",
        [
          points,
          "return [circle, ...seeing.map((link) => link.circle)];",
          "return seeing.length > 99 ? [] : [circle];",
        ],
        [
          points,
          "if ((await records.get(recordKeys.meetingPoint(from))) !== undefined) await deleteAnswers(readers);",
          "if (from === readers) await deleteAnswers(readers);",
        ],
      ],
      [
        "when a link ends",
        [
          points,
          "if ((await records.get(recordKeys.meetingPoint(from))) !== undefined) await deleteAnswers(readers);",
          "if (from === readers) await deleteAnswers(readers);",
        ],
      ],
      [
        "by admins of either",
        [
          "src/core/commands/choices/meet.ts",
          "for (const one of [from.circle, ...(await linkedWith(services, from.circle))])",
          "for (const one of [from.circle])",
        ],
      ],
    ],
  "Somebody of a linked room can have one person asked only while the link lasts, and its end takes the question away; who has not agreed to be seen across is asked, too, and not told of.":
    [
      [
        "the question goes",
        [saying, "!people.includes(asker.person));", "people.includes(asker.person) && false);"],
        ["src/core/commands/choices/join-circles.ts", "incoming }, {", "incoming, due: 9e15 as never }, {"],
      ],
      ["who is not seen across is not told of", [making, "{ circle, person }, [by])", "{ circle, person }, [circle])"]],
      [
        "who is not to be asked",
        [making, "circles.isAskable(circle, person)", "circles.isAskable(common[0]!.by, person)"],
      ],
    ],
  "Whoever shares with a room that is linked is told that members of other rooms can see it, and `/privacy` names those rooms.":
    [
      [
        "said in the room",
        [
          "src/core/sharing/private/private-share.ts",
          "message: incoming.message }, ...across, ...effects];",
          "message: incoming.message }, ...across.slice(1), ...effects];",
        ],
      ],
      [
        "said in private",
        [
          "src/core/sharing/seen/who-can-see.ts",
          "const others = named.length > 0 ?",
          "const others = named.length > 99 ?",
        ],
      ],
      [
        "in /privacy",
        ["src/core/commands/explain.ts", "if (links.length === 0) return", "if (links.length >= 0) return"],
      ],
    ],
};
