import { markupOf } from "../content/markup.ts";
import { chatOf } from "../http/access.ts";
import { BotApiError, badRequest } from "../http/bot-api-error.ts";
import { number, object, type Params, text } from "../http/params.ts";
import type { Methods } from "../http/server.ts";
import { isIn } from "../world/membership.ts";
import { type Chat, type Message, seconds, type User, type World } from "../world/world.ts";
import { textContent } from "./content.ts";

// What is known of ephemeral messages: core.telegram.org/bots/api#ephemeral-messages-and-commands, and the parameters of each method there
// (Bot API 10.3). The open server has none of it: where Telegram's words of a refusal are not known, a raw code stands in for them.

const windowMs = 15_000;

/** Whom a call names as the one reader: 10.2 had the parameters on their own, 10.3 has them in an object, 10.0 passes over both. */
function wantedOf(world: World, params: Params): Params | undefined {
  if (world.server === "10.3") return object(params, "ephemeral_message_parameters");
  return world.server === "10.2" && number(params, "receiver_user_id") !== undefined ? params : undefined;
}

/**
 * Who alone is to see a message; `undefined` when everybody is.
 * @throws BotApiError when the bot may not say it to that person, there or now
 */
export function receiverOf(world: World, params: Params, chat: Chat): User | undefined {
  const wanted = wantedOf(world, params);
  const answers = number(object(params, "reply_parameters") ?? {}, "ephemeral_message_id");
  // "A reply to an ephemeral message must itself be an ephemeral message."
  if (wanted === undefined && answers !== undefined && world.server !== "10.0")
    throw badRequest("message to be replied not found");
  if (wanted === undefined) return undefined;
  // "an individual member of a group or supergroup chat"; in private it was seen to be refused in these words
  const isGroup = chat.type === "supergroup" || (chat.type === "group" && world.basicGroupsTakeEphemeral);
  if (!isGroup) throw badRequest("BOT_NOT_ADMIN");
  const receiver = world.users.get(number(wanted, "receiver_user_id") ?? 0);
  // "any non-bot member of the chat"
  if (receiver === undefined || receiver.is_bot) throw badRequest("user not found");
  if (!isIn(chat.members.get(receiver.id))) throw badRequest("USER_NOT_PARTICIPANT");
  // "An ephemeral message may only be replied to within 15 seconds of being sent", whoever replies
  const isAnswer = answers !== undefined && isFreshCommand(world, chat, receiver, answers);
  if (answers !== undefined && !isAnswer) throw badRequest("message to be replied not found");
  const isAdmin = chat.members.get(world.bot.id)?.status === "administrator";
  if (!isAdmin && !isAnswer && !isFreshPress(world, chat, receiver, text(wanted, "callback_query_id")))
    throw badRequest("BOT_NOT_ADMIN");
  return receiver;
}

function isFreshPress(world: World, chat: Chat, receiver: User, id: string): boolean {
  const query = world.callbackQueries.get(id);
  return query?.from.id === receiver.id && query.message.chat === chat && world.now() - query.pressedAt <= windowMs;
}

function isFreshCommand(world: World, chat: Chat, receiver: User, id: number): boolean {
  const asked = chat.messages.get(-id);
  return asked?.from?.id === receiver.id && seconds(world) - asked.date <= windowMs / 1000;
}

export function ephemeralMethods(world: World): Methods {
  /** A message of the bot to this person: "Identifier of the user who received the message". */
  function find(params: Params, what: string): Message {
    if (world.server === "10.0") throw new BotApiError(404, "Not Found: method not found");
    const chat = chatOf(world, params, "write");
    const message = chat.messages.get(-(number(params, "ephemeral_message_id") ?? 0));
    const isTheirs = message?.onlyFor?.id === number(params, "receiver_user_id") && message?.from?.id === world.bot.id;
    if (message === undefined || message.deleted || !isTheirs) throw badRequest(`${what} not found`);
    return message;
  }
  /** "it is not guaranteed that the user will receive the message edit event, especially if they are offline" */
  const isSeen = ({ onlyFor }: Message) => onlyFor !== undefined && !world.offline.has(onlyFor.id);

  return {
    editEphemeralMessageText(params) {
      const message = find(params, "message to edit");
      const content = textContent(params);
      const markup = markupOf(params);
      if (!isSeen(message)) return true;
      message.content = content;
      message.markup = markup;
      message.editDate = seconds(world);
      return true;
    },
    editEphemeralMessageReplyMarkup(params) {
      const message = find(params, "message to edit");
      const markup = markupOf(params);
      if (isSeen(message)) message.markup = markup;
      return true;
    },
    deleteEphemeralMessage(params) {
      const message = find(params, "message to delete");
      if (isSeen(message)) message.deleted = true;
      return true;
    },
  };
}
