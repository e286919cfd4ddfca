import type { Spoken } from "../../../core/model/message.ts";
import type { Language } from "../../../core/text/languages.ts";
import { type Text, text } from "../../../core/text/texts.ts";
import { plainWords } from "../../render.ts";
import { maxButtons, maxCallbackDataBytes, maxCopiedCharacters, maxCopyButtons } from "../limits.ts";

type Button = { text: string } & ({ callback_data: string } | { url: string } | { copy_text: { text: string } });
export type Keyboard = { inline_keyboard: Button[][] };
/** What stands in the place of the reader's own keyboard, in a private chat. */
export type ReplyKeyboard =
  | { keyboard: { text: string; request_location?: true }[][]; resize_keyboard: true }
  | { remove_keyboard: true };
export type Markup = Keyboard | ReplyKeyboard;

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
export function buttonsOf(message: Spoken, username: string): { keyboard: Keyboard | undefined; typed: Text[] } {
  const { choices = [], language } = message;
  const shortcuts = (message.shortcuts ?? []).filter(({ command }) => readCallbackData(command) !== undefined);
  const fitting = choices.filter(({ command }) => readCallbackData(command) !== undefined);
  const pressable = new Set(fitting.slice(0, message.privateChat ? maxButtons - 1 : maxButtons));
  const rows: Keyboard["inline_keyboard"] = [
    ...copyButtons(message.copies ?? [], language),
    ...[...choices.filter((choice) => pressable.has(choice)), ...shortcuts].map(({ label, command }) => [
      { text: plainWords([label], language), callback_data: command },
    ]),
  ];
  if (message.privateChat) {
    const { label, payload } = message.privateChat;
    rows.push([{ text: plainWords([label], language), url: `https://t.me/${username}?start=${payload}` }]);
  }
  const typed = choices
    .filter((choice) => !pressable.has(choice))
    .map(({ label, command }) => text("typed-choice", { label, command }));
  return { keyboard: rows.length > 0 ? { inline_keyboard: rows } : undefined, typed };
}

/** Telegram shows one keyboard at a time, until another message says otherwise (Bot API, ReplyKeyboardMarkup). */
export function replyKeyboardOf({ keyboard, language }: Spoken): ReplyKeyboard | undefined {
  switch (keyboard?.kind) {
    case "replies": {
      // Each in a row of its own: nobody in a hurry is to hit a share in place of a refusal.
      const rows = keyboard.replies.map(({ label }) => [{ text: plainWords([label], language) }]);
      return { keyboard: rows, resize_keyboard: true };
    }
    // Only in private chats, and on phones (Bot API, KeyboardButton.request_location).
    case "location":
      return {
        keyboard: [[{ text: plainWords([keyboard.label], language), request_location: true }]],
        resize_keyboard: true,
      };
    case "none":
      return { remove_keyboard: true };
    case undefined:
      return undefined;
  }
}

/** A protected message cannot be copied from, in most apps: these buttons can. */
function copyButtons(copies: NonNullable<Spoken["copies"]>, language?: Language): Button[][] {
  if (copies.length > maxCopyButtons || copies.some(({ words }) => words.length > maxCopiedCharacters)) return [];
  return copies.map(({ label, words }) => [{ text: plainWords([label], language), copy_text: { text: words } }]);
}
