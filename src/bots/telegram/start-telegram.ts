import { commands } from "../../core/commands/index.ts";
import type { Receive } from "../../core/messaging/inbox.ts";
import { type Language, languages } from "../../core/text/languages.ts";
import { text } from "../../core/text/texts.ts";
import type { ChatBot } from "../network-plugin.ts";
import { plainWords } from "../render.ts";
import type { Menu } from "./send/menu.ts";
import { createTelegramBot, type World } from "./telegram-bot.ts";
import type { TelegramConfig } from "./telegram-config.ts";

const menuIn = (language: Language): Menu => ({
  // Whoever speaks another language than those of ours is shown English.
  ...(language !== "en" && { language }),
  commands: [...commands].flatMap(([name, { listed, needs, where, adminOnly = false, ofAsker, shares }]) => {
    if (!listed || needs !== undefined) return [];
    // A position is shared for all to see that it is.
    const unseen = ofAsker ? "always" : shares ? undefined : "where answers are private";
    return [{ name, summary: plainWords([text(listed.menu)], language), where, adminOnly, unseen }];
  }),
  description: plainWords([text("telegram-description")], language),
  shortDescription: plainWords([text("telegram-short-description")], language),
});

/** The bot with the menu of the command table in each language, published once it is connected. */
export function startTelegram({ token, ...config }: TelegramConfig, receive: Receive, world: World): ChatBot {
  const menus = languages.map(menuIn);
  const bot = createTelegramBot({ ...config, token: token.reveal(), menus }, receive, world);
  return {
    network: bot.network,
    ...(bot.broken && { broken: bot.broken }),
    stop: () => bot.stop(),
    async start() {
      const said = await bot.start();
      await bot.publishMenus(menus);
      return said;
    },
  };
}
