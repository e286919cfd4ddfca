import type { Audience } from "../../../core/model/audience.ts";
import { DeliveryError } from "../../../core/model/errors.ts";
import type { MessageRef } from "../../../core/model/ids.ts";
import type { Spoken } from "../../../core/model/message.ts";
import type { EditingNetwork, NetworkWords } from "../../../core/model/ports.ts";
import type { Language } from "../../../core/text/languages.ts";
import { text } from "../../../core/text/texts.ts";
import { type Clock, second, type Wait } from "../../../lib/time.ts";
import type { NetworkClock } from "../../network-clock.ts";
import type { TelegramApi } from "../client/api.ts";
import { idOf } from "../client/fields.ts";
import { deliveryErrorOf, refusalOf, wasDeletedAtOnce, wasNeverWritten } from "../client/refusal.ts";
import { deletesWithin, maxAccuracy, maxPayloadCharacters, maxPieces } from "../limits.ts";
import type { BotUser } from "../receive/read-update.ts";
import { createLookups } from "../rooms/lookups.ts";
import { buttonsOf, type Keyboard, type Markup, type ReplyKeyboard, replyKeyboardOf } from "./buttons.ts";
import { type Menu, publishInGroup } from "./menu.ts";
import { messageRef, type Part, readMessageRef, type SentMessage } from "./message-ref.ts";
import { isNear, isNewest } from "./order.ts";
import { createPace } from "./pace.ts";
import { pictureAway, sendPicture, sendPin } from "./send-beside.ts";
import { inThread, type ShownIn, type ShownLine, shownLines, splitIntoMessages, withFormatting } from "./send-text.ts";
import { idsOf, laneOf, receiverOf, type Target, targetOf } from "./target.ts";
import { createWhispers } from "./whispers.ts";

const refused = () => new DeliveryError({ kind: "refused" });

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
  menus?: readonly Menu[],
): EditingNetwork {
  const pace = createPace(world.now);
  const { isAdmin, ...lookups } = createLookups(api, botUser, world);
  const whispers = createWhispers(api, { now: world.now, isAdmin });

  const shownIn = (chat: number): ShownIn => {
    const username = botUser()?.username;
    return { bot: chat < 0 && username !== undefined ? `@${username}` : "", shownAt: world.theirs?.toTheirs };
  };

  function textOf(
    message: Spoken,
    chat: number,
  ): {
    pieces: ShownLine[][];
    keyboard: Keyboard | undefined;
    reply: ReplyKeyboard | undefined;
  } {
    const username = botUser()?.username;
    if (message.privateChat && !isPayload(message.privateChat.payload)) throw refused();
    if (username === undefined && message.privateChat) throw new DeliveryError({ kind: "later", after: second });
    const { keyboard, typed } = buttonsOf(message, username ?? "");
    const pieces = splitIntoMessages(shownLines(message, typed, shownIn(chat)));
    if (pieces.length > maxPieces) throw refused();
    return { pieces, keyboard, reply: replyKeyboardOf(message) };
  }

  /** `only`: parameters that say for whom alone it is, and what it answers */
  type How = { protect: boolean; silent: boolean; only: object; markup?: Markup | undefined };
  const sendPiece = (to: Target, lines: readonly ShownLine[], { protect, silent, only, markup }: How) =>
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
          ...(markup && { reply_markup: markup }),
          ...only,
        }),
      ),
    );

  async function edit(ref: MessageRef, message: Spoken): Promise<void> {
    const at = readMessageRef(ref);
    const isForAll = at !== undefined && at.chat < 0 && at.ephemeral === undefined;
    if (at === undefined || at.part !== undefined || (message.reader === "one person" && isForAll)) throw refused();
    const { pieces, keyboard, reply } = textOf(message, at.chat);
    const [lines, more] = pieces;
    // A message with a keyboard of replies cannot be edited (Bot API, "Updating messages").
    if (lines === undefined || more !== undefined || reply) throw refused();
    await editText(at, lines, keyboard).catch(settleUnless(/message is not modified/));
  }

  const editText = (at: SentMessage, lines: readonly ShownLine[], keyboard?: Keyboard) =>
    withFormatting(lines, (words) => {
      const more = {
        ...words,
        link_preview_options: { is_disabled: true },
        ...(keyboard && { reply_markup: keyboard }),
      };
      return at.ephemeral === undefined
        ? api.editMessageText({ chat_id: at.chat, message_id: at.message, ...more })
        : api.editEphemeralMessageText({ ...idsOf(at), ...more });
    });

  /** Telegram's apps hear of it while they are there: what one of them missed stays with it until it is closed. */
  const deleteAt = (at: SentMessage): Promise<true> =>
    at.ephemeral === undefined
      ? api.deleteMessage({ chat_id: at.chat, message_id: at.message })
      : api.deleteEphemeralMessage(idsOf(at));

  async function remove(ref: MessageRef, others?: true, language?: Language): Promise<void> {
    const at = readMessageRef(ref);
    if (at === undefined) throw refused();
    try {
      await deleteAt(at);
    } catch (cause) {
      const { description = "" } = refusalOf(cause) ?? {};
      if (/message to delete not found/.test(description)) return;
      const { failure } = deliveryErrorOf(cause);
      // In a group that became a supergroup a bot deletes nothing, but edits (telegram-bot-api Client.cpp, AccessRights::Edit).
      if (failure.kind !== "refused" && failure.kind !== "moved") throw deliveryErrorOf(cause);
      if (at.part === "pin" || others) return;
      pace.count(at.chat);
      const over = shownLines({ lines: [text("answer-over")], ...(language && { language }) }, [], { bot: "" });
      const edited = at.part === "picture" ? pictureAway(api, at, over) : editText(at, over);
      await edited.catch(settleUnless(/message is not modified|message to edit not found/));
    }
  }

  async function send(to: Audience, message: Spoken, _key: string, replyTo?: MessageRef): Promise<MessageRef[]> {
    const target = targetOf(to);
    if (target === undefined || (message.reader === "one person" && "room" in to)) throw refused();
    const { pin } = message;
    if (pin && (message.reader !== "one person" || (pin.accuracy ?? 0) > maxAccuracy)) throw refused();
    const question = replyTo && readMessageRef(replyTo);
    const { pieces, keyboard, reply: replyKeyboard } = textOf(message, target.chat);
    if (replyKeyboard && target.chat < 0) throw refused();
    const how = { protect: message.answer !== undefined, silent: message.silent === true };
    const sent: MessageRef[] = [];
    const receiver = receiverOf(target);
    const note = async (answer: { message_id: number } | undefined, part?: Part) => {
      const id = idOf(answer?.message_id);
      if (receiver) sent.push(await whispers.refOf(receiver, answer, part));
      else if (id !== undefined) sent.push(messageRef(target.chat, id, part));
    };
    const isReply = !receiver && question?.chat === target.chat && question.message !== undefined;
    const reply = isReply && { reply_parameters: { message_id: question.message, allow_sending_without_reply: true } };
    /** Where it alone is refused, the text stays: it is complete without it, and says that there is none. */
    async function show(png: Uint8Array, only: object) {
      const [first] = sent.flatMap((ref) => readMessageRef(ref) ?? []);
      const to = first?.message !== undefined && { message_id: first.message, allow_sending_without_reply: true };
      pace.count(laneOf(target as Target));
      try {
        await note(await sendPicture(api, target as Target, png, to ? { reply_parameters: to } : only), "picture");
      } catch (cause) {
        const last = sent.flatMap((ref) => readMessageRef(ref) ?? []).at(-1);
        if (deliveryErrorOf(cause).failure.kind !== "refused" || last === undefined) throw cause;
        const why = shownLines({ ...message, folds: [], lines: [text("no-picture", { why: "not-taken" })] }, [], {
          bot: "",
        });
        await editText(last, [...(pieces.at(-1) ?? []), ...why], keyboard).catch(() => undefined);
      }
    }

    try {
      let only = receiver ? await whispers.parametersFor(receiver, question) : {};
      for (const [index, lines] of pieces.entries()) {
        const isLast = index === pieces.length - 1;
        if (index > 0) pace.count(laneOf(target));
        const markup = isLast ? (replyKeyboard ?? keyboard) : undefined;
        const say = (more: object) => sendPiece(target, lines, { ...how, only: more, markup });
        const said = await say(index === 0 ? { ...only, ...reply } : only).catch(async (cause: unknown) => {
          if (!receiver || sent.length > 0) throw cause;
          only = await whispers.parametersAfter(cause, receiver, question);
          return say(only);
        });
        await note(said);
      }
      if (pin) {
        pace.count(laneOf(target));
        await note(await sendPin(api, target.chat, pin, only), "pin");
      }
      if (message.drawn) await show(message.drawn, only);
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
    capabilities: { knowsRepeats: false, deletesWithin, widestPin: maxAccuracy, whispers: "in place" },
    words,
    ...lookups,
    takeSlot(to, turn) {
      const target = targetOf(to);
      return target === undefined ? 0 : pace.takeSlot(laneOf(target), turn);
    },
    ...(menus && { showAnswers: (room, answers) => publishInGroup(api, menus, room, answers) }),
    noPicture: async () => undefined,
    send,
    edit,
    remove,
    async acknowledge(ref) {
      const at = readMessageRef(ref);
      // Nobody else sees it: a reaction would be seen by nobody, and is not documented.
      if (at?.ephemeral !== undefined) throw refused();
      if (at === undefined || at.press !== undefined) return;
      const reaction = { type: "emoji", emoji: "👍" } as const;
      await api
        .setMessageReaction({ chat_id: at.chat, message_id: at.message, reaction: [reaction] })
        .catch((cause: unknown) => Promise.reject(deliveryErrorOf(cause)));
    },
    isNewest,
    boards: {
      fits(room, message) {
        const target = targetOf({ room });
        return target !== undefined && textOf(message, target.chat).pieces.length === 1;
      },
      isNear,
    },
  };
}

const isPayload = (payload: string) => /^[\w-]+$/.test(payload) && payload.length <= maxPayloadCharacters;

/** For calls about a message that is there already: done, when Telegram says no in these words. */
const settleUnless = (done: RegExp) => (cause: unknown) => {
  if (!done.test(refusalOf(cause)?.description ?? "")) throw movedIsRefused(cause);
};

/** A message of a group that became a supergroup cannot be reached under any id: "moved" would promise that it can. */
function movedIsRefused(cause: unknown): DeliveryError {
  const error = deliveryErrorOf(cause);
  return error.failure.kind === "moved" ? refused() : error;
}
