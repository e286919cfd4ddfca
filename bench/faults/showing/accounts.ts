import type { Faults } from "../fault.ts";

const talk = "src/core/commands/choices/link-accounts.ts";
const codes = "src/core/commands/choices/link-codes.ts";
const confirm = "src/core/sharing/seen/confirm.ts";
const onePerson = "src/core/sharing/seen/one-person.ts";
const stop = "src/core/commands/stop.ts";

/** Who has joined two accounts, and what others see of that. */
export const accounts: Faults = {
  "Two accounts are joined only by a code that is good once, for ten minutes, said in private, and a yes of each that has read which account the other is.":
    [
      [
        "for ten minutes",
        [codes, "until > now && !shares", "until > 0 && !shares"],
        [codes, "{ ...of, number }, until);", "{ ...of, number });"],
        [talk, "{ ...made, readBy: [] }, made.until);", "{ ...made, readBy: [] });"],
      ],
      ["once", [talk, "(offer.from?.command ?? incoming.id) === incoming.id", "incoming.id !== undefined"]],
      [
        "said in private",
        ["src/core/commands/choices/link.ts", "await records.delete(key);\n  return true;", "return true;"],
      ],
      [
        "not in a room, whoever pastes it there",
        [
          "src/core/commands/choices/link.ts",
          "(await isPastedByMistake(services, argument))\n        ?",
          'argument === ""\n        ?',
        ],
      ],
      ["whoever says yes has read it", [talk, "!waits.offer.readBy.includes(person)", "person === undefined"]],
      [
        "the one that made the code says yes, too",
        [talk, "if (offer.agreedBy === undefined || (offer", "if ((offer"],
        [talk, "if (by !== person && offer.agreedBy === undefined)", "if (by !== person && offer.until === 0)"],
      ],
    ],
  "Whoever has joined two accounts is shown once, where they were last, by the account that is in the room; no room sees a position that it would not see otherwise.":
    [
      ["once", [onePerson, "if (twins.size === 0)", "if (twins.size >= 0)"]],
      [
        "where they were last",
        [
          onePerson,
          "toSorted((one, other) => atOf(other) - atOf(one))",
          "toSorted((one, other) => atOf(one) - atOf(other))",
        ],
        [
          confirm,
          "toSorted((one, other) => atOf(other) - atOf(one))",
          "toSorted((one, other) => atOf(one) - atOf(other))",
        ],
      ],
      [
        "by the account that is in the room",
        [confirm, "const named = inRoom ? namesOf(inRoom) :", "const named = inRoom ? namesOf(newest) :"],
      ],
      [
        "nothing of the other account is told of",
        ["src/core/sharing/find-sharers.ts", "if (!isShownAsAsker) return", "if (seen === undefined) return"],
      ],
      [
        "a member still",
        [
          confirm,
          "const visible = both.filter((sighting)",
          "const visible = [...both, { ...sharer, as: twin, name: '', id: '', isRenamed: false }].filter((sighting)",
        ],
      ],
    ],
  "Of two joined accounts, `/stop` with either ends what both share, the coarser precision holds, and `/link off` or `/forget` with either ends the join.":
    [
      [
        "both",
        [stop, "...(twin === undefined ? [] : [{ person: twin", "...(twin !== undefined ? [] : [{ person: person"],
      ],
      [
        "the coarser",
        [
          "src/core/rooms/acquaintances.ts",
          "const chosen = [...known, ...byTwin].filter(isIn);",
          "const chosen = known.filter(isIn);",
        ],
      ],
      [
        "off is off",
        [talk, "const other = await circles.unjoin(person);", "const other = await circles.twinOf(person);"],
      ],
    ],
};
