import { at, countOf, textOf } from "../../../lib/json-value.ts";
import { type Instant, instant } from "../../../lib/time.ts";
import type { Self } from "./own-name.ts";
import { beaconInfoTypes, beaconTypes, readBeacon, readPoint, readStaticLocation } from "./read-location.ts";
import { readWords } from "./read-words.ts";
import type { EventOrigin, RoomEvent } from "./room-event.ts";

/** What people send beside messages (spec, "Sticker Messages", "Voice over IP"; MSC3381). */
const withoutWords = ["m.sticker", "m.poll.start", "org.matrix.msc3381.poll.start", "m.call.invite"];

/**
 * What an event of a room means to whereat; undefined for all that is not for it, its own words among it. Never throws, whatever the event is.
 * @param self the bot
 * @param receivedAt no time that comes out is later
 */
export function readEvent(event: unknown, self: Self, receivedAt: Instant): RoomEvent | undefined {
  const [id, type, sender] = ["event_id", "type", "sender"].map((name) => textOf(at(event, name)));
  if (!id || !type || !sender) return undefined;
  const content = at(event, "content");
  const sentAt = instant(Math.min(countOf(at(event, "origin_server_ts")) ?? receivedAt, receivedAt));
  const relation = at(content, "m.relates_to");
  const root = at(relation, "rel_type") === "m.thread" ? textOf(at(relation, "event_id")) : undefined;
  const origin: EventOrigin = { event: id, sender, sentAt, ...(root !== undefined && { thread: root }) };
  const stateKey = textOf(at(event, "state_key"));
  if (stateKey !== undefined) return readState(event, type, stateKey, origin);
  if (sender === self.userId) return undefined;
  if (type === "m.room.redaction") {
    // The id moved into the content with room version 11.
    const redacts = textOf(at(event, "redacts")) ?? textOf(at(content, "redacts"));
    return redacts === undefined ? undefined : { ...origin, kind: "redaction", redacts };
  }
  if (at(relation, "rel_type") === "m.replace")
    return type === "m.room.message" ? readEdit(content, self, origin) : undefined;
  if (beaconTypes.includes(type)) {
    const point = readPoint(content, sentAt);
    // By the server's own time a point is found again when it is redacted, and nothing else of it is left.
    const order = countOf(at(event, "origin_server_ts"));
    if (point === undefined) return undefined;
    const { info, ts, position } = point;
    if (position === undefined) return { ...origin, kind: "unreadable location", info };
    return { ...origin, kind: "point", info, ts, position: { ...position, ...(order !== undefined && { order }) } };
  }
  if (withoutWords.includes(type)) return { ...origin, kind: "no words" };
  if (type !== "m.room.message") return undefined;
  const location = readStaticLocation(content, sentAt);
  if (location === "unreadable") return { ...origin, kind: "unreadable location" };
  if (location) return { ...origin, kind: "location", ...location };
  const words = readWords(content, self);
  return words && { ...origin, ...words };
}

/** An edit says its new words in a field of their own; of a location, or of other words, it changes nothing. */
function readEdit(content: unknown, self: Self, origin: EventOrigin): RoomEvent | undefined {
  const words = readWords(at(content, "m.new_content"), self);
  const edits = textOf(at(content, "m.relates_to", "event_id"));
  return words?.kind === "command" && edits !== undefined ? { ...origin, ...words, edits } : undefined;
}

function readState(event: unknown, type: string, stateKey: string, origin: EventOrigin): RoomEvent | undefined {
  const content = at(event, "content");
  const before = at(event, "unsigned", "prev_content");
  if (beaconInfoTypes.includes(type)) {
    if (stateKey !== origin.sender) return undefined;
    const beacon = readBeacon(content, before, origin.sentAt);
    const replaces = textOf(at(event, "unsigned", "replaces_state"));
    return { ...origin, kind: "beacon", type, ...(beacon && { beacon }), ...(replaces !== undefined && { replaces }) };
  }
  if (type === "m.room.member") {
    const [was, now] = [before, content].map((of) => textOf(at(of, "membership")));
    if (now === undefined) return undefined;
    const isDirect = at(before, "is_direct") === true;
    return { ...origin, kind: "membership", user: stateKey, now, isDirect, ...(was !== undefined && { before: was }) };
  }
  if (stateKey !== "") return undefined;
  if (type === "m.room.power_levels") return { ...origin, kind: "power levels", levels: content, before };
  if (type === "m.room.encryption" || type === "m.room.history_visibility") return { ...origin, kind: "readers" };
  if (type !== "m.room.tombstone") return undefined;
  const by = textOf(at(content, "replacement_room"));
  return by === undefined ? undefined : { ...origin, kind: "replaced", by };
}
