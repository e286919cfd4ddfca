import type { Message } from "../../../core/model/message.ts";
import { type Text, text } from "../../../core/text/texts.ts";
import { plainWords } from "../../render.ts";

export type Keyboard = { inline_keyboard: ({ text: string } & ({ callback_data: string } | { url: string }))[][] };

/** What a button may say when it is pressed: a command line, as short as Telegram carries it. */
export const pressable = /^(?=.{1,64}$)([a-z]{1,20})((?: [A-Za-z0-9_-]{1,40}){0,3})$/;

/**
 * The buttons under a message, each in a row of its own.
 * @returns with them the texts for what cannot be a button, and has to be typed
 */
export function buttonsOf(message: Message, username: string): { keyboard: Keyboard | undefined; typed: Text[] } {
  const choices = message.choices ?? [];
  const rows: Keyboard["inline_keyboard"] = choices
    .filter(({ command }) => pressable.test(command))
    .map(({ label, command }) => [{ text: plainWords([label]), callback_data: command }]);
  if (message.privateChat) {
    const { label, payload } = message.privateChat;
    rows.push([{ text: plainWords([label]), url: `https://t.me/${username}?start=${payload}` }]);
  }
  const typed = choices
    .filter(({ command }) => !pressable.test(command))
    .map(({ label, command }) => text("typed-choice", { label, command }));
  return { keyboard: rows.length > 0 ? { inline_keyboard: rows } : undefined, typed };
}
