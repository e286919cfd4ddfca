import { isDeepStrictEqual } from "node:util";
import { markupOf } from "../content/markup.ts";
import { messageOf } from "../http/access.ts";
import { badRequest } from "../http/bot-api-error.ts";
import { isObject, type Json } from "../http/json.ts";
import { number, object, type Params } from "../http/params.ts";
import type { Methods } from "../http/server.ts";
import { secondsLeft, wireMessage } from "../http/wire.ts";
import { type Content, type Message, seconds, type World } from "../world/world.ts";
import { photoContent, pointOf, textContent } from "./content.ts";

/** Edits of messages: td/telegram/MessagesManager.cpp, can_edit_message, edit_message_text, edit_message_live_location. */
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
    const { markup } = message;
    // A message sent with a keyboard of the other kinds is never editable again.
    const hasOtherKeyboard = isObject(markup) && markup.inline_keyboard === undefined;
    if (!isOwn || hasOtherKeyboard) throw badRequest("message can't be edited");
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

  return {
    editMessageText(params) {
      const content = textContent(params);
      const markup = markupOf(params);
      const message = ownMessage(params);
      if (message.content.kind !== "text") throw badRequest("there is no text in the message to edit");
      return change(message, content, markup);
    },
    editMessageMedia(params) {
      const media = object(params, "media");
      if (media?.type !== "photo") throw badRequest("can't parse InputMedia");
      const content = photoContent(params, media);
      const message = ownMessage(params);
      if (message.content.kind !== "photo") throw badRequest("message can't be edited");
      return change(message, content, markupOf(params));
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
  };
}
