import type { Instant } from "../../lib/time.ts";
import type { Language } from "../text/languages.ts";
import type { Audience, Room } from "./audience.ts";
import type { CircleId, MessageRef, PersonId, Position, RoomId, ShareId } from "./ids.ts";

/** Who speaks, and where. Without a place: the private chat. Without a person: the room's admins, anonymously. */
export type Origin = { person: PersonId; place?: Room } | { person?: undefined; place: Room };

/** Who reads what is answered in place. */
export const placeOf = (from: Origin): Audience =>
  from.person === undefined ? from.place : (from.place ?? { person: from.person });

export type CommandIncoming = {
  kind: "command";
  /** the network's own id of what was said, so that the same thing said twice by the network is answered once */
  id: string;
  from: Origin;
  /** as in the command table, without slash or bang, lower case; empty for words written to the bot in private that are no command */
  name: string;
  argument: string;
  /** people mentioned in the argument, by their ids; where there is none, who wrote the message that is replied to */
  mentions: readonly PersonId[];
  sentAt: Instant;
  /** as of a `Position` */
  order?: number;
  message: MessageRef;
  /** it names this bot, so that nobody else will answer it */
  addressed?: true;
  /** it stood behind the bot's name without the mark of a command: if it is none, it is only words */
  unmarked?: true;
  /** it was edited into a message that said something else before */
  edited?: true;
  /** set by the core: it follows from something else that was said, so whoever said it is told only what there is to show */
  follows?: true;
  /** set by the core: it shares a position, and is void when its sender says /stop before it was worked on */
  shares?: true;
};

/** The share that a command begins, if it begins one. */
export const shareOfCommand = ({ id }: CommandIncoming): ShareId => id as ShareId;

export type PositionIncoming = {
  kind: "position";
  from: { person: PersonId; place?: Room };
  share: ShareId;
  live: boolean;
  position: Position;
  startedAt: Instant;
  /** when the network says a live share ends; absent when it says "until turned off" and when it is not live */
  until?: Instant;
  /** false for an update of a message that the network has sent before */
  first: boolean;
  message: MessageRef;
  /** the message that brought this point, where each point of a live share has one of its own */
  point?: MessageRef;
};

/** `id`: the network's own, on networks that may tell the same news again, when what came of it may be past. */
type News = { id?: string };

/** Why something cannot be worked on, though its sender waits for a word. */
export const uselessKinds = ["as-the-room", "as-a-channel", "said-as-a-channel", "no-words", "passed-on"] as const;
export type UselessIncoming = {
  kind: "useless";
  what: (typeof uselessKinds)[number];
  /** the command that was said: what is none of ours may be another bot's */
  command?: string;
  id: string;
  from: Origin;
  sentAt: Instant;
  message: MessageRef;
};

/** Somebody asks where one person is. It follows from a command that was answered already, in the same words whoever is meant. */
export type RequestIncoming = {
  kind: "request";
  /** of the command */
  id: string;
  asker: PersonId;
  /** the name as it was typed */
  wanted: string;
  mentions: readonly PersonId[];
  /** nobody is asked: the asker has asked too often */
  isTooMany?: true;
};

/** What a network tells the core. Everything here was checked by the adapter that made it. */
export type Incoming =
  | CommandIncoming
  | PositionIncoming
  | UselessIncoming
  /** a live share was stopped by its sharer, or its message was redacted */
  | { kind: "share-ended"; person: PersonId; share: ShareId }
  /** the message that brought one position of a live share was removed; `order` as of that `Position` */
  | { kind: "position-removed"; person: PersonId; order: number }
  /** `removed`: somebody else did it; `name`: how the room is called, to whoever cannot look there any more */
  | ({ kind: "person-left"; person: PersonId; room: RoomId; removed?: true; name?: string } & News)
  | ({ kind: "person-blocked-bot"; person: PersonId } & News)
  /** `event`: the network's own id of its coming, where it knows repeats, so that a later one is greeted anew; `at`: when it came, there */
  | { kind: "bot-joined"; room: RoomId; event?: string; at?: Instant }
  /** `name`: how the room is called, for it cannot be asked any more */
  | ({ kind: "bot-left"; room: RoomId; name?: string } & News)
  /** the bot was made admin of the room, or is no longer */
  | ({ kind: "bot-rights-changed"; room: RoomId } & News)
  /** the network gave the room another id, with the same people in it */
  | { kind: "room-moved"; from: RoomId; to: RoomId }
  /** nobody can speak in the room any more; another may take its place later */
  | { kind: "room-closed"; room: RoomId }
  /** which language the person's app speaks */
  | { kind: "language-heard"; person: PersonId; language: Language }
  /** somebody brought the bot into the room; told before it joined */
  | { kind: "bot-brought"; room: RoomId; by: PersonId }
  /** another room took the place of this one, and its people come there by themselves */
  | { kind: "room-replaced"; from: RoomId; to: RoomId }
  // Not told by a network, but what follows from something else.
  | RequestIncoming
  | { kind: "request-next"; person: PersonId }
  /** the time of a request may be over */
  | { kind: "request-over"; person: PersonId; request: string }
  /** circles that do not see each other any more, by something in this room: who asked across asks nobody any more */
  | { kind: "circles-unlinked"; room: RoomId; circles: readonly CircleId[] };
