import type { Fault } from "../fault.ts";

const expiry = "src/core/queue/answer-expiry.ts";
const queue = "src/core/queue/queue.ts";
const sendAnswer = "src/core/messaging/send-answer.ts";
const visible = "src/core/sharing/visible-positions.ts";
const confirm = "src/core/sharing/seen/confirm.ts";

/** Who is shown to whom, how exactly, and how long an answer stands. */
export const showing: readonly Fault[] = [
  [
    "an answer stands for an hour",
    [expiry, "? later(at, going.expiry) : now;", "? later(at, 3_600_000) : now;"],
    ["src/core/commands/asking/tell.ts", "{ shows, until }, copies }", "{ shows, until: 8e15 as never }, copies }"],
  ],
  [
    "an answer may be finer than was chosen",
    [expiry, "precisions[shown] < precisions[chosen];", "false && precisions[shown] < precisions[chosen];"],
  ],
  [
    "an answer goes later when a share ends",
    [
      expiry,
      "queue.bringForward(id, instant(Math.min(due, ...ends)));",
      "queue.bringForward(id, instant(Math.max(due, ...ends)));",
    ],
  ],
  [
    "an answer that shows too much is not brought forward",
    [
      expiry,
      "          await bringForward(answer, [clock()]);\n    },\n\n    async endMeeting",
      "          await bringForward(answer, [answer.due]);\n    },\n\n    async endMeeting",
    ],
  ],
  ["nothing is brought forward", [queue, "if (!item || item.due <= due) return;", "return;"]],
  [
    "what waits to be sent or deleted is not stored",
    [queue, "records.set(recordKeys.queued(item.id), item, item.droppedAt), list(item.id)]", "list(item.id)]"],
  ],
  [
    "what waits is not listed",
    [
      queue,
      "records.set(recordKeys.queued(item.id), item, item.droppedAt), list(item.id)]",
      "records.set(recordKeys.queued(item.id), item, item.droppedAt)]",
    ],
  ],
  ["what waited is not read after a death", [queue, "for (const item of found) if (item) keep(item);", ""]],
  [
    "what is brought forward is not stored so",
    [queue, "await records.set(recordKeys.queued(id), sooner, item.droppedAt);", ""],
  ],
  ["what is being put is left out of the list", [queue, "...durable, ...coming, ...unlisted]", "...durable]"]],
  [
    "the deletion of an answer is not planned",
    [
      sendAnswer,
      "sent.refs.length > 0 ? plan(removalOf(id, to, answer, sent), meanwhile) : queue.remove(id),",
      "queue.remove(id),",
    ],
  ],
  [
    "the deletion of an answer is planned for the next day",
    [
      sendAnswer,
      "const due = instant(Math.min(until, sent.deletableUntil ?? Number.POSITIVE_INFINITY));",
      "const due = later(instant(Math.min(until, sent.deletableUntil ?? Number.POSITIVE_INFINITY)), day);",
    ],
  ],
  [
    "the deletion of an answer is given up when it is due",
    [sendAnswer, "droppedAt: later(due, maxRemovalWait),", "droppedAt: due,"],
  ],
  [
    "an edit is planned only after it",
    [
      sendAnswer,
      "    await plan({ ...removal, ...either, due }, { ...worked, isUnchanged: () => isUnchanged(last.shows) });\n",
      "",
    ],
  ],
  [
    "an answer is not found again after a death",
    [sendAnswer, "if (network.sentBefore && message.answer)", "if (!network.sentBefore && message.answer)"],
  ],
  [
    "an answer before it stays",
    [
      sendAnswer,
      "...older.map((old) => queue.put({ ...old, ...but(id, old), due: clock() })),",
      "...older.map((old) => queue.remove(old.id)),",
    ],
  ],
  [
    "everybody is shown exactly",
    [visible, 'if (precision !== "exact") return { ...rest, ...snap(known, precision) };', ""],
  ],
  [
    "an answer names another share than it shows",
    [visible, "open.find(({ id }) => id === position?.share) ?? newest", "newest"],
  ],
  [
    "who has left goes on sharing",
    [confirm, 'if (membership.kind === "not a member") await shares.end(source.circle, person);', ""],
  ],
  [
    "who has left is shown",
    [
      confirm,
      'if (membership.kind !== "member") return undefined;',
      'if (membership.kind !== "member") return { ...sharer, as: person, name: person.slice(9), isRenamed: false } as never;',
    ],
  ],
  [
    "who has left gets an answer",
    [
      "src/core/messaging/guards.ts",
      'if (membership.kind === "not a member") return silence;',
      'if (membership.kind === "not a member") return { ...base, person, member: { kind: "member", name: "", isAdmin: false } };',
    ],
  ],
  [
    "rooms are one",
    ["src/core/rooms/circles.ts", "return (await find(room)) ??", "return (await all())[0] ?? (await find(room)) ??"],
  ],
  [
    "what somebody chose is forgotten at the next choice",
    [
      "src/core/rooms/acquaintances.ts",
      "...first,\n          ...known,\n          ...said,",
      "...first,\n          ...said,",
    ],
  ],
  [
    "who chose to be shown less exactly is in answers that show more",
    [
      "src/core/rooms/acquaintances.ts",
      "if (chosen.precision !== undefined) await answerExpiry.coarsen(circle, person, chosen.precision);",
      "",
    ],
  ],
  [
    "/precision changes nothing",
    [
      "src/core/commands/choices/precision.ts",
      "for (const circle of inCircles) await circles.meet(person, circle, { precision: chosen });",
      "",
    ],
  ],
  ["/expiry changes nothing", ["src/core/commands/expiry.ts", "await circles.setExpiry(from.circle, asked);", ""]],
  [
    "a shorter /expiry is for what comes",
    ["src/core/commands/expiry.ts", "await shares.shortenAll(circle, expiry);", ""],
  ],
  [
    "/stop ends nothing",
    ["src/core/commands/stop.ts", "for (const circle of here ?? []) await shares.end(circle, account);", ""],
    ["src/core/commands/stop.ts", "if (!here) await sharing.endAll(account);", ""],
  ],
  [
    "/stop refuses nothing that comes later",
    ["src/core/commands/stop.ts", "await shares.refuseEarlier(account, saidAt, circle);", ""],
  ],
  [
    "/stop in a room ends everything",
    ["src/core/commands/stop.ts", "if (!here) await sharing.endAll(account);", "await sharing.endAll(account);"],
  ],
];
