import type { Instant } from "../../lib/time.ts";
import type { Audience, OnePerson, Room } from "./audience.ts";
import type { MessageRef, PersonId, RoomId } from "./ids.ts";
import type { Incoming } from "./incoming.ts";
import type { Message } from "./message.ts";

/** What a step leads to, as data; the next step carries it out. Nothing calls back up. */
export type Effect =
  | { kind: "say"; to: Room; message: Message<"everybody"> }
  | { kind: "say"; to: OnePerson; message: Message }
  /** the quiet sign that something was taken in */
  | { kind: "acknowledge"; to: Audience; message: MessageRef }
  /** something that follows from it, to be worked on as if it had just come in */
  | { kind: "follow"; id: string; incoming: Incoming }
  /** positions of this person that wait to be worked on are void if their share began by `saidAt`; `rooms`: only those that were sent there */
  | { kind: "void"; person: PersonId; saidAt: Instant; rooms?: readonly RoomId[] };

type Content = Omit<Message, "kind" | "reader">;

export const forEverybody = (content: Content): Message<"everybody"> => ({
  kind: "message",
  reader: "everybody",
  ...content,
});
export const forOnePerson = (content: Content): Message<"one person"> => ({
  kind: "message",
  reader: "one person",
  ...content,
});

/** Said to all who are in the room. */
export const toRoom = (to: Room, message: Message<"everybody">): Effect => ({ kind: "say", to, message });
/** Said to one person, and to nobody else whatever fails. */
export const toPerson = (to: OnePerson, message: Message): Effect => ({ kind: "say", to, message });
