import type { Json } from "../http/json.ts";

export type User = {
  readonly id: number;
  readonly is_bot: boolean;
  readonly first_name: string;
  readonly last_name?: string;
  readonly username?: string;
  readonly language_code?: string;
};

export type Status = "creator" | "administrator" | "member" | "restricted" | "left" | "kicked";

export type Membership = {
  readonly user: User;
  readonly status: Status;
  /** For `restricted`: still in the room or not. */
  readonly isMember: boolean;
  readonly rights: Readonly<Record<string, boolean>>;
};

export type Topic = { readonly id: number; readonly name: string; closed: boolean };

/** Kinds of message a room can forbid to those who are not its admins, in the words of Telegram's refusal. */
export type Permission = "text messages" | "locations" | "live locations" | "photos" | "venues";

export type Chat = {
  readonly id: number;
  readonly type: "private" | "group" | "supergroup" | "channel";
  title: string | undefined;
  readonly username: string | undefined;
  /** The other side of a private chat. */
  readonly user: User | undefined;
  readonly members: Map<number, Membership>;
  readonly messages: Map<number, Message>;
  /** Topics of a forum but General, which has no id in messages; `undefined` where the room is no forum. */
  readonly topics: Map<number, Topic> | undefined;
  readonly forbidden: Set<Permission>;
  /** What getChat tells of it beside what all chats have: fields of ChatFullInfo. */
  info: Readonly<Record<string, Json>>;
  nextMessageId: number;
  nextEphemeralId: number;
  migratedTo: Chat | undefined;
  deleted: boolean;
  /** Private chats: whether the person ever pressed Start, and has blocked the bot since. */
  started: boolean;
  blocked: boolean;
  /** The bot that posted last: bare commands go to it in privacy mode. */
  lastBotToPost: number | undefined;
  /** Privacy mode was off when the bot was added: turning it off later changes nothing until it is added again. */
  hearsEverything: boolean;
};

export type Entity = {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
  readonly user?: User;
  readonly language?: string;
  readonly custom_emoji_id?: string;
  readonly unix_time?: number;
};

export type Point = { readonly latitude: number; readonly longitude: number; readonly horizontal_accuracy?: number };

export type Live = {
  /** Seconds in all since the message's date; 2147483647 is "until turned off"; 0 is stopped. */
  readonly period: number;
  readonly heading: number;
  readonly proximityRadius: number;
};

export type Content =
  | { readonly kind: "text"; readonly text: string; readonly entities: readonly Entity[] }
  | { readonly kind: "location"; readonly point: Point; readonly live?: Live }
  | { readonly kind: "photo"; readonly file: File; readonly caption: string }
  | { readonly kind: "venue"; readonly point: Point; readonly title: string; readonly address: string }
  | { readonly kind: "service"; readonly fields: Readonly<Record<string, Json>> };

export type Origin = { readonly date: number; readonly user?: User; readonly hiddenName?: string };

export type Message = {
  readonly chat: Chat;
  readonly message_id: number;
  readonly from: User | undefined;
  readonly senderChat: Chat | undefined;
  /** Seconds since 1970, as on the wire. */
  readonly date: number;
  editDate: number | undefined;
  readonly threadId: number | undefined;
  readonly origin: Origin | undefined;
  readonly isAutomaticForward: boolean;
  readonly viaBot: User | undefined;
  readonly replyTo: Message | undefined;
  content: Content;
  markup: Json | undefined;
  /** Reactions by who gave them. */
  readonly reactions: Map<number, readonly string[]>;
  deleted: boolean;
  /** Seen by this person (and the bot) alone. */
  readonly onlyFor: User | undefined;
  readonly ephemeralId: number | undefined;
  /** An ephemeral message that its reader's app no longer has. */
  vanished: boolean;
};

export type CallbackQuery = {
  readonly id: string;
  readonly from: User;
  readonly message: Message;
  /** Milliseconds, by the injected clock. */
  readonly pressedAt: number;
  /** What the person was shown; `undefined` while the button still spins. */
  answer: { readonly text: string; readonly alert: boolean; readonly url: string } | undefined;
};

export type World = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly bot: User;
  readonly users: Map<number, User>;
  readonly chats: Map<number, Chat>;
  readonly callbackQueries: Map<string, CallbackQuery>;
  /** Message ids of private chats and basic groups are counted per account, not per chat. */
  nextMessageId: number;
  nextUserId: number;
  nextChatId: number;
  /** Privacy mode as BotFather shows it: true while the bot may not read everything in groups it is added to from now on. */
  privacyMode: boolean;
  /** Whether a bot that is no admin may ask getChatMember about others; Telegram guarantees only that an admin may. */
  membersAreHidden: boolean;
  /** Whether edits of messages that a privacy-mode bot hears are heard too; undocumented, so that both can be tried. */
  hearsEditsInPrivacyMode: boolean;
  /** The Bot API that the server speaks: 10.0 knows no ephemeral messages, and passes over parameters that it does not know. */
  server: "10.0" | "10.2" | "10.3";
  /** Whether an ephemeral message can be sent in a basic group; the documentation says "group or supergroup", and nobody has shown it. */
  basicGroupsTakeEphemeral: boolean;
  /** People whose apps hear nothing now: of an ephemeral message they miss edit and deletion. */
  readonly offline: Set<number>;
  /** Hands an update to the queue. @param date seconds: the update lives for a day from then */
  readonly deliver: (type: string, date: number, make: () => Json) => void;
};

/** The world's time in seconds, as Telegram writes it. */
export function seconds(world: World): number {
  return Math.floor(world.now() / 1000);
}
