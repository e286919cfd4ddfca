import type { Duration } from "../../lib/time.ts";
import type { Precision } from "../geo/precision.ts";
import { formatDuration } from "../model/duration.ts";
import { expiryMax, expiryMin } from "../model/limits.ts";
import { bold, code, type Line, line } from "../model/message.ts";
import { roomsUnconfirmed } from "./unconfirmed.ts";

export const adminsOnly = (what: string): Line[] => [line("Only an admin of this room can ", what, ".")];
export const roomOnly = (name: string): Line[] => [line("Say ", code(`/${name}`), " in the room that it is for.")];
export const nobodyInParticular = (name: string): Line[] => [
  line(
    "You speak as the room itself, so I do not know who you are. Nothing was changed. Say ",
    code(`/${name}`),
    " to me in private.",
  ),
];
export const wentWrong = (): Line[] => [
  line("Something went wrong on my side, and I cannot tell whether it was done. Please say it again."),
];
export const tooMany = (): Line[] => [
  line(
    "That was a lot in a short time. I am quiet for a minute, then ask again. ",
    code("/stop"),
    " works at any time.",
  ),
];
export const tooManyInAll = (): Line[] => [
  line(
    "So much is asked of me at the moment that I cannot answer. Try again in a minute. ",
    code("/stop"),
    " works at any time.",
  ),
];
export const unknownCommand = (name: string): Line[] => [
  line("I do not know ", code(`/${name}`), ". ", code("/help"), " lists what I do."),
];
export const notACommand = (): Line[] => [
  line("I understand commands, and a location of your own that you send yourself. I took nothing from this message."),
  line(code("/help"), " lists what I do; ", code("/share"), " says how to share."),
];

const expiryExamples: Line = line(
  "Examples: ",
  code("/expiry 90m"),
  ", ",
  code("/expiry 2 hours"),
  ", ",
  code("/expiry 1 day"),
  ".",
);
const bounds = `${formatDuration(expiryMin)} to ${formatDuration(expiryMax)}`;

const keptFor = (expiry: Duration): Line =>
  line("A position is kept for ", bold(formatDuration(expiry)), " after it was reported, then it is destroyed.");
export const expiryIs = (expiry: Duration): Line[] => [
  keptFor(expiry),
  line("Admins of this room can change that: ", code("/expiry 2h"), `, from ${bounds}.`),
];
export const expiryStays = (expiry: Duration): Line[] => [...adminsOnly("change the expiry"), keptFor(expiry)];
export const expiryNotUnderstood = (given: string): Line[] => [
  line(`I did not understand “${given}” as a time. Nothing was changed.`),
  expiryExamples,
];
export const expiryOutOfBounds = (asked: Duration): Line[] => [
  line(`${formatDuration(asked)} is not possible: the expiry can be ${bounds}. Nothing was changed.`),
  expiryExamples,
];
export const expiryUnchanged = (expiry: Duration): Line[] => [
  line("The expiry of this room is ", bold(formatDuration(expiry)), " already. Nothing was changed."),
];
export const expiryShortened = (expiry: Duration): Line[] => [
  line(
    "The expiry of this room is now ",
    bold(formatDuration(expiry)),
    ". Nothing that is shared already is kept longer than that.",
  ),
  line("Positions older than that were destroyed just now."),
];
export const expirySet = (expiry: Duration): Line[] => [
  line("The expiry of this room is now ", bold(formatDuration(expiry)), ", for what is shared from now on."),
  line("What somebody already shares keeps the shorter expiry that it began with."),
];

/** @param rooms their names, or "this room" */
export const precisionIs = (precision: Precision, rooms: Line): Line[] => [
  precision === "exact"
    ? line("The members of ", ...rooms, " are shown where you are exactly, as far as your phone knows.")
    : line(
        "The members of ",
        ...rooms,
        ` are shown that you are somewhere in a fixed square of `,
        bold(inWords[precision]),
        ", nothing finer.",
      ),
];
export const precisionChoices = (): Line =>
  line(
    "To change it: ",
    code("/precision exact"),
    ", ",
    code("/precision 100m"),
    ", ",
    code("/precision 1km"),
    " or ",
    code("/precision 5km"),
    ".",
  );
const inWords: Record<Precision, string> = { exact: "", "100m": "100 m", "1km": "1 km", "5km": "5 km" };

export const precisionSet = (precision: Precision, rooms: Line): Line[] => [
  precision === "exact"
    ? line("From now on the members of ", ...rooms, " are shown where you are exactly, as far as your phone knows.")
    : line(
        "From now on the members of ",
        ...rooms,
        ` are shown only that you are somewhere in a fixed square of `,
        bold(inWords[precision]),
        ".",
      ),
  ...(precision === "exact"
    ? []
    : [
        line(
          "When you cross into the next square, that can be seen. Answers that showed you more exactly are deleted.",
        ),
      ]),
];
export const precisionNotUnderstood = (given: string): Line[] => [
  line(`I did not understand “${given}”. Nothing was changed.`),
  precisionChoices(),
];
export const precisionNowhere = (): Line[] => [
  line("I know of no room that we are both in. Say ", code("/precision"), " in the room that it is for."),
];

export const precisionNotNow = (): Line[] => [line("Nothing was changed."), roomsUnconfirmed()];

export const forgotten = (): Line[] => [
  line("Done. Every position, share and choice that I kept of you is destroyed, in all rooms."),
  line("If your phone still sends a live location, stop it there too. I ignore it from now on."),
];

export const wipeAsks = (within: Duration): Line[] => [
  line("This destroys everything that is shared with this room, and its settings, for everybody. It cannot be undone."),
  line("To do it, say ", code("/wipe yes"), ` within ${formatDuration(within)}.`),
];
export const wipeNotAsked = (): Line[] => [
  line("Nothing was destroyed. Say ", code("/wipe"), " first, then ", code("/wipe yes"), "."),
];
export const wiped = (expiry: Duration): Line[] => [
  line("Done. Everything that was shared with this room is destroyed, for everybody."),
  line(
    `Its settings are as new: the expiry is ${formatDuration(expiry)}. Whoever chose a `,
    code("/precision"),
    " here chooses it again; until then, I show where they are exactly.",
  ),
];

export const shareHere = (steps: readonly Line[]): Line[] => [
  line("To let this room know where you are:"),
  ...steps,
  line(
    "Or send your live location to me in private; the way there is below. Or type coordinates: ",
    code("/here 52.5200 13.4050"),
    ".",
  ),
];
export const shareInPrivate = (): Line[] => [
  line(
    "To let this room know where you are, open the private chat with me, the way there is below, and send your live location there.",
  ),
  line("I cannot hear live locations in this room. Coordinates I can: ", code("/here 52.5200 13.4050"), "."),
];

export const welcome = (hearsPositions: boolean): Line[] => [
  line("Through me, people of this room can let each other see where they are. Nobody is shown who did not choose it."),
  line(
    "To share: ",
    code("/share"),
    ". To ask: ",
    code("/whereis"),
    ". What is kept, and for how long: ",
    code("/privacy"),
    ".",
  ),
  ...(hearsPositions ? [] : cannotHear()),
];
export const cannotHear = (): Line[] => [
  line(
    "In this room I hear commands only, no live locations. That is the quiet setting. Send yours to me in private, by the button of ",
    code("/share"),
    ". Or make me an admin, and I hear them here too.",
  ),
];

export const notInvited = (): Line[] => [
  line("Only people whom my operator allows can add me to a group, so I leave this one."),
];

export const noLongerHears = (): Line[] => [
  line("I am no admin of this room any more, so I no longer follow live locations that are shared here."),
  ...cannotHear(),
];

export const replaced = (expiry: Duration): Line[] => [
  line(
    "This room takes the place of another that I was in, and its settings came along: ",
    "the expiry is ",
    bold(formatDuration(expiry)),
    ".",
  ),
  line(
    "What was shared there has ended, and those positions are destroyed. To share with this room: ",
    code("/share"),
    ".",
  ),
];

export const liveAllowed = (outcome: "allowed now" | "allowed before" | "no power"): Line[] => {
  if (outcome === "allowed now") return [line("Done. Every member of this room can share a live location now.")];
  if (outcome === "allowed before") return [line("Every member of this room can share a live location already.")];
  return [
    line("I am not allowed to change what members may do here. Nothing was changed."),
    line("Make me an admin of this room, and say ", code("/allowlive"), " again."),
  ];
};
