import { chatOf } from "../access.ts";
import { badRequest } from "../bot-api-error.ts";
import { markupOf } from "../markup.ts";
import { number, object, type Params, text } from "../params.ts";
import type { Methods } from "../server.ts";
import { type Chat, type Message, seconds, type User, type World } from "../world.ts";
import { textContent } from "./content.ts";

const windowMs = 15_000;

/**
 * Who alone is to see a message; `undefined` when everybody is. A bot that is no admin may write so only within 15 seconds of that person's
 * press of a button or ephemeral command (core.telegram.org/bots/api#ephemeral-messages-and-commands, Bot API 10.3). The open server has no
 * ephemeral messages: where Telegram's words are unknown, the raw code stands in for them.
 * @throws BotApiError
 */
export function receiverOf(world: World, params: Params, chat: Chat): User | undefined {
  const wanted = object(params, "ephemeral_message_parameters");
  if (wanted === undefined) return undefined;
  if (chat.type === "private" || chat.type === "channel") throw badRequest("BOT_NOT_ADMIN");
  const receiver = world.users.get(number(wanted, "receiver_user_id") ?? 0);
  if (receiver === undefined || receiver.is_bot) throw badRequest("user not found");
  if (chat.members.get(world.bot.id)?.status === "administrator") return receiver;
  if (!isInvited(world, params, wanted, chat, receiver)) throw badRequest("BOT_NOT_ADMIN");
  return receiver;
}

function isInvited(world: World, params: Params, wanted: Params, chat: Chat, receiver: User): boolean {
  const query = world.callbackQueries.get(text(wanted, "callback_query_id"));
  if (query !== undefined) {
    return query.from.id === receiver.id && query.message.chat === chat && world.now() - query.pressedAt <= windowMs;
  }
  const id = number(object(params, "reply_parameters") ?? {}, "ephemeral_message_id");
  const asked = id === undefined ? undefined : chat.messages.get(-id);
  return asked?.from?.id === receiver.id && seconds(world) - asked.date <= windowMs / 1000;
}

export function ephemeralMethods(world: World): Methods {
  function find(params: Params, what: string): Message {
    const chat = chatOf(world, params, "write");
    const message = chat.messages.get(-(number(params, "ephemeral_message_id") ?? 0));
    const isTheirs = message?.onlyFor?.id === number(params, "receiver_user_id");
    if (message === undefined || message.deleted || !isTheirs) throw badRequest(`${what} not found`);
    return message;
  }
  return {
    editEphemeralMessageText(params) {
      const content = textContent(params);
      const markup = markupOf(params);
      const message = find(params, "message to edit");
      message.content = content;
      message.markup = markup;
      message.editDate = seconds(world);
      return true;
    },
    deleteEphemeralMessage(params) {
      find(params, "message to delete").deleted = true;
      return true;
    },
  };
}
