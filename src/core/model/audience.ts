import type { PersonId, RoomId } from "./ids.ts";

/** Everybody in a room; `thread` is a forum topic or thread of it. */
export type Room = { readonly room: RoomId; readonly thread?: string };
/** One person, in place: shown in the room, and readable for that person only. */
export type OnePersonIn = { readonly person: PersonId; readonly within: Room };
/** One person, in the private chat with the bot. */
export type PrivateChat = { readonly person: PersonId; readonly within?: undefined };
export type OnePerson = OnePersonIn | PrivateChat;

/** Who reads a message. */
export type Audience = Room | OnePerson;

export const isRoom = (to: Audience): to is Room => "room" in to;

/** One person, where they asked in a room. */
export const isInPlace = (to: Audience): to is OnePersonIn => "person" in to && to.within !== undefined;

/** The chat in which the audience reads: a room, or a private chat. */
export const chatOf = (to: Audience): RoomId | PersonId => ("room" in to ? to.room : (to.within?.room ?? to.person));
