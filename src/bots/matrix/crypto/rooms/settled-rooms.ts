import { at, textOf } from "../../../../lib/json-value.ts";
import { minute } from "../../../../lib/time.ts";
import { messageIndexOf } from "./replays.ts";

/** What one full look at a room has found, by which the next message may go out without another. */
export type Look = {
  /** who can read, and how often the key changes */
  readonly readers: string;
  /** of the readers' devices, when nobody was missing a session and no list was outdated; undefined: somebody was */
  readonly version: number | undefined;
};

export type SettledRooms = {
  /** A full look begins: a key that the room does not have yet is made after this moment. */
  begins(roomId: string): void;
  /** A message was encrypted by a full look. */
  looked(roomId: string, look: Look, content: unknown): void;
  /**
   * Whether the next message may be encrypted as the last one was.
   * @param limits how long a key lasts, in milliseconds and in messages, at least
   */
  isSettled(roomId: string, look: Look, limits: { ms: number; messages: number }): boolean;
  /** A message was encrypted as the one before. */
  again(roomId: string, content: unknown): void;
};

type Key = { session: string; index: number; madeAfter: number | undefined; usedAt: number };
type Room = { key: Key | undefined; beganAt: number | undefined; look: Look | undefined };

/** The library goes by whole seconds. */
const margin = minute;

/**
 * In which rooms nothing has changed since the last full look. The library ends this process when it is to encrypt with a key that has expired, and
 * it goes by the machine's own clock, also one that was set back. So a key is only used again when its age is known for sure.
 * @param wall the machine's own clock, which may go back; undefined: nothing is ever settled
 * @param isFresh no room had a key when this process began
 */
export function createSettledRooms(wall: (() => number) | undefined, isFresh: boolean): SettledRooms {
  const rooms = new Map<string, Room>();
  const roomOf = (roomId: string): Room => rooms.get(roomId) ?? { key: undefined, beganAt: undefined, look: undefined };
  const usedKey = (content: unknown) => ({
    session: textOf(at(content, "session_id")) ?? "",
    index: messageIndexOf(textOf(at(content, "ciphertext")) ?? ""),
  });

  return {
    begins(roomId) {
      const room = roomOf(roomId);
      rooms.set(roomId, { ...room, look: undefined, beganAt: room.beganAt ?? wall?.() });
    },
    looked(roomId, look, content) {
      const { key, beganAt } = roomOf(roomId);
      const { session, index } = usedKey(content);
      const now = wall?.() ?? 0;
      const isNew = key === undefined ? isFresh : key.session !== session;
      const known = isNew && beganAt !== undefined && beganAt <= now ? beganAt : undefined;
      const madeAfter = key?.session === session ? key.madeAfter : known;
      rooms.set(roomId, { key: { session, index, madeAfter, usedAt: now }, beganAt: undefined, look });
    },
    isSettled(roomId, { readers, version }, limits) {
      const { key, look } = roomOf(roomId);
      if (wall === undefined || key?.madeAfter === undefined || look?.version === undefined) return false;
      const now = wall();
      const isInTime = now >= key.usedAt && now < key.madeAfter + limits.ms - margin;
      return look.readers === readers && look.version === version && isInTime && key.index + 1 < limits.messages;
    },
    again(roomId, content) {
      const { key, ...room } = roomOf(roomId);
      const { session, index } = usedKey(content);
      if (key?.session === session) rooms.set(roomId, { ...room, key: { ...key, index, usedAt: wall?.() ?? 0 } });
      else rooms.delete(roomId);
    },
  };
}
