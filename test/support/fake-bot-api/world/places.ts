import { membership } from "./membership.ts";
import { post } from "./post.ts";
import type { Chat, Status, Topic, User, World } from "./world.ts";

export type PersonFields = Partial<Omit<User, "first_name">>;

export type RoomFields = {
  readonly title: string;
  readonly id?: number;
  readonly username?: string;
  readonly members?: readonly User[];
  /** Its owner; the first member when not given. */
  readonly owner?: User;
  readonly admins?: readonly User[];
  /** What the bot is there from the start; not in the room when not given. */
  readonly bot?: Status;
};

export type Places = ReturnType<typeof createPlaces>;

function emptyChat(id: number, type: Chat["type"], fields: Partial<Chat>): Chat {
  return {
    id,
    type,
    title: undefined,
    username: undefined,
    user: undefined,
    members: new Map(),
    messages: new Map(),
    topics: undefined,
    forbidden: new Set(),
    info: {},
    // The first message of a supergroup tells of its creation and cannot be deleted.
    nextMessageId: 2,
    nextEphemeralId: 1,
    migratedTo: undefined,
    deleted: false,
    started: false,
    blocked: false,
    lastBotToPost: undefined,
    hearsEverything: false,
    ...fields,
  };
}

/** People and the chats they are in. Nothing here tells the bot anything; what happens later does. */
export function createPlaces(world: World) {
  function room(type: "group" | "supergroup" | "channel", fields: RoomFields, more: Partial<Chat> = {}): Chat {
    const number = world.nextChatId++;
    const id = fields.id ?? (type === "group" ? -number : -1_000_000_000_000 - number);
    const chat = emptyChat(id, type, { title: fields.title, username: fields.username, ...more });
    const owner = fields.owner ?? fields.members?.[0];
    for (const user of fields.members ?? []) chat.members.set(user.id, membership(user, "member"));
    for (const user of fields.admins ?? []) chat.members.set(user.id, membership(user, "administrator"));
    if (owner !== undefined) chat.members.set(owner.id, membership(owner, "creator"));
    if (fields.bot !== undefined) {
      chat.members.set(world.bot.id, membership(world.bot, fields.bot));
      chat.hearsEverything = !world.privacyMode;
    }
    world.chats.set(id, chat);
    return chat;
  }

  return {
    person(first_name: string, fields: PersonFields = {}): User {
      const user = { id: world.nextUserId++, is_bot: false, ...fields, first_name };
      world.users.set(user.id, user);
      return user;
    },
    /** The private chat of a person with the bot. @param started false: the bot may not write there yet */
    privateChat(user: User, started = true): Chat {
      const known = world.chats.get(user.id);
      const chat = known ?? emptyChat(user.id, "private", { user });
      chat.started = started || chat.started;
      world.chats.set(chat.id, chat);
      return chat;
    },
    group: (fields: RoomFields): Chat => room("group", fields),
    supergroup: (fields: RoomFields): Chat => room("supergroup", fields),
    /** A supergroup with topics; General is there from the start and has no id. */
    forum: (fields: RoomFields): Chat => room("supergroup", fields, { topics: new Map() }),
    channel: (fields: RoomFields): Chat => room("channel", fields),
    /** Begins a topic with the service message that gives it its id. */
    topic(forum: Chat, by: User, name: string): Topic {
      if (forum.topics === undefined) throw new Error("Only a forum has topics.");
      const id = forum.nextMessageId;
      const topic = { id, name, closed: false };
      forum.topics.set(id, topic);
      const fields = { forum_topic_created: { name, icon_color: 7322096 } };
      post(world, forum, { from: by, threadId: id, content: { kind: "service", fields } });
      return topic;
    },
    closeTopic(forum: Chat, by: User, topic: Topic): void {
      topic.closed = true;
      const content = { kind: "service" as const, fields: { forum_topic_closed: {} } };
      post(world, forum, { from: by, threadId: topic.id, content });
    },
  };
}
