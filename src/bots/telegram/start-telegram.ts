import { commands } from "../../core/commands/index.ts";
import type { Receive } from "../../core/messaging/inbox.ts";
import { text } from "../../core/text/texts.ts";
import type { ChatBot } from "../network-plugin.ts";
import { plainWords } from "../render.ts";
import type { Menu } from "./send/menu.ts";
import { createTelegramBot, type World } from "./telegram-bot.ts";
import type { TelegramConfig } from "./telegram-config.ts";

const menu: Menu = {
  commands: [...commands].flatMap(([name, { listed, needs, where, adminOnly = false, ofAsker, shares }]) => {
    if (!listed || needs !== undefined) return [];
    // A position is shared for all to see that it is.
    const unseen = ofAsker ? "always" : shares ? undefined : "where answers are private";
    return [{ name, summary: plainWords([text(listed.menu)]), where, adminOnly, unseen }];
  }),
  description: plainWords([text("telegram-description")]),
  shortDescription: plainWords([text("telegram-short-description")]),
};

/** The bot with the menu of the command table, published once it is connected. */
export function startTelegram({ token, ...config }: TelegramConfig, receive: Receive, world: World): ChatBot {
  const bot = createTelegramBot({ ...config, token: token.reveal(), menu }, receive, world);
  return {
    network: bot.network,
    ...(bot.broken && { broken: bot.broken }),
    stop: () => bot.stop(),
    async start() {
      const said = await bot.start();
      await bot.publishMenu(menu);
      return said;
    },
  };
}
