import { type PersonId, personId } from "../../../core/model/ids.ts";
import type { CommandIncoming, Origin } from "../../../core/model/incoming.ts";
import { type Fields, fieldsOf, idOf, instantOf } from "../client/fields.ts";
import { maxCommandNameCharacters, maxMentions, maxTextCharacters } from "../limits.ts";
import { messageRef } from "../send/message-ref.ts";
import type { MessageContext } from "./read-location.ts";

/**
 * A command is what Telegram marked as one at the very start of a text: `/name` or `/name@bot`.
 * In private, anything else that is written to the bot is a command without a name.
 * @param username the bot's own; a command for another bot is none
 */
export function readCommand(
  message: Fields,
  context: MessageContext,
  from: Origin,
  username: string,
): CommandIncoming | undefined {
  // What is written beneath a photo is said as well.
  const text = message.text ?? message.caption;
  if (typeof text !== "string" || text.length > maxTextCharacters) return undefined;
  const marked = message.entities ?? message.caption_entities;
  const entities = (Array.isArray(marked) ? marked : []).map(fieldsOf);
  const length = entities.find((entity) => entity?.type === "bot_command" && entity.offset === 0)?.length;
  const sentAt = instantOf(context.edited ? message.edit_date : message.date, context.receivedAt);
  if (sentAt === undefined) return undefined;
  const id = `telegram:${context.chat}/${context.message}`;
  const base = {
    // Each edit is said anew.
    ...(context.edited ? { id: `${id}/edited/${sentAt}`, edited: true as const } : { id }),
    from,
    sentAt,
    message: messageRef(context.chat, context.message),
  };
  if (typeof length !== "number") {
    const isForTheBot = from.place === undefined && !context.edited;
    return isForTheBot ? { kind: "command", ...base, name: "", argument: "", mentions: [] } : undefined;
  }

  const [, name, bot] = /^\/([a-z0-9_]+)(?:@([a-z0-9_]+))?$/i.exec(text.slice(0, length)) ?? [];
  if (name === undefined || name.length > maxCommandNameCharacters) return undefined;
  if ((bot ?? username).toLowerCase() !== username.toLowerCase()) return undefined;
  const argument = text.slice(length).trim();
  const mentioned = entities.map(readMention).filter((person) => person !== undefined);
  const mentions = argument === "" ? readRepliedTo(message) : mentioned.slice(0, maxMentions);
  const named = bot === undefined ? {} : { addressed: true as const };
  return { kind: "command", ...base, ...named, name: name.toLowerCase(), argument, mentions };
}

/**
 * Who wrote the message that is replied to: a person, not a bot, a channel or an admin who speaks as the group. In a topic, what replies to
 * nothing is told as a reply to the topic's beginning (Bot API, Message.reply_to_message).
 */
function readRepliedTo({ reply_to_message: replied }: Fields): PersonId[] {
  const { from, sender_chat: chat, forum_topic_created: topic } = fieldsOf(replied) ?? {};
  const user = fieldsOf(from);
  const id = idOf(user?.id);
  const isPerson = id !== undefined && id > 0 && user?.is_bot === false && chat === undefined && topic === undefined;
  return isPerson ? [personId("telegram", id)] : [];
}

/** A venue, or somebody else's position, is no position. In private its sender is told so, as for words that are no command. */
export function readUnusableLocation(
  message: Fields,
  context: MessageContext,
  from: Origin,
): CommandIncoming | undefined {
  const isLocation = message.location !== undefined && from.place === undefined;
  return isLocation ? readCommand({ ...message, text: "", entities: [] }, context, from, "") : undefined;
}

/** A mention of somebody without a username carries the person's id; one with a username stays in the text. */
function readMention(entity: Fields | undefined): PersonId | undefined {
  const user = entity?.type === "text_mention" ? fieldsOf(entity.user) : undefined;
  const id = idOf(user?.id);
  return id === undefined || id < 0 ? undefined : personId("telegram", id);
}
