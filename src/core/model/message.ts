import type { Instant } from "../../lib/time.ts";
import type { Precision } from "../geo/precision.ts";
import type { CircleId, PersonId, ShareId } from "./ids.ts";

/** A piece of a line. `code` is text that a person may want to copy, such as a command or coordinates. */
export type Span = string | { bold: string } | { code: string };
export type Line = readonly Span[];

/** A person whose position an answer shows or is reckoned from, how exactly, the share it came from, and when it was reported. */
export type Shown = { circle: CircleId; person: PersonId; precision: Precision; share: ShareId; at: Instant };

/** An answer is a copy: it is deleted at `until`, or when the share of one of `shows` ends. */
export type Answer = { shows: readonly Shown[]; until: Instant };

/**
 * @template Reader who may read it. What is for one person has no way to a room: it does not compile, and a network that cannot reach one
 *   person alone refuses it.
 */
export type Message<Reader extends "everybody" | "one person" = "everybody" | "one person"> = {
  kind: "message";
  reader: Reader;

  lines: readonly Line[];
  /** the network's own pin, beside the text that is complete without it; accuracy in metres */
  pin?: { latitude: number; longitude: number; accuracy?: number };
  /** things to choose from: buttons where the network has them, else numbered; `command` is what choosing one says */
  choices?: readonly { label: string; command: string }[];
  /** a way into the private chat with the bot that brings this payload along, A-Za-z0-9_-, 64 characters at most */
  privateChat?: { label: string; payload: string };
  answer?: Answer;
};

/** What the bot says back, as data: a message, or the quiet sign that something was taken in. */
export type Reply = Message | { kind: "seen" };

export const line = (...spans: Span[]): Line => spans;
export const bold = (text: string): Span => ({ bold: text });
export const code = (text: string): Span => ({ code: text });
