import { createKeyedLock } from "../../../lib/async/keyed-lock.ts";
import type { MatrixConnection } from "../http/matrix-connection.ts";
import { isGone } from "../http/refusal.ts";
import type { RoomNotes } from "./room-notes.ts";

/**
 * What a room is to whereat at this moment. A private chat has exactly the bot and one person in it, invited ones counted; one that was used
 * as such and has more people in it now is `crowded`, and nothing more may be said there.
 */
export type Chat = { kind: "room" } | { kind: "private"; person: string } | { kind: "crowded" } | { kind: "empty" };

export type DirectChats = {
  /** Reads what the account's notes call private chats; to be called once, before anything else. */
  load(): Promise<void>;
  /** Asks the homeserver who is there, but of what is a room by now: it stays one, even if all but one person leave it. */
  of(room: string): Promise<Chat>;
  /** From now on the room is a private chat with this person, whoever comes. @returns false when it was before */
  use(room: string, person: string): Promise<boolean>;
  /** The person that the room is noted to be the private chat with. */
  partner(room: string): string | undefined;
  forget(room: string): Promise<void>;
  /** A room in which the bot and this person, and nobody else, are or are invited; made when there is none. */
  withPerson(person: string): Promise<string>;
};

type Ask = Pick<MatrixConnection, "userId" | "members" | "directRooms" | "noteDirectRoom" | "createDirectRoom">;

export function createDirectChats(ask: () => Ask, notes: RoomNotes): DirectChats {
  const lock = createKeyedLock();
  /** In the order in which they were last used. */
  const partners = new Map<string, string>();

  async function of(room: string): Promise<Chat> {
    const partner = partners.get(room);
    if (partner === undefined && (await notes.has(room, "room"))) return { kind: "room" };
    const others = (await ask().members(room)).filter(({ userId }) => userId !== ask().userId);
    const [person] = others;
    if (person === undefined) return { kind: "empty" };
    if (partner !== undefined)
      return others.length === 1 && person.userId === partner
        ? { kind: "private", person: partner }
        : { kind: "crowded" };
    return others.length === 1 ? { kind: "private", person: person.userId } : { kind: "room" };
  }

  async function use(room: string, person: string): Promise<boolean> {
    const isNew = partners.get(room) !== person;
    if (isNew) await ask().noteDirectRoom(room, person);
    partners.delete(room);
    partners.set(room, person);
    return isNew;
  }

  async function withPerson(person: string): Promise<string> {
    const lastFirst = [...partners].filter(([, partner]) => partner === person).reverse();
    for (const [room] of lastFirst) {
      const chat = await of(room).catch((error: unknown): Chat => {
        if (isGone(error)) return { kind: "empty" };
        throw error;
      });
      if (chat.kind === "private") return room;
    }
    const room = await ask().createDirectRoom(person);
    partners.set(room, person);
    return room;
  }

  return {
    of,
    use,
    partner: (room) => partners.get(room),

    async load() {
      for (const [person, rooms] of await ask().directRooms()) for (const room of rooms) partners.set(room, person);
    },

    async forget(room) {
      if (partners.delete(room)) await ask().noteDirectRoom(room, undefined);
    },

    withPerson: (person) => lock(person, () => withPerson(person)),
  };
}
