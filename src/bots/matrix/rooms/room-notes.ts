import { createMutex } from "../../../lib/async/mutex.ts";
import { at, membersOf, textsOf } from "../../../lib/json-value.ts";
import type { TextKeep } from "../sync/sync-token.ts";

/**
 * What is noted of a room: that it is one, even if all but one person have left it meanwhile; that it was told that it is not encrypted, that
 * anybody can read it, that devices must be verified, that its members may not begin live locations; that an invitation into it is being taken,
 * or turned down and why; that the bot waits there until it can be of use. Of a person: that a private chat with them is being made.
 */
export type Note =
  | "room"
  | "told plain"
  | "told open"
  | "told to verify"
  | "told no live"
  | "to join"
  | "to turn down"
  | `to turn down: ${WhyDeclined}`
  | "waiting"
  | "to make";

/** Why an invitation is turned down. */
export const whyDeclined = ["not-allowed", "too-many", "space"] as const;
export type WhyDeclined = (typeof whyDeclined)[number];

export type RoomNotes = {
  has(room: string, note: Note): Promise<boolean>;
  /** The rooms of which this is noted. */
  rooms(note: Note): Promise<string[]>;
  add(room: string, note: Note): Promise<void>;
  remove(room: string, note: Note): Promise<void>;
  forget(room: string): Promise<void>;
};

const name = "matrix rooms";

/** Notes about the rooms that the bot is in, kept over restarts, in one text. */
export function createRoomNotes(keep: TextKeep): RoomNotes {
  const inTurn = createMutex();
  let known: Map<string, readonly string[]> | undefined;

  async function load() {
    if (known) return known;
    const kept: unknown = JSON.parse((await keep.get(name)) ?? "{}");
    known = new Map([...membersOf(kept)].map(([room]) => [room, textsOf(at(kept, room))]));
    return known;
  }
  const change = (room: string, to: (notes: readonly string[]) => readonly string[]) =>
    inTurn(async () => {
      const rooms = await load();
      const old = rooms.get(room) ?? [];
      const changed = to(old);
      if (changed.length === old.length) return;
      if (changed.length > 0) rooms.set(room, changed);
      else rooms.delete(room);
      await keep.set(name, JSON.stringify(Object.fromEntries(rooms))).catch((error: unknown) => {
        known = undefined;
        throw error;
      });
    });

  return {
    has: (room, note) => inTurn(async () => (await load()).get(room)?.includes(note) ?? false),
    rooms: (note) =>
      inTurn(async () => [...(await load())].flatMap(([room, notes]) => (notes.includes(note) ? [room] : []))),
    add: (room, note) => change(room, (notes) => (notes.includes(note) ? notes : [...notes, note])),
    remove: (room, note) => change(room, (notes) => notes.filter((other) => other !== note)),
    forget: (room) => change(room, () => []),
  };
}
