import type { MessageRef } from "../../../core/model/ids.ts";

/** A message as the Bot API finds it again. A pin is a location of ours: it has no text to edit away. */
export type SentMessage = { chat: number; message: number; isPin: boolean };

export function messageRef(chat: number, message: number, isPin = false): MessageRef {
  return `telegram:${chat}/${message}${isPin ? "/pin" : ""}` as MessageRef;
}

/** @returns undefined for what `messageRef` did not make */
export function readMessageRef(ref: MessageRef): SentMessage | undefined {
  const parts = /^telegram:(-?\d+)\/(\d+)(\/pin)?$/.exec(ref);
  return parts ? { chat: Number(parts[1]), message: Number(parts[2]), isPin: parts[3] !== undefined } : undefined;
}
