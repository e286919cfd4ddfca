import { isDeepStrictEqual } from "node:util";
import { messageOf } from "../access.ts";
import { badRequest } from "../bot-api-error.ts";
import type { Json } from "../json.ts";
import { markupOf } from "../markup.ts";
import { number, type Params } from "../params.ts";
import type { Methods } from "../server.ts";
import { secondsLeft, wireMessage } from "../wire.ts";
import { type Content, type Message, seconds, type World } from "../world.ts";
import { pointOf, textContent } from "./content.ts";

const twoDays = 48 * 3600;

/** Edits and deletions of messages: td/telegram/MessagesManager.cpp, edit_message_text, edit_message_live_location, delete_messages. */
export function editingMethods(world: World): Methods {
  function change(message: Message, content: Content, markup: Json | undefined): Json {
    if (isDeepStrictEqual(message.content, content) && isDeepStrictEqual(message.markup, markup)) {
      throw badRequest(
        "message is not modified: specified new message content and reply markup are exactly the same as a current " +
          "content and reply markup of the message",
      );
    }
    message.content = content;
    message.markup = markup;
    message.editDate = seconds(world);
    return wireMessage(message, seconds(world));
  }

  function ownMessage(params: Params): Message {
    const message = messageOf(world, params, "edit", "message to edit");
    const isOwn = message.from?.id === world.bot.id || (message.chat.type === "channel" && message.from === undefined);
    if (!isOwn) throw badRequest("message can't be edited");
    return message;
  }

  function liveMessage(params: Params) {
    const message = ownMessage(params);
    const { content } = message;
    if (content.kind !== "location") throw badRequest("there is no live location in the message to edit");
    const { live, point } = content;
    if (live === undefined || secondsLeft(live, message.date, seconds(world)) === 0) {
      throw badRequest("message can't be edited");
    }
    return { message, live, point };
  }

  function checkDeletable(message: Message): void {
    const { chat, from, date, content } = message;
    const own = chat.members.get(world.bot.id);
    const isOwn = from?.id === world.bot.id;
    const isAdmin = own?.status === "administrator";
    const mayDelete = isOwn || chat.type === "private" || (isAdmin && own.rights.can_delete_messages === true);
    if (!mayDelete) throw badRequest("message can't be deleted");
    if (chat.type === "supergroup" && content.kind === "service" && "migrate_from_chat_id" in content.fields) {
      throw badRequest("message can't be deleted");
    }
    const isOld = seconds(world) - date > twoDays;
    // An admin of a supergroup may delete messages of any age.
    if (!isOld || (isAdmin && chat.type === "supergroup" && own.rights.can_delete_messages === true)) return;
    throw badRequest(chat.type === "supergroup" ? "message can't be deleted" : "message can't be deleted for everyone");
  }

  return {
    editMessageText(params) {
      const content = textContent(params);
      const markup = markupOf(params);
      const message = ownMessage(params);
      if (message.content.kind !== "text") throw badRequest("there is no text in the message to edit");
      return change(message, content, markup);
    },
    editMessageReplyMarkup(params) {
      const markup = markupOf(params);
      const message = ownMessage(params);
      return change(message, message.content, markup);
    },
    editMessageLiveLocation(params) {
      const point = pointOf(params);
      const { message, live } = liveMessage(params);
      const heading = number(params, "heading") ?? 0;
      const proximityRadius = number(params, "proximity_alert_radius") ?? 0;
      const period = number(params, "live_period") ?? live.period;
      return change(message, { kind: "location", point, live: { period, heading, proximityRadius } }, markupOf(params));
    },
    stopMessageLiveLocation(params) {
      const { message, live, point } = liveMessage(params);
      return change(message, { kind: "location", point, live: { ...live, period: 0 } }, markupOf(params));
    },
    deleteMessage(params) {
      const message = messageOf(world, params, "write", "message to delete");
      checkDeletable(message);
      message.deleted = true;
      return true;
    },
  };
}
