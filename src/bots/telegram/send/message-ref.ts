import type { MessageRef } from "../../../core/model/ids.ts";

/** What a message is that is no text. */
export type Part = "pin" | "picture";

/**
 * A message as the Bot API finds it again. A pin is a location of ours: it has no text to edit away. A
 * picture has none either, but another can take its place. An ephemeral message has no number in its
 * chat, but an id beside the person who alone sees it; Telegram may give that id to another message later.
 */
export type SentMessage = { chat: number } & (
  | { message: number; part?: Part | undefined; ephemeral?: undefined }
  | { ephemeral: number; person: number; part?: Part | undefined; message?: undefined }
);

/** What was said to the bot: a message, and the press of a button under it when it was that. */
export type SaidMessage = SentMessage & { press?: string };

export function messageRef(chat: number, message: number, part?: Part): MessageRef {
  return `telegram:${chat}/${message}${part ? `/${part}` : ""}` as MessageRef;
}

/** @param person who alone sees it beside the bot: its receiver, or who sent it to the bot */
export function ephemeralRef(chat: number, person: number, id: number, part?: Part): MessageRef {
  return `telegram:${chat}/only/${person}/${id}${part ? `/${part}` : ""}` as MessageRef;
}

/** @param query the id of the callback query; letters, digits, - and _ */
export const pressRef = (under: MessageRef, query: string): MessageRef => `${under}?pressed=${query}` as MessageRef;

const form = /^telegram:(-?\d+)\/(?:(\d+)|only\/(\d+)\/(\d+))(?:\/(pin|picture))?(?:\?pressed=([\w-]+))?$/;

/** @returns undefined for what was not made here */
export function readMessageRef(ref: MessageRef): SaidMessage | undefined {
  const [whole, chat, message, person, ephemeral, part, press] = form.exec(ref) ?? [];
  if (whole === undefined) return undefined;
  const base = {
    chat: Number(chat),
    ...(part !== undefined && { part: part as Part }),
    ...(press !== undefined && { press }),
  };
  return message === undefined
    ? { ...base, ephemeral: Number(ephemeral), person: Number(person) }
    : { ...base, message: Number(message) };
}
