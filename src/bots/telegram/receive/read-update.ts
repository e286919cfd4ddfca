import { personId, roomId } from "../../../core/model/ids.ts";
import type { Incoming } from "../../../core/model/incoming.ts";
import type { Instant } from "../../../lib/time.ts";
import { type Fields, fieldsOf, idOf } from "../client/fields.ts";
import { pressable } from "../send/buttons.ts";
import { messageRef } from "../send/message-ref.ts";
import { readCommand, readUntaken } from "./read-command.ts";
import { readLocation } from "./read-location.ts";
import { readMembershipChange } from "./read-membership.ts";
import { type Chat, isTheirOwn, readChat, readOrigin, readPlace } from "./read-origin.ts";

/** Who the bot itself is on Telegram. */
export type Me = { id: number; username: string };

/** The kinds of update that `readUpdate` knows: all that the bot asks Telegram for. */
export const updateKinds = ["message", "edited_message", "callback_query", "my_chat_member", "chat_member"] as const;

/**
 * What an update of the Bot API says to the core; nothing for all that is not for it. Never throws, whatever the update is.
 * @param receivedAt no time that comes out is later, but for the end of a live share
 */
export function readUpdate(update: unknown, me: Me, receivedAt: Instant): Incoming[] {
  const fields = fieldsOf(update) ?? {};
  const of = (kind: (typeof updateKinds)[number]) => fieldsOf(fields[kind]);
  const message = of("message");
  const edited = of("edited_message");
  const pressed = of("callback_query");
  const ours = of("my_chat_member");
  const theirs = of("chat_member");
  const read =
    (message && readMessage(message, false, me, receivedAt)) ??
    (edited && readMessage(edited, true, me, receivedAt)) ??
    (pressed && readPress(pressed, receivedAt)) ??
    (ours && readMembershipChange(ours, "the bot")) ??
    (theirs && readMembershipChange(theirs, "somebody"));
  return read ? [withId(read, fields.update_id)] : [];
}

const newsKinds = ["person-left", "person-blocked-bot", "bot-left", "bot-rights-changed"] as const;
type News = Extract<Incoming, { kind: (typeof newsKinds)[number] }>;
const isNews = (read: Incoming): read is News => newsKinds.some((kind) => kind === read.kind);

/** An update that is delivered again has the id that it had. */
const withId = (read: Incoming, update: unknown): Incoming =>
  isNews(read) && typeof update === "number" ? { ...read, id: `telegram:update/${update}` } : read;

function readMessage(message: Fields, edited: boolean, me: Me, receivedAt: Instant): Incoming | undefined {
  const chat = readChat(message.chat);
  // An ephemeral message has the id 0: it can neither be answered in place nor be found again.
  const id = idOf(message.message_id);
  if (chat === undefined || id === undefined || id < 0) return undefined;
  const service = edited || chat.kind === "private" ? undefined : readService(message, chat, me);
  if (service) return service;
  const from = readOrigin(message, chat);
  if (from === undefined) return undefined;
  const heard = { chat: chat.id, message: id, edited, receivedAt };
  // A venue brings a location along, and is where something else is.
  if (!isTheirOwn(message) || message.venue !== undefined) return readUntaken(message, heard, from);
  return (from.person && readLocation(message, heard, from)) ?? readCommand(message, heard, from, me.username);
}

function readService(message: Fields, chat: Chat & { kind: "room" }, me: Me): Incoming | undefined {
  const to = idOf(message.migrate_to_chat_id);
  if (to !== undefined && to < 0) return { kind: "room-moved", from: chat.room, to: roomId("telegram", to) };
  const from = idOf(message.migrate_from_chat_id);
  if (from !== undefined && from < 0) return { kind: "room-moved", from: roomId("telegram", from), to: chat.room };
  const left = fieldsOf(message.left_chat_member);
  const id = idOf(left?.id);
  if (id === undefined || id < 0) return undefined;
  if (id === me.id) return { kind: "bot-left", room: chat.room };
  return left?.is_bot === false
    ? { kind: "person-left", person: personId("telegram", id), room: chat.room }
    : undefined;
}

/** A pressed button says the command that it stands for, as the one who pressed it. Telegram tells no time of it. */
function readPress(query: Fields, receivedAt: Instant): Incoming | undefined {
  const message = fieldsOf(query.message);
  const chat = readChat(message?.chat);
  const messageId = idOf(message?.message_id);
  const from = fieldsOf(query.from);
  const id = idOf(from?.id);
  if (typeof query.id !== "string" || !/^[\w-]{1,64}$/.test(query.id)) return undefined;
  if (typeof query.data !== "string" || message === undefined || chat === undefined) return undefined;
  if (messageId === undefined || messageId < 0 || id === undefined || id < 0 || from?.is_bot !== false)
    return undefined;
  if (chat.kind === "private" && chat.id !== id) return undefined;
  const [, name, rest] = pressable.exec(query.data) ?? [];
  if (name === undefined) return undefined;
  const person = personId("telegram", id);
  return {
    kind: "command",
    id: `telegram:pressed/${query.id}`,
    from: chat.kind === "room" ? { person, place: readPlace(chat, message) } : { person },
    name,
    argument: (rest ?? "").trim(),
    mentions: [],
    sentAt: receivedAt,
    message: messageRef(chat.id, messageId),
  };
}
