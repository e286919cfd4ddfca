import type { MessageRef } from "../../../core/model/ids.ts";
import { textsOf } from "../../../lib/json-value.ts";

/** A message as Matrix finds it again, and the message that asked for it when it is an answer. */
export type SentMessage = { readonly room: string; readonly event: string; readonly asked?: string };

/** What an event is called everywhere in whereat. Ids may hold any character, so they are kept apart as JSON. */
export const eventKey = (room: string, event: string): string => JSON.stringify([room, event]);

export function messageRef({ room, event, asked }: SentMessage): MessageRef {
  return `matrix:${JSON.stringify(asked === undefined ? [room, event] : [room, event, asked])}` as MessageRef;
}

/** @returns undefined for what `messageRef` did not make */
export function readMessageRef(ref: MessageRef): SentMessage | undefined {
  const ids = /^matrix:(\["(?:[^"\\]|\\.)*"(?:,"(?:[^"\\]|\\.)*"){1,2}\])$/.exec(ref)?.[1];
  const [room = "", event = "", asked] = ids === undefined ? [] : textsOf(JSON.parse(ids));
  if (room === "" || event === "") return undefined;
  return asked === undefined ? { room, event } : { room, event, asked };
}
