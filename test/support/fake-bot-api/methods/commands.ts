import { chatOf } from "../http/access.ts";
import { badRequest } from "../http/bot-api-error.ts";
import { isObject } from "../http/json.ts";
import { characters, list, type Params } from "../http/params.ts";
import type { Methods } from "../http/server.ts";
import type { Chat, User, World } from "../world/world.ts";
import { languageOf } from "./account.ts";

export type MenuCommand = { readonly command: string; readonly description: string; readonly is_ephemeral?: true };

/** Menus by scope and language; see `menuKey`. */
export type Menus = Map<string, readonly MenuCommand[]>;

/** @param scope as in BotCommandScope; the default scope when not given */
export function menuKey(scope: Params = {}, language = ""): string {
  const { type = "default", chat_id, user_id } = scope;
  return JSON.stringify([type, chat_id, user_id, language]);
}

/** What a person's app shows in a chat: the first menu that there is, of those that the documentation lists (BotCommandScope), in that order. */
export function menuOf(menus: Menus, chat: Chat, who: User): readonly MenuCommand[] | undefined {
  const status = chat.members.get(who.id)?.status;
  const isAdmin = status === "creator" || status === "administrator";
  const own = { chat_id: chat.id };
  const inGroup = [
    { type: "chat_member", ...own, user_id: who.id },
    ...(isAdmin ? [{ type: "chat_administrators", ...own }] : []),
    { type: "chat", ...own },
    ...(isAdmin ? [{ type: "all_chat_administrators" }] : []),
    { type: "all_group_chats" },
  ];
  const scopes = chat.type === "private" ? [{ type: "chat", ...own }, { type: "all_private_chats" }] : inGroup;
  return [...scopes, {}].map((scope) => menus.get(menuKey(scope))).find((menu) => menu !== undefined);
}

const wholeScopes = ["default", "all_private_chats", "all_group_chats", "all_chat_administrators"];
const chatScopes = ["chat", "chat_administrators", "chat_member"];

// Texts: Client.cpp get_bot_command_scope and get_bot_commands, td/telegram/BotCommand.cpp set_commands.
export function commandMethods(world: World, menus: Menus): Methods {
  function keyOf(params: Params): string {
    const { scope } = params;
    const language = languageOf(params);
    if (scope === undefined) return menuKey({}, language);
    const refuse = (why: string) => badRequest(`can't parse BotCommandScope: ${why}`);
    if (!isObject(scope)) throw refuse("BotCommandScope must be an Object");
    const { type } = scope;
    if (wholeScopes.includes(String(type))) return menuKey({ type }, language);
    if (!chatScopes.includes(String(type))) throw refuse("Unsupported type specified");
    const chat = chatOf(world, scope, "read");
    const user_id = type === "chat_member" ? scope.user_id : undefined;
    if (type === "chat_member" && typeof user_id !== "number") throw refuse("Invalid user_id specified");
    return menuKey({ type, chat_id: chat.id, user_id }, language);
  }

  return {
    setMyCommands(params) {
      const key = keyOf(params);
      const given = list(params, "commands");
      if (given === undefined && params.commands !== undefined) throw badRequest("expected an Array of BotCommand");
      if ((given?.length ?? 0) > 100) throw badRequest("BOT_COMMANDS_TOO_MUCH");
      menus.set(key, (given ?? []).map(readCommand));
      return true;
    },
    getMyCommands: (params) => menus.get(keyOf(params)) ?? [],
    deleteMyCommands(params) {
      menus.delete(keyOf(params));
      return true;
    },
  };
}

function readCommand(value: unknown): MenuCommand {
  if (!isObject(value)) throw badRequest("can't parse BotCommand: expected an Object");
  for (const field of ["command", "description"]) {
    if (typeof value[field] !== "string") throw badRequest(`can't parse BotCommand: can't find field "${field}"`);
  }
  const command = String(value.command).trim().replace(/^\//, "");
  const description = String(value.description).trim();
  if (command === "") throw badRequest("command must be non-empty");
  if (command.length > 32) throw badRequest("command length must not exceed 32");
  if (!/^[a-z0-9_]+$/.test(command)) throw badRequest("BOT_COMMAND_INVALID");
  if (description === "") throw badRequest("command description must be non-empty");
  if (characters(description) > 256) throw badRequest("command description length must not exceed 256");
  return value.is_ephemeral === true ? { command, description, is_ephemeral: true } : { command, description };
}
