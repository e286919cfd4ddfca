import type { MessageRef } from "../../core/model.ts";
import { at, textOf } from "./json-value.ts";

/** A message as Matrix finds it again, and the message that asked for it when it is an answer. */
export type SentMessage = { readonly room: string; readonly event: string; readonly asked?: string };

/** What an event is called everywhere in whereat. Ids may hold any character, so they are kept apart as JSON. */
export const eventKey = (room: string, event: string): string => JSON.stringify([room, event]);

export function messageRef({ room, event, asked }: SentMessage): MessageRef {
  return `matrix:${JSON.stringify(asked === undefined ? [room, event] : [room, event, asked])}` as MessageRef;
}

/** @returns undefined for what `messageRef` did not make */
export function readMessageRef(ref: MessageRef): SentMessage | undefined {
  if (!ref.startsWith("matrix:[")) return undefined;
  const parts: unknown = Object.assign({}, JSON.parse(ref.slice("matrix:".length)));
  const [room, event, asked] = ["0", "1", "2"].map((index) => textOf(at(parts, index)));
  if (room === undefined || event === undefined) return undefined;
  return asked === undefined ? { room, event } : { room, event, asked };
}
