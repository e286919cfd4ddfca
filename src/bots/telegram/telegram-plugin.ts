import { networkPlugin } from "../network-plugin.ts";
import { readTelegramConfig, telegramSettings } from "./telegram-config.ts";

/** Telegram, by its Bot API. */
export const telegram = networkPlugin({
  name: "telegram",
  settings: telegramSettings,
  configure: readTelegramConfig,
  title: "Telegram",
  async setUp(interview, given) {
    const { setUpTelegram } = await import("./set-up-telegram.ts");
    return setUpTelegram(interview, given("TELEGRAM_API_ROOT"));
  },
  async open(config, { core, ...world }) {
    const { startTelegram } = await import("./start-telegram.ts");
    return startTelegram(config, core.receive, world);
  },
});
