import type { Chat, Live, Membership, Message, Point, User } from "../world/world.ts";
import { isObject, type Json, type JsonObject } from "./json.ts";

// Field order and omission follow tdlib/telegram-bot-api, telegram-bot-api/Client.cpp: JsonUser, JsonChat, JsonLocation, JsonMessage.

export function wireUser(user: User): JsonObject {
  const { id, is_bot, first_name, last_name, username, language_code } = user;
  return { id, is_bot, first_name, last_name, username, language_code };
}

export function wireChat(chat: Chat): JsonObject {
  if (chat.user !== undefined) {
    const { first_name, last_name, username } = chat.user;
    return { id: chat.id, first_name, last_name, username, type: chat.type };
  }
  const { id, title, username, type } = chat;
  return {
    id,
    title,
    username,
    is_forum: chat.topics === undefined ? undefined : true,
    type,
    all_members_are_administrators: type === "group" ? true : undefined,
  };
}

/** Seconds a live location has left; 0 when stopped or past its period. `now` and `date` are in seconds. */
export function secondsLeft(live: Live, date: number, now: number): number {
  if (live.period === 0x7fffffff) return live.period;
  return Math.max(0, live.period - Math.max(now - date, 0));
}

/** The proximity radius is told to nobody but the sender of the location (td_api.tl, messageLocation). */
function wireLocation(point: Point, live: Live | undefined, date: number, now: number, isOwn = false): JsonObject {
  const isLive = live !== undefined && secondsLeft(live, date, now) > 0;
  return {
    latitude: point.latitude,
    longitude: point.longitude,
    live_period: isLive ? live.period : undefined,
    heading: isLive && live.heading > 0 ? live.heading : undefined,
    proximity_alert_radius: isLive && isOwn && live.proximityRadius > 0 ? live.proximityRadius : undefined,
    horizontal_accuracy: (point.horizontal_accuracy ?? 0) > 0 ? point.horizontal_accuracy : undefined,
  };
}

function wireContent(message: Message, now: number): JsonObject {
  const { content, date } = message;
  switch (content.kind) {
    case "text":
      return {
        text: content.text,
        entities:
          content.entities.length === 0
            ? undefined
            : content.entities.map((entity) => ({
                ...entity,
                user: entity.user === undefined ? undefined : wireUser(entity.user),
              })),
      };
    case "location":
      return { location: wireLocation(content.point, content.live, date, now, message.from?.is_bot) };
    case "photo": {
      const file = { file_id: `photo${message.message_id}`, file_unique_id: `photo${message.message_id}` };
      const photo = [{ ...file, file_size: content.file.size, width: 800, height: 800 }];
      return { photo, caption: content.caption === "" ? undefined : content.caption };
    }
    case "venue": {
      const location = wireLocation(content.point, undefined, date, now);
      return { venue: { location, title: content.title, address: content.address }, location };
    }
    case "service":
      return content.fields;
  }
}

function wireOrigin(message: Message): JsonObject {
  const { origin } = message;
  if (origin === undefined) return {};
  const by =
    origin.user === undefined
      ? { type: "hidden_user", sender_user_name: origin.hiddenName ?? "" }
      : { type: "user", sender_user: wireUser(origin.user) };
  return {
    forward_origin: { ...by, date: origin.date },
    is_automatic_forward: message.isAutomaticForward ? true : undefined,
    forward_from: origin.user === undefined ? undefined : wireUser(origin.user),
    forward_sender_name: origin.user === undefined ? (origin.hiddenName ?? "") : undefined,
    forward_date: origin.date,
  };
}

/**
 * A message as Telegram would write it at that moment: a live location that has run out reads like a plain pin.
 * @param now seconds since 1970
 */
export function wireMessage(message: Message, now: number, withReply = true): Json {
  const { replyTo } = message;
  return {
    message_id: message.message_id,
    from: message.from === undefined ? undefined : wireUser(message.from),
    sender_chat: message.senderChat === undefined ? undefined : wireChat(message.senderChat),
    chat: wireChat(message.chat),
    date: message.date,
    edit_date: message.editDate,
    message_thread_id: message.threadId,
    ephemeral_message_id: message.ephemeralId,
    receiver_user: message.onlyFor === undefined ? undefined : wireUser(message.onlyFor),
    ...wireOrigin(message),
    reply_to_message:
      withReply && replyTo !== undefined && !replyTo.deleted ? wireMessage(replyTo, now, false) : undefined,
    ...wireContent(message, now),
    via_bot: message.viaBot === undefined ? undefined : wireUser(message.viaBot),
    is_topic_message: message.threadId === undefined ? undefined : true,
    // Other keyboards are shown to people, never told to bots.
    reply_markup: isObject(message.markup) && "inline_keyboard" in message.markup ? message.markup : undefined,
  };
}

/** ChatMember; rights that were not given are false. */
export function wireMember(member: Membership): JsonObject {
  const base = { user: wireUser(member.user), status: member.status };
  switch (member.status) {
    case "creator":
      return { ...base, is_anonymous: member.rights.is_anonymous === true };
    case "administrator":
      return { ...base, can_be_edited: false, ...adminRights(member.rights) };
    case "restricted":
      return { ...base, is_member: member.isMember, can_send_messages: false, ...member.rights, until_date: 0 };
    case "kicked":
      return { ...base, until_date: 0 };
    case "member":
    case "left":
      return base;
  }
}

const adminRightNames = [
  "can_delete_messages",
  "can_restrict_members",
  "can_promote_members",
  "can_change_info",
  "can_invite_users",
  "can_pin_messages",
  "can_manage_topics",
  "is_anonymous",
];

function adminRights(rights: Readonly<Record<string, boolean>>): Record<string, boolean> {
  const named = Object.fromEntries(adminRightNames.map((name) => [name, rights[name] === true]));
  return { can_manage_chat: true, ...named };
}
