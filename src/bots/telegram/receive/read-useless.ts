import type { Origin, UselessIncoming } from "../../../core/model/incoming.ts";
import { type Fields, fieldsOf, idOf, instantOf } from "../client/fields.ts";
import { readCommand } from "./read-command.ts";
import type { MessageContext } from "./read-location.ts";
import { type Chat, groupAnonymousBot, isTheirOwn, readPlace } from "./read-origin.ts";

/** What people send beside words and locations. A message that tells of something else, such as a new photo of the group, is nobody's saying. */
const withoutWords = [
  "photo",
  "voice",
  "video",
  "video_note",
  "audio",
  "animation",
  "document",
  "sticker",
  "story",
  "contact",
  "poll",
  "dice",
  "game",
  "paid_media",
  "checklist",
];

/** What somebody sends to the bot in private that says nothing to it, or that somebody else said. */
export function readWithoutWords(message: Fields, context: MessageContext, from: Origin): UselessIncoming | undefined {
  if (from.place !== undefined || context.edited) return undefined;
  const hasWords = typeof message.text === "string" || typeof message.caption === "string";
  if (!isTheirOwn(message) && hasWords) return useless("passed-on", message, context, from);
  const isOther = withoutWords.some((kind) => message[kind] !== undefined);
  return isOther ? useless("no-words", message, context, from) : undefined;
}

/** A location that an admin sends as the group, or somebody as a channel: whose it is, nobody can know. */
export function readNobodysLocation(message: Fields, context: MessageContext, chat: Chat): UselessIncoming | undefined {
  const isLocation = message.location !== undefined && message.venue === undefined;
  if (message.business_connection_id !== undefined || message.guest_query_id !== undefined) return undefined;
  const sender = idOf(fieldsOf(message.sender_chat)?.id);
  if (chat.kind !== "room" || context.edited || !isLocation || sender === undefined || !isTheirOwn(message))
    return undefined;
  const isGroup = sender === chat.id && idOf(fieldsOf(message.from)?.id) === groupAnonymousBot;
  return useless(isGroup ? "as-the-room" : "as-a-channel", message, context, { place: readPlace(chat, message) });
}

/** A command that somebody says as a channel: they may believe that they have stopped. What the channel itself posts comes by itself. */
export function readNobodysCommand(
  message: Fields,
  context: MessageContext,
  chat: Chat,
  username: string,
): UselessIncoming | undefined {
  const sender = fieldsOf(message.sender_chat);
  if (message.business_connection_id !== undefined || message.guest_query_id !== undefined) return undefined;
  if (chat.kind !== "room" || context.edited || sender?.type !== "channel" || !isTheirOwn(message)) return undefined;
  const from = { place: readPlace(chat, message) };
  const command = readCommand(message, context, from, username)?.name;
  return command ? useless("said-as-a-channel", message, context, from, command) : undefined;
}

function useless(
  what: UselessIncoming["what"],
  message: Fields,
  { key, ref, receivedAt }: MessageContext,
  from: Origin,
  command?: string,
): UselessIncoming | undefined {
  const sentAt = instantOf(message.date, receivedAt);
  if (sentAt === undefined) return undefined;
  const said = { kind: "useless", what, id: `telegram:${key}`, from, sentAt, message: ref } as const;
  return command === undefined ? said : { ...said, command };
}
