import type { Secret } from "../../config/secret.ts";
import type { Settings, SettingsReader } from "../../config/settings.ts";

export type TelegramConfig = {
  token: Secret;
  apiRoot?: string;
  /** ids of the people who may add the bot to groups; absent: everybody may */
  allowedInviters?: readonly number[];
};

export const telegramSettings: Settings = {
  TELEGRAM_BOT_TOKEN: {
    summary: "the token that @BotFather gave you; with it, whereat runs on Telegram",
    example: "",
    isSecret: true,
  },
  TELEGRAM_API_ROOT: { summary: "a Bot API server of your own", example: "https://api.telegram.org" },
  TELEGRAM_ALLOWED_INVITERS: {
    summary: "who may add the bot to groups: Telegram user ids, with commas; unless set, everybody",
    example: "123456789, 987654321",
  },
};

/** The settings for Telegram; undefined when there is no token. `problems` is told why they cannot be used. */
export function readTelegramConfig(reader: SettingsReader, problems: string[]): TelegramConfig | undefined {
  const apiRoot = reader.text("TELEGRAM_API_ROOT");
  if (apiRoot !== undefined && !/^https?:\/\/[^\s/]/.test(apiRoot))
    problems.push("TELEGRAM_API_ROOT must be an http(s) address.");
  const allowedInviters = readUserIds(reader.text("TELEGRAM_ALLOWED_INVITERS"), problems);
  const token = reader.secret("TELEGRAM_BOT_TOKEN");
  if (token && !looksLikeToken(token.reveal())) problems.push(`TELEGRAM_BOT_TOKEN ${noToken}`);
  return token && { token, ...(apiRoot && { apiRoot }), ...(allowedInviters && { allowedInviters }) };
}

export const looksLikeToken = (text: string): boolean => /^\d+:[\w-]{10,}$/.test(text);
export const noToken = "does not look like a token: digits, a colon, letters and digits, as @BotFather gave it.";

/** By ids only: a username can be given up, and taken by somebody else. */
function readUserIds(text: string | undefined, problems: string[]): readonly number[] | undefined {
  if (text === undefined) return undefined;
  const ids = text.split(",").map((each) => each.trim());
  if (!ids.every((id) => /^[1-9]\d{0,15}$/.test(id) && Number.isSafeInteger(Number(id))))
    problems.push(
      "TELEGRAM_ALLOWED_INVITERS must be user ids, which are numbers, with commas. Usernames change hands, so they are not taken.",
    );
  return ids.map(Number);
}
