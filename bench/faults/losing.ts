import type { Faults } from "./fault.ts";

const verify = "src/core/storage/guard/verify-store.ts";
const guarded = "src/core/storage/guard/guarded-store.ts";
const circles = "src/core/rooms/circles.ts";
const acquaintances = "src/core/rooms/acquaintances.ts";

/** What becomes of consent when data is lost or put back. */
export const losing: Faults = {
  "A store that was lost, emptied or put back from a copy, or a key ring of before, brings back nothing that was stopped, and shows nobody more exactly than they chose.":
    [
      [
        "an empty store is noticed",
        [verify, 'if (binding.kind === "none") return "emptied";', 'if (binding.kind === "none") return undefined;'],
      ],
      [
        "a store without its note is noticed",
        [
          verify,
          'return "older store";\n  if (note === undefined) return "changed";',
          'return undefined;\n  if (note === undefined) return "changed";',
        ],
      ],
      ["an older store is noticed", [verify, "if (note.changes < history.changes())", "if (false)"]],
      ["an older ring is noticed", [verify, "if (note.saves > history.saves())", "if (false)"]],
      ["the digest of the rows", [verify, "rows.digest(edge, ids(doubtful)) !== digest", "false"]],
      ["each guarded row is compared when it is read", [guarded, "?? end === rows.endOf(id)", "?? true"]],
      [
        "the ring counts what changes",
        [guarded, 'await history.countChanges(changes);\n    counted = changes;\n    step("guarded: counted");', ""],
      ],
      [
        "updates of shares from before are refused",
        ["src/core/sharing/ended-shares.ts", " || isFromBeforeLoss(startedAt)", ""],
        ["src/core/sharing/private-share.ts", "if (shares.isFromBeforeLoss(incoming.startedAt))", "if (false)"],
      ],
      [
        "what was chosen before is not believed",
        [acquaintances, "isCertain(known.chosenAt) ? known.precision : mostCareful", "known.precision"],
        [acquaintances, "return (await isDistrusted(circle)) ? mostCareful :", "return false ? mostCareful :"],
      ],
      [
        "a room that had no circle any more is not new",
        [circles, "if (!isNew && continuity.lostAt() !== undefined)", "if (false)"],
      ],
      [
        "positions are kept for the shortest time",
        [circles, "await records.set(recordKeys.expiry(circle), minExpiry);", ""],
      ],
    ],
  "When store and key ring are put back together from one copy, Telegram's numbers and a count that the Matrix homeserver keeps show it, before anything is shown.":
    [
      [
        "Telegram's numbers",
        ["src/bots/telegram/client/update-ids.ts", "if (first <= last + 1) return false;", "return false;"],
      ],
      ["the count at the homeserver", ["src/bots/matrix/sync/past-count.ts", "theirs > past.count()", "false"]],
      [
        "the loss that a network shows",
        [
          "src/core/storage/guard/guarded-store.ts",
          "lose: (why) => exclusive(() => loseNow(why)),",
          "lose: async () => {},",
        ],
      ],
    ],
};
