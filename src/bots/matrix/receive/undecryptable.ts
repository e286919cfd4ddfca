import { text } from "../../../core/text/texts.ts";
import { createQuota } from "../../../lib/bounded/rate-limit.ts";
import { at, countOf, textOf } from "../../../lib/json-value.ts";
import type { Instant } from "../../../lib/time.ts";
import {
  keyPatience,
  maxUndecryptableAge,
  maxUndecryptableHintsPerRoom,
  maxUndecryptableKept,
  undecryptableHintsWithin,
} from "../limits.ts";
import type { Background } from "../rooms/background.ts";
import type { Relation } from "../send/message-content.ts";
import { eventKey } from "../send/message-ref.ts";
import type { Decryption } from "../sync/handlers.ts";
import type { ReceiveContext } from "./receive-context.ts";

export type UndecryptableEvents = {
  /** Takes note of each event as it comes. */
  note(room: string, event: unknown, decryption: Decryption): void;
  /** Begins to tell whoever waits for an answer to what could not be decrypted; to be called now and then. */
  sendHints(): void;
};

type Undecryptable = {
  room: string;
  event: string;
  sender: string;
  relation: Relation;
  sentAt: number;
  since: Instant;
};

/**
 * What was said to the bot and could not be decrypted, even after its key was waited for: without a word, whoever asked would be left guessing. By person
 * and not by device, because anybody can claim any device.
 */
export function createUndecryptable(parts: ReceiveContext & { background: Background }): UndecryptableEvents {
  const { ask, say, chats, now, background } = parts;
  const waiting = new Map<string, Undecryptable>();
  const perPerson = createQuota(1, undecryptableHintsWithin, now);
  const perRoom = createQuota(maxUndecryptableHintsPerRoom, undecryptableHintsWithin, now);

  async function isWorthAHint({ room, sender, sentAt }: Undecryptable): Promise<boolean> {
    // Nobody gives keys for what was said before the bot came.
    const joined = await ask().getStateEvent(room, "m.room.member", ask().userId);
    if (sentAt < (countOf(at(joined, "origin_server_ts")) ?? 0)) return false;
    const chat = await chats.of(room);
    return chat.kind === "room" || (chat.kind === "private" && chat.person === sender);
  }

  async function sendHint(one: Undecryptable) {
    const isWorthIt = await isWorthAHint(one).catch(() => false);
    if (!isWorthIt || !perPerson(eventKey(one.room, one.sender)) || !perRoom(one.room)) return;
    await say(one.room, [text("matrix-not-read")], `not read ${one.event}`, one.relation);
  }

  return {
    note(room, event, decryption) {
      const redacted = textOf(at(event, "redacts")) ?? textOf(at(event, "content", "redacts"));
      if (redacted !== undefined) waiting.delete(eventKey(room, redacted));
      const [id, sender] = [textOf(at(event, "event_id")), textOf(at(event, "sender"))];
      if (id === undefined || sender === undefined) return;
      if (decryption !== "undecryptable") return void waiting.delete(eventKey(room, id));
      const kind = at(event, "content", "m.relates_to", "rel_type");
      const related = textOf(at(event, "content", "m.relates_to", "event_id"));
      const sentAt = countOf(at(event, "origin_server_ts")) ?? 0;
      const isOwn = sender === ask().userId;
      if (isOwn || kind === "m.replace" || kind === "m.annotation" || now() - sentAt > maxUndecryptableAge) return;
      const thread = kind === "m.thread" ? related : undefined;
      // A point of a live share, which no client shows as a message of its own.
      const replyTo = kind === "m.reference" && related !== undefined ? related : id;
      const key = eventKey(room, id);
      const since = waiting.get(key)?.since ?? now();
      waiting.set(key, { room, event: id, sender, relation: { thread, replyTo }, sentAt, since });
      const [oldest] = waiting.keys();
      if (waiting.size > maxUndecryptableKept && oldest !== undefined) waiting.delete(oldest);
    },

    sendHints() {
      for (const [key, one] of waiting) {
        if (now() - one.since < keyPatience) continue;
        waiting.delete(key);
        background.run(`hint ${key}`, () => sendHint(one));
      }
    },
  };
}
