import type { Fault } from "../fault.ts";

const share = "src/core/sharing/private/private-share.ts";
const held = "src/core/sharing/private/held-share.ts";

/** What is sent in private, and waits for a choice. */
export const inPrivate: readonly Fault[] = [
  [
    "a late position takes the place of a newer one that waits",
    [held, "if (before?.share === held.share && before.position.at > held.position.at) return undefined;", ""],
  ],
  ["what waited before is not over", [held, "        await shares.close(before.share);\n", ""]],
  ["what waits is not stored", [held, "await records.set(recordKeys.held(person), held, until);", ""]],
  [
    "what waits is never forgotten",
    [held, "    await records.delete(recordKeys.held(person));\n", ""],
    [held, "    await seal.destroyMember(undefined, person);\n", ""],
  ],
  ["what waits, waits for a day", [held, "later(clock(), maxChoiceWait)", "later(clock(), 24 * maxChoiceWait)"]],
  [
    "of several rooms that were named, the first is taken",
    [
      share,
      "if (single && named.length === 1 && destination === undefined && !request) {",
      "if (single && destination === undefined && !request) {",
    ],
  ],
  [
    "the only room is taken though it was not named",
    [share, "const named = known.filter((acquaintance) => acquaintance.named);", "const named = known;"],
  ],
  [
    "a number means a room of another list",
    [
      share,
      "const choices = before?.share === incoming.share ? before.choices : known.map(({ circle }) => circle);",
      "const choices = known.map(({ circle }) => circle).toReversed();",
    ],
  ],
  ["where a share goes is not kept", [share, "      await settle(incoming, { circle: single.circle });\n", ""]],
  ["a choice is not kept", [share, "      await settle(waiting, { circle });\n", ""]],
  [
    "a choice names no room for the next time",
    [share, "await circles.meet(person, circle, { named: true });", "await circles.meet(person, circle);"],
  ],
  [
    "a choice may be any room",
    [share, "if (!circle || !waiting.choices.includes(circle)) return only", "if (!circle) return only"],
    [share, 'if (membership.kind !== "member") return only(text("not-your-room"));', ""],
  ],
  [
    "what was chosen still waits",
    [share, "      await held.forget(person);\n      return started;", "      return started;"],
  ],
  [
    "/stop in private leaves what waits",
    [share, "        await shares.close(waiting.share);\n        await held.forget(person);\n", ""],
  ],
  [
    "/stop in private ends what is shared with one room",
    [
      share,
      "for (const { circle } of await circles.acquaintances(person)) await shares.end(circle, person);",
      "for (const { circle } of (await circles.acquaintances(person)).slice(1)) await shares.end(circle, person);",
    ],
  ],
  [
    "the end of a share is not heard in rooms",
    [
      share,
      "for (const { circle } of await circles.acquaintances(person)) await shares.end(circle, person, share);",
      "",
    ],
  ],
  [
    "a share that ends still waits",
    [share, "      if ((await held.of(person))?.share === share) await held.forget(person);\n    },", "    },"],
    [share, "      await shares.close(share);\n      for", "      for"],
  ],
  ["a share whose end was heard first begins", [share, "      await shares.close(share);\n      for", "      for"]],
];
