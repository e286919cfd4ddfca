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
  /** A room in which the bot and this person are, and nobody else; undefined when there is none that the person has come into. */
  openWith(person: string): Promise<string | undefined>;
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

  /** The latest room that is still the private chat with this person, and as it should be. */
  async function find(person: string, isFit: (room: string) => Promise<boolean>): Promise<string | undefined> {
    const lastFirst = [...partners].filter(([, partner]) => partner === person).reverse();
    for (const [room] of lastFirst) {
      const chat = await of(room).catch((error: unknown): Chat => {
        if (isGone(error)) return { kind: "empty" };
        throw error;
      });
      if (chat.kind === "private" && (await isFit(room))) return room;
    }
    return undefined;
  }

  const hasCome = async (room: string, person: string) =>
    (await ask().members(room)).some(({ userId, membership }) => userId === person && membership === "join");

  async function withPerson(person: string): Promise<string> {
    const open = await find(person, async () => true);
    if (open !== undefined) return open;
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
    openWith: (person) => lock(person, () => find(person, (room) => hasCome(room, person))),
  };
}
