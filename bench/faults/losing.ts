import type { Faults } from "./fault.ts";

const verify = "src/core/storage/guard/verify-store.ts";
const guarded = "src/core/storage/guard/guarded-store.ts";
const circles = "src/core/rooms/circles.ts";
const renewal = "src/core/storage/renewal/renew-ring.ts";
const renewed = "src/core/storage/keys/renewed-keys.ts";
const acquaintances = "src/core/rooms/acquaintances.ts";
const ring = "src/core/storage/keys/key-ring.ts";
const ringKeys = "src/core/storage/keys/ring-keys.ts";
const updateIds = "src/bots/telegram/client/update-ids.ts";
const pastCount = "src/bots/matrix/sync/past-count.ts";

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
      [
        "a store from before its ring's keys were renewed",
        [renewed, "formerly: [...ring.formerly, ringName(ring)].slice(-namesRemembered)", "formerly: []"],
      ],
      ["an older ring is noticed", [verify, "if (note.saves > history.saves())", "if (false)"]],
      ["the digest of the rows", [verify, "rows.digest(edge, ids(doubtful)) !== digest", "false"]],
      ["each guarded row is compared when it is read", [guarded, "?? end === rows.endOf(id)", "?? true"]],
      [
        "the ring counts what changes",
        [guarded, 'await history.countChanges(changes);\n    counted = changes;\n    step("guarded: counted");', ""],
      ],
      [
        "updates of shares from before are refused",
        ["src/core/sharing/ending/ended-shares.ts", " || isFromBeforeLoss(startedAt)", ""],
        ["src/core/sharing/private/private-share.ts", "if (shares.isFromBeforeLoss(incoming.startedAt))", "if (false)"],
      ],
      [
        "what was chosen before is not believed",
        [acquaintances, "isCertain(known.chosenAt) ? known.precision : mostCareful", "known.precision"],
        [
          acquaintances,
          "isUnknown && (await isDistrusted(circle)) ? mostCareful :",
          "isUnknown && false ? mostCareful :",
        ],
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
      ["Telegram's numbers", [updateIds, "if (first <= last + 1) return false;", "return false;"]],
      ["numbers that are gone", [updateIds, "return past.isKnown();", "return false;"]],
      ["how long whereat did not run", [updateIds, "|| (past.absence ?? 0) > longAbsence", ""]],
      ["and how long the numbers last", [updateIds, "now() - noticed < numbersLast", "noticed > 0"]],
      ["the count at the homeserver", [pastCount, "theirs > past.count()", "false"]],
      ["a count that is gone", [pastCount, ": await past.isKnown();", ": false;"]],
      [
        "the loss that a network shows",
        [
          "src/core/storage/guard/guarded-store.ts",
          "lose: (why) => exclusive(() => loseNow(why)),",
          "lose: async () => {},",
        ],
      ],
    ],
  "A store's note of its key ring that was changed is not believed: no row is deleted for it, and it is a loss.": [
    [
      "each row says whose it is",
      ["src/core/storage/keys/ring-binding.ts", "if (!isOfMemoryRing(row)) throw", "if (row === bindingId) throw"],
    ],
    [
      "what the ring did not write",
      [verify, 'if (note === undefined) return "changed";', "if (note === undefined) return;"],
    ],
    [
      "a ring that is not in memory",
      [verify, 'binding.kind === "unnamed" || binding.kind === "ended" ||', 'binding.kind === "unnamed" ||'],
      [verify, 'if (note === undefined) return "changed";', "if (note === undefined) return;"],
    ],
  ],
  "Which of its data may be backed up, and what a restore costs, is said in one place, and whereat says nothing else.":
    [
      [
        "other pages lead there",
        [
          "docs/configure.md",
          "What may be backed up stands in [keys.md](keys.md#backups).",
          "Back up the key ring, and keep a copy of it elsewhere.",
        ],
      ],
      [
        "the log leaves it out",
        [
          "src/bots/matrix/crypto/identity/cross-signing.ts",
          "another session made this account's identity",
          "back up the key store and the key ring; another session made this account's identity",
        ],
      ],
      [
        "what a snapshot costs",
        ["docs/keys.md", "When a snapshot was put back, every share is over", "Snapshots are fine"],
      ],
    ],
  "When the keys are renewed, an earlier copy of the key ring opens nothing that is in the store from then on, and no key that is left opens an earlier copy of the store.":
    [
      ["a new root", [renewed, "...newKeysMarkedUnlike(ring),", "...newKeysMarkedUnlike(ring), root: ring.root,"]],
      [
        "new keys of circles",
        [renewed, "...newKeysMarkedUnlike(ring),", "...newKeysMarkedUnlike(ring), circles: ring.circles,"],
      ],
      [
        "new keys of each quarter of an hour",
        [renewed, "...newKeysMarkedUnlike(ring),", "...newKeysMarkedUnlike(ring), buckets: ring.buckets,"],
      ],
      [
        "the old keys go from the ring's file",
        [renewal, "await keeper.save(next);", "await keeper.save({ ...keys, next });"],
      ],
      [
        "the rows under them go from the store",
        [renewal, 'await store.delete(ids);\n    step("renewal', 'step("renewal'],
      ],
    ],
  "A renewal of the keys that is cut off at any step loses nothing, brings back nothing that was destroyed, and is done when it is tried again.":
    [
      [
        "the ring holds both sets meanwhile",
        [renewal, "save: () => keeper.save({ ...keys, next })", "save: () => keeper.save(next)"],
      ],
      [
        "new keys are on the disk before the rows under them",
        [renewal, "{ ...keeper, save: () => keeper.save({ ...keys, next }) }", "{ ...keeper, save: async () => {} }"],
      ],
      [
        "the store decides between them",
        [renewed, 'binding.kind === "kept" && binding.ring === ringName(next)', "binding === undefined"],
      ],
      [
        "the old keys stay until it does",
        [renewed, 'binding.kind === "kept" && binding.ring === ringName(next)', "binding !== undefined"],
      ],
      [
        "rows of the other set are no sign of a loss",
        [verify, "if (id.startsWith(mark)) rows.put(id, text);", "if (id !== mark) rows.put(id, text);"],
      ],
      [
        "they are deleted at the next start",
        ["src/core/storage/keys/open-key-ring.ts", "await store.delete(found.others);", ""],
      ],
      ["and before a renewal that is tried again", [renewal, "await store.delete(others);", ""]],
    ],
  "When whereat starts with a clock that is a minute or more behind the time at which it ran before, no position from before is shown or opens, and the log says so.":
    [
      ["the time that stands in the ring", [ringKeys, "now < seenAt - negligible", "now < seenAt - seenAt"]],
      ["it is noted each minute", [ring, "if (clock() - ring.seenAt >= seenEvery) saver.changed([]);", ""]],
      [
        "members' keys are destroyed",
        [
          ringKeys,
          "for (const generations of records.values()) discard(generations, () => true);\n    members.clear();",
          "for (const generations of records.values()) discard(generations, () => false);",
        ],
      ],
      ["it is said", ["src/core/core.ts", "log.warn(clockIsBehind);", ""]],
    ],
  "Who stops, or whose position expires, while the store does not answer is in no answer that is sent after it.": [
    [
      "it is worked out anew",
      [
        "src/core/messaging/send-answer.ts",
        "answer !== undefined && (answer.until <= clock() || !isUnchanged())",
        "false",
      ],
    ],
    [
      "also where it has expired",
      ["src/core/messaging/send-answer.ts", "(answer.until <= clock() || !isUnchanged())", "!isUnchanged()"],
    ],
    [
      "also where a share has ended",
      ["src/core/messaging/send-answer.ts", "(answer.until <= clock() || !isUnchanged())", "answer.until <= clock()"],
    ],
  ],
};
