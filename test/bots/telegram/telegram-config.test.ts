import { expect, test } from "vitest";
import { readTelegramConfig, telegramSettings } from "../../../src/bots/telegram/telegram-config.ts";
import { parseConfig } from "../../../src/config/config.ts";

const token = "123456:AbCdEfGhIjKlMnOp";
const telegram = { name: "telegram", settings: telegramSettings, configure: readTelegramConfig };
const parse = (env: Record<string, string>) =>
  parseConfig([telegram], env, () => ({ text: `${token}\n`, isOpen: false })).networks[0];

test("without a token there is no Telegram", () => {
  expect(parse({})).toBeUndefined();
  expect(parse({ TELEGRAM_API_ROOT: "http://127.0.0.1:8081" })).toBeUndefined();
});

test("the token can come from a file, without its line break, and is shown by nothing", () => {
  const config = parse({ TELEGRAM_BOT_TOKEN_FILE: "/run/token" });
  expect(config?.token.reveal()).toBe(token);
  expect(JSON.stringify(config)).not.toContain("AbCdEf");
});

test("it can be asked through a server of one's own", () => {
  const config = parse({ TELEGRAM_BOT_TOKEN: ` ${token}\n`, TELEGRAM_API_ROOT: "http://127.0.0.1:8081" });
  expect([config?.token.reveal(), config?.apiRoot]).toEqual([token, "http://127.0.0.1:8081"]);
});

test("who may add the bot to groups is a list of user ids, and nobody in particular when it is not set", () => {
  const inviters = (text?: string) =>
    parse({ TELEGRAM_BOT_TOKEN: token, ...(text !== undefined && { TELEGRAM_ALLOWED_INVITERS: text }) })
      ?.allowedInviters;
  expect(inviters("123456789,987654321 , 5")).toEqual([123456789, 987654321, 5]);
  expect(inviters("9007199254740991")).toEqual([Number.MAX_SAFE_INTEGER]);
  // Empty, it could be meant as nobody and would be read as everybody.
  expect(() => inviters(" ")).toThrow("TELEGRAM_ALLOWED_INVITERS is empty");
  expect(inviters()).toBeUndefined();
});
