import type { Log } from "../../../lib/log.ts";
import type { TelegramApi } from "../client/api.ts";

export type MenuCommand = { name: string; summary: string; where: "room" | "private" | "both"; adminOnly: boolean };

/** `description` (512 characters at most) stands in an empty private chat, `shortDescription` (120) in the bot's profile. */
export type Menu = { commands: readonly MenuCommand[]; description: string; shortDescription: string };

/** Shows Telegram's apps what the bot understands. What fails is shown at the next start. */
export async function publishMenu(api: TelegramApi, menu: Menu, log: Log): Promise<void> {
  const scopes = {
    all_private_chats: ({ where }: MenuCommand) => where !== "room",
    all_group_chats: ({ where, adminOnly }: MenuCommand) => where !== "private" && !adminOnly,
    all_chat_administrators: ({ where }: MenuCommand) => where !== "private",
  };
  const results = await Promise.allSettled([
    ...Object.entries(scopes).map(([type, isShown]) =>
      api.setMyCommands({
        scope: { type: type as keyof typeof scopes },
        commands: menu.commands.filter(isShown).map(({ name, summary }) => ({ command: name, description: summary })),
      }),
    ),
    api.setMyDescription({ description: menu.description }),
    api.setMyShortDescription({ short_description: menu.shortDescription }),
  ]);
  const failed = results.some(({ status }) => status === "rejected");
  if (failed) log.debug("Telegram did not take the whole command menu: it is tried again at the next start");
}
