import { type MessageRef, personId, roomId } from "../../../core/model/ids.ts";
import type { Incoming } from "../../../core/model/incoming.ts";
import type { Instant } from "../../../lib/time.ts";
import { type Fields, fieldsOf, idOf } from "../client/fields.ts";
import { maxCallbackQueryIdCharacters } from "../limits.ts";
import { readCallbackData } from "../send/buttons.ts";
import { ephemeralRef, messageRef, pressRef } from "../send/message-ref.ts";
import { readCommand, readUnusableLocation } from "./read-command.ts";
import { readLocation } from "./read-location.ts";
import { readLeft, readMembershipChange } from "./read-membership.ts";
import { type Chat, isTheirOwn, readChat, readOrigin, readPlace } from "./read-origin.ts";
import { readNobodysCommand, readNobodysLocation, readWithoutWords } from "./read-useless.ts";

/** The bot itself, as getMe tells it. */
export type BotUser = { id: number; username: string };

/** The kinds of update that `readUpdate` knows: all that the bot asks Telegram for. */
export const updateKinds = ["message", "edited_message", "callback_query", "my_chat_member", "chat_member"] as const;

/**
 * What an update of the Bot API says to the core; nothing for all that is not for it. Never throws, whatever the update is.
 * @param receivedAt no time that comes out is later, but for the end of a live share
 */
export function readUpdate(update: unknown, bot: BotUser, receivedAt: Instant): Incoming[] {
  const fields = fieldsOf(update) ?? {};
  const of = (kind: (typeof updateKinds)[number]) => fieldsOf(fields[kind]);
  const message = of("message");
  const edited = of("edited_message");
  const query = of("callback_query");
  const ownChange = of("my_chat_member");
  const change = of("chat_member");
  const read =
    (message && readMessage(message, false, bot, receivedAt)) ??
    (edited && readMessage(edited, true, bot, receivedAt)) ??
    (query && readCallbackQuery(query, receivedAt)) ??
    (ownChange && readMembershipChange(ownChange, "the bot")) ??
    (change && readMembershipChange(change, "somebody"));
  return read ? [withNumber(read, idOf(fields.update_id))] : [];
}

const newsKinds = ["person-left", "person-blocked-bot", "bot-left", "bot-rights-changed"] as const;
type News = Extract<Incoming, { kind: (typeof newsKinds)[number] }>;
const isNews = (read: Incoming): read is News => newsKinds.some((kind) => kind === read.kind);

/** An update that is delivered again has the number that it had, and later ones have greater numbers (Bot API, Update). */
function withNumber(read: Incoming, update: number | undefined): Incoming {
  if (update === undefined) return read;
  if (isNews(read)) return { ...read, id: `telegram:update/${update}` };
  if (read.kind === "command") return { ...read, order: update };
  return read.kind === "position" ? { ...read, position: { ...read.position, order: update } } : read;
}

function readMessage(message: Fields, edited: boolean, bot: BotUser, receivedAt: Instant): Incoming | undefined {
  const chat = readChat(message.chat);
  if (chat === undefined) return undefined;
  const at = readMessageIds(message, chat);
  if (at === undefined) return undefined;
  if (at.isEphemeral) return edited ? undefined : readEphemeral(message, chat, at, bot, receivedAt);
  const service = edited || chat.kind === "private" ? undefined : readServiceMessage(message, chat, bot);
  if (service) return service;
  const context = { ...at, edited, receivedAt };
  const from = readOrigin(message, chat);
  if (from?.person === undefined) {
    const nobodys = readNobodysLocation(message, context, chat);
    if (nobodys) return nobodys;
    if (from === undefined) return readNobodysCommand(message, context, chat, bot.username);
  }
  // A venue brings a location along, and is where something else is.
  if (!isTheirOwn(message) || message.venue !== undefined)
    return readUnusableLocation(message, context, from) ?? readWithoutWords(message, context, from);
  return (
    (from.person && readLocation(message, context, from)) ??
    readCommand(message, context, from, bot.username) ??
    readWithoutWords(message, context, from)
  );
}

type MessageIds = { key: string; ref: MessageRef; isEphemeral: boolean };

/** An ephemeral message has the id 0, and one of its own beside its sender or receiver, which may be another's later (Bot API, Message). */
function readMessageIds(message: Fields, chat: Chat): MessageIds | undefined {
  const id = idOf(message.message_id);
  if (id !== undefined)
    return id < 0 ? undefined : { key: `${chat.id}/${id}`, ref: messageRef(chat.id, id), isEphemeral: false };
  const ephemeral = idOf(message.ephemeral_message_id);
  const [from, to] = [fieldsOf(message.from), fieldsOf(message.receiver_user)];
  const person = idOf((from?.is_bot === true ? to : from)?.id);
  if (message.message_id !== 0 || ephemeral === undefined || ephemeral < 0) return undefined;
  if (chat.kind !== "room" || person === undefined || person < 0) return undefined;
  const key = `${chat.id}/only/${person}/${ephemeral}/${String(message.date)}`;
  return { key, ref: ephemeralRef(chat.id, person, ephemeral), isEphemeral: true };
}

/** A person's command that nobody else in the group sees; nothing else is heard in that way, a position least of all. */
function readEphemeral(
  message: Fields,
  chat: Chat,
  { key, ref }: MessageIds,
  bot: BotUser,
  receivedAt: Instant,
): Incoming | undefined {
  const from = readOrigin(message, chat);
  if (from?.person === undefined || !isTheirOwn(message) || fieldsOf(message.receiver_user)?.id !== bot.id)
    return undefined;
  const command = readCommand(message, { key, ref, edited: false, receivedAt }, from, bot.username);
  return command && { ...command, addressed: true };
}

function readServiceMessage(message: Fields, chat: Chat & { kind: "room" }, bot: BotUser): Incoming | undefined {
  const to = idOf(message.migrate_to_chat_id);
  if (to !== undefined && to < 0) return { kind: "room-moved", from: chat.room, to: roomId("telegram", to) };
  const from = idOf(message.migrate_from_chat_id);
  if (from !== undefined && from < 0) return { kind: "room-moved", from: roomId("telegram", from), to: chat.room };
  const left = fieldsOf(message.left_chat_member);
  const id = idOf(left?.id);
  if (id === undefined || id < 0) return undefined;
  if (id === bot.id)
    return { kind: "bot-left", room: chat.room, ...(chat.title !== undefined && { name: chat.title }) };
  return left?.is_bot === false ? readLeft(chat, id, message.from) : undefined;
}

const isCallbackQueryId = (id: unknown): id is string =>
  typeof id === "string" && /^[\w-]+$/.test(id) && id.length <= maxCallbackQueryIdCharacters;

/** A pressed button says its command for the person who pressed it. A callback query has no time. */
function readCallbackQuery(query: Fields, receivedAt: Instant): Incoming | undefined {
  const message = fieldsOf(query.message);
  const chat = readChat(message?.chat);
  const from = fieldsOf(query.from);
  const id = idOf(from?.id);
  if (!isCallbackQueryId(query.id)) return undefined;
  const command = readCallbackData(query.data);
  if (command === undefined || message === undefined || chat === undefined) return undefined;
  const at = readMessageIds(message, chat);
  if (at === undefined || id === undefined || id < 0 || from?.is_bot !== false) return undefined;
  if (chat.kind === "private" && chat.id !== id) return undefined;
  const person = personId("telegram", id);
  return {
    kind: "command",
    id: `telegram:pressed/${query.id}`,
    from: chat.kind === "room" ? { person, place: readPlace(chat, message) } : { person },
    ...command,
    mentions: [],
    sentAt: receivedAt,
    message: pressRef(at.ref, query.id),
  };
}
