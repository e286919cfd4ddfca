import type { Room } from "../../../core/model/audience.ts";
import { personId, type RoomId, roomId } from "../../../core/model/ids.ts";
import type { Origin } from "../../../core/model/incoming.ts";
import { type Fields, fieldsOf, idOf } from "../client/fields.ts";

/** GroupAnonymousBot, which stands for an admin who posts as the group itself. */
export const groupAnonymousBot = 1087968824;

export type Chat = { kind: "private"; id: number } | { kind: "room"; id: number; room: RoomId; title?: string };

/** A channel is no room. Neither is the inbox of a channel, which is told as a supergroup. */
export function readChat(value: unknown): Chat | undefined {
  const chat = fieldsOf(value);
  const id = idOf(chat?.id);
  if (chat === undefined || id === undefined) return undefined;
  if (chat.type === "private") return id > 0 ? { kind: "private", id } : undefined;
  if (chat.type !== "group" && chat.type !== "supergroup") return undefined;
  if (id > 0 || chat.is_direct_messages === true) return undefined;
  return {
    kind: "room",
    id,
    room: roomId("telegram", id),
    ...(typeof chat.title === "string" && { title: chat.title }),
  };
}

/** `message_thread_id` alone is no topic: Telegram also counts threads of replies with it. */
export function readPlace(chat: Chat & { kind: "room" }, message: Fields): Room {
  const thread = message.is_topic_message === true ? idOf(message.message_thread_id) : undefined;
  return thread === undefined ? { room: chat.room } : { room: chat.room, thread: String(thread) };
}

/** Whether the sender wrote it: it was not forwarded, sent through a bot, or passed on automatically. */
export function isTheirOwn(message: Fields): boolean {
  const notTheirOwn = ["via_bot", "is_automatic_forward"];
  // The older fields of a forward are still what an older self-hosted Bot API server sends.
  const forwarded = ["forward_origin", "forward_date", "forward_from", "forward_from_chat", "forward_sender_name"];
  return [...notTheirOwn, ...forwarded].every((field) => message[field] === undefined);
}

/**
 * Who sends a message, as the server vouches for it.
 * @returns undefined when it is a bot, a channel, or not for the bot
 */
export function readOrigin(message: Fields, chat: Chat): Origin | undefined {
  if (message.business_connection_id !== undefined || message.guest_query_id !== undefined) return undefined;
  const from = fieldsOf(message.from);
  const id = idOf(from?.id);
  if (from === undefined || id === undefined || id < 0) return undefined;

  if (message.sender_chat !== undefined) {
    const asTheGroup = id === groupAnonymousBot && fieldsOf(message.sender_chat)?.id === chat.id;
    return asTheGroup && chat.kind === "room" ? { place: readPlace(chat, message) } : undefined;
  }
  if (from.is_bot !== false) return undefined;
  const person = personId("telegram", id);
  if (chat.kind === "room") return { person, place: readPlace(chat, message) };
  return id === chat.id ? { person } : undefined;
}
