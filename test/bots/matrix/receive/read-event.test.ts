import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ana, ben, event, location, me, message, read, sentAt, text } from "../fake/events.ts";

const types = [
  "m.room.message",
  "m.room.redaction",
  "m.room.member",
  "m.room.power_levels",
  "m.room.tombstone",
  "org.matrix.msc3672.beacon",
  "m.beacon",
  "org.matrix.msc3672.beacon_info",
  "m.beacon_info",
];
const names = [
  "type",
  "content",
  "sender",
  "event_id",
  "state_key",
  "redacts",
  "unsigned",
  "origin_server_ts",
  "msgtype",
  "body",
  "geo_uri",
  "m.relates_to",
  "membership",
  "__proto__",
];

describe("whatever an event holds", () => {
  test("it is read without failing", () => {
    fc.assert(fc.property(fc.anything(), (given) => void read(given)));
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(...types, "m.text", "m.location", "geo:1,2", "!whereis", "$id"),
    );
    const parts = fc.dictionary(
      fc.constantFrom(...names),
      fc.oneof(value, fc.dictionary(fc.constantFrom(...names), value)),
    );
    fc.assert(
      fc.property(
        parts,
        fc.constantFrom(...types),
        (given, type) => void read({ event_id: "$a", sender: ana, type, ...given }),
      ),
    );
  });

  test.each([undefined, null, [], "text", 7])("content that is %j is none", (content) => {
    for (const type of types) expect([undefined, "power levels"]).toContain(read(event(type, content))?.kind);
  });

  test("msgtypes, places and relations of the wrong kind are none", () => {
    expect(read(message({ msgtype: 5, body: "!whereis" }))).toBeUndefined();
    expect(read(location({ uri: "geo:1,2" }))).toMatchObject({ kind: "unreadable location" });
    expect(read(text("!whereis", { "m.relates_to": [] }))).toMatchObject({ kind: "command" });
  });

  test("nesting without end does no harm", () => {
    const deep: unknown = JSON.parse(`${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`);
    expect(read(message(deep))).toBeUndefined();
    expect(read(message({ msgtype: "m.text", body: deep }))).toBeUndefined();
  });

  test("ids and senders of the wrong kind are nobody's", () => {
    for (const parts of [{ event_id: 7 }, { sender: null }, { event_id: "" }, { sender: "" }])
      expect(read(text("!whereis", {}, parts))).toBeUndefined();
  });
});

test("what was said was said when the server had it, never later than it was received", () => {
  const at = (origin_server_ts: unknown) => read(text("!help", {}, { origin_server_ts }))?.sentAt;
  expect(at(sentAt)).toBe(sentAt);
  for (const late of [sentAt + 86_400_000, 8.64e15 + 1, -5, "1", undefined]) expect(at(late)).toBe(sentAt + 1000);
});

test("a redaction names what it redacts, as rooms before and after version 11 write it", () => {
  expect(read(event("m.room.redaction", {}, { redacts: "$old" }))).toMatchObject({ redacts: "$old" });
  expect(read(event("m.room.redaction", { redacts: "$old" }))).toMatchObject({ redacts: "$old" });
  expect(read(event("m.room.redaction", {}, { redacts: "$old", sender: me }))).toBeUndefined();
});

test("a change of membership says of whom, from what and to what", () => {
  const unsigned = { prev_content: { membership: "invite", is_direct: true } };
  expect(read(event("m.room.member", { membership: "join" }, { state_key: ben, unsigned }))).toMatchObject({
    kind: "membership",
    user: ben,
    before: "invite",
    now: "join",
    isDirect: true,
  });
  expect(read(event("m.room.member", { membership: 7 }, { state_key: ben }))).toBeUndefined();
});

test("a tombstone names the room that takes the place of this one", () => {
  expect(read(event("m.room.tombstone", { replacement_room: "!new" }, { state_key: "" }))).toMatchObject({
    kind: "replaced",
    by: "!new",
  });
  expect(read(event("m.room.tombstone", { replacement_room: "!new" }, { state_key: "x" }))).toBeUndefined();
  expect(read(event("m.room.tombstone", { replacement_room: "!new" }))).toBeUndefined();
});
