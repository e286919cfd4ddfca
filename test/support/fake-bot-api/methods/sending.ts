import { checkReplyKeyboard } from "../content/keyboards.ts";
import { markupOf } from "../content/markup.ts";
import { chatOf, checkPermission } from "../http/access.ts";
import { badRequest } from "../http/bot-api-error.ts";
import { isObject, type Json } from "../http/json.ts";
import { number, object, type Params, text } from "../http/params.ts";
import type { Methods } from "../http/server.ts";
import { wireMessage } from "../http/wire.ts";
import { post } from "../world/post.ts";
import { type Chat, type Content, type Message, seconds, type World } from "../world/world.ts";
import { photoContent, pointOf, textContent } from "./content.ts";
import { receiverOf } from "./ephemeral.ts";

function replyTargetOf(params: Params, chat: Chat): Message | undefined {
  const wanted = object(params, "reply_parameters");
  const id = (wanted === undefined ? number(params, "reply_to_message_id") : number(wanted, "message_id")) ?? 0;
  if (id <= 0) return undefined;
  const target = chat.messages.get(id);
  if (target !== undefined && !target.deleted) return target;
  // "Always False for replies in another chat or forum topic, and sent ephemeral messages"
  const isLoose =
    (wanted ?? params).allow_sending_without_reply === true && params.ephemeral_message_parameters === undefined;
  if (isLoose) return undefined;
  throw badRequest("message to be replied not found");
}

function threadOf(world: World, params: Params, chat: Chat, replyTo: Message | undefined): number | undefined {
  const wanted = number(params, "message_thread_id");
  if (chat.type === "private" && (wanted ?? 0) !== 0) throw badRequest("message thread not found");
  // Threads exist in forums alone; elsewhere the parameter is passed over (check_message_topic).
  if (chat.topics === undefined) return undefined;
  const id = wanted ?? replyTo?.threadId;
  if (id === undefined) return undefined;
  const topic = chat.topics.get(id);
  if (topic === undefined) throw badRequest("message thread not found");
  if (topic.closed && chat.members.get(world.bot.id)?.status !== "administrator") throw badRequest("TOPIC_CLOSED");
  return id;
}

export function sendingMethods(world: World): Methods {
  function send(params: Params, content: Content, permission: Parameters<typeof checkPermission>[2]): Json {
    const markup = markupOf(params);
    const chat = chatOf(world, params, "send");
    if (isObject(params.reply_markup)) checkReplyKeyboard(params.reply_markup, chat);
    const replyTo = replyTargetOf(params, chat);
    const threadId = threadOf(world, params, chat, replyTo);
    checkPermission(world, chat, permission);
    const onlyFor = receiverOf(world, params, chat);
    // "Must be 0 for ephemeral messages"
    if (onlyFor !== undefined && content.kind === "location" && content.live !== undefined)
      throw badRequest("wrong live location period specified");
    const isChannel = chat.type === "channel";
    const from = isChannel ? { senderChat: chat } : { from: world.bot };
    const message = post(world, chat, { ...from, content, markup, replyTo, threadId, onlyFor, unheard: true });
    return wireMessage(message, seconds(world));
  }

  return {
    sendMessage: (params) => send(params, textContent(params), "text messages"),
    sendLocation(params) {
      const point = pointOf(params);
      const period = number(params, "live_period") ?? 0;
      if (period === 0) return send(params, { kind: "location", point }, "locations");
      if (period !== 0x7fffffff && !(period >= 60 && period <= 86_400)) {
        throw badRequest("wrong live location period specified");
      }
      const heading = number(params, "heading") ?? 0;
      const proximityRadius = number(params, "proximity_alert_radius") ?? 0;
      return send(params, { kind: "location", point, live: { period, heading, proximityRadius } }, "live locations");
    },
    sendPhoto: (params) => send(params, photoContent(params, params), "photos"),
    sendVenue(params) {
      const point = pointOf(params);
      const title = text(params, "title");
      const address = text(params, "address");
      return send(params, { kind: "venue", point, title, address }, "venues");
    },
    sendChatAction(params) {
      chatOf(world, params, "send");
      return true;
    },
  };
}
