import { wireMessage } from "../http/wire.ts";
import { hears } from "./privacy.ts";
import { type Chat, type Content, type Live, type Message, type Point, seconds, type World } from "./world.ts";

export type Draft = Partial<Pick<Message, "from" | "senderChat" | "threadId" | "origin" | "viaBot" | "replyTo">> &
  Partial<Pick<Message, "markup" | "isAutomaticForward" | "onlyFor">> & {
    readonly content: Content;
    /** Seconds; the world's now when not given. */
    readonly date?: number;
    /** The message is there, but the bot is never told. */
    readonly unheard?: boolean;
  };

/** Puts a message into a chat and tells the bot, where Telegram would. */
export function post(world: World, chat: Chat, draft: Draft): Message {
  const ephemeral = draft.onlyFor !== undefined;
  const countsByChat = chat.type === "supergroup" || chat.type === "channel";
  const message_id = ephemeral ? 0 : countsByChat ? chat.nextMessageId++ : world.nextMessageId++;
  const message: Message = {
    chat,
    message_id,
    from: draft.from,
    senderChat: draft.senderChat,
    date: draft.date ?? seconds(world),
    editDate: undefined,
    threadId: draft.threadId,
    origin: draft.origin,
    isAutomaticForward: draft.isAutomaticForward ?? false,
    viaBot: draft.viaBot,
    replyTo: draft.replyTo,
    content: draft.content,
    markup: draft.markup,
    reactions: new Map(),
    deleted: false,
    vanished: false,
    onlyFor: draft.onlyFor,
    ephemeralId: ephemeral ? chat.nextEphemeralId++ : undefined,
  };
  // Ephemeral messages have ids of their own; negative keys keep them apart from the others.
  chat.messages.set(message.ephemeralId === undefined ? message_id : -message.ephemeralId, message);
  if (message.from?.is_bot === true && !ephemeral) chat.lastBotToPost = message.from.id;
  if (draft.unheard !== true) tell(world, message, false);
  return message;
}

/**
 * Edits a message in place.
 * @param date seconds, the edit's own time; the world's now when not given
 */
export function edit(world: World, message: Message, content: Content, date = seconds(world)): void {
  const isSame = sameContent(message.content, content);
  message.content = content;
  message.editDate = date;
  // An edit that changes nothing a person would see is not passed on: Client.cpp, need_skip_update_message.
  if (!isSame) tell(world, message, true);
}

/** Tells the bot of a message as it is now, as if it had just been posted or edited. */
export function tell(world: World, message: Message, isEdit: boolean): void {
  if (!hears(world, message, isEdit)) return;
  const snapshot = { ...message };
  const kind = message.chat.type === "channel" ? "channel_post" : "message";
  world.deliver(isEdit ? `edited_${kind}` : kind, message.editDate ?? message.date, () =>
    wireMessage(snapshot, seconds(world)),
  );
}

// Telegram's own measure: 1e-6 degrees and 1e-6 m (td/telegram/Location.cpp, operator==).
function samePoint(a: Point, b: Point): boolean {
  const near = (x = 0, y = 0) => Math.abs(x - y) < 1e-6;
  return (
    near(a.latitude, b.latitude) && near(a.longitude, b.longitude) && near(a.horizontal_accuracy, b.horizontal_accuracy)
  );
}

function sameLive(a: Live | undefined, b: Live | undefined): boolean {
  return a?.period === b?.period && a?.heading === b?.heading && a?.proximityRadius === b?.proximityRadius;
}

function sameContent(a: Content, b: Content): boolean {
  if (a.kind === "location" && b.kind === "location") return samePoint(a.point, b.point) && sameLive(a.live, b.live);
  return JSON.stringify(a) === JSON.stringify(b);
}
