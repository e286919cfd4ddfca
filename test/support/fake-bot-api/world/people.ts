import { findEntities } from "../content/text-entities.ts";
import { type Draft, edit, post, tell } from "./post.ts";
import {
  type Chat,
  type Content,
  type Entity,
  type Message,
  type Point,
  seconds,
  type User,
  type World,
} from "./world.ts";

/** GroupAnonymousBot and Channel_Bot stand in `from` where a room or a channel posts: Client.cpp, JsonMessage's sender. */
export const groupAnonymousBot: User = {
  id: 1087968824,
  is_bot: true,
  first_name: "Group",
  username: "GroupAnonymousBot",
};
export const channelBot: User = { id: 136817688, is_bot: true, first_name: "Channel", username: "Channel_Bot" };
const telegram: User = { id: 777000, is_bot: false, first_name: "Telegram" };

export type How = {
  readonly replyTo?: Message;
  /** A topic's id, in a forum; General when not given. */
  readonly thread?: number;
  /** Posts as the room itself (an anonymous admin) or as a channel of theirs. */
  readonly as?: "anonymous admin" | Chat;
  readonly viaBot?: User;
  /** Seconds; the world's now when not given. */
  readonly date?: number;
  /** Arrived as a channel's post that Telegram copies into its linked group. */
  readonly isAutomaticForward?: boolean;
  /** The bot is never told. */
  readonly unheard?: boolean;
};

export type SayHow = How & {
  /** Words in the text that stand for a person without username, picked from the list. */
  readonly mentions?: Readonly<Record<string, User>>;
  /** Instead of the entities Telegram finds. */
  readonly entities?: readonly Entity[];
};

/** Who posts, as Telegram writes it. @throws when an anonymous admin is none */
export function senderOf(who: User, chat: Chat, { as }: How): Pick<Draft, "from" | "senderChat"> {
  if (chat.type === "channel") return { from: undefined, senderChat: chat };
  if (as === undefined) return { from: who };
  if (as !== "anonymous admin") return { from: channelBot, senderChat: as };
  const status = chat.members.get(who.id)?.status;
  if (status !== "creator" && status !== "administrator") throw new Error("Only an admin can post anonymously.");
  return { from: groupAnonymousBot, senderChat: chat };
}

export function draftOf(who: User, chat: Chat, content: Content, how: How): Draft {
  const optional = {
    ...(how.replyTo === undefined ? {} : { replyTo: how.replyTo }),
    ...(how.thread === undefined ? {} : { threadId: how.thread }),
    ...(how.viaBot === undefined ? {} : { viaBot: how.viaBot }),
    ...(how.date === undefined ? {} : { date: how.date }),
    ...(how.unheard === undefined ? {} : { unheard: how.unheard }),
  };
  return { ...senderOf(who, chat, how), content, ...optional };
}

export type People = ReturnType<typeof createPeople>;

/** What people do with the app: posting, editing, forwarding and deleting. */
export function createPeople(world: World) {
  const send = (who: User, chat: Chat, content: Content, how: How): Message => {
    if (chat.type === "private") chat.started = true;
    return post(world, chat, draftOf(who, chat, content, how));
  };

  return {
    say(who: User, chat: Chat, text: string, how: SayHow = {}): Message {
      const entities = how.entities ?? findEntities(text, how.mentions);
      return send(who, chat, { kind: "text", text, entities }, how);
    },
    editText(message: Message, text: string, date?: number): void {
      edit(world, message, { kind: "text", text, entities: findEntities(text) }, date);
    },
    /** A plain pin. */
    sendLocation: (who: User, chat: Chat, point: Point, how: How = {}): Message =>
      send(who, chat, { kind: "location", point }, how),
    sendVenue: (who: User, chat: Chat, point: Point, title: string, address: string, how: How = {}): Message =>
      send(who, chat, { kind: "venue", point, title, address }, how),
    /** Opens the bot by a link: t.me/bot?start=payload. */
    openDeepLink(who: User, chat: Chat, payload = ""): Message {
      const text = payload === "" ? "/start" : `/start ${payload}`;
      return send(who, chat, { kind: "text", text, entities: findEntities(text) }, {});
    },
    /** Types a command that only the bot sees (`BotCommand.is_ephemeral`). */
    sayOnlyToBot(who: User, chat: Chat, text: string): Message {
      const content: Content = { kind: "text", text, entities: findEntities(text) };
      return post(world, chat, { from: who, content, onlyFor: world.bot });
    },
    /** A live location forwarded is a plain pin: td MessageContent.cpp, dup_message_content. */
    forward(who: User, original: Message, to: Chat, how: How & { readonly hideAuthor?: boolean } = {}): Message {
      const { content } = original;
      const copy: Content = content.kind === "location" ? { kind: "location", point: content.point } : content;
      const author = original.from;
      const origin =
        how.hideAuthor === true || author === undefined
          ? { date: original.date, hiddenName: author?.first_name ?? "" }
          : { date: original.date, user: author };
      if (how.isAutomaticForward === true) {
        return post(world, to, {
          from: telegram,
          senderChat: original.chat,
          content: copy,
          origin,
          isAutomaticForward: true,
        });
      }
      return post(world, to, { ...draftOf(who, to, copy, how), origin });
    },
    /** Closes the app and opens it again: ephemeral messages "may disappear"; the bot is told nothing. */
    restartApp(who: User): void {
      for (const chat of world.chats.values())
        for (const message of chat.messages.values()) if (message.onlyFor?.id === who.id) message.vanished = true;
    },
    /** Deletes a message; the bot is told nothing. */
    remove(message: Message): void {
      message.deleted = true;
    },
    react(who: User, message: Message, emoji: readonly string[]): void {
      const was = message.reactions.get(who.id) ?? [];
      message.reactions.set(who.id, emoji);
      const own = message.chat.members.get(world.bot.id)?.status;
      if (own !== "administrator") return;
      const typed = (list: readonly string[]) => list.map((one) => ({ type: "emoji", emoji: one }));
      world.deliver("message_reaction", seconds(world), () => ({
        chat: { id: message.chat.id, title: message.chat.title, type: message.chat.type },
        message_id: message.message_id,
        user: { ...who },
        date: seconds(world),
        old_reaction: typed(was),
        new_reaction: typed(emoji),
      }));
    },
    /** The same message told once more under a new update id. */
    repeat: (message: Message): void => tell(world, message, message.editDate !== undefined),
  };
}
