import { plainWords } from "../../../src/bots/render.ts";
import { type PlainTextId, text } from "../../../src/core/text/texts.ts";

/** Something that the bot says and that can be read at this moment. */
export type Shown = {
  /** the same for as long as it is there; an edit keeps it */
  id: string;
  /** "in march", or "to ana only" */
  to: string;
  text: string;
};

/** One network with the bot on it: its people, its rooms, its time, and what its people can read. */
export type Harness = {
  /** Sentences that only this network says: they are left out where networks are compared. */
  ownLines: readonly string[];
  /** what is said is written as it is, and compared with no other network */
  isVerbatim?: true;
  /** Whoever is new in a room joins it; the first in a room brings the bot along and is the room's admin. Without a room: in private. */
  say: (person: string, room: string | undefined, text: string) => Promise<void>;
  /** @param milliseconds lets so much time go by; absent where time is real and cannot be moved */
  wait?: (milliseconds: number) => Promise<void>;
  join: (person: string, room: string) => Promise<void>;
  leave: (person: string, room: string) => Promise<void>;
  kick: (person: string, room: string) => Promise<void>;
  admin: (person: string, room: string) => Promise<void>;
  /** nothing is shown to one person in a room: what is for who asked is said there to all, unless the room wants otherwise */
  saysToAll?: true;
  /** Oldest first in each place. */
  shown: () => readonly Shown[];
  /** What is compared of a text, where answers wait for their turn and ages differ by that; all of it when absent. */
  compared?: (text: string) => string;
  /** Resolves when the bot has said all that it will; where that cannot be known, when `isComplete`, or after long enough. */
  settle: (isComplete: () => boolean) => Promise<void>;
};

/** How a pin and the sign that something was taken in are written, whatever they look like on a network. */
export const pin = "(a pin)";
export const reaction = "(a reaction)";
export const inRoom = (room: string): string => `in ${room}`;
export const inPrivate = (person: string): string => `to ${person} only`;
export const choice = (number: number, label: string): string => `${number}  ${label}`;
export const link = (label: string): string => `[${label}]`;

/** What texts are in words, line by line. */
export const linesOf = (...ids: readonly PlainTextId[]): string[] => plainWords(ids.map((id) => text(id))).split("\n");
