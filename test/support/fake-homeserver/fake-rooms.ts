import { type Asked, botId, type FakeHomeserver, notFound, type Reply } from "./fake-homeserver.ts";

type Event = Record<string, unknown> & { event_id: string; content: Record<string, unknown> };
type Room = { state: Map<string, Event>; timeline: Event[]; txns: Map<string, string> };

const json = (value: unknown): Reply => ({ json: value });
const forbidden: Reply = { status: 403, json: { errcode: "M_FORBIDDEN", error: "not in that room" } };
const key = (type: string, stateKey: string) => `${type} ${stateKey}`;

/**
 * Rooms without encryption on a fake homeserver: what the bot asks of them, posts and redacts there (client-server API, "Rooms" and
 * "Events"), and what people do there, told to the bot by /sync.
 * @param now milliseconds
 */
export function createFakeRooms(homeserver: FakeHomeserver, now: () => number) {
  const rooms = new Map<string, Room>();
  const direct: Record<string, string[]> = {};
  let count = 0;
  // The first answer is what was before the bot came.
  homeserver.happens("s0");

  function put(id: string, sender: string, type: string, content: object, stateKey?: string): Event {
    const room = rooms.get(id)!;
    const before = stateKey === undefined ? undefined : room.state.get(key(type, stateKey));
    const event = {
      event_id: `$event${++count}`,
      sender,
      type,
      origin_server_ts: now(),
      content: { ...content },
      ...(stateKey !== undefined && { state_key: stateKey }),
      ...(before && { unsigned: { prev_content: before.content } }),
    };
    if (stateKey !== undefined) room.state.set(key(type, stateKey), event);
    room.timeline.push(event);
    return event;
  }
  const tell = (id: string, ...events: object[]) =>
    homeserver.happens(`s${++count}`, { join: { [id]: { timeline: { events } } } });

  /** @returns the event's id, the same again for the same transaction */
  function once(room: Room, txn: string, act: () => Event): Reply {
    const id = room.txns.get(txn) ?? act().event_id;
    room.txns.set(txn, id);
    return json({ event_id: id });
  }

  function redact(room: Room, eventId: string): void {
    const redacted = room.timeline.find(({ event_id }) => event_id === eventId);
    if (!redacted) return;
    redacted.content = {};
    redacted["unsigned"] = { redacted_because: {} };
  }

  function ofRoom(room: Room, id: string, what: string[], { method, body, query }: Asked): Reply | undefined {
    const [first = "", second = "", ...rest] = what;
    const content = Object(body) as object;
    if (first === "state" && method === "GET") {
      if (second === "") return json([...room.state.values()]);
      const event = room.state.get(key(second, rest.join("/")));
      return event ? json(query.get("format") === "event" ? event : event.content) : notFound;
    }
    const isMember = (event: Event) => event["type"] === "m.room.member" && event.content["membership"] !== "leave";
    if (first === "members") return json({ chunk: [...room.state.values()].filter(isMember) });
    if (first === "send") return once(room, rest.join("/"), () => put(id, botId, second, content));
    if (first === "redact")
      return once(room, rest.join("/"), () => {
        redact(room, second);
        return put(id, botId, "m.room.redaction", { ...content, redacts: second });
      });
    const idOf = (txn: string) => [...room.txns].find(([, event]) => event === txn)?.[0];
    const ownMessages = () => room.timeline.filter(({ sender, type }) => sender === botId && type === "m.room.message");
    if (first === "messages")
      return json({
        chunk: ownMessages()
          .toReversed()
          .map((event) => ({
            ...event,
            unsigned: { ...Object(event["unsigned"]), transaction_id: idOf(event.event_id) },
          })),
      });
    if (first === "event") return json(room.timeline.find(({ event_id }) => event_id === second));
    if (first === "relations") return json({ chunk: room.timeline.filter((event) => replaces(event) === second) });
    return undefined;
  }

  homeserver.on((asked) => {
    const { path, method, body } = asked;
    if (path === "joined_rooms") return json({ joined_rooms: [...rooms.keys()] });
    if (path === `user/${botId}/account_data/m.direct`) {
      if (method === "PUT") Object.assign(direct, body);
      return json(direct);
    }
    const [, id = "", what = ""] = /^(?:\/_matrix\/client\/v1\/)?rooms\/([^/]+)\/(.*)$/.exec(path) ?? [];
    if (id === "") return undefined;
    const room = rooms.get(id);
    return room ? ofRoom(room, id, what.split("/"), asked) : forbidden;
  });

  return {
    /** a room with the bot and these people, of whom the first has all power */
    open(id: string, name: string, people: readonly string[]): void {
      rooms.set(id, { state: new Map(), timeline: [], txns: new Map() });
      const [owner = ""] = people;
      put(id, owner, "m.room.create", { room_version: "11" }, "");
      for (const user of [...people, botId]) {
        const displayname = user.slice(1, user.indexOf(":"));
        put(id, user, "m.room.member", { membership: "join", displayname }, user);
      }
      const events = { "org.matrix.msc3672.beacon_info": 0 };
      put(id, owner, "m.room.power_levels", { users: { [owner]: 100, [botId]: 50 }, events }, "");
      put(id, owner, "m.room.name", { name }, "");
    },
    /** notes in the bot's account that a room is the private chat with a person */
    isPrivate: (id: string, person: string) => void (direct[person] = [id]),
    /** a person posts, and the bot is told */
    post: (id: string, sender: string, content: object) => tell(id, put(id, sender, "m.room.message", content)),
    leave: (id: string, user: string) => tell(id, put(id, user, "m.room.member", { membership: "leave" }, user)),
    /** the words of the bot's messages as clients show them: the latest edit of each, without what is redacted */
    shown(id: string): string[] {
      const { timeline } = rooms.get(id)!;
      const own = timeline.filter(({ sender, content }) => sender === botId && content["body"] !== undefined);
      return own
        .filter((event) => replaces(event) === undefined)
        .map((event) => {
          const edit = own.findLast((other) => replaces(other) === event.event_id);
          return String(Object(edit?.content["m.new_content"] ?? event.content).body);
        });
    },
  };
}

/** The event that this one edits. */
function replaces({ content }: Event): string | undefined {
  const relation = Object(content["m.relates_to"]) as Record<string, unknown>;
  return relation["rel_type"] === "m.replace" ? String(relation["event_id"]) : undefined;
}
