import type { Json } from "../http/json.ts";
import { wireChat, wireMember, wireUser } from "../http/wire.ts";
import { post } from "./post.ts";
import { type Chat, type Membership, type Status, seconds, type User, type World } from "./world.ts";

export type Rights = Readonly<Record<string, boolean>>;

/** @param rights of an administrator, `can_delete_messages` when not given; of one who is restricted, what is left to them */
export function membership(user: User, status: Status, rights?: Rights, isMember = true): Membership {
  const usual: Rights = status === "administrator" ? { can_delete_messages: true } : {};
  return { user, status, rights: rights ?? usual, isMember };
}

export function isIn(member: Membership | undefined): boolean {
  if (member === undefined) return false;
  if (member.status === "restricted") return member.isMember;
  return member.status !== "left" && member.status !== "kicked";
}

export type Memberships = ReturnType<typeof createMemberships>;

/** Who is in which room, and as what: each change tells the bot what Telegram would. */
export function createMemberships(world: World) {
  const none = (user: User) => membership(user, "left");

  function tellChange(chat: Chat, by: User, old: Membership, now: Membership): void {
    const isOwn = now.user.id === world.bot.id || chat.type === "private";
    const own = chat.members.get(world.bot.id)?.status;
    if (!isOwn && own !== "administrator" && own !== "creator") return;
    const date = seconds(world);
    const change = (): Json => ({
      chat: wireChat(chat),
      from: wireUser(by),
      date,
      old_chat_member: wireMember(old),
      new_chat_member: wireMember(now),
    });
    world.deliver(isOwn ? "my_chat_member" : "chat_member", date, change);
  }

  function set(chat: Chat, user: User, next: Membership, by: User): void {
    const old = chat.members.get(user.id) ?? none(user);
    const comes = !isIn(old) && isIn(next);
    const goes = isIn(old) && !isIn(next);
    const isChannel = chat.type === "channel";
    const serve = (fields: Record<string, Json>) =>
      post(world, chat, { from: by, content: { kind: "service", fields } });
    if (user.id === world.bot.id && comes) chat.hearsEverything = !world.privacyMode;
    chat.members.set(user.id, next);
    tellChange(chat, by, old, next);
    const who = wireUser(user);
    if (comes && !isChannel) serve({ new_chat_participant: who, new_chat_member: who, new_chat_members: [who] });
    if (goes && !isChannel) serve({ left_chat_participant: who, left_chat_member: who });
  }

  return {
    join: (chat: Chat, user: User, by: User = user): void => set(chat, user, membership(user, "member"), by),
    leave: (chat: Chat, user: User): void => set(chat, user, none(user), user),
    kick: (chat: Chat, user: User, by: User): void => set(chat, user, membership(user, "kicked"), by),
    promote: (chat: Chat, user: User, by: User, rights?: Rights): void =>
      set(chat, user, membership(user, "administrator", rights), by),
    demote: (chat: Chat, user: User, by: User): void => set(chat, user, membership(user, "member"), by),
    /** @param isMember false: restricted, and not in the room */
    restrict: (chat: Chat, user: User, by: User, isMember = true): void =>
      set(chat, user, membership(user, "restricted", { can_send_messages: false }, isMember), by),

    /** Changes a membership so that the bot learns nothing of it, as in a missed update. */
    setQuietly(chat: Chat, user: User, status: Status): void {
      chat.members.set(user.id, membership(user, status));
    },

    addBot: (chat: Chat, by: User): void => set(chat, world.bot, membership(world.bot, "member"), by),
    removeBot: (chat: Chat, by: User): void => set(chat, world.bot, membership(world.bot, "kicked"), by),
    promoteBot: (chat: Chat, by: User, rights?: Rights): void =>
      set(chat, world.bot, membership(world.bot, "administrator", rights), by),
    demoteBot: (chat: Chat, by: User): void => set(chat, world.bot, membership(world.bot, "member"), by),

    /** The person blocks the bot: my_chat_member with status `kicked` in their private chat, and sends fail from then on. */
    block(chat: Chat): void {
      if (chat.user === undefined || chat.blocked) return;
      chat.blocked = true;
      tellChange(chat, chat.user, membership(world.bot, "member"), membership(world.bot, "kicked"));
    },
    unblock(chat: Chat): void {
      if (chat.user === undefined || !chat.blocked) return;
      chat.blocked = false;
      tellChange(chat, chat.user, membership(world.bot, "kicked"), membership(world.bot, "member"));
    },
  };
}
