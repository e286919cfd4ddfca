import type { Origin } from "../../../core/model/incoming.ts";
import { at, textOf } from "../../../lib/json-value.ts";
import { messageRef } from "../send/message-ref.ts";
import { type ReceiveContext, shareOf } from "./receive-context.ts";
import type { RoomEvent } from "./room-event.ts";

type Words = Extract<RoomEvent, { kind: "command" | "number" | "words" | "no words" }>;
type Command = Extract<Words, { kind: "command" }>;
type EventRef = { readonly event: string; readonly thread?: string };

export type SaidWords = {
  /** Whether it is said to the bot. What anybody may say to others is, in a private chat only. */
  isForTheBot: (room: string, event: RoomEvent) => Promise<boolean>;
  /** Tells the core of it. */
  take(room: string, from: Origin, said: Words): Promise<void>;
};

/** What people say in words, or with a picture. */
export function createSaidWords({ ask, receive, notes, chats }: ReceiveContext): SaidWords {
  /**
   * The message that was edited, to answer it and not the edit, which clients do not show.
   * @returns undefined when it is somebody else's: nobody can edit that (spec, "Validity of replacement events")
   */
  async function editedBy(room: string, { event, sender, edits }: Command): Promise<EventRef | undefined> {
    if (edits === undefined) return { event };
    // Where that cannot be known now, the edit is answered: what takes something away waits for nothing.
    const original = await ask()
      .getEvent(room, edits)
      .catch(() => undefined);
    if (original === undefined) return { event };
    const relation = at(original, "content", "m.relates_to");
    const thread = at(relation, "rel_type") === "m.thread" ? textOf(at(relation, "event_id")) : undefined;
    return at(original, "sender") === sender ? { event: edits, ...(thread !== undefined && { thread }) } : undefined;
  }

  async function takeCommand(room: string, from: Origin, said: Command) {
    const original = await editedBy(room, said);
    if (!original) return;
    const { name, argument, mentions, sentAt, addressed, unmarked, edits } = said;
    const { thread } = original;
    const place = from.place && { ...from.place, ...(thread !== undefined && { thread }) };
    await receive({
      kind: "command",
      id: shareOf(room, said.event),
      from: place ? { ...from, place } : from,
      name,
      argument,
      mentions,
      sentAt,
      message: messageRef({ room, event: original.event }),
      ...(addressed && { addressed }),
      ...(unmarked && { unmarked }),
      ...(edits !== undefined && { edited: true }),
    });
  }

  return {
    async isForTheBot(room, said) {
      const isTalk = said.kind === "number" || said.kind === "no words" || (said.kind === "words" && !said.addressed);
      if (!isTalk) return true;
      const chat = await chats.of(room);
      // Once it is known to be a room, nobody is asked at each sentence of it.
      if (chat.kind === "room") await notes.add(room, "room");
      return chat.kind === "private";
    },

    async take(room, from, said) {
      if (said.kind === "command") return takeCommand(room, from, said);
      const { event, sentAt } = said;
      const base = { id: shareOf(room, event), from, sentAt, message: messageRef({ room, event }) };
      if (said.kind === "no words") return receive({ kind: "useless", what: "no-words", ...base });
      const words =
        said.kind === "number"
          ? { name: "choose", argument: said.number }
          : { name: "", argument: "", ...(said.addressed && { addressed: said.addressed }) };
      return receive({ kind: "command", ...base, ...words, mentions: [] });
    },
  };
}
