import { text } from "../../../core/text/texts.ts";
import { createQuota } from "../../../lib/bounded/rate-limit.ts";
import { at, countOf, textOf } from "../../../lib/json-value.ts";
import type { Instant } from "../../../lib/time.ts";
import { plainWords } from "../../render.ts";
import { isPassing } from "../http/refusal.ts";
import {
  keyPatience,
  maxUndecryptableAge,
  maxUndecryptableHintsPerRoom,
  maxUndecryptableKept,
  undecryptableHintsWithin,
} from "../limits.ts";
import type { Background } from "../rooms/background.ts";
import { type Relation, txnId } from "../send/message-content.ts";
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
  isUnverified: boolean;
};

/**
 * What was said to the bot and could not be decrypted, even after its key, or its device's signature, was waited for: without a word, whoever asked would be left guessing. By person
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
    if (!one.isUnverified)
      return void (await say(one.room, [text("matrix-not-read")], `not read ${one.event}`, one.relation));
    await say(
      one.room,
      [text("matrix-not-verified"), text("matrix-how-to-verify")],
      `not verified ${one.event}`,
      one.relation,
    );
    // The device gets no keys, so it cannot show those words; a reaction is in clear, and says no more than that it was not taken.
    const sign = plainWords([text("matrix-verify-sign")]);
    const about = one.relation.replyTo ?? one.event;
    await ask()
      .react(one.room, about, sign, txnId("not verified", one.room, about))
      .catch(unlessItPasses);
  }

  return {
    note(room, event, decryption) {
      const redacted = textOf(at(event, "redacts")) ?? textOf(at(event, "content", "redacts"));
      if (redacted !== undefined) waiting.delete(eventKey(room, redacted));
      const [id, sender] = [textOf(at(event, "event_id")), textOf(at(event, "sender"))];
      if (id === undefined || sender === undefined) return;
      if (decryption !== "undecryptable" && decryption !== "unverified") return void waiting.delete(eventKey(room, id));
      const kind = at(event, "content", "m.relates_to", "rel_type");
      const related = textOf(at(event, "content", "m.relates_to", "event_id"));
      const sentAt = countOf(at(event, "origin_server_ts")) ?? 0;
      const isOwn = sender === ask().userId;
      const isUnverified = decryption === "unverified";
      // Who edits has said it before; but where an edit can be read, it is known to be a command.
      const isEdit = kind === "m.replace" && !isUnverified;
      if (isOwn || isEdit || kind === "m.annotation" || now() - sentAt > maxUndecryptableAge) return;
      const thread = kind === "m.thread" ? related : undefined;
      // A point of a live share, or an edit, which no client shows as a message of its own.
      const replyTo = (kind === "m.reference" || kind === "m.replace") && related !== undefined ? related : id;
      const key = eventKey(room, id);
      const since = waiting.get(key)?.since ?? now();
      waiting.set(key, { room, event: id, sender, relation: { thread, replyTo }, sentAt, since, isUnverified });
      const [oldest] = waiting.keys();
      if (waiting.size > maxUndecryptableKept && oldest !== undefined) waiting.delete(oldest);
    },

    sendHints() {
      const due = [...waiting].filter(([, one]) => now() - one.since >= keyPatience);
      for (const [key] of due) waiting.delete(key);
      // One after the other: who said two things is told about the first.
      for (const [room, ones] of Map.groupBy(due, ([, one]) => one.room))
        background.run(`hints ${room} ${ones[0]?.[0]}`, async () => {
          for (const [, one] of ones) await sendHint(one);
        });
    },
  };
}

/** A sign that the room does not allow is left out. */
function unlessItPasses(error: unknown): void {
  if (isPassing(error)) throw error;
}
