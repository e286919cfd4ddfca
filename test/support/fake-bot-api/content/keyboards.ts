import { badRequest } from "../http/bot-api-error.ts";
import { isObject } from "../http/json.ts";
import { draftOf } from "../world/people.ts";
import { post } from "../world/post.ts";
import type { Chat, Message, Point, User, World } from "../world/world.ts";
import { findEntities } from "./text-entities.ts";

// core.telegram.org/bots/api#replykeyboardmarkup, #keyboardbutton and #replykeyboardremove (Bot API 10.3); refusals: td/telegram/ReplyMarkup.cpp,
// get_keyboard_button and get_reply_markup, and Client.cpp, get_keyboard_button.

/** A key of a keyboard that stands in the place of the person's own. */
export type Key = { readonly text: string; readonly requestsLocation: boolean };

/**
 * @param markup a reply_markup that is no inline keyboard
 * @throws BotApiError when such a keyboard cannot be shown in this chat
 */
export function checkReplyKeyboard(markup: Readonly<Record<string, unknown>>, chat: Chat): void {
  const { keyboard, input_field_placeholder: placeholder } = markup;
  if (keyboard === undefined) return;
  if (!Array.isArray(keyboard)) throw badRequest('field "keyboard" of the ReplyKeyboardMarkup must be an Array');
  // "1-64 characters"
  if (typeof placeholder === "string" && Array.from(placeholder).length > 64)
    throw badRequest("input_field_placeholder is too long");
  // "Not supported in channels"
  if (chat.type === "channel") throw badRequest("reply keyboard is not allowed in channels");
  for (const row of keyboard as unknown[]) {
    if (!Array.isArray(row)) throw badRequest('field "keyboard" of the ReplyKeyboardMarkup must be an Array of Arrays');
    for (const button of row as unknown[]) checkKey(button, chat);
  }
}

function checkKey(button: unknown, chat: Chat): void {
  // "For simple text buttons, String can be used instead of this object"
  if (typeof button === "string") return;
  if (!isObject(button)) throw badRequest("can't parse keyboard button: KeyboardButton must be an Object");
  if (typeof button.text !== "string") throw badRequest(`can't parse keyboard button: can't find field "text"`);
  if (button.text.trim() === "") throw badRequest("keyboard button text must be non-empty");
  // "Available in private chats only."
  if (button.request_location === true && chat.type !== "private")
    throw badRequest("location can be requested in private chats only");
}

const isKeyboard = ({ markup }: Message) =>
  isObject(markup) && (markup.keyboard !== undefined || markup.remove_keyboard === true);

/**
 * The keyboard that a person sees in a private chat: "custom keyboards are displayed until a new keyboard is sent by a bot", or one is removed.
 * A deleted message takes its keyboard along only in some apps: here it stays, which is the worse case.
 */
export function keyboardIn(chat: Chat): Key[][] {
  const last = [...chat.messages.values()].findLast(isKeyboard);
  return last ? keysIn(last) : [];
}

/** The keyboard that a message brings. */
export function keysIn({ markup }: Message): Key[][] {
  const rows: unknown = isObject(markup) ? markup.keyboard : undefined;
  if (!Array.isArray(rows)) return [];
  return rows.map((row: unknown) =>
    (Array.isArray(row) ? row : []).map((button: unknown) =>
      isObject(button)
        ? { text: String(button.text), requestsLocation: button.request_location === true }
        : { text: String(button), requestsLocation: false },
    ),
  );
}

export type Keyboards = ReturnType<typeof createKeyboards>;

export function createKeyboards(world: World) {
  return {
    /** What a person can tap in the place of their own keyboard. */
    now: keyboardIn,
    /**
     * Taps a key: its text is "sent as a message when the button is pressed"; with `request_location`, "the user's current location will be
     * sent", a plain one.
     * @param at where the person is; on a computer, which has no place, such a key does nothing (tdesktop#29178)
     * @throws when there is no such key
     */
    tap(who: User, chat: Chat, text: string, at?: Point): Message | undefined {
      const key = keyboardIn(chat)
        .flat()
        .find((one) => one.text === text);
      if (key === undefined) throw new Error(`There is no key "${text}" that could be tapped.`);
      if (!key.requestsLocation)
        return post(world, chat, draftOf(who, chat, { kind: "text", text, entities: findEntities(text) }, {}));
      return at && post(world, chat, draftOf(who, chat, { kind: "location", point: at }, {}));
    },
  };
}
