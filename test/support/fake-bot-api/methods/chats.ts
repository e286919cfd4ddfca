import { chatOf } from "../http/access.ts";
import { badRequest } from "../http/bot-api-error.ts";
import { flag, number } from "../http/params.ts";
import type { Methods } from "../http/server.ts";
import { wireChat, wireMember } from "../http/wire.ts";
import { isIn, type Memberships, membership } from "../world/membership.ts";
import type { World } from "../world/world.ts";

export function chatMethods(world: World, memberships: Memberships): Methods {
  return {
    getChat(params) {
      const chat = chatOf(world, params, "read");
      return {
        ...wireChat(chat),
        accent_color_id: 0,
        max_reaction_count: 11,
        permissions: { can_send_messages: true },
        ...(world.membersAreHidden && { has_hidden_members: true }),
        ...chat.info,
      };
    },
    getChatMember(params) {
      const id = number(params, "user_id");
      if (id === undefined) throw badRequest("invalid user_id specified");
      const chat = chatOf(world, params, id === world.bot.id ? "read" : "read members");
      const user = id === world.bot.id ? world.bot : world.users.get(id);
      if (user === undefined) throw badRequest("user not found");
      const member = chat.members.get(id);
      const own = chat.members.get(world.bot.id)?.status;
      if (world.membersAreHidden && id !== world.bot.id && own !== "administrator" && own !== "creator") {
        throw badRequest("user not found");
      }
      if (chat.type === "private") return wireMember(membership(user, "member"));
      return wireMember(member ?? membership(user, "left"));
    },
    getChatAdministrators(params) {
      const chat = chatOf(world, params, "read members");
      if (chat.type === "private") throw badRequest("there are no administrators in the private chat");
      return [...chat.members.values()]
        .filter(({ status }) => status === "creator" || status === "administrator")
        .filter(({ user }) => !user.is_bot || flag(params, "return_bots") || user.id === world.bot.id)
        .map(wireMember);
    },
    getChatMemberCount(params) {
      const chat = chatOf(world, params, "read members");
      return chat.type === "private" ? 2 : [...chat.members.values()].filter(isIn).length;
    },
    leaveChat(params) {
      const chat = chatOf(world, params, "read");
      if (chat.type === "private") throw badRequest("chat member status can't be changed in private chats");
      if (isIn(chat.members.get(world.bot.id))) memberships.leave(chat, world.bot);
      return true;
    },
  };
}
