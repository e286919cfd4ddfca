import type { Duration, Instant } from "../../lib/time.ts";
import type { Precision } from "../geo/precision.ts";
import type { Language } from "../text/languages.ts";
import type { Text } from "../text/texts.ts";
import type { CircleId, PersonId, ShareId } from "./ids.ts";
import type { Sketch } from "./pictures.ts";

/** A person whose position an answer shows or is reckoned from, how exactly, the share it came from, and when it was reported. */
/** `known`: for how long it is known who saw it, which is the circle's expiry of when it was shown */
export type Shown = {
  circle: CircleId;
  person: PersonId;
  precision: Precision;
  share: ShareId;
  at: Instant;
  known?: Duration;
};

/** An answer is a copy: it is deleted at `until`, or when the share of one of `shows` ends. */
export type Answer = { shows: readonly Shown[]; until: Instant };

/**
 * What a question is about: which room may see a position that waits, what somebody requested, or whether who asked comes to the private chat for
 * the answer.
 */
export type Asked = { about: "rooms" | "request" | "answer"; until: Instant };

/**
 * What stands in a room for who asked alone, and goes after `stands`. The next of its `kind` for the same `asker` takes its place; that of an admin
 * who speaks as the room has nobody whose next it could be.
 */
export type Passing = { kind: string; stands: Duration; asker?: PersonId };

/**
 * `replies`: words to tap, numbered where the network has no such keyboard; `command` is what tapping one says. `location`: sends where the
 * reader is, once. `none`: the end of either.
 */
export type Keyboard =
  | { kind: "replies"; replies: readonly { label: Text; command: string }[] }
  | { kind: "location"; label: Text }
  | { kind: "none" };

/** Degrees; accuracy in metres. */
export type Pin = { latitude: number; longitude: number; accuracy?: number };

/**
 * @template Reader who may read it. What is for one person has no way to a room: it does not compile, and a network that cannot reach one
 *   person alone refuses it.
 */
export type Message<Reader extends "everybody" | "one person" = "everybody" | "one person"> = {
  kind: "message";
  reader: Reader;
  lines: readonly Text[];
  /** places in `lines`, `to` not included, that may be folded: seen when the reader opens them, where the network can do that */
  folds?: readonly { from: number; to: number }[];
  /**
   * the network's own pin, beside the text that is complete without it: apps draw it through map services, which learn the place and who
   * looks at it, so it is never for everybody in a room
   */
  pin?: Reader extends "one person" ? Pin : never;
  /** the same as a picture, beside the text that is complete without it */
  picture?: Sketch;
  /** what a reader may want to take into another app: a button each where the network has such; nothing elsewhere, for the text says it too */
  copies?: readonly { label: Text; words: string }[];
  /** things to choose from: buttons where the network has them, else numbered; `command` is what choosing one says */
  choices?: readonly { label: Text; command: string }[];
  /** what the text says how to type, as a button each where the network has such; nothing elsewhere */
  shortcuts?: readonly { label: Text; command: string }[];
  /** it asks something, and is deleted once that is answered or needs no answer any more; at this time at the latest */
  asked?: Asked;
  passing?: Passing;
  /** what the reader can tap in the place of typing, in a private chat, until another message says otherwise */
  keyboard?: Reader extends "one person" ? Keyboard : never;
  /** nobody's phone rings for it */
  silent?: true;
  /** for a private chat that is open already: none is opened for it */
  onlyIfOpen?: true;
  /** a way into the private chat with the bot that brings this payload along, A-Za-z0-9_-, 64 characters at most */
  privateChat?: { label: Text; payload: string };
  answer?: Answer;
};

/** A message in the language of who reads it; without one, in English. */
export type Spoken = Message & {
  readonly language?: Language;
  /** its picture, as a PNG; absent where none is shown, and then its text says so */
  readonly drawn?: Uint8Array;
};

/** What the bot says back, as data: a message, or the quiet sign that something was taken in. */
export type Reply = Message | { kind: "seen" };
