import type { MatrixConnection, Member } from "../../../../src/bots/matrix/http/matrix-connection.ts";
import { MatrixRequestError } from "../../../../src/bots/matrix/http/request-error.ts";
import { me } from "./events.ts";

export type Sent = { room: string; type: string; content: Record<string, unknown>; txnId: string; id: string };
export type FakeRoom = { members: string[]; invited: string[]; state: Map<string, unknown>; encrypted: boolean };

export const refusal = (status: number | undefined, code = "M_FORBIDDEN", retryAfterMs?: number) =>
  new MatrixRequestError({ status, code, label: "rooms/*", retryAfterMs });

/** An account on a homeserver that is all in memory, behind the same interface as the connection to a real one. */
export function createFakeAccount() {
  const rooms = new Map<string, FakeRoom>();
  const sent: Sent[] = [];
  const redacted: string[] = [];
  const reactions: string[] = [];
  const uploads: Uint8Array[] = [];
  const left: { room: string; reason: string | undefined }[] = [];
  const direct = new Map<string, string[]>();
  const events = new Map<string, unknown>();
  const asked: string[] = [];
  let failing: (method: string, room: string) => Error | undefined = () => undefined;

  let joining: Promise<void> | undefined;
  const held = new Map<string, Promise<void>>();
  const roomOf = async (method: string, room: string): Promise<FakeRoom> => {
    asked.push(method);
    await held.get(room);
    const failure = failing(method, room);
    if (failure) throw failure;
    const found = rooms.get(room);
    if (!found?.members.includes(me)) throw refusal(403);
    return found;
  };
  const key = (type: string, stateKey: string) => `${type} ${stateKey}`;
  const contentOf = (event: unknown) => Object(event).content;

  const connection: MatrixConnection = {
    userId: me,
    deviceId: "DEVICE",
    account: "ready",
    receive: async () => ({ kind: "stopped" }),
    stop: async () => undefined,
    accountData: async () => undefined,
    setAccountData: async () => undefined,
    async send(room, type, content, txnId) {
      await roomOf("send", room);
      const before = sent.find((one) => one.txnId === txnId);
      const id = before?.id ?? `$sent${sent.length + 1}`;
      if (!before) sent.push({ room, type, content: content as Sent["content"], txnId, id });
      return id;
    },
    async sendState(room, type, stateKey, content) {
      (await roomOf("sendState", room)).state.set(key(type, stateKey), { sender: me, event_id: "$set", content });
      return "$set";
    },
    async uploadEncrypted(plain) {
      uploads.push(plain);
      const failure = failing("uploadEncrypted", "");
      if (failure) throw failure;
      return { url: `mxc://example.org/${uploads.length}`, v: "v2" };
    },
    async redact(room, event) {
      await roomOf("redact", room);
      redacted.push(event);
      return "$redaction";
    },
    async react(room, event) {
      await roomOf("react", room);
      reactions.push(event);
      return "$reaction";
    },
    async getState(room, type, stateKey) {
      const { state, members, invited } = await roomOf("getState", room);
      if (type !== "m.room.member") return contentOf(state.get(key(type, stateKey)));
      const membership = members.includes(stateKey) ? "join" : invited.includes(stateKey) ? "invite" : undefined;
      return membership && { membership, displayname: stateKey.slice(1, 4) };
    },
    getStateEvent: async (room, type, stateKey) => (await roomOf("getStateEvent", room)).state.get(key(type, stateKey)),
    async getEvent(room, event) {
      await roomOf("getEvent", room);
      return events.get(event);
    },
    async ownMessages(room, most) {
      await roomOf("ownMessages", room);
      const own = sent.filter((one) => one.room === room && !redacted.includes(one.id));
      return own
        .map(({ id }) => id)
        .reverse()
        .slice(0, most);
    },
    async sentUnder(room, txnIds) {
      await roomOf("sentUnder", room);
      return txnIds.map((txnId) => sent.find((one) => one.room === room && one.txnId === txnId)?.id);
    },
    async lastPoint(room, beacon) {
      await roomOf("lastPoint", room);
      const refers = (event: unknown) => Object(Object(Object(event).content)["m.relates_to"]).event_id === beacon;
      return [...events].findLast(([id, event]) => refers(event) && !redacted.includes(id))?.[0];
    },
    async members(room) {
      const { members, invited } = await roomOf("members", room);
      const asMember = (membership: Member["membership"]) => (userId: string) => ({
        userId,
        membership,
        displayName: userId.slice(1, 4),
      });
      return [...members.map(asMember("join")), ...invited.map(asMember("invite"))];
    },
    displayName: async () => "Where At",
    isEncrypted: async (room) => (await roomOf("isEncrypted", room)).encrypted,
    joinedRooms: async () => [...rooms].filter(([, { members }]) => members.includes(me)).map(([room]) => room),
    async join(room) {
      asked.push("join");
      await joining;
      const failure = failing("join", room);
      if (failure) throw failure;
      rooms.get(room)?.members.push(me);
    },
    async leave(room, reason) {
      const failure = failing("leave", room);
      if (failure) throw failure;
      left.push({ room, reason });
      const found = rooms.get(room);
      if (found) found.members = found.members.filter((user) => user !== me);
    },
    directRooms: async () => direct,
    async createDirectRoom(user) {
      asked.push("createDirectRoom");
      const refused = failing("createDirectRoom", user);
      if (refused) throw refused;
      const room = `!direct${rooms.size}`;
      const created = { sender: me, content: {} };
      rooms.set(room, {
        members: [me],
        invited: [user],
        state: new Map([[key("m.room.create", ""), created]]),
        encrypted: true,
      });
      const cutOff = failing("createDirectRoom, made", user);
      if (cutOff) throw cutOff;
      direct.set(user, [...(direct.get(user) ?? []), room]);
      return room;
    },
    async noteDirectRoom(room, user) {
      const failure = failing("noteDirectRoom", room);
      if (failure) throw failure;
      for (const [other, theirs] of direct)
        direct.set(
          other,
          theirs.filter((one) => one !== room),
        );
      if (user !== undefined) direct.set(user, [...(direct.get(user) ?? []), room]);
    },
    verify: async () => false,
    forgetKeys: async () => 0,
    forgetPeople: async () => 0,
  };

  /** a room with the bot and these people */
  const room = (id: string, members: readonly string[], more: Partial<FakeRoom> = {}): FakeRoom => {
    const made = { members: [me, ...members], invited: [], state: new Map(), encrypted: false, ...more };
    made.state.set("m.room.power_levels ", { content: { events: { "org.matrix.msc3672.beacon_info": 0 } } });
    rooms.set(id, made);
    return made;
  };
  /** @param decide what a call fails with, if anything */
  const fail = (decide: typeof failing) => {
    failing = decide;
  };
  /** has joins wait */
  const holdJoins = (until: Promise<void>) => {
    joining = until;
  };
  /** has everything about a room wait */
  const hold = (room: string, until: Promise<void>) => void held.set(room, until);
  const bodies = (id: string) => sent.filter((one) => one.room === id).map(({ content }) => String(content["body"]));

  return {
    connection,
    rooms,
    sent,
    redacted,
    uploads,
    reactions,
    left,
    direct,
    events,
    asked,
    room,
    fail,
    hold,
    holdJoins,
    bodies,
  };
}

export type FakeAccount = ReturnType<typeof createFakeAccount>;
