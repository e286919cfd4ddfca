import { at, textOf } from "../../../../lib/json-value.ts";
import { maxUndecryptableKept } from "../../limits.ts";
import type { SealedFile } from "../indexeddb/sealed-file.ts";
import { strictJson } from "../indexeddb/strict-json.ts";
import type { RoomKey } from "../machine-request.ts";

/** Encrypted events whose key, or whose device's signature, has not come yet, kept over restarts: both often arrive after the message. */
export type WaitingEvents = {
  add(roomId: string, event: unknown): void;
  /** All of them, oldest first. */
  all(): { roomId: string; event: unknown }[];
  /** The events that may be read now, oldest first: with one of these keys, or since more is known of one of these senders' devices. */
  readableWith(keys: readonly RoomKey[], senders: ReadonlySet<string>): { roomId: string; event: unknown }[];
  drop(roomId: string, eventId: string): void;
  /** Drops what has waited since before a time, in milliseconds since 1970. */
  dropOlder(than: number): void;
};

type Waiting = { roomId: string; event: unknown; since: number };

const table = "waiting events";

export function createWaitingEvents(file: SealedFile, now: () => number): WaitingEvents {
  const rows = [...file.rows(table)].map(({ key, value }) => ({ key, waiting: JSON.parse(value) as Waiting }));
  const waiting = new Map(rows.sort((a, b) => a.waiting.since - b.waiting.since).map((row) => [row.key, row.waiting]));
  const keyOf = (roomId: string, eventId: string) => JSON.stringify([roomId, eventId]);
  const remove = (keys: readonly string[]) => {
    file.write(keys.map((key) => ({ kind: "delete", table, key })));
    for (const key of keys) waiting.delete(key);
  };

  return {
    add(roomId, event) {
      const eventId = textOf(at(event, "event_id"));
      if (eventId === undefined) return;
      const key = keyOf(roomId, eventId);
      if (waiting.has(key)) return;
      const added = { roomId, event, since: now() };
      file.write([{ kind: "put", table, key, value: strictJson(added) }]);
      waiting.set(key, added);
      remove([...waiting.keys()].slice(0, Math.max(0, waiting.size - maxUndecryptableKept)));
    },
    all: () => [...waiting.values()],
    readableWith: (keys, senders) =>
      [...waiting.values()].filter(
        ({ roomId, event }) =>
          senders.has(textOf(at(event, "sender")) ?? "") ||
          keys.some((key) => key.roomId === roomId && key.sessionId === at(event, "content", "session_id")),
      ),
    drop(roomId, eventId) {
      const key = keyOf(roomId, eventId);
      if (waiting.has(key)) remove([key]);
    },
    dropOlder: (than) => remove([...waiting].filter(([, { since }]) => since < than).map(([key]) => key)),
  };
}
