import type { RoomId } from "../../../core/model/ids.ts";
import { bareId } from "../../../core/model/ids.ts";
import type { Answers } from "../../../core/model/ports.ts";
import type { Language } from "../../../core/text/languages.ts";
import type { Log } from "../../../lib/log.ts";
import type { TelegramApi } from "../client/api.ts";
import { deliveryErrorOf } from "../client/refusal.ts";

export type MenuCommand = {
  name: string;
  summary: string;
  where: "room" | "private" | "both";
  adminOnly: boolean;
  /** whether nobody else in a group sees that it was said: in all groups, where answers are for who asked alone, or nowhere */
  unseen?: "always" | "where answers are private" | undefined;
};

/** In one language. `description` (512 characters at most) stands in an empty private chat, `shortDescription` (120) in the bot's profile. */
export type Menu = {
  /** absent: for everybody whose app speaks none of the others */
  language?: Language;
  commands: readonly MenuCommand[];
  description: string;
  shortDescription: string;
};

const inGroups = ({ where, adminOnly }: MenuCommand) => where !== "private" && !adminOnly;
const forAdmins = ({ where }: MenuCommand) => where !== "private";

/** A server that knows no ephemeral commands passes over `is_ephemeral`. */
const entries = (menu: Menu, isShown: (command: MenuCommand) => boolean, isUnseen: (command: MenuCommand) => boolean) =>
  menu.commands.filter(isShown).map((command) => ({
    command: command.name,
    description: command.summary,
    ...(isUnseen(command) && { is_ephemeral: true }),
  }));

/** Bot API: "A two-letter ISO 639-1 language code. If empty, commands will be applied to all users from the given scope, for whose language there are no dedicated commands". */
const languageOf = ({ language }: Menu) => (language === undefined ? {} : { language_code: language });

/** Shows Telegram's apps what the bot understands, one language after the other. What fails is shown at the next start. */
export async function publishMenus(
  api: TelegramApi,
  menus: readonly Menu[],
  log: Log,
  isStopping: () => boolean,
): Promise<void> {
  // What the apps propose when somebody makes the bot an admin: to delete what it and others said, and nothing more.
  let isWhole = await api.setMyDefaultAdministratorRights({ rights: onlyToDelete }).catch(() => false);
  for (const menu of menus) {
    if (isStopping()) return;
    isWhole = (await publishMenu(api, menu)) && isWhole;
  }
  if (!isWhole) log.debug("Telegram did not take the whole command menu: it is tried again at the next start");
}

const onlyToDelete = {
  can_delete_messages: true,
  is_anonymous: false,
  can_manage_chat: false,
  can_manage_video_chats: false,
  can_restrict_members: false,
  can_promote_members: false,
  can_change_info: false,
  can_invite_users: false,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_send_welcome_messages: false,
} as const;

/** @returns whether Telegram took all of it */
async function publishMenu(api: TelegramApi, menu: Menu): Promise<boolean> {
  const scopes = {
    all_private_chats: ({ where }: MenuCommand) => where !== "room",
    all_group_chats: inGroups,
    all_chat_administrators: forAdmins,
  };
  const results = await Promise.allSettled([
    ...Object.entries(scopes).map(([type, isShown]) =>
      api.setMyCommands({
        scope: { type: type as keyof typeof scopes },
        commands: entries(menu, isShown, ({ unseen }) => type !== "all_private_chats" && unseen === "always"),
        ...languageOf(menu),
      }),
    ),
    api.setMyDescription({ description: menu.description, ...languageOf(menu) }),
    api.setMyShortDescription({ short_description: menu.shortDescription, ...languageOf(menu) }),
  ]);
  return results.every(({ status }) => status === "fulfilled");
}

/**
 * Where answers are for who asked alone, the menu of the group makes nearly all that is said to the bot unseen by the others, too.
 * @throws DeliveryError
 */
export async function publishInGroup(
  api: TelegramApi,
  menus: readonly Menu[],
  room: RoomId,
  answers: Answers,
): Promise<void> {
  const chat_id = Number(bareId(room));
  const scopes = [
    [{ type: "chat", chat_id }, inGroups],
    [{ type: "chat_administrators", chat_id }, forAdmins],
  ] as const;
  try {
    // A menu of the group, in whichever language, comes before those of all groups (Bot API, "Determining list of commands").
    for (const menu of menus)
      for (const [scope, isShown] of scopes) {
        const where = { scope, ...languageOf(menu) };
        if (answers === "room") await api.deleteMyCommands(where);
        else
          await api.setMyCommands({ ...where, commands: entries(menu, isShown, ({ unseen }) => unseen !== undefined) });
      }
  } catch (cause) {
    throw deliveryErrorOf(cause);
  }
}
