import { createHash } from "node:crypto";
import { at, countOf, listOf, textOf } from "../../../../lib/json-value.ts";
import { maxMessagesRemembered } from "../../limits.ts";
import { DecryptionError } from "../crypto-errors.ts";
import type { SealedFile } from "../indexeddb/sealed-file.ts";
import { strictJson } from "../indexeddb/strict-json.ts";

export type Replays = {
  /**
   * Notes, on disk, which event brought a message; to be called with what has been decrypted, for anybody can make up the rest.
   * @throws DecryptionError "Replayed" when another event has brought the same message before
   */
  check(event: unknown): void;
  /** Drops the sessions whose first message was read before a time, in milliseconds since 1970. */
  dropOlder(than: number): void;
};

/** By message index, what stands for the event that brought it. Messages below `floor` are taken for read. */
type Session = { readonly since: number; floor: number; readonly read: Map<number, string> };

const table = "messages read";

/**
 * Which messages have been read, kept over restarts. Nothing in a ciphertext tells when, or in which event, it was sent: a homeserver could deliver an
 * old `!precision exact` again as a new event, and the library would decrypt it again. Within a session each message has an index of
 * its own (spec, "m.megolm.v1.aes-sha2": a client must check that no index comes twice).
 */
export function createReplays(file: SealedFile, now: () => number): Replays {
  const sessions = new Map<string, Session>();
  for (const { key, value } of file.rows(table)) sessions.set(key, readSession(JSON.parse(value)));

  return {
    check(event) {
      const index = messageIndexOf(textOf(at(event, "content", "ciphertext")) ?? "");
      const key = JSON.stringify(textOf(at(event, "content", "session_id")));
      const brought = standsFor(textOf(at(event, "event_id")) ?? "");
      const session: Session = sessions.get(key) ?? { since: now(), floor: 0, read: new Map() };
      const before = session.read.get(index);
      if (before === brought) return;
      if (before !== undefined || index < session.floor) throw new DecryptionError("Replayed");
      const read = new Map(session.read).set(index, brought);
      const lowest = read.size > maxMessagesRemembered ? Math.min(...read.keys()) : undefined;
      if (lowest !== undefined) read.delete(lowest);
      const noted = { ...session, read, floor: lowest === undefined ? session.floor : lowest + 1 };
      file.write([{ kind: "put", table, key, value: strictJson({ ...noted, read: [...read] }) }]);
      sessions.set(key, noted);
    },
    dropOlder(than) {
      const old = [...sessions].filter(([, { since }]) => since < than).map(([key]) => key);
      file.write(old.map((key) => ({ kind: "delete", table, key })));
      for (const key of old) sessions.delete(key);
    },
  };
}

function readSession(kept: unknown): Session {
  const read = new Map<number, string>();
  for (const one of listOf(at(kept, "read"))) {
    const [index, brought] = listOf(one);
    const [number, event] = [countOf(index), textOf(brought)];
    if (number !== undefined && event !== undefined) read.set(number, event);
  }
  return { since: countOf(at(kept, "since")) ?? 0, floor: countOf(at(kept, "floor")) ?? 0, read };
}

const standsFor = (eventId: string) => createHash("sha256").update(eventId).digest("base64url").slice(0, 22);

/** After the ciphertext come a MAC of 8 bytes and a signature of 64. */
const sealBytes = 72;

/**
 * The index of a Megolm message (https://gitlab.matrix.org/matrix-org/olm/-/blob/master/docs/megolm.md, "Message format"). The signature does not cover
 * how the fields are written, so anything but the one way in which all clients write them is refused: else a padded number, or a
 * second field, would make the same message another one.
 * @param ciphertext in base64
 * @throws DecryptionError "Unreadable"
 */
export function messageIndexOf(ciphertext: string): number {
  const bytes = Buffer.from(ciphertext, "base64");
  const index = readNumber(bytes, 2);
  const length = readNumber(bytes, index.end + 1);
  const isAsWritten = bytes[0] === 3 && bytes[1] === 0x08 && bytes[index.end] === 0x12;
  if (!isAsWritten || bytes.length !== length.end + length.value + sealBytes) throw new DecryptionError("Unreadable");
  return index.value;
}

/** A number of up to 32 bits as Protocol Buffers write it (varint), without padding. */
function readNumber(bytes: Buffer, start: number): { value: number; end: number } {
  let value = 0;
  for (let place = 0; place < 5; place++) {
    const byte = bytes[start + place] ?? 0x80;
    value += (byte & 0x7f) * 128 ** place;
    if (byte >= 0x80) continue;
    if ((byte === 0 && place > 0) || value >= 2 ** 32) break;
    return { value, end: start + place + 1 };
  }
  throw new DecryptionError("Unreadable");
}
