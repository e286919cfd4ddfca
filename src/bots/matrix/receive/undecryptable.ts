import { text } from "../../../core/text/texts.ts";
import { at, countOf, textOf } from "../../../lib/json-value.ts";
import { createQuota } from "../../../lib/rate-limit.ts";
import { hour, type Instant, minute, second } from "../../../lib/time.ts";
import type { Relation } from "../send/message-content.ts";
import { eventKey } from "../send/message-ref.ts";
import type { Reading } from "../sync/handlers.ts";
import type { Hearing } from "./receive-context.ts";

export type Unreadable = {
  /** Takes note of each event as it comes. */
  note(room: string, event: unknown, reading: Reading): void;
  /** Tells whoever waits for an answer to what could not be read; to be called now and then. */
  tell(): Promise<void>;
};

type Unread = { room: string; event: string; sender: string; relation: Relation; sentAt: number; since: Instant };

/** Keys come before or right after what they open. */
const patience = 30 * second;
/** Whoever said it longer ago waits no more. */
const longestAgo = 5 * minute;
/** It may be no word to the bot at all, and an app that gives it no keys says a lot. */
const mostInRoom = 5;
const mostKept = 500;

/**
 * What was said to the bot and could not be read, even after its key was waited for: without a word, whoever asked would be left guessing. By person
 * and not by device, because anybody can claim any device.
 */
export function createUnreadable({ ask, say, chats, now }: Hearing): Unreadable {
  const unread = new Map<string, Unread>();
  const perPerson = createQuota(1, hour, now);
  const perRoom = createQuota(mostInRoom, hour, now);

  async function isToBeTold({ room, sender, sentAt }: Unread): Promise<boolean> {
    // Nobody gives keys for what was said before the bot came.
    const joined = await ask().getStateEvent(room, "m.room.member", ask().userId);
    if (sentAt < (countOf(at(joined, "origin_server_ts")) ?? 0)) return false;
    const chat = await chats.of(room);
    return chat.kind === "room" || (chat.kind === "private" && chat.person === sender);
  }

  return {
    note(room, event, reading) {
      const redacted = textOf(at(event, "redacts")) ?? textOf(at(event, "content", "redacts"));
      if (redacted !== undefined) unread.delete(eventKey(room, redacted));
      const [id, sender] = [textOf(at(event, "event_id")), textOf(at(event, "sender"))];
      if (id === undefined || sender === undefined) return;
      if (reading !== "unreadable") return void unread.delete(eventKey(room, id));
      const kind = at(event, "content", "m.relates_to", "rel_type");
      const related = textOf(at(event, "content", "m.relates_to", "event_id"));
      const sentAt = countOf(at(event, "origin_server_ts")) ?? 0;
      const isOwn = sender === ask().userId;
      if (isOwn || kind === "m.replace" || kind === "m.annotation" || now() - sentAt > longestAgo) return;
      const thread = kind === "m.thread" ? related : undefined;
      // A point of a live share, which no client shows as a message of its own.
      const replyTo = kind === "m.reference" && related !== undefined ? related : id;
      const key = eventKey(room, id);
      const since = unread.get(key)?.since ?? now();
      unread.set(key, { room, event: id, sender, relation: { thread, replyTo }, sentAt, since });
      const [oldest] = unread.keys();
      if (unread.size > mostKept && oldest !== undefined) unread.delete(oldest);
    },

    async tell() {
      for (const [key, one] of unread) {
        if (now() - one.since < patience) continue;
        unread.delete(key);
        const isFit = await isToBeTold(one).catch(() => false);
        if (!isFit || !perPerson(eventKey(one.room, one.sender)) || !perRoom(one.room)) continue;
        await say(one.room, [text("matrix-not-read")], `not read ${one.event}`, one.relation);
      }
    },
  };
}
