import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotAtFake, botAtFake, inRoom, message } from "../../../support/fake-homeserver/bot-at-fake.ts";
import { botId } from "../../../support/fake-homeserver/fake-homeserver.ts";

const room = "!room:fake.test";
let at: BotAtFake;

beforeEach(async () => {
  at = await botAtFake();
  void at.receive();
  at.homeserver.happens("s1");
  await at.until("token s1");
  at.happened.length = 0;
});
afterEach(async () => at.leave());

const member = (event_id: string, membership: string, before?: string) => ({
  event_id,
  type: "m.room.member",
  state_key: botId,
  sender: botId,
  content: { membership },
  ...(before === undefined ? {} : { unsigned: { prev_content: { membership: before } } }),
});
const pages = (page: (from: string | null) => object) =>
  at.homeserver.on((asked) =>
    asked.path === `rooms/${room}/messages` ? { json: page(asked.query.get("from")) } : undefined,
  );

test("what a sync left out is fetched back to the last one, and handled first, oldest first", async () => {
  pages((from) =>
    from === "p"
      ? { chunk: [message("$4"), message("$3")], end: "q" }
      : from === "q"
        ? { chunk: [message("$2")], end: "r" }
        : { chunk: [] },
  );
  at.homeserver.happens("s2", inRoom(room, [message("$5")], { limited: true, prev_batch: "p" }));
  await at.until("token s2");
  expect(at.happened).toEqual([...["$2", "$3", "$4", "$5"].map((id) => `event clear ${id}`), "token s2"]);
  const asked = await at.homeserver.wasAsked((one) => one.path.endsWith("/messages"));
  expect([asked.query.get("dir"), asked.query.get("to")]).toEqual(["b", "s1"]);
});

test("a gap that cannot be fetched is asked for again, and nothing of its room is handled before", async () => {
  let tries = 0;
  at.homeserver.on((asked) =>
    asked.path.endsWith("/messages")
      ? ++tries === 1
        ? { status: 502, text: "" }
        : { json: { chunk: [message("$1")] } }
      : undefined,
  );
  at.homeserver.happens("s2", inRoom(room, [message("$2")], { limited: true, prev_batch: "p" }));
  await at.until("token s2");
  expect(at.happened).toEqual(["event clear $1", "event clear $2", "token s2"]);
});

test("a page of which the bot may see nothing does not end a gap", async () => {
  pages((from) => (from === "p" ? { chunk: [], end: "q" } : from === "q" ? { chunk: [message("$1")] } : { chunk: [] }));
  at.homeserver.happens("s2", inRoom(room, [message("$2")], { limited: true, prev_batch: "p" }));
  await at.until("token s2");
  expect(at.happened).toEqual(["event clear $1", "event clear $2", "token s2"]);
});

test("a piece of a room's state that cannot be handled does not hold up the rest of it", async () => {
  at.handle(async (event) => {
    if (event.event_id === "$1") throw new Error("a bug");
  });
  const state = { events: ["$1", "$2"].map((id) => message(id, { type: "m.room.topic", state_key: "" })) };
  at.homeserver.happens("s2", { join: { [room]: { state, timeline: { events: [message("$3")] } } } });
  await at.until("token s2");
  expect(at.happened).toEqual([`state ${room} $2`, "event clear $3", "token s2"]);
});

test("a gap without end is cut off, and the room is told that events were lost", async () => {
  let number = 0;
  pages(() => ({ chunk: [message(`$old${++number}`)], end: `p${number}` }));
  at.homeserver.happens("s2", inRoom(room, [message("$new")], { limited: true, prev_batch: "p" }));
  await at.until("token s2");
  expect(at.happened[0]).toBe(`gap ${room}`);
  expect(at.happened).toHaveLength(23);
});

test("a room's state comes before its timeline, and a join between them", async () => {
  at.homeserver.happens("s2", {
    join: { [room]: { state: { events: [member("$m", "join", "invite")] }, timeline: { events: [message("$1")] } } },
  });
  await at.until("token s2");
  expect(at.happened).toEqual([`state ${room} $m`, `join ${room}`, "event clear $1", "token s2"]);
});

test("what was said in a room before the bot came is not for it, whether it came for the first time or again", async () => {
  const ben = { ...member("$ben", "leave", "join"), state_key: "@ben:fake.test" };
  const said = [message("$1"), message("$2", { type: "m.room.encrypted", content: { ciphertext: "x" } }), ben];
  at.homeserver.happens("s2", inRoom(room, [...said, member("$join", "join", "invite"), message("$3")]));
  await at.until("token s2");
  const heard = ["event clear $ben", "event clear $join", "event clear $3", "token s2"];
  expect(at.happened).toEqual([`join ${room}`, ...heard]);
  at.happened.length = 0;
  pages(() => ({ chunk: [message("$6"), member("$again", "join", "leave"), member("$out", "leave"), message("$5")] }));
  at.homeserver.happens("s3", inRoom(room, [message("$7")], { limited: true, prev_batch: "p" }));
  await at.until("token s3");
  expect(at.happened.slice(1, -1)).toEqual(["$out", "$again", "$6", "$7"].map((id) => `event clear ${id}`));
});

test("a new name of the bot is not a join", async () => {
  at.homeserver.happens("s2", inRoom(room, [member("$m", "join", "join")]));
  await at.until("token s2");
  expect(at.happened).toEqual(["event clear $m", "token s2"]);
});

test("what was said before the bot was sent away is handled before its leaving", async () => {
  at.homeserver.happens("s2", { leave: { [room]: { timeline: { events: [message("$1"), member("$m", "leave")] } } } });
  await at.until("token s2");
  expect(at.happened).toEqual(["event clear $1", "event clear $m", `leave ${room}`, "token s2"]);
});

test("an invitation is told, and so is that it was taken back", async () => {
  at.homeserver.happens("s2", { invite: { [room]: { invite_state: { events: [] } } } });
  await at.until("token s2");
  at.homeserver.happens("s3", { leave: { [room]: {} } });
  await at.until("token s3");
  expect(at.happened).toEqual([`invite ${room}`, "token s2", `leave ${room}`, "token s3"]);
});

const noRooms: unknown[] = [null, [], "text", 7, { join: [], invite: "x", leave: 3 }, { join: { [room]: null } }];
test.each(noRooms.map((rooms) => ({ rooms })))(
  "rooms that are $rooms are no rooms, and stop nothing",
  async ({ rooms }) => {
    at.homeserver.sync({ json: { next_batch: "s2", rooms } });
    await at.until("token s2");
    at.homeserver.happens("s3", inRoom(room, [message("$1")]));
    await at.until("token s3");
    expect(at.happened).toEqual(["token s2", "event clear $1", "token s3"]);
  },
);

test("encryption data of any shape stops nothing", async () => {
  at.homeserver.happens("s2", inRoom(room, [message("$1")]), {
    to_device: { events: [null, 7, {}, { type: "m.room.encrypted", sender: "x", content: { ciphertext: [] } }] },
    device_lists: { changed: ["", "no id", 7, "@ana:fake.test"], left: {} },
    device_one_time_keys_count: { signed_curve25519: 1e12, x: -1, y: "z" },
    device_unused_fallback_key_types: { not: "a list" },
  });
  await at.until("token s2");
  expect(at.happened).toEqual(["event clear $1", "token s2"]);
});

test("encrypted events that nobody could read stop nothing: those with a text come as unreadable, the redacted not at all", async () => {
  const encrypted = (event_id: string, content: unknown) => message(event_id, { type: "m.room.encrypted", content });
  const megolm = {
    algorithm: "m.megolm.v1.aes-sha2",
    ciphertext: "AwgA",
    session_id: "s",
    sender_key: "k",
    device_id: "d",
  };
  at.homeserver.happens(
    "s2",
    inRoom(room, [encrypted("$1", megolm), encrypted("$2", {}), encrypted("$3", { ciphertext: [] })]),
  );
  await at.until("token s2");
  expect(at.happened).toEqual(["event undecryptable $1", "event undecryptable $3", "token s2"]);
});
