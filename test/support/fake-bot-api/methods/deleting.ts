import { messageOf } from "../http/access.ts";
import { badRequest } from "../http/bot-api-error.ts";
import type { Methods } from "../http/server.ts";
import { type Message, seconds, type World } from "../world/world.ts";

const twoDays = 48 * 3600;

/** td/telegram/MessagesManager.cpp: can_delete_channel_message for supergroups and channels, can_revoke_message for the others. */
export function deletingMethods(world: World): Methods {
  function check({ chat, from, date, content, message_id }: Message): void {
    const own = chat.members.get(world.bot.id);
    const age = seconds(world) - date;
    const isAdmin = own?.status === "administrator";
    const isOwn = from?.id === world.bot.id && content.kind !== "service";
    if (chat.type === "private") {
      if ((isOwn || from?.id !== world.bot.id) && age <= twoDays) return;
      throw badRequest("message can't be deleted for everyone");
    }
    if (chat.type === "group") {
      if ((isOwn || isAdmin) && age <= twoDays) return;
      throw badRequest("message can't be deleted for everyone");
    }
    const mayDelete = isOwn || (isAdmin && own.rights.can_delete_messages === true);
    const isFirst = message_id === 1 || (content.kind === "service" && "migrate_from_chat_id" in content.fields);
    if (!mayDelete || isFirst || age >= twoDays) throw badRequest("message can't be deleted");
  }

  return {
    deleteMessage(params) {
      const message = messageOf(world, params, "write", "message to delete");
      check(message);
      message.deleted = true;
      return true;
    },
  };
}
