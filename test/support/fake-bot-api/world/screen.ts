import { secondsLeft } from "../http/wire.ts";
import { type Button, buttonsOf } from "./callbacks.ts";
import { type Chat, type Entity, type Message, type Point, seconds, type User, type World } from "./world.ts";

/** A message as a person sees it in the app. */
export type Seen = {
  readonly message: Message;
  readonly messageId: number;
  /** The name above it: a person's, the bot's, the room's for an anonymous admin, a channel's. */
  readonly from: string;
  readonly isFromBot: boolean;
  readonly text: string;
  readonly entities: readonly Entity[];
  /** `isLive` by the world's clock. */
  readonly location: (Point & { readonly isLive: boolean }) | undefined;
  readonly buttons: readonly (readonly Button[])[];
  readonly reactions: readonly string[];
  readonly isEdited: boolean;
  readonly isDeleted: boolean;
  readonly replyTo: number | undefined;
  readonly thread: number | undefined;
  /** The one person who sees it; `undefined` when everybody in the chat does. */
  readonly onlyFor: User | undefined;
};

function seen(world: World, message: Message): Seen {
  const { content } = message;
  const point = content.kind === "location" || content.kind === "venue" ? content.point : undefined;
  const live = content.kind === "location" ? content.live : undefined;
  const isLive = live !== undefined && secondsLeft(live, message.date, seconds(world)) > 0;
  return {
    message,
    messageId: message.message_id,
    from: message.senderChat?.title ?? message.from?.first_name ?? "",
    isFromBot: message.from?.id === world.bot.id,
    text:
      content.kind === "text"
        ? asRead(content.text, message, world)
        : content.kind === "venue"
          ? `${content.title}, ${content.address}`
          : "",
    entities: content.kind === "text" ? content.entities : [],
    location: point === undefined ? undefined : { ...point, isLive },
    buttons: buttonsOf(message),
    reactions: [...message.reactions.values()].flat(),
    isEdited: message.editDate !== undefined,
    isDeleted: message.deleted,
    replyTo: message.replyTo?.message_id,
    thread: message.threadId,
    onlyFor: message.onlyFor,
  };
}

/** In what the bot says, people pass over its name behind a command: it is there for the tap. */
const asRead = (text: string, { from }: Message, { bot }: World) =>
  from?.id === bot.id ? text.replaceAll(new RegExp(`(/[a-z]+)@${bot.username}\\b`, "g"), "$1") : text;

export type Screen = ReturnType<typeof createScreen>;

/** What chats show, oldest first. */
export function createScreen(world: World) {
  const everything = (chat: Chat): Seen[] => [...chat.messages.values()].map((message) => seen(world, message));
  return {
    /** All there ever was in a chat, with what was deleted since, and messages for one person. */
    everything,
    /** What is there now; as one person sees it when `viewer` is given, else what everybody sees. */
    now: (chat: Chat, viewer?: User): Seen[] =>
      everything(chat).filter(
        ({ isDeleted, onlyFor, message }) =>
          !isDeleted && !message.vanished && (onlyFor === undefined || onlyFor.id === viewer?.id),
      ),
    /** What the bot said that is there now and everybody sees. */
    fromBot: (chat: Chat): Seen[] =>
      everything(chat).filter(({ isDeleted, isFromBot, onlyFor }) => isFromBot && !isDeleted && onlyFor === undefined),
  };
}
