import type { Audience } from "../../../core/model/audience.ts";
import { DeliveryError } from "../../../core/model/errors.ts";
import { bareId, type MessageRef, networkOf, type PersonId, type RoomId } from "../../../core/model/ids.ts";
import type { Message, Pin } from "../../../core/model/message.ts";
import type { EditingNetwork, NetworkWords } from "../../../core/model/ports.ts";
import { text } from "../../../core/text/texts.ts";
import { type Clock, second, type Wait } from "../../../lib/time.ts";
import type { NetworkClock } from "../../network-clock.ts";
import type { TelegramApi } from "../client/api.ts";
import { idOf } from "../client/fields.ts";
import { deliveryErrorOf, refusalOf } from "../client/refusal.ts";
import { deletesWithin, maxAccuracy, maxPayloadCharacters, maxPieces } from "../limits.ts";
import type { BotUser } from "../receive/read-update.ts";
import { createLookups } from "../rooms/lookups.ts";
import { buttonsOf, type Keyboard, type Markup, type ReplyKeyboard, replyKeyboardOf } from "./buttons.ts";
import { messageRef, readMessageRef } from "./message-ref.ts";
import { createPace } from "./pace.ts";
import { inThread, type ShownLine, shownLines, splitIntoMessages, withFormatting } from "./send-text.ts";

const refused = () => new DeliveryError({ kind: "refused" });

/** Supergroups have ids of their own range, and count their messages one by one: core.telegram.org/api/bots/ids. */
const isSupergroup = (chat: number) => chat < -1_000_000_000_000;

const words: NetworkWords = {
  stepsInRoom: "telegram-steps-in-room",
  stepsInPrivate: "telegram-steps-in-private",
  sendOnce: "telegram-send-once",
  sendLive: "telegram-send-live",
  deleting: "telegram-deleting",
  whoElseSees: "telegram-sees",
};

/** @param botUser who the bot is, once it is connected */
export function createNetwork(
  api: TelegramApi,
  botUser: () => BotUser | undefined,
  world: { now: Clock; theirs?: Pick<NetworkClock, "toTheirs">; wait: Wait },
): EditingNetwork {
  const pace = createPace(world.now);

  function textOf(message: Message): {
    pieces: ShownLine[][];
    keyboard: Keyboard | undefined;
    reply: ReplyKeyboard | undefined;
  } {
    const username = botUser()?.username;
    if (message.privateChat && !isPayload(message.privateChat.payload)) throw refused();
    if (username === undefined && message.privateChat) throw new DeliveryError({ kind: "later", after: second });
    const { keyboard, typed } = buttonsOf(message, username ?? "");
    const pieces = splitIntoMessages(shownLines(message, typed, world.theirs?.toTheirs));
    if (pieces.length > maxPieces) throw refused();
    return { pieces, keyboard, reply: replyKeyboardOf(message) };
  }

  type How = { protect: boolean; silent: boolean; replyTo?: number | undefined; markup?: Markup | undefined };
  const sendPiece = (to: Target, lines: readonly ShownLine[], { protect, silent, replyTo, markup }: How) =>
    inThread(to.thread, (where) =>
      withFormatting(lines, (words) =>
        api.sendMessage({
          chat_id: to.chat,
          ...where,
          ...words,
          link_preview_options: { is_disabled: true },
          protect_content: protect,
          // Nobody's phone rings in a group because somebody else asked.
          disable_notification: silent || to.chat < 0,
          ...(replyTo !== undefined && {
            reply_parameters: { message_id: replyTo, allow_sending_without_reply: true },
          }),
          ...(markup && { reply_markup: markup }),
        }),
      ),
    );

  const sendPin = (chat: number, { latitude, longitude, accuracy }: Pin) =>
    api.sendLocation({
      chat_id: chat,
      latitude,
      longitude,
      ...(accuracy !== undefined && { horizontal_accuracy: Math.ceil(accuracy) }),
      protect_content: true,
      disable_notification: true,
    });

  async function edit(ref: MessageRef, message: Message): Promise<void> {
    const at = readMessageRef(ref);
    if (at === undefined || at.isPin || (message.reader === "one person" && at.chat < 0)) throw refused();
    const { pieces, keyboard, reply } = textOf(message);
    const [lines, more] = pieces;
    // A message with a keyboard of replies cannot be edited (Bot API, "Updating messages").
    if (lines === undefined || more !== undefined || reply) throw refused();
    await editText(at, lines, keyboard).catch(settleUnless(/message is not modified/));
  }

  const editText = (at: { chat: number; message: number }, lines: readonly ShownLine[], keyboard?: Keyboard) =>
    withFormatting(lines, (words) =>
      api.editMessageText({
        chat_id: at.chat,
        message_id: at.message,
        ...words,
        link_preview_options: { is_disabled: true },
        ...(keyboard && { reply_markup: keyboard }),
      }),
    );

  async function remove(ref: MessageRef, others?: true): Promise<void> {
    const at = readMessageRef(ref);
    if (at === undefined) throw refused();
    try {
      await api.deleteMessage({ chat_id: at.chat, message_id: at.message });
    } catch (cause) {
      const { description = "" } = refusalOf(cause) ?? {};
      if (/message to delete not found/.test(description)) return;
      const { failure } = deliveryErrorOf(cause);
      // In a group that became a supergroup a bot deletes nothing, but edits (telegram-bot-api Client.cpp, AccessRights::Edit).
      if (failure.kind !== "refused" && failure.kind !== "moved") throw deliveryErrorOf(cause);
      if (at.isPin || others) return;
      pace.count(at.chat);
      await editText(at, shownLines({ lines: [text("answer-over")] }, [], undefined)).catch(
        settleUnless(/message is not modified|message to edit not found/),
      );
    }
  }

  async function send(to: Audience, message: Message, _key: string, replyTo?: MessageRef): Promise<MessageRef[]> {
    const target = targetOf(to);
    // Telegram's messages for one member of a group are not used yet: what is for the asker goes to the private chat or nowhere.
    if (target === undefined || (message.reader === "one person" && "room" in to)) throw refused();
    const { pin } = message;
    if (pin && (message.reader !== "one person" || (pin.accuracy ?? 0) > maxAccuracy)) throw refused();
    const question = replyTo && readMessageRef(replyTo);
    const { pieces, keyboard, reply: replyKeyboard } = textOf(message);
    if (replyKeyboard && target.chat < 0) throw refused();
    const how = { protect: message.answer !== undefined, silent: message.silent === true };
    const sent: MessageRef[] = [];
    const note = (answer: { message_id: number } | undefined, isPin: boolean) => {
      const id = idOf(answer?.message_id);
      if (id !== undefined) sent.push(messageRef(target.chat, id, isPin));
    };
    try {
      for (const [index, lines] of pieces.entries()) {
        const reply = index === 0 && question?.chat === target.chat ? question.message : undefined;
        const isLast = index === pieces.length - 1;
        if (index > 0) pace.count(target.chat);
        const markup = isLast ? (replyKeyboard ?? keyboard) : undefined;
        note(await sendPiece(target, lines, { ...how, replyTo: reply, markup }), false);
      }
      if (pin) {
        pace.count(target.chat);
        note(await sendPin(target.chat, pin), true);
      }
    } catch (cause) {
      // It will be sent again as a whole, or not at all: what is there of it already must not stay.
      await Promise.allSettled(sent.map((ref) => remove(ref)));
      if (wasDeletedAtOnce(cause)) return [];
      if (target.chat > 0 && wasNeverWritten(cause)) throw refused();
      throw deliveryErrorOf(cause);
    }
    return sent;
  }

  return {
    network: "telegram",
    capabilities: { knowsRepeats: false, deletesWithin, widestPin: maxAccuracy, whispers: "never" },
    words,
    ...createLookups(api, botUser, world),
    takeSlot(to) {
      const target = targetOf(to);
      return target === undefined ? 0 : pace.takeSlot(target.chat);
    },
    send,
    edit,
    remove,
    async acknowledge(ref) {
      const at = readMessageRef(ref);
      if (at === undefined) return;
      const reaction = { type: "emoji", emoji: "👍" } as const;
      await api
        .setMessageReaction({ chat_id: at.chat, message_id: at.message, reaction: [reaction] })
        .catch((cause: unknown) => Promise.reject(deliveryErrorOf(cause)));
    },
    isNewest(ref, question) {
      const [at, asked] = [readMessageRef(ref), readMessageRef(question)];
      if (at === undefined || at.chat !== asked?.chat) return false;
      return isSupergroup(at.chat) && asked.message === at.message + 1;
    },
  };
}

const isPayload = (payload: string) => /^[\w-]+$/.test(payload) && payload.length <= maxPayloadCharacters;

type Target = { chat: number; thread: number | undefined };

function targetOf(to: Audience): Target | undefined {
  if ("person" in to && to.within) return undefined;
  const id: PersonId | RoomId = "room" in to ? to.room : to.person;
  const chat = networkOf(id) === "telegram" ? idOf(Number(bareId(id))) : undefined;
  const thread = "room" in to && to.thread !== undefined ? idOf(Number(to.thread)) : undefined;
  const isRoom = chat !== undefined && chat < 0;
  return chat === undefined || isRoom !== "room" in to ? undefined : { chat, thread };
}

/** 500 "sent message was immediately deleted and can't be returned": it was sent, and is no longer there. */
const wasDeletedAtOnce = (cause: unknown) => /immediately deleted/.test(refusalOf(cause)?.description ?? "");

/** A person who never wrote to the bot, and of whom it knows nothing: they have blocked nobody. */
const wasNeverWritten = (cause: unknown) => /chat not found/.test(refusalOf(cause)?.description ?? "");

/** For calls about a message that is there already: done, when Telegram says no in these words. */
const settleUnless = (done: RegExp) => (cause: unknown) => {
  if (!done.test(refusalOf(cause)?.description ?? "")) throw movedIsRefused(cause);
};

/** A message of a group that became a supergroup cannot be reached under any id: "moved" would promise that it can. */
function movedIsRefused(cause: unknown): DeliveryError {
  const error = deliveryErrorOf(cause);
  return error.failure.kind === "moved" ? refused() : error;
}
