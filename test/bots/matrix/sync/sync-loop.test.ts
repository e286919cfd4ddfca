import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { MatrixRequestError } from "../../../../src/bots/matrix/http/request-error.ts";
import {
  accessToken,
  type BotAtFake,
  botAtFake,
  downFor,
  inRoom,
  message,
} from "../../../support/fake-homeserver/bot-at-fake.ts";
import { botId } from "../../../support/fake-homeserver/fake-homeserver.ts";

const room = "!room:fake.test";
let at: BotAtFake;

beforeEach(async () => {
  at = await botAtFake();
  await at.disk.keep.set("matrix sync token", "s0");
});
afterEach(async () => at.leave());

const syncsAsked = () => at.homeserver.asked.filter((asked) => asked.path === "sync");

test("the token of a sync is stored after everything in it was handled, and used for the next", async () => {
  void at.receive();
  at.homeserver.happens("s1");
  await at.until("token s1");
  at.homeserver.happens("s2", inRoom(room, [message("$1"), message("$2")]));
  await at.until("token s2");
  expect(at.happened).toEqual(["token s1", "event clear $1", "event clear $2", "token s2"]);
  await at.homeserver.wasAsked((asked) => asked.query.get("since") === "s2");
});

test("a first sync tells who is where, and nothing that was said before", async () => {
  const fresh = await botAtFake();
  onTestFinished(() => fresh.leave());
  void fresh.receive();
  const topic = message("$topic", { type: "m.room.topic", state_key: "" });
  fresh.homeserver.happens("s1", inRoom(room, [message("$1"), topic, message("$2", { type: "m.room.encrypted" })]));
  await fresh.until("token s1");
  fresh.homeserver.happens("s2", inRoom(room, [message("$3")]));
  await fresh.until("token s2");
  expect(fresh.happened).toEqual(["event clear $topic", "token s1", "event clear $3", "token s2"]);
});

test("an event that cannot be handled does not hold up the others", async () => {
  at.handle(async (event) => {
    if (event.event_id === "$2") throw new Error("a bug");
  });
  void at.receive();
  at.homeserver.happens("s1", inRoom(room, [message("$1"), message("$2"), message("$3")]));
  await at.until("token s1");
  expect(at.happened).toEqual(["event clear $1", "event clear $3", "token s1"]);
  expect(at.lines).toEqual(["warn: Matrix: an event could not be handled and is left out (Error)"]);
});

test("while a handler cannot work, its event waits, nothing overtakes it and no token is stored", async () => {
  at.handle(downFor(3));
  void at.receive();
  at.homeserver.happens("s1", inRoom(room, [message("$1"), message("$2")]));
  await at.until("token s1");
  expect(at.happened).toEqual(["event clear $1", "event clear $2", "token s1"]);
  expect(at.waits.slice(0, 3)).toEqual([500, 1000, 2000]);
});

test.each([
  ["a proxy's page with 502", { status: 502, text: "<html>bad gateway</html>" }],
  ["a null with 500", { status: 500, text: "null" }],
  ["an end of the connection", { cut: "before" as const, json: {} }],
  ["half a body", { cut: "amid" as const, json: { next_batch: "lost", rooms: inRoom(room, [message("$lost")]) } }],
  ["a body that is no JSON", { text: "{" }],
  ["JSON that is no sync", { json: [] }],
])("%s in place of a sync is waited out and the same sync asked for again", async (_name, reply) => {
  void at.receive();
  at.homeserver.happens("s1");
  await at.until("token s1");
  at.homeserver.sync(reply);
  at.homeserver.happens("s2", inRoom(room, [message("$1")]));
  await at.until("token s2");
  await at.homeserver.wasAsked((asked) => asked.query.get("since") === "s2");
  expect(at.happened).toEqual(["token s1", "event clear $1", "token s2"]);
  expect(syncsAsked().map((asked) => asked.query.get("since"))).toEqual(["s0", "s1", "s1", "s2"]);
  expect(at.lines.at(-1)).toBe("over after 0 s: Matrix: nothing can be received");
});

test("a limited homeserver is asked again no sooner than it says", async () => {
  void at.receive();
  at.homeserver.sync({ status: 429, json: { errcode: "M_LIMIT_EXCEEDED", retry_after_ms: 7000 } });
  at.homeserver.sync({ status: 429, json: { errcode: "M_LIMIT_EXCEEDED", retry_after_ms: 70_000 } });
  at.homeserver.happens("s1");
  await at.until("token s1");
  expect(at.waits.slice(0, 2)).toEqual([7000, 70_000]);
});

test("a token that is no longer accepted ends the connection", async () => {
  const ended = at.receive();
  at.homeserver.sync({ status: 401, json: { errcode: "M_UNKNOWN_TOKEN", error: accessToken } });
  expect(await ended).toMatchObject({ kind: "failed", cause: { code: "M_UNKNOWN_TOKEN" } });
  expect(syncsAsked()).toHaveLength(1);
});

test("a token that is no longer accepted while an event is handled ends the connection too", async () => {
  const label = "rooms/*/members";
  at.handle(async () => {
    throw new MatrixRequestError({ status: 401, code: "M_UNKNOWN_TOKEN", label });
  });
  const ended = at.receive();
  at.homeserver.happens("s1", inRoom(room, [message("$1")]));
  expect(await ended).toMatchObject({ kind: "failed", cause: { code: "M_UNKNOWN_TOKEN" } });
  expect(at.happened).toEqual([]);
});

test("an event that the homeserver limits is handled again no sooner than it says", async () => {
  let calls = 0;
  at.handle(async () => {
    if (calls++ === 0)
      throw new MatrixRequestError({ status: 429, code: "M_LIMIT_EXCEEDED", label: "rooms/*", retryAfterMs: 45_000 });
  });
  void at.receive();
  at.homeserver.happens("s1", inRoom(room, [message("$1")]));
  await at.until("token s1");
  expect(at.waits[0]).toBe(45_000);
});

test("a sync token that is refused three times is given up, and every room is told that events were lost", async () => {
  void at.receive();
  at.homeserver.happens("s1");
  await at.until("token s1");
  for (let n = 0; n < 3; n++) at.homeserver.sync({ status: 400, json: { errcode: "M_INVALID_PARAM" } });
  at.homeserver.happens("s9", inRoom(room, [message("$1")], { limited: true, prev_batch: "p" }));
  await at.until("token s9");
  expect(at.happened).toEqual(["token s1", `gap ${room}`, "event clear $1", "token s9"]);
  expect(
    syncsAsked()
      .map((asked) => asked.query.get("since"))
      .slice(0, 5),
  ).toEqual(["s0", "s1", "s1", "s1", null]);
});

test("a homeserver that repeats its token is not asked without end", async () => {
  void at.receive();
  at.homeserver.happens("s1");
  await at.until("token s1");
  at.homeserver.happens("s1", inRoom(room, [message("$again")]));
  await at.until("event clear $again");
  at.homeserver.happens("s2");
  await at.until("token s2");
  expect(at.waits).toContain(500);
});

test("stopping ends a long poll at once", async () => {
  const ended = at.receive();
  await at.homeserver.wasAsked((asked) => asked.path === "sync");
  await at.bot.stop();
  expect(await ended).toEqual({ kind: "stopped" });
});

test("stopping waits for the event in hand, and leaves the rest and the token for the next start", async () => {
  const inHand = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  at.handle(async () => {
    begun.resolve();
    await inHand.promise;
  });
  void at.receive();
  at.homeserver.happens("s1", inRoom(room, [message("$1"), message("$2")]));
  await begun.promise;
  const stopped = at.bot.stop();
  inHand.resolve();
  await stopped;
  expect(at.happened).toEqual(["event clear $1"]);
});

test("a sync leaves out presence, typing and receipts, and waits only when one was handled", async () => {
  void at.receive();
  at.homeserver.happens("s1");
  const second = await at.homeserver.wasAsked((asked) => asked.query.get("since") === "s1");
  const filter = JSON.parse(second.query.get("filter") ?? "");
  expect([filter.presence, filter.account_data, filter.room.ephemeral]).toEqual(Array(3).fill({ not_types: ["*"] }));
  expect(filter.room.state.lazy_load_members).toBe(false);
  expect(syncsAsked().map((asked) => asked.query.get("timeout"))).toEqual(["0", "30000"]);
});

test("nothing that the connection logs holds an id, a text or the token", async () => {
  at.handle(async () => {
    throw new TypeError(`${room} ${botId} hello`);
  });
  void at.receive();
  at.homeserver.sync({ status: 502, text: accessToken });
  at.homeserver.happens("s1", inRoom(room, [message("$1")]));
  await at.homeserver.wasAsked((asked) => asked.query.get("since") === "s1");
  expect(at.lines).toHaveLength(3);
  expect(at.lines.join()).not.toMatch(/[@!$]|hello|syt_/);
});
