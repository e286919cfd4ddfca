import type { Duration } from "../../lib/time.ts";
import { type Precision, precisions } from "../geo/precision.ts";
import { longestExpiry, shortestExpiry } from "../rooms/expiry-bounds.ts";
import { type ParametersOf, type PlainTextId, type Text, text } from "./texts.ts";

export const adminsOnly = (what: ParametersOf<"admins-only">["what"]): Text[] => [text("admins-only", { what })];
export const roomOnly = (command: string): Text[] => [text("room-only", { command })];
export const nobodyInParticular = (command: string): Text[] => [text("nobody-in-particular", { command })];
export const wentWrong = (): Text[] => [text("went-wrong")];
export const unknownCommand = (command: string): Text[] => [text("unknown-command", { command })];
export const notACommand = (): Text[] => [text("not-a-command")];

const bounds = { shortest: shortestExpiry, longest: longestExpiry };

export const expiryIs = (expiry: Duration): Text[] => [text("expiry-kept", { expiry }), text("expiry-change", bounds)];
export const expiryStays = (expiry: Duration): Text[] => [...adminsOnly("expiry"), text("expiry-kept", { expiry })];
export const expiryNotUnderstood = (given: string): Text[] => [text("expiry-not-understood", { given })];
export const expiryOutOfBounds = (asked: Duration): Text[] => [text("expiry-out-of-bounds", { asked, ...bounds })];
export const expiryUnchanged = (expiry: Duration): Text[] => [text("expiry-unchanged", { expiry })];
export const expiryShortened = (expiry: Duration): Text[] => [text("expiry-shortened", { expiry })];
export const expirySet = (expiry: Duration): Text[] => [text("expiry-set", { expiry })];

const squareOf = (precision: Precision) => (precision === "exact" ? undefined : precisions[precision]);

/** @param rooms their names; undefined: the room in which it is said */
export const precisionIs = (precision: Precision, rooms: readonly string[] | undefined): Text[] => [
  text("precision-is", { square: squareOf(precision), rooms }),
];
export const precisionChoices = (): Text => text("precision-choices");
/** @param rooms as for `precisionIs` */
export const precisionSet = (precision: Precision, rooms: readonly string[] | undefined): Text[] => [
  text("precision-set", { square: squareOf(precision), rooms }),
];
export const precisionNotUnderstood = (given: string): Text[] => [text("precision-not-understood", { given })];
export const precisionNowhere = (): Text[] => [text("precision-nowhere")];
export const precisionNotNow = (): Text[] => [text("precision-not-now")];

export const forgotten = (): Text[] => [text("forgotten")];

export const wipeAsks = (within: Duration): Text[] => [text("wipe-asks", { within })];
export const wipeNotAsked = (): Text[] => [text("wipe-not-asked")];
export const wiped = (expiry: Duration): Text[] => [text("wiped", { expiry })];

export const shareHere = (steps: PlainTextId): Text[] => [text("share-here"), text(steps), text("share-otherwise")];
export const shareInPrivate = (): Text[] => [text("share-in-private")];

export const welcome = (hearsPositions: boolean): Text[] => [
  text("welcome"),
  ...(hearsPositions ? [] : [text("live-not-heard")]),
];
export const noLongerHears = (): Text[] => [text("live-no-longer-heard"), text("live-not-heard")];

export const replaced = (expiry: Duration): Text[] => [text("room-replaced", { expiry })];

const outcomes = { "allowed now": "allowed-now", "allowed before": "allowed-before", "no power": "no-power" } as const;
export const liveAllowed = (outcome: keyof typeof outcomes): Text[] => [
  text("live-allowed", { outcome: outcomes[outcome] }),
];
