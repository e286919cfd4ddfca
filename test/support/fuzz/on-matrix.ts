import fc from "fast-check";
import { MatrixRequestError } from "../../../src/bots/matrix/http/request-error.ts";
import { maxBeacon } from "../../../src/bots/matrix/limits.ts";
import { readEvent } from "../../../src/bots/matrix/receive/read-event.ts";
import type { RoomEvent } from "../../../src/bots/matrix/receive/room-event.ts";
import {
  allowingLive,
  mayShareLive,
  readCreators,
  readPower,
} from "../../../src/bots/matrix/rooms/read-power-levels.ts";
import { messageRef, readMessageRef } from "../../../src/bots/matrix/send/message-ref.ts";
import { readSyncAnswer } from "../../../src/bots/matrix/sync/sync-answer.ts";
import { at } from "../../../src/lib/json-value.ts";
import { instant } from "../../../src/lib/time.ts";
import { almost, anyJson, asJson, must, type Parser, parser } from "./parser.ts";

const me = "@whereat:example.org";
const now = instant(1_795_445_600_000);
const sender = "@ana:example.org";
const base = { event_id: "$event", sender, origin_server_ts: now - 1000, room_id: "!room:example.org" };
const inThread = { "m.relates_to": { rel_type: "m.thread", event_id: "$root" } };

/** As the specification and MSC3488, MSC3489 and MSC3672 write them. */
const events: readonly object[] = [
  { ...base, type: "m.room.message", content: { msgtype: "m.text", body: "!whereis ana", ...inThread } },
  {
    ...base,
    type: "m.room.message",
    content: {
      msgtype: "m.text",
      body: "> <@ben:example.org> hello\n\n!whereis Ben",
      format: "org.matrix.custom.html",
      formatted_body: '<mx-reply>hello</mx-reply>!whereis <a href="https://matrix.to/#/@ben:example.org">Ben</a>',
      "m.mentions": { user_ids: ["@ben:example.org"] },
      "m.relates_to": { "m.in_reply_to": { event_id: "$before" } },
    },
  },
  {
    ...base,
    type: "m.room.message",
    content: {
      msgtype: "m.location",
      body: "here",
      geo_uri: "geo:52.52,13.405;u=12",
      "org.matrix.msc3488.location": { uri: "geo:52.52,13.405;u=12", description: "here" },
      "org.matrix.msc3488.asset": { type: "m.self" },
      "org.matrix.msc3488.ts": now - 2000,
    },
  },
  {
    ...base,
    type: "org.matrix.msc3672.beacon_info",
    state_key: sender,
    content: {
      live: true,
      timeout: 900_000,
      "org.matrix.msc3488.asset": { type: "m.self" },
      "org.matrix.msc3488.ts": now - 2000,
    },
    unsigned: { replaces_state: "$older", prev_content: { live: false } },
  },
  {
    ...base,
    type: "org.matrix.msc3672.beacon",
    content: {
      "m.relates_to": { rel_type: "m.reference", event_id: "$info" },
      "org.matrix.msc3488.location": { uri: "geo:52.52,13.405" },
      "org.matrix.msc3488.ts": now - 2000,
    },
  },
  { ...base, type: "m.room.redaction", redacts: "$other", content: { redacts: "$other" } },
  {
    ...base,
    type: "m.room.member",
    state_key: "@ben:example.org",
    content: { membership: "leave" },
    unsigned: { prev_content: { membership: "invite", is_direct: true } },
  },
  { ...base, type: "m.room.tombstone", state_key: "", content: { replacement_room: "!new:example.org" } },
  { ...base, type: "m.room.power_levels", state_key: "", content: { users: { [sender]: 100 }, state_default: 50 } },
];

function checkEvent(event: unknown) {
  const read: RoomEvent | undefined = readEvent(event, { userId: me, names: ["Where At"] }, now);
  if (read === undefined) return;
  must(read.event !== "" && read.sender !== "", "an event is nobody's", read);
  must(Number.isSafeInteger(read.sentAt) && read.sentAt <= now, "something is from a time to come", read);
  must(
    read.sender !== me || "type" in read || ["membership", "replaced", "power levels"].includes(read.kind),
    "the bot hears itself",
    read,
  );
  if (read.kind === "location" || read.kind === "point") {
    const { latitude, longitude, at } = read.position;
    must(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180, "a place is not on earth", read);
    must(at <= read.sentAt, "something is from a time to come", read);
  }
  if (read.kind === "command")
    must(/^[a-z0-9_]{1,32}$/.test(read.name), "a command has a name that is none", read.name);
  if (read.kind === "beacon" && read.beacon !== undefined) {
    const { startedAt, until } = read.beacon;
    must(startedAt <= now && until <= now + maxBeacon && Number.isSafeInteger(until), "a share lasts too long", read);
  }
}

const answers = [
  {
    next_batch: "s1",
    rooms: {
      join: { "!room:example.org": { timeline: { events, limited: true, prev_batch: "p" }, state: { events } } },
      invite: { "!other:example.org": { invite_state: { events } } },
      leave: { "!old:example.org": { timeline: { events: [] } } },
    },
    to_device: { events: [{ type: "m.room.encrypted", sender, content: {} }] },
    device_lists: { changed: [sender], left: [] },
    device_one_time_keys_count: { signed_curve25519: 50 },
    device_unused_fallback_key_types: ["signed_curve25519"],
  },
];

function checkAnswer(answer: unknown) {
  try {
    const { nextBatch, joined, invited, left, devices } = readSyncAnswer(answer);
    must(nextBatch !== "", "nothing says where to go on");
    for (const { state, timeline } of joined)
      must(Array.isArray(state) && Array.isArray(timeline), "events are no list");
    must(
      invited.every(({ state }) => Array.isArray(state)) && left.every(({ timeline }) => Array.isArray(timeline)),
      "events are no list",
    );
    must(
      [...devices.keyCounts.values()].every((count) => count >= 0),
      "a count is negative",
    );
  } catch (error) {
    if (!(error instanceof MatrixRequestError)) throw error;
  }
}

const levels = [
  {
    users: { [sender]: 100, "@ben:example.org": 50 },
    users_default: 0,
    state_default: 50,
    events: { "m.room.name": 50 },
    redact: 50,
    events_default: 0,
  },
];
const creates = [
  { sender, content: { room_version: "12", additional_creators: ["@ben:example.org"] } },
  { sender, content: { room_version: "11" } },
];

/** What is no number never helps anybody. */
function checkLevels([content, create]: readonly [unknown, unknown]) {
  const creators = readCreators(create);
  const power = readPower(content, creators, sender);
  for (const user of [sender, "@ben:example.org", "__proto__", "constructor"]) {
    must(typeof power.of(user) === "number" && !Number.isNaN(power.of(user)), "a power is no number", power.of(user));
    if (power.isAdmin(user))
      must(power.of(user) >= power.toSet("m.room.anything"), "an admin may not set state", content);
  }
  mayShareLive(content, false);
  const everybody = at(content, "users_default");
  if (everybody === undefined || Number.isSafeInteger(everybody))
    must(mayShareLive(asJson(allowingLive(content)), false), "what is to let everybody share does not", content);
}

const ids = fc.string({ unit: "binary", minLength: 1, maxLength: 30 });

export const onMatrix: readonly Parser[] = [
  parser("events of a room", fc.oneof({ weight: 9, arbitrary: almost(events) }, anyJson), checkEvent),
  parser("answers to /sync", fc.oneof({ weight: 9, arbitrary: almost(answers) }, anyJson), checkAnswer),
  parser("power levels", fc.tuple(fc.oneof(almost(levels), anyJson), almost(creates)), checkLevels),
  parser(
    "references to messages",
    fc.oneof(
      fc.tuple(ids, ids).map(([room, event]) => messageRef({ room, event })),
      fc.string({ unit: "binary" }).map((text) => `matrix:${text}`),
    ),
    (ref) => {
      const read = readMessageRef(ref as ReturnType<typeof messageRef>);
      if (read !== undefined) must(messageRef(read) === ref, "a message is found that is another", ref);
    },
  ),
];
