import { type PersonId, personId } from "../../../core/model/ids.ts";
import type { CommandIncoming, Origin } from "../../../core/model/incoming.ts";
import { type Fields, fieldsOf, idOf, instantOf } from "../client/fields.ts";
import { messageRef } from "../send/message-ref.ts";
import type { Heard } from "./read-location.ts";

const longestText = 4096;

/**
 * A command is what Telegram marked as one at the very start of a text: `/name` or `/name@bot`.
 * In private, anything else that is written to the bot is a command without a name.
 * @param username the bot's own; a command for another bot is none
 */
export function readCommand(
  message: Fields,
  heard: Heard,
  from: Origin,
  username: string,
): CommandIncoming | undefined {
  const { text } = message;
  if (heard.edited || typeof text !== "string" || text.length > longestText) return undefined;
  const entities = (Array.isArray(message.entities) ? message.entities : []).map(fieldsOf);
  const length = entities.find((entity) => entity?.type === "bot_command" && entity.offset === 0)?.length;
  const sentAt = instantOf(message.date, heard.receivedAt);
  if (sentAt === undefined) return undefined;
  const said = {
    id: `telegram:${heard.chat}/${heard.message}`,
    from,
    sentAt,
    message: messageRef(heard.chat, heard.message),
  };
  if (typeof length !== "number") {
    return from.place ? undefined : { kind: "command", ...said, name: "", argument: "", mentions: [] };
  }

  const [, name, bot] = /^\/([a-z0-9_]{1,32})(?:@([a-z0-9_]+))?$/i.exec(text.slice(0, length)) ?? [];
  if (name === undefined || (bot ?? username).toLowerCase() !== username.toLowerCase()) return undefined;
  return {
    kind: "command",
    ...said,
    name: name.toLowerCase(),
    argument: text.slice(length).trim(),
    mentions: entities.map(readMention).filter((person) => person !== undefined),
  };
}

/** A place, or somebody else's position, is no position; sent in private, whoever sent it waits for a word. */
export function readUntaken(message: Fields, heard: Heard, from: Origin): CommandIncoming | undefined {
  const isPlace = message.location !== undefined && from.place === undefined;
  return isPlace ? readCommand({ ...message, text: "", entities: [] }, heard, from, "") : undefined;
}

/** A mention of somebody without a username carries the person's id; one with a username stays in the text. */
function readMention(entity: Fields | undefined): PersonId | undefined {
  const user = entity?.type === "text_mention" ? fieldsOf(entity.user) : undefined;
  const id = idOf(user?.id);
  return id === undefined || id < 0 ? undefined : personId("telegram", id);
}
