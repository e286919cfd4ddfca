import { setTimeout as after } from "node:timers/promises";
import {
  type Asked,
  botId,
  type FakeHomeserver,
  notFound,
  type Reply,
} from "../../../test/support/fake-homeserver/fake-homeserver.ts";

export type Event = Record<string, unknown> & { event_id: string; content: Record<string, unknown> };
type Entry = { readonly order: number; readonly room: string; readonly event: Event };
type Room = { state: Map<string, Event>; events: Map<string, Event>; entries: Entry[]; txns: Map<string, string> };

/** What the bot has done in a room, as the homeserver carried it out; each once, however often it was asked for. */
export type Done = { readonly room: string; readonly act: "send" | "redact"; readonly event: Event };

/** Events of a room and of all, beyond which the oldest are forgotten: nobody asks for them any more. */
const kept = { inRoom: 400, inAll: 100_000 };
const longestPoll = 30_000;
const dayMs = 86_400_000;
const key = (type: string, stateKey: string) => `${type} ${stateKey}`;
const json = (value: unknown): Reply => ({ json: value });
const forbidden: Reply = { status: 403, json: { errcode: "M_FORBIDDEN", error: "not in that room" } };

/**
 * Many rooms on a fake homeserver. What happens is told by /sync from any of its tokens on, again where an answer was lost; of a room in which more
 * happened than was asked for the rest is a gap (client-server API, "Syncing").
 * @param onDone is told of what the bot does
 */
export function createRooms(homeserver: FakeHomeserver, onDone: (done: Done) => void) {
  const rooms = new Map<string, Room>();
  const people = new Map<string, readonly string[]>();
  const stream: Entry[] = [];
  const toDevice: { order: number; event: object }[] = [];
  const polls = new Set<() => void>();
  let [order, count, fetched] = [0, 0, 0];
  let isHeard = false;
  let botKeys = () => ({ count: 50, unusedFallback: true });

  function put(id: string, sender: string, type: string, content: object, stateKey?: string, at = Date.now()): Event {
    const room = rooms.get(id);
    if (room === undefined) throw new Error("There is no such room.");
    const before = stateKey === undefined ? undefined : room.state.get(key(type, stateKey));
    const unsigned = before && { prev_content: before.content, replaces_state: before.event_id };
    const event: Event = {
      event_id: `$event${++count}`,
      sender,
      type,
      origin_server_ts: at,
      content: { ...content },
      ...(stateKey !== undefined && { state_key: stateKey }),
      ...(unsigned && { unsigned }),
    };
    if (stateKey !== undefined) room.state.set(key(type, stateKey), event);
    room.events.set(event.event_id, event);
    if (room.events.size > kept.inRoom) for (const [oldest] of room.events) if (room.events.delete(oldest)) break;
    const entry = { order: ++order, room: id, event };
    room.entries.push(entry);
    if (room.entries.length > kept.inRoom) room.entries.shift();
    stream.push(entry);
    if (stream.length > 2 * kept.inAll) stream.splice(0, kept.inAll);
    for (const wake of polls) wake();
    return event;
  }

  /** @returns undefined when nothing happened since then */
  function since(from: number, limit: number): object | undefined {
    fetched = from;
    isHeard = true;
    while ((toDevice[0]?.order ?? Number.POSITIVE_INFINITY) <= from) toDevice.shift();
    const first = stream.findLastIndex((entry) => entry.order <= from) + 1;
    const fresh = Map.groupBy(stream.slice(first), ({ room }) => room);
    if (fresh.size === 0 && toDevice.length === 0) return undefined;
    const join = [...fresh].map(([id, entries]) => {
      const told = entries.slice(-limit);
      const timeline = {
        events: told.map(({ event }) => event),
        limited: told.length < entries.length,
        prev_batch: `s${(told[0]?.order ?? 1) - 1}`,
      };
      return [id, { timeline, state: { events: [] } }];
    });
    return answer({
      rooms: { join: Object.fromEntries(join) },
      to_device: { events: toDevice.map(({ event }) => event) },
    });
  }

  const answer = (more: object) => {
    const { count: oneTime, unusedFallback } = botKeys();
    return {
      next_batch: `s${order}`,
      device_one_time_keys_count: { signed_curve25519: oneTime },
      device_unused_fallback_key_types: unusedFallback ? ["signed_curve25519"] : [],
      ...more,
    };
  };

  function first(): object {
    const join = [...rooms].map(([id, { state }]) => [
      id,
      { state: { events: [...state.values()] }, timeline: { events: [] } },
    ]);
    return answer({ rooms: { join: Object.fromEntries(join) } });
  }

  function sync({ query }: Asked): Reply {
    const from = query.get("since");
    if (from === null) return json(first());
    const { room } = JSON.parse(query.get("filter") ?? "{}");
    const read = () => since(Number(from.slice(1)), room?.timeline?.limit ?? 50);
    const now = read();
    if (now !== undefined || query.get("timeout") === "0") return json(now ?? answer({}));
    const over = Promise.withResolvers<void>();
    polls.add(over.resolve);
    const reply: { held: Promise<unknown>; json?: unknown } = {
      held: Promise.race([over.promise, after(longestPoll, undefined, { ref: false })]).then(() => {
        polls.delete(over.resolve);
        reply.json = read() ?? answer({});
      }),
    };
    return reply;
  }

  /** @returns the event's id, the same again for the same transaction */
  function once(id: string, room: Room, txn: string, act: Done["act"], make: () => Event): Reply {
    const known = room.txns.get(txn);
    if (known !== undefined) return json({ event_id: known });
    const event = make();
    event["unsigned"] = { transaction_id: txn };
    room.txns.set(txn, event.event_id);
    if (room.txns.size > kept.inRoom) for (const [oldest] of room.txns) if (room.txns.delete(oldest)) break;
    onDone({ room: id, act, event });
    return json({ event_id: event.event_id });
  }

  function messages(room: Room, { query }: Asked): Reply {
    const filter = JSON.parse(query.get("filter") ?? "{}");
    const [from, to] = ["from", "to"].map((name) => query.get(name)?.slice(1));
    const chunk = room.entries
      .filter((entry) => entry.order <= Number(from ?? order) && entry.order > Number(to ?? 0))
      .filter(({ event }) => filter.senders === undefined || filter.senders.includes(event["sender"]))
      .toReversed()
      .slice(0, Number(query.get("limit") ?? 10));
    const last = chunk.at(-1)?.order;
    return json({ chunk: chunk.map(({ event }) => event), ...(last !== undefined && { end: `s${last - 1}` }) });
  }

  function ofRoom(id: string, room: Room, what: string[], asked: Asked): Reply | undefined {
    const [first = "", second = "", ...rest] = what;
    const { method, body, query } = asked;
    if (first === "state" && method === "GET") {
      if (second === "") return json([...room.state.values()]);
      const event = room.state.get(key(second, rest.join("/")));
      return event ? json(query.get("format") === "event" ? event : event.content) : notFound;
    }
    if (first === "members")
      return json({ chunk: [...room.state.values()].filter(({ type }) => type === "m.room.member") });
    if (first === "send")
      return once(id, room, rest.join("/"), "send", () => put(id, botId, second, Object(body) as object));
    if (first === "redact")
      return once(id, room, rest.join("/"), "redact", () => {
        const redacted = room.events.get(second);
        if (redacted) Object.assign(redacted, { content: {}, unsigned: { redacted_because: { sender: botId } } });
        return put(id, botId, "m.room.redaction", { ...Object(body), redacts: second });
      });
    if (first === "messages") return messages(room, asked);
    if (first === "event") return room.events.has(second) ? json(room.events.get(second)) : notFound;
    return undefined;
  }

  homeserver.on((asked) => {
    // They would be kept for ever.
    homeserver.asked.length = 0;
    const { path } = asked;
    if (path === "sync") return sync(asked);
    if (path === "joined_rooms") return json({ joined_rooms: [...rooms.keys()] });
    const [, id = "", what = ""] = /^(?:\/_matrix\/client\/v1\/)?rooms\/([^/]+)\/(.*)$/.exec(path) ?? [];
    if (id === "") return undefined;
    const room = rooms.get(id);
    return room ? ofRoom(id, room, what.split("/"), asked) : forbidden;
  });

  return {
    put,
    /** Members of a room since yesterday: nobody is greeted. The first of the people has all power. */
    open(id: string, name: string, members: readonly string[], encrypted: boolean): void {
      people.set(id, members);
      rooms.set(id, { state: new Map(), events: new Map(), entries: [], txns: new Map() });
      const [owner = ""] = members;
      const state = (type: string, content: object, stateKey = "") =>
        put(id, owner, type, content, stateKey, Date.now() - dayMs);
      state("m.room.create", { room_version: "11" });
      for (const user of [...members, botId])
        state("m.room.member", { membership: "join", displayname: user.slice(1, user.indexOf(":")) }, user);
      const events = { "org.matrix.msc3672.beacon_info": 0 };
      state("m.room.power_levels", { users: { [owner]: 100, [botId]: 50 }, events });
      state("m.room.history_visibility", { history_visibility: "joined" });
      state("m.room.name", { name });
      if (encrypted) state("m.room.encryption", { algorithm: "m.megolm.v1.aes-sha2" });
    },
    sendToBot(events: readonly object[]): void {
      for (const event of events) toDevice.push({ order: ++order, event });
      for (const wake of polls) wake();
    },
    /** how many one-time keys of the bot's the homeserver has, and whether nobody has its fallback key yet, as /sync tells */
    tellKeys(keys: typeof botKeys): void {
      botKeys = keys;
    },
    peopleIn: (id: string): readonly string[] => people.get(id) ?? [],
    /** whether the bot has had a first sync, which tells what was before it came: what was said then is not for it */
    isHeard: () => isHeard,
    /** events that the bot has not fetched yet */
    waiting: () => stream.length - (stream.findLastIndex((entry) => entry.order <= fetched) + 1),
  };
}

export type Rooms = ReturnType<typeof createRooms>;
