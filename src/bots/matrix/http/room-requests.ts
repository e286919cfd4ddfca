import { createMutex } from "../../../lib/async/mutex.ts";
import { at, listOf, membersOf, textOf, textsOf } from "../../../lib/json-value.ts";
import type { CryptoClient } from "../crypto/crypto-client.ts";
import { federatedRequestTime, maxPointsLooked, maxSentSince } from "../limits.ts";
import { type Endpoint, type Homeserver, upload, v1, v3 } from "./homeserver.ts";
import type { MatrixConnection, Member } from "./matrix-connection.ts";
import { isNotFound, MatrixRequestError } from "./request-error.ts";

type RoomRequests = Omit<
  MatrixConnection,
  "userId" | "deviceId" | "account" | "receive" | "stop" | "verify" | "forgetKeys" | "forgetPeople"
>;

/** What can be asked of the rooms of an account, and sent to them. */
export function createRoomRequests(ask: Homeserver, crypto: CryptoClient, me: string): RoomRequests {
  const put = async (endpoint: Endpoint, body: object) =>
    textAt(await ask("PUT", endpoint, { body }), "event_id", endpoint.label);
  const orUndefined = async (asked: Promise<unknown>) =>
    asked.catch((error: unknown) => {
      if (isNotFound(error)) return undefined;
      throw error;
    });
  const getState = (roomId: string, type: string, stateKey: string) =>
    orUndefined(ask("GET", v3`rooms/${roomId}/state/${type}/${stateKey}`));
  const inTurn = createMutex();
  /** Read before it is written: a note that could not be read must not be overwritten. */
  const directContent = async () => membersOf(await orUndefined(ask("GET", v3`user/${me}/account_data/m.direct`)));
  const changeDirect = (direct: ReadonlyMap<string, unknown>, roomId: string, userId: string | undefined) => {
    const others = [...direct].map(
      ([user, rooms]) => [user, textsOf(rooms).filter((room) => room !== roomId)] as const,
    );
    const changed = new Map(others.filter(([user, rooms]) => rooms.length > 0 || user === userId));
    if (userId !== undefined) changed.set(userId, [...(changed.get(userId) ?? []), roomId]);
    return ask("PUT", v3`user/${me}/account_data/m.direct`, { body: Object.fromEntries(changed) });
  };

  async function lastOwn(roomId: string, limit: number): Promise<readonly unknown[]> {
    const filter = JSON.stringify({ senders: [me], types: ["m.room.message", "m.room.encrypted"] });
    return listOf(at(await ask("GET", v3`rooms/${roomId}/messages`, { query: { dir: "b", limit, filter } }), "chunk"));
  }

  return {
    async send(roomId, type, content, txnId) {
      if (!(await crypto.isRoomEncrypted(roomId))) return put(v3`rooms/${roomId}/send/${type}/${txnId}`, content);
      const encrypted = Object(await crypto.encrypt(roomId, type, content));
      return put(v3`rooms/${roomId}/send/m.room.encrypted/${txnId}`, encrypted);
    },
    async uploadEncrypted(plain) {
      const { bytes, key } = crypto.encryptFile(plain);
      return { ...key, url: textAt(await ask("POST", upload, { body: bytes }), "content_uri", upload.label) };
    },
    sendState: (roomId, type, stateKey, content) => put(v3`rooms/${roomId}/state/${type}/${stateKey}`, content),
    redact: (roomId, eventId, txnId, reason) =>
      put(v3`rooms/${roomId}/redact/${eventId}/${txnId}`, reason === undefined ? {} : { reason }),
    react: (roomId, eventId, key, txnId) =>
      put(v3`rooms/${roomId}/send/m.reaction/${txnId}`, {
        "m.relates_to": { rel_type: "m.annotation", event_id: eventId, key },
      }),

    accountData: (type) => orUndefined(ask("GET", v3`user/${me}/account_data/${type}`)),
    async setAccountData(type, content) {
      await ask("PUT", v3`user/${me}/account_data/${type}`, { body: content });
    },

    // It is only another name to be called by: without it, people use the others.
    displayName: async () =>
      textOf(at(await ask("GET", v3`profile/${me}/displayname`).catch(() => undefined), "displayname")),

    getState,
    async getStateEvent(roomId, type, stateKey) {
      // `format` came with version 1.16 of the specification; Synapse has had it for years, and others ignore it.
      const query = { format: "event" };
      const event = await orUndefined(ask("GET", v3`rooms/${roomId}/state/${type}/${stateKey}`, { query }));
      if (event === undefined || at(event, "event_id") !== undefined) return event;
      const all = listOf(await ask("GET", v3`rooms/${roomId}/state`));
      return all.find((other) => at(other, "type") === type && at(other, "state_key") === stateKey);
    },
    async getEvent(roomId, eventId) {
      const event = await orUndefined(ask("GET", v3`rooms/${roomId}/event/${eventId}`));
      const isEncrypted = at(event, "type") === "m.room.encrypted" && at(event, "content", "ciphertext") !== undefined;
      return isEncrypted ? crypto.decrypt(roomId, event) : event;
    },
    async lastPoint(roomId, beacon) {
      const began = await orUndefined(ask("GET", v3`rooms/${roomId}/event/${beacon}`));
      const query = { dir: "b", limit: maxPointsLooked };
      const found = await orUndefined(ask("GET", v1`rooms/${roomId}/relations/${beacon}/m.reference`, { query }));
      // Others may say that they refer to it.
      const isPoint = (event: unknown) =>
        at(event, "sender") === at(began, "sender") && at(event, "unsigned", "redacted_because") === undefined;
      return textOf(at(listOf(at(found, "chunk")).find(isPoint), "event_id"));
    },
    async members(roomId) {
      const answer = await ask("GET", v3`rooms/${roomId}/members`, { query: { not_membership: "leave" } });
      return listOf(at(answer, "chunk")).flatMap(readMember);
    },
    isEncrypted: (roomId) => crypto.isRoomEncrypted(roomId),
    joinedRooms: async () => textsOf(at(await ask("GET", v3`joined_rooms`), "joined_rooms")),
    async join(roomId) {
      await ask("POST", v3`rooms/${roomId}/join`, { body: {}, timeoutMs: federatedRequestTime });
    },
    async leave(roomId, reason) {
      await ask("POST", v3`rooms/${roomId}/leave`, { body: reason === undefined ? {} : { reason } });
    },
    async ownMessages(roomId, max) {
      const events = (await lastOwn(roomId, max)).filter(
        (event) => at(event, "unsigned", "redacted_because") === undefined,
      );
      return events.flatMap((event) => textOf(at(event, "event_id")) ?? []);
    },
    async sentUnder(roomId, txnIds) {
      const events = await lastOwn(roomId, maxSentSince);
      // The homeserver tells the device that sent an event under which transaction id it did (spec, "UnsignedData").
      return txnIds.map((txnId) =>
        textOf(
          at(
            events.find((event) => at(event, "unsigned", "transaction_id") === txnId),
            "event_id",
          ),
        ),
      );
    },
    directRooms: async () => new Map([...(await directContent())].map(([userId, rooms]) => [userId, textsOf(rooms)])),
    async createDirectRoom(userId) {
      // A room that could not be noted would be made again the next time.
      await inTurn(directContent);
      const encryption = { type: "m.room.encryption", state_key: "", content: { algorithm: "m.megolm.v1.aes-sha2" } };
      const body = { preset: "private_chat", is_direct: true, invite: [userId], initial_state: [encryption] };
      // Not in turn with the others: the person's own server has to take the invitation, and may be slow.
      const made = await ask("POST", v3`createRoom`, { body, timeoutMs: federatedRequestTime });
      const roomId = textAt(made, "room_id", "createRoom");
      await inTurn(async () => changeDirect(await directContent(), roomId, userId));
      return roomId;
    },
    noteDirectRoom: (roomId, userId) =>
      inTurn(async () => {
        await changeDirect(await directContent(), roomId, userId);
      }),
  };
}

function textAt(answer: unknown, name: string, label: string): string {
  const text = textOf(at(answer, name));
  if (!text) throw new MatrixRequestError({ code: "BAD_ANSWER", label });
  return text;
}

function readMember(event: unknown): Member[] {
  const userId = textOf(at(event, "state_key"));
  const membership = at(event, "content", "membership");
  const isIn = membership === "join" || membership === "invite";
  return userId && isIn ? [{ userId, membership, displayName: textOf(at(event, "content", "displayname")) }] : [];
}
