import type { Duration, Instant } from "../../lib/time.ts";
import type { Audience, OnePerson, OnePersonIn, PrivateChat, Room } from "./audience.ts";
import type { MessageRef, PersonId, RoomId } from "./ids.ts";
import type { CommandIncoming, Incoming } from "./incoming.ts";
import { wordStands } from "./limits.ts";
import type { Message } from "./message.ts";

/** What was asked where a board answers it. `asker`: absent for an admin who speaks as the room */
export type BoardQuestion = { id: string; asker: PersonId | undefined; message: MessageRef };

/** What a step leads to, as data; the next step carries it out. Nothing calls back up. */
export type Effect =
  /** `asker`: it concerns only who asked, who alone is shown it where the room wants that, or where the network can do it in place */
  | { kind: "say"; to: Room; message: Message<"everybody">; asker?: Asker }
  /** to one person who asked in a room, and to nobody else whatever fails: there is nothing that could be said instead */
  | { kind: "say"; to: OnePersonIn; message: Message<"one person"> }
  /** `otherwise`: what is said when the person cannot be reached alone, or the network does not take it */
  | { kind: "say"; to: PrivateChat; message: Message; otherwise?: Otherwise }
  /** the quiet sign that something was taken in; `orNothing`: where it cannot be given, nothing is said in its place */
  | { kind: "acknowledge"; to: Audience; message: MessageRef; orNothing?: true }
  /** the room's board is to be looked at now; `asked`: what it answers, by somebody who is to see it */
  | { kind: "board"; to: Room; asked?: BoardQuestion }
  /** no board answers this person any more */
  | { kind: "unask"; person: PersonId }
  /** something that follows from it, to be worked on as if it had just come in; `due`: not before then */
  | { kind: "follow"; id: string; incoming: Incoming; due?: Instant }
  /**
   * a question that follows from it, answered as if somebody had just asked it there; `alone`: it was asked in a room, and its answer waited for
   * who asked
   */
  | { kind: "question"; id: string; to: PrivateChat; question: CommandIncoming; alone?: true }
  /** once all of these effects are durable, it is forgotten to whom this ending was to be told */
  | { kind: "told"; cause: string }
  /** what somebody else said is deleted, where the network lets the bot do that */
  | { kind: "delete"; to: Room; message: MessageRef }
  /** positions of this person that wait to be worked on are void if their share began by `saidAt`; `rooms`: only those that were sent there */
  | ({ kind: "void" } & Withdrawn);

/** Whose shares are void that begin by `saidAt`; `rooms`: only those there. */
export type Withdrawn = { person: PersonId; saidAt: Instant; rooms?: readonly RoomId[] };

export const theRoomItself = "the room itself";
export type Say = Extract<Effect, { kind: "say" }>;
/** Who asked in a room; its admins may speak as the room itself, and cannot be told anything alone then. */
export type Asker = PersonId | typeof theRoomItself;

export type Otherwise =
  | { to: Room; message: Message<"everybody">; asker?: Asker }
  | { to: OnePerson; message: Message };

type Content<Reader extends "everybody" | "one person"> = Omit<Message<Reader>, "kind" | "reader">;

export const forEverybody = (content: Content<"everybody">): Message<"everybody"> => ({
  kind: "message",
  reader: "everybody",
  ...content,
});
export const forOnePerson = (content: Content<"one person">): Message<"one person"> => ({
  kind: "message",
  reader: "one person",
  ...content,
});

/** Said to all who are in the room. */
export const toRoom = (to: Room, message: Message<"everybody">): Effect => ({ kind: "say", to, message });
/** Said to one person in private, and to nobody else whatever fails. */
export const toPerson = (to: PrivateChat, message: Message, otherwise?: Otherwise): Effect => ({
  kind: "say",
  to,
  message,
  ...(otherwise && { otherwise }),
});
/** An answer for who asked in a room: no effect and no network turns it into one for the room. */
export const toAsker = (to: OnePersonIn, message: Message<"one person">): Effect => ({ kind: "say", to, message });
/** What concerns only who asked, and shows nobody: errors, help, own settings. */
export const hintTo = (to: Room, asker: Asker, message: Message<"everybody">): Effect => ({
  kind: "say",
  to,
  message,
  asker,
});
/** A message that goes after a while, in a room. What asks something, or shows somebody, has an end of its own. */
export function passing<M extends Message>(message: M, asker?: Asker, stands: Duration = wordStands): M {
  const kind = message.lines[0]?.id;
  if (kind === undefined || message.asked || message.answer) return message;
  const of = asker === undefined || asker === theRoomItself ? {} : { asker };
  return { ...message, passing: { kind, stands, ...of } };
}
/** What all may read, for one of them alone. The other way round does not compile. */
export const alone = (message: Message): Message<"one person"> => ({ ...message, reader: "one person" });
