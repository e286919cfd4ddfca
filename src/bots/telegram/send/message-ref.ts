import type { MessageRef } from "../../../core/model/ids.ts";

/**
 * A message as the Bot API finds it again. A pin is a location of ours: it has no text to edit away. An ephemeral message has no number in its
 * chat, but an id beside the person who alone sees it; Telegram may give that id to another message later.
 */
export type SentMessage = { chat: number } & (
  | { message: number; isPin: boolean; ephemeral?: undefined }
  | { ephemeral: number; person: number; isPin: boolean; message?: undefined }
);

/** What was said to the bot: a message, and the press of a button under it when it was that. */
export type SaidMessage = SentMessage & { press?: string };

export function messageRef(chat: number, message: number, isPin = false): MessageRef {
  return `telegram:${chat}/${message}${isPin ? "/pin" : ""}` as MessageRef;
}

/** @param person who alone sees it beside the bot: its receiver, or who sent it to the bot */
export function ephemeralRef(chat: number, person: number, id: number, isPin = false): MessageRef {
  return `telegram:${chat}/only/${person}/${id}${isPin ? "/pin" : ""}` as MessageRef;
}

/** @param query the id of the callback query; letters, digits, - and _ */
export const pressRef = (under: MessageRef, query: string): MessageRef => `${under}?pressed=${query}` as MessageRef;

const form = /^telegram:(-?\d+)\/(?:(\d+)|only\/(\d+)\/(\d+))(\/pin)?(?:\?pressed=([\w-]+))?$/;

/** @returns undefined for what was not made here */
export function readMessageRef(ref: MessageRef): SaidMessage | undefined {
  const [whole, chat, message, person, ephemeral, pin, press] = form.exec(ref) ?? [];
  if (whole === undefined) return undefined;
  const base = { chat: Number(chat), isPin: pin !== undefined, ...(press !== undefined && { press }) };
  return message === undefined
    ? { ...base, ephemeral: Number(ephemeral), person: Number(person) }
    : { ...base, message: Number(message) };
}
