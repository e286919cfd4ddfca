import type { TelegramConfig } from "../../config/config.ts";
import { commands } from "../../core/commands/index.ts";
import type { Receive } from "../../core/messaging/inbox.ts";
import { line } from "../../core/model/message.ts";
import type { ChatBot } from "../network-plugin.ts";
import type { Menu } from "./send/menu.ts";
import { createTelegramBot, type World } from "./telegram-bot.ts";

const menu: Menu = {
  commands: [...commands]
    .filter(([, { hidden, needs }]) => !hidden && needs === undefined)
    .map(([name, { summary, where, adminOnly = false }]) => ({ name, summary, where, adminOnly })),
  description:
    "I let the people of a group see where you are, for as long as you choose. Add me to a group, say /share there, and " +
    "send me a live location here. Telegram can read what is sent to a bot.",
  shortDescription: "Where the people of your group are, when they choose to share it.",
};

/** The bot with the menu of the command table, published once it is connected. */
export function startTelegram({ token, ...config }: TelegramConfig, receive: Receive, world: World): ChatBot {
  const removedWords = [line("This answer is no longer valid.")];
  const bot = createTelegramBot({ ...config, token: token.reveal(), removedWords }, receive, world);
  return {
    network: bot.network,
    stop: () => bot.stop(),
    async start() {
      const said = await bot.start();
      await bot.publishMenu(menu);
      return said;
    },
  };
}
