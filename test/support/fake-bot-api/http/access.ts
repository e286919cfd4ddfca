import { isIn } from "../world/membership.ts";
import type { Chat, Message, Permission, World } from "../world/world.ts";
import { BotApiError, badRequest, forbidden } from "./bot-api-error.ts";
import { number, type Params } from "./params.ts";

/** How much a method needs: Client.cpp, enum AccessRights. To send takes a person who lets the bot, besides. */
export type Access = "read" | "read members" | "edit" | "write" | "send";

/** The chat a call names. @throws BotApiError in the words of check_chat and check_chat_access in Client.cpp */
export function chatOf(world: World, params: Params, access: Access): Chat {
  const named = params.chat_id;
  if (named === undefined || named === "") throw badRequest("chat_id is empty");
  const chat =
    typeof named === "number"
      ? world.chats.get(named)
      : [...world.chats.values()].find(({ username }) => username !== undefined && `@${username}` === named);
  if (chat === undefined && access === "send" && world.users.has(Number(named))) {
    throw forbidden("bot can't initiate conversation with a user");
  }
  if (chat === undefined) throw badRequest("chat not found");
  checkAccess(world, chat, access);
  return chat;
}

function checkAccess(world: World, chat: Chat, access: Access): void {
  const own = chat.members.get(world.bot.id);
  switch (chat.type) {
    case "private":
      if (access === "send" && !chat.started) throw forbidden("bot can't initiate conversation with a user");
      if (access === "send" && chat.blocked) throw forbidden("bot was blocked by the user");
      return;
    case "group": {
      const needsAll = access !== "read" && access !== "edit";
      if (needsAll && chat.migratedTo !== undefined) {
        const parameters = { migrate_to_chat_id: chat.migratedTo.id };
        throw new BotApiError(400, "Bad Request: group chat was upgraded to a supergroup chat", parameters);
      }
      if (needsAll && chat.deleted) throw forbidden("the group chat was deleted");
      if (access === "read" || isIn(own)) return;
      if (own === undefined) throw badRequest("chat not found");
      throw forbidden(
        own.status === "kicked" ? "bot was kicked from the group chat" : "bot is not a member of the group chat",
      );
    }
    case "supergroup":
    case "channel":
      if (own?.status === "kicked") throw forbidden(`bot was kicked from the ${chat.type} chat`);
      if (isIn(own) || (chat.username !== undefined && access.startsWith("read"))) return;
      if (own === undefined && chat.username === undefined) throw badRequest("chat not found");
      throw forbidden(`bot is not a member of the ${chat.type} chat`);
  }
}

/** @throws BotApiError when the room keeps those who are no admins from sending this */
export function checkPermission(world: World, chat: Chat, permission: Permission): void {
  const isAdmin = chat.members.get(world.bot.id)?.status === "administrator";
  if (isAdmin || chat.type === "private" || !chat.forbidden.has(permission)) return;
  throw badRequest(`not enough rights to send ${permission} to the chat`);
}

/** @param what how the refusal calls the message: "message to edit" */
export function messageOf(world: World, params: Params, access: Access, what: string): Message {
  const chat = chatOf(world, params, access);
  const message = chat.messages.get(number(params, "message_id") ?? 0);
  if (message === undefined || message.deleted || message.ephemeralId !== undefined)
    throw badRequest(`${what} not found`);
  return message;
}
