import type { Message } from "../../../core/model/message.ts";
import { type Text, text } from "../../../core/text/texts.ts";
import { plainWords } from "../../render.ts";
import { maxButtons, maxCallbackDataBytes } from "../limits.ts";

export type Keyboard = { inline_keyboard: ({ text: string } & ({ callback_data: string } | { url: string }))[][] };

/** A command line of ASCII letters, so that its characters are its bytes. */
const commandLine = /^([a-z]{1,20})((?: [A-Za-z0-9_-]{1,40}){0,3})$/;

/** @returns the command that a button says when it is pressed; undefined when it is none of ours */
export function readCallbackData(data: unknown): { name: string; argument: string } | undefined {
  if (typeof data !== "string" || data.length > maxCallbackDataBytes) return undefined;
  const [, name, argument = ""] = commandLine.exec(data) ?? [];
  return name === undefined ? undefined : { name, argument: argument.trim() };
}

/**
 * The buttons under a message, each in a row of its own.
 * @returns with them the texts for what cannot be a button, and has to be typed
 */
export function buttonsOf(message: Message, username: string): { keyboard: Keyboard | undefined; typed: Text[] } {
  const choices = message.choices ?? [];
  const fitting = choices.filter(({ command }) => readCallbackData(command) !== undefined);
  const pressable = new Set(fitting.slice(0, message.privateChat ? maxButtons - 1 : maxButtons));
  const rows: Keyboard["inline_keyboard"] = choices
    .filter((choice) => pressable.has(choice))
    .map(({ label, command }) => [{ text: plainWords([label]), callback_data: command }]);
  if (message.privateChat) {
    const { label, payload } = message.privateChat;
    rows.push([{ text: plainWords([label]), url: `https://t.me/${username}?start=${payload}` }]);
  }
  const typed = choices
    .filter((choice) => !pressable.has(choice))
    .map(({ label, command }) => text("typed-choice", { label, command }));
  return { keyboard: rows.length > 0 ? { inline_keyboard: rows } : undefined, typed };
}
