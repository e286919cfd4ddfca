import type { Fault } from "../fault.ts";

const plan = "src/core/sharing/share-plan.ts";
const shares = "src/core/sharing/shares.ts";
const ended = "src/core/sharing/ending/ended-shares.ts";

/** What is shared, and until when. */
export const sharing: readonly Fault[] = [
  [
    "a live share lasts two days",
    [plan, "live ? later(startedAt, maxShareLength)", "live ? later(startedAt, 2 * maxShareLength)"],
  ],
  ["the time that was chosen for a share is not kept", [plan, "(live ? until : undefined) ?? longest", "longest"]],
  ["a plain position lasts a day", [plan, ": later(position.at, expiry);", ": later(position.at, maxShareLength);"]],
  ["a longer expiry lengthens a share", [plan, "const keep = known?.expiry ?? expiry;", "const keep = expiry;"]],
  [
    "an ended share begins again by an update",
    [plan, "if (!known && !canBegin(report, now)) return undefined;", ""],
    [ended, "if (await isClosed(share)) return false;", ""],
  ],
  [
    "a late position takes the place of a newer one",
    [plan, "const isLatest = !shown || shown.at < at ||", "const isLatest = true || !shown || shown.at < at ||"],
  ],
  [
    "the first of two in one moment is the later one",
    [plan, "return known !== undefined && report.first;", "return false;"],
  ],
  [
    "the later of two in one moment is not taken",
    [plan, "(shown.at === at && !isOlderOfTwo({ known, report, shown }))", "false"],
  ],
  [
    "a position stays as long as its share",
    [plan, "const expiresAt = instant(Math.min(later(at, keep), until));", "const expiresAt = until;"],
  ],
  [
    "a plain share stays beside a newer position",
    [plan, "shares.filter(({ id, live }) => live || id === shown)", "shares"],
  ],
  [
    "a position outlives its share",
    [plan, "position.expiresAt > now && shares.some(({ id }) => id === position.share);", "position.expiresAt > now;"],
    [
      plan,
      "return isShared ? { shares, position } : { shares };",
      "return position ? { shares, position } : { shares };",
    ],
  ],
  [
    "a shorter expiry leaves shares as they were",
    [plan, "const keep = Math.min(share.expiry, expiry);", "const keep = share.expiry;"],
  ],
  [
    "a shorter expiry leaves positions as they were",
    [
      plan,
      "const expiresAt = instant(Math.min(position.expiresAt, later(position.at, expiry)));",
      "const expiresAt = position.expiresAt;",
    ],
  ],
  [
    "a shorter expiry leaves plain shares open",
    [
      plan,
      "const until = share.live ? share.until : instant(",
      "const until = share.live || !share.live ? share.until : instant(",
    ],
  ],
  [
    "what waits forgets its end",
    [
      plan,
      "return until === undefined ? { share, live, startedAt, position } :",
      "return until !== undefined ? { share, live, startedAt, position } :",
    ],
  ],
  [
    "an answer stays when a share in it ends",
    [shares, "if (nothingLeft || ended.length > 0) await answerExpiry.shorten(circle, person, kept.shares);", ""],
  ],
  ["a share that is ended is not closed", [shares, "await closeAll(ending.ended);", ""]],
  ["a plain share that is replaced is not closed", [shares, "await closeAll(gone);", ""]],
  [
    "an answer stays when a newer share takes the place of what it shows",
    [shares, "if (gone.length > 0) await answerExpiry.shorten(circle, person, kept.shares);", ""],
  ],
  [
    "anything may begin a share",
    [shares, 'if (!isKnown && !(await over.mayBegin(circle, person, report))) return "over";', ""],
  ],
  [
    "of several shares, the end of one ends all",
    [shares, "({ id }) => share === undefined || id === share", "() => true"],
  ],
  [
    "the end of one share ends none",
    [shares, "({ id }) => share === undefined || id === share", "() => share === undefined"],
  ],
  [
    "a shorter expiry leaves answers",
    [
      shares,
      "          await answerExpiry.shorten(circle, person, kept.shares);\n          await carryOut(circle, person, ending);",
      "          await carryOut(circle, person, ending);",
    ],
  ],
  ["who shares is not listed", [shares, "(people.includes(person) ? people : [...people, person])", "people"]],
  [
    "a new position is not stored",
    [shares, "if (kept.position !== old.position) await savePosition(circle, person, kept);", ""],
  ],
  [
    "a new share is not stored",
    [shares, "if (kept.shares !== old.shares) await saveShares(circle, person, kept.shares);", ""],
  ],
  [
    "everybody's shares end with one",
    [
      shares,
      "someAtOnce(await sharers(circle), (person) =>\n        memberLock(circle, person, () => finish",
      "someAtOnce((await sharers(circle)).slice(1), (person) =>\n        memberLock(circle, person, () => finish",
    ],
  ],
  [
    "that a share ended is known for a minute",
    [
      ended,
      "await records.set(recordKeys.ended(share), true, later(clock(), maxShareLength));",
      "await records.set(recordKeys.ended(share), true, later(clock(), 60_000));",
    ],
  ],
  [
    "what was sent before /stop may come after it",
    [ended, "return (await records.getMany(stops)).every((at) => !isBefore(startedAt, at));", "return true;"],
  ],
  ["/stop in one room refuses nothing there", [ended, "        recordKeys.stoppedAt(person, circle),\n", ""]],
  ["/stop in private refuses nothing in rooms", [ended, "recordKeys.stoppedAt(person, undefined),\n", ""]],
  [
    "/wipe refuses nothing that was shared before it",
    [ended, "        ...rooms.map((room) => recordKeys.wipedAt(room)),\n", ""],
  ],
  [
    "when somebody said /stop is not kept",
    [ended, "await records.set(key, latest, later(clock(), maxShareLength));", "void latest;"],
  ],
];
