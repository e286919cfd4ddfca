import { createKeyedLock } from "../../../lib/async/keyed-lock.ts";
import { createBoundedMap } from "../../../lib/bounded/bounded-map.ts";
import { createQuota } from "../../../lib/bounded/rate-limit.ts";
import { at } from "../../../lib/json-value.ts";
import type { Clock, Instant } from "../../../lib/time.ts";
import type { MatrixConnection } from "../http/matrix-connection.ts";
import { isGone, isRefusal } from "../http/refusal.ts";
import { inviteForAnswersWithin, maxRemembered } from "../limits.ts";
import type { RoomNotes } from "./room-notes.ts";

/**
 * What a room is to whereat at this moment. A private chat has exactly the bot and one person in it, invited ones counted; one that was used
 * as such and has more people in it now is `crowded`, and nothing more may be said there.
 */
export type Chat =
  | { kind: "room" }
  /** `isJoined`: false while the person is only invited */
  | { kind: "private"; person: string; isJoined: boolean }
  | { kind: "crowded" }
  | { kind: "empty" };

/** A private chat with somebody, and whether they are there or only invited. */
export type WithPerson = { room: string; isJoined: boolean };

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
  /** The person did not take an invitation. */
  turnedDown(person: string): void;
  /** Whether a private chat with the person is being made, or was when the bot was cut off: a room with them alone may be that one. */
  isInMaking(person: string): Promise<boolean>;
  /**
   * A room in which the bot and this person, and nobody else, are or are invited.
   * @param make whether it is made, and the person invited, when there is none: not soon after they turned one down
   * @returns undefined when there is none
   */
  withPerson(person: string, make: boolean): Promise<WithPerson | undefined>;
  /** A room in which the bot and this person are, and nobody else; undefined when there is none that the person has come into. */
  openWith(person: string): Promise<string | undefined>;
  /**
   * The same, but encrypted, and made only now and then: for what somebody asked in a room.
   */
  forAnswers(person: string, make: boolean): Promise<WithPerson | undefined>;
};

type Ask = Pick<
  MatrixConnection,
  | "userId"
  | "members"
  | "directRooms"
  | "noteDirectRoom"
  | "createDirectRoom"
  | "isEncrypted"
  | "joinedRooms"
  | "getStateEvent"
>;

export function createDirectChats(ask: () => Ask, notes: RoomNotes, now: Clock): DirectChats {
  const lock = createKeyedLock();
  const mayInvite = createQuota(1, inviteForAnswersWithin, now);
  const declined = createBoundedMap<Instant>(maxRemembered);
  /** In the order in which they were last used. */
  const partners = new Map<string, string>();

  async function of(room: string): Promise<Chat> {
    const partner = partners.get(room);
    if (partner === undefined && (await notes.has(room, "room"))) return { kind: "room" };
    const others = (await ask().members(room)).filter(({ userId }) => userId !== ask().userId);
    const [person] = others;
    if (person === undefined) return { kind: "empty" };
    const alone: Chat = { kind: "private", person: person.userId, isJoined: person.membership === "join" };
    if (partner !== undefined) return others.length === 1 && person.userId === partner ? alone : { kind: "crowded" };
    return others.length === 1 ? alone : { kind: "room" };
  }

  async function use(room: string, person: string): Promise<boolean> {
    const isNew = partners.get(room) !== person;
    if (isNew) await ask().noteDirectRoom(room, person);
    partners.delete(room);
    partners.set(room, person);
    return isNew;
  }

  /** The private chats that there are with a person, the one that was used last first. */
  async function* chatsWith(person: string): AsyncGenerator<WithPerson> {
    const lastFirst = [...partners].filter(([, partner]) => partner === person).reverse();
    for (const [room] of lastFirst) {
      const chat = await of(room).catch((error: unknown): Chat => {
        if (isGone(error)) return { kind: "empty" };
        throw error;
      });
      if (chat.kind === "private") yield { room, isJoined: chat.isJoined };
    }
  }

  /** A room that was made for the person, and not noted: the bot was cut off, or heard nothing of it. */
  async function madeBefore(person: string): Promise<WithPerson | undefined> {
    for (const room of await ask().joinedRooms()) {
      if (partners.has(room)) continue;
      const chat = await of(room);
      if (chat.kind !== "private" || chat.person !== person) continue;
      const created = await ask().getStateEvent(room, "m.room.create", "");
      if (at(created, "sender") !== ask().userId) continue;
      await use(room, person);
      return { room, isJoined: chat.isJoined };
    }
    return undefined;
  }

  async function make(person: string): Promise<WithPerson> {
    const isCutOff = await notes.has(person, "to make");
    await notes.add(person, "to make");
    try {
      const before = isCutOff ? await madeBefore(person) : undefined;
      const room = before?.room ?? (await ask().createDirectRoom(person));
      partners.set(room, person);
      await notes.remove(person, "to make");
      return before ?? { room, isJoined: false };
    } catch (error) {
      if (isRefusal(error)) await notes.remove(person, "to make");
      throw error;
    }
  }

  async function withPerson(person: string, isMade: boolean): Promise<WithPerson | undefined> {
    for await (const chat of chatsWith(person)) return chat;
    return isMade && now() - (declined.get(person) ?? 0) >= inviteForAnswersWithin ? make(person) : undefined;
  }

  async function openWith(person: string): Promise<string | undefined> {
    for await (const { room, isJoined } of chatsWith(person)) if (isJoined) return room;
    return undefined;
  }

  async function forAnswers(person: string, isMade: boolean): Promise<WithPerson | undefined> {
    for await (const chat of chatsWith(person)) if (await ask().isEncrypted(chat.room)) return chat;
    if (!isMade || !((await notes.has(person, "to make")) || mayInvite(person))) return undefined;
    return make(person);
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

    turnedDown: (person) => declined.set(person, now()),
    isInMaking: (person) => notes.has(person, "to make"),
    withPerson: (person, isMade) => lock(person, () => withPerson(person, isMade)),
    openWith: (person) => lock(person, () => openWith(person)),
    forAnswers: (person, isMade) => lock(person, () => forAnswers(person, isMade)),
  };
}
