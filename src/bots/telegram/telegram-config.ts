import type { Secret } from "../../config/secret.ts";
import type { Settings, SettingsReader } from "../../config/settings.ts";

export type TelegramConfig = { token: Secret; apiRoot?: string };

export const telegramSettings: Settings = {
  TELEGRAM_BOT_TOKEN: {
    summary: "the token that @BotFather gave you; with it, whereat runs on Telegram",
    example: "",
    isSecret: true,
  },
  TELEGRAM_API_ROOT: { summary: "a Bot API server of your own", example: "https://api.telegram.org" },
};

/** The settings for Telegram; undefined when there is no token. `problems` is told why they cannot be used. */
export function readTelegramConfig(reader: SettingsReader, problems: string[]): TelegramConfig | undefined {
  const apiRoot = reader.text("TELEGRAM_API_ROOT");
  if (apiRoot !== undefined && !/^https?:\/\/[^\s/]/.test(apiRoot))
    problems.push("TELEGRAM_API_ROOT must be an http(s) address.");
  const token = reader.secret("TELEGRAM_BOT_TOKEN");
  if (token && !/^\d+:[\w-]{10,}$/.test(token.reveal())) {
    problems.push(
      "TELEGRAM_BOT_TOKEN does not look like a token: digits, a colon, letters and digits, as @BotFather gave it.",
    );
  }
  return token && { token, ...(apiRoot && { apiRoot }) };
}
