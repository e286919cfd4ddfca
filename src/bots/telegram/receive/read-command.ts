import { type PersonId, personId } from "../../../core/model/ids.ts";
import type { CommandIncoming, Origin } from "../../../core/model/incoming.ts";
import { commandOf, requestChoices, requestLabels } from "../../../core/model/request.ts";
import { languages } from "../../../core/text/languages.ts";
import { text } from "../../../core/text/texts.ts";
import { readCommand as readTyped } from "../../parse-command.ts";
import { plainWords } from "../../render.ts";
import { type Fields, fieldsOf, idOf, instantOf } from "../client/fields.ts";
import { maxCommandNameCharacters, maxMentions, maxTextCharacters } from "../limits.ts";
import type { MessageContext } from "./read-location.ts";

type Reply = { readonly name: string; readonly argument: string };
const repliesByKey = new Map<string, Reply>();

/**
 * A key of a keyboard of replies sends what stands on it, as if it were typed (Bot API, ReplyKeyboardMarkup).
 * @returns what a key with these words says, in whichever language they are
 */
function readReply(words: string): Reply | undefined {
  if (repliesByKey.size === 0)
    for (const choice of requestChoices) {
      const [name = "", argument = ""] = commandOf(choice).split(" ");
      for (const language of languages)
        repliesByKey.set(unmarked(plainWords([text(requestLabels[choice])], language)), { name, argument });
    }
  return repliesByKey.get(unmarked(words));
}

/** Without the mark of a language from right to left, which apps may leave out. */
const unmarked = (words: string): string => words.replaceAll("\u200F", "").trim();

/**
 * A command is what Telegram marked as one at the very start of a text: `/name` or `/name@bot`; or what stands behind a mention of the bot.
 * Anything else that is written to the bot, in private or with a mention of it, is a command without a name.
 * @param username the bot's own; a command for another bot is none
 */
export function readCommand(
  message: Fields,
  context: MessageContext,
  from: Origin,
  username: string,
): CommandIncoming | undefined {
  // What is written beneath a photo is said as well.
  const words = message.text ?? message.caption;
  if (typeof words !== "string" || words.length > maxTextCharacters) return undefined;
  const marked = message.entities ?? message.caption_entities;
  const entities = (Array.isArray(marked) ? marked : []).map(fieldsOf);
  const length = entities.find((entity) => entity?.type === "bot_command" && entity.offset === 0)?.length;
  const sentAt = instantOf(context.edited ? message.edit_date : message.date, context.receivedAt);
  if (sentAt === undefined) return undefined;
  const id = `telegram:${context.key}`;
  const base = {
    // Each edit is said anew.
    ...(context.edited ? { id: `${id}/edited/${sentAt}`, edited: true as const } : { id }),
    from,
    sentAt,
    message: context.ref,
  };
  const mentioned = entities
    .map(readMention)
    .filter((person) => person !== undefined)
    .slice(0, maxMentions);
  if (typeof length !== "number") {
    const called = readCall(words, entities, username);
    const addressed = called && { addressed: true as const };
    const typed = readUnmarked(called, words);
    if (typed) {
      const mentions = typed.argument === "" ? readRepliedTo(message) : mentioned;
      return { kind: "command", ...base, ...addressed, ...typed, mentions };
    }
    const isForTheBot = (from.place === undefined || called) && !context.edited;
    if (!isForTheBot) return undefined;
    const reply = from.place === undefined ? readReply(words) : undefined;
    return { kind: "command", ...base, ...addressed, ...(reply ?? { name: "", argument: "" }), mentions: [] };
  }

  const [, name, bot] = /^\/([a-z0-9_]+)(?:@([a-z0-9_]+))?$/i.exec(words.slice(0, length)) ?? [];
  if (name === undefined || name.length > maxCommandNameCharacters) return undefined;
  if ((bot ?? username).toLowerCase() !== username.toLowerCase()) return undefined;
  const argument = words.slice(length).trim();
  const mentions = argument === "" ? readRepliedTo(message) : mentioned;
  const named = bot === undefined ? {} : { addressed: true as const };
  return { kind: "command", ...base, ...named, name: name.toLowerCase(), argument, mentions };
}

/**
 * Whether the words mention the bot.
 * @returns what stands behind that mention, where they begin with it; undefined when they do not mention it
 */
function readCall(
  text: string,
  entities: readonly (Fields | undefined)[],
  username: string,
): { rest?: string } | undefined {
  const own = `@${username.toLowerCase()}`;
  for (const { type, offset, length } of entities.filter((entity) => entity !== undefined)) {
    if (type !== "mention" || typeof offset !== "number" || typeof length !== "number") continue;
    if (text.slice(offset, offset + length).toLowerCase() !== own) continue;
    return offset === 0 ? { rest: text.slice(length).replace(/^[\s.,:;?…]+/, "") } : {};
  }
  return undefined;
}

/** What people type for a command, and Telegram does not mark: the words behind a mention of the bot, a slash with a blank, or a wide one. */
function readUnmarked(called: { rest?: string } | undefined, text: string) {
  const { rest } = called ?? {};
  if (rest === undefined) return /^(?:／|\/\s)/.test(text) ? readTyped(text, "/") : undefined;
  const words = readTyped(`/${rest}`, "/");
  return readTyped(rest, "/") ?? (words && { ...words, unmarked: true as const });
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
