import { networkPlugin } from "../network-plugin.ts";
import { readTelegramConfig, telegramSettings } from "./telegram-config.ts";

/** Telegram, by its Bot API. */
export const telegram = networkPlugin({
  name: "telegram",
  settings: telegramSettings,
  configure: readTelegramConfig,
  async open(config, { core, ...world }) {
    const { startTelegram } = await import("./start-telegram.ts");
    return startTelegram(config, core.receive, world);
  },
});
