import { inspect } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { NoDeviceError } from "../../../../src/bots/matrix/crypto/crypto-errors.ts";
import { MatrixRequestError } from "../../../../src/bots/matrix/http/request-error.ts";
import { instant } from "../../../../src/lib/time.ts";
import { accessToken, type BotAtFake, botAtFake } from "../../../support/fake-homeserver/bot-at-fake.ts";
import { botId, type Reply, startFakeHomeserver } from "../../../support/fake-homeserver/fake-homeserver.ts";
import { connectFrom, makeDisk } from "../../../support/homeserver/whereat-account.ts";

const room = "!room:fake.test";
const text = { body: "hello" };
let at: BotAtFake;

beforeEach(async () => {
  at = await botAtFake();
});
afterEach(async () => at.leave());

const answering = (path: string, ...replies: Reply[]) =>
  at.homeserver.on((asked) =>
    asked.path.includes(path) ? (replies.length > 1 ? replies.shift() : replies[0]) : undefined,
  );
const puts = () => at.homeserver.asked.filter((asked) => asked.method === "PUT");

test("in a room without encryption a message goes in clear, under the caller's transaction id", async () => {
  expect(await at.bot.send(room, "m.room.message", text, "txn/1")).toBe("$sent-1");
  expect(puts()).toMatchObject([{ path: `rooms/${room}/send/m.room.message/txn/1`, body: text }]);
});

test.each([
  ["a 500", { status: 500, json: { errcode: "M_UNKNOWN" } }],
  ["a proxy's 404", { status: 404, text: "<html>" }],
  ["a 403", { status: 403, json: { errcode: "M_FORBIDDEN" } }],
  ["an end of the connection", { cut: "before" as const }],
])("when %s hides whether a room is encrypted, nothing is sent to it", async (_name, reply) => {
  answering("m.room.encryption", reply);
  await expect(at.bot.send(room, "m.room.message", text, "t")).rejects.toThrow(MatrixRequestError);
  expect(puts()).toEqual([]);
});

test("nothing is sent to a room whose encryption nobody knows", async () => {
  answering("m.room.encryption", { json: { algorithm: "m.future" } });
  at.homeserver.happens("s1");
  void at.receive();
  await expect(at.bot.send(room, "m.room.message", text, "t")).rejects.toMatchObject({ code: "CANNOT_ENCRYPT" });
  expect(puts()).toEqual([]);
});

test("nothing is encrypted before a first sync has told who has which devices, and then it is", async () => {
  answering("m.room.encryption", { json: { algorithm: "m.megolm.v1.aes-sha2" } });
  answering("/members", { json: { chunk: [] } });
  const sent = at.bot.send(room, "m.room.message", text, "t");
  void at.receive();
  await at.homeserver.wasAsked((asked) => asked.path.endsWith("m.room.encryption/"));
  for (let n = 0; n < 5; n++) await at.bot.getState(room, "m.room.name", "");
  expect(at.homeserver.asked.filter((asked) => asked.path.includes("/members"))).toEqual([]);
  at.homeserver.happens("s1");
  await sent;
  expect(puts()).toMatchObject([{ path: `rooms/${room}/send/m.room.encrypted/t` }]);
  expect(JSON.stringify(puts())).not.toContain("hello");
});

const member = (state_key: string, membership: string) => ({ state_key, content: { membership } });
test.each([
  ["of a room", "only to who is in it", [member("@in:x", "join"), member("@invited:x", "invite")], ["@in:x"]],
  ["of a private chat", "also to the one who is invited", [member("@invited:x", "invite")], ["@invited:x"]],
  ["of an empty room", "to nobody", [member("@invited:x", "invite"), member("@also:x", "invite")], []],
])("keys %s go %s, whoever may see its history", async (_room, _whom, people, readers) => {
  const chunk = [member(botId, "join"), ...people, member("@banned:x", "ban"), member("@knocks:x", "knock")];
  answering("m.room.encryption", { json: { algorithm: "m.megolm.v1.aes-sha2" } });
  answering("m.room.history_visibility", { json: { history_visibility: "shared" } });
  answering("/members", { json: { chunk } });
  void at.receive();
  at.homeserver.happens("s1");
  await at.bot.send(room, "m.room.message", text, "t");
  const queried = at.homeserver.asked
    .filter((asked) => asked.path === "keys/query")
    .flatMap((asked) => Object.keys(Object(asked.body).device_keys));
  expect([...new Set(queried)].filter((user) => user !== botId).sort()).toEqual(readers);
});

test("a redirection is not followed: the token goes to no other server", async () => {
  const elsewhere = await startFakeHomeserver();
  answering("/send/", { status: 307, location: `${elsewhere.url}/`, json: {} });
  await expect(at.bot.send(room, "m.room.message", text, "t")).rejects.toThrow(MatrixRequestError);
  expect(elsewhere.asked).toEqual([]);
  await elsewhere.stop();
});

test("a reaction goes in clear even to an encrypted room", async () => {
  answering("m.room.encryption", { json: { algorithm: "m.megolm.v1.aes-sha2" } });
  await at.bot.react(room, "$1", "👍", "t");
  expect(puts()).toMatchObject([{ path: `rooms/${room}/send/m.reaction/t` }]);
});

test.each<[string, Reply]>([
  ["a proxy's page", { status: 502, text: `<html>${accessToken}</html>` }],
  ["a user-interactive 401", { status: 401, json: { session: "uia", flows: [], echo: accessToken } }],
  ["an error that quotes ids", { status: 403, json: { errcode: "M_FORBIDDEN", error: `${botId} not in ${room}` } }],
  ["an error code that is a text", { status: 400, json: { errcode: `${accessToken} ${room}` } }],
  ["an end of the connection", { cut: "before" }],
  ["half a body", { cut: "amid", json: { secret: accessToken } }],
  ["a body that is no JSON", { text: accessToken }],
])("an error after %s holds neither the token nor an id, however it is printed", async (_name, reply) => {
  answering("/send/", reply);
  const error: unknown = await at.bot.send(room, "m.room.message", text, "t1").catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(MatrixRequestError);
  const printed = [inspect(error, { depth: 9, showHidden: true }), JSON.stringify(error), String(error)].join();
  expect(printed).not.toMatch(/syt_|Bearer|fake\.test|hello|t1/);
  expect(printed).toContain("rooms/*/send/*/*");
});

test("a limited request is made once: whoever made it is told how long to wait", async () => {
  answering("/send/", { status: 429, json: { errcode: "M_LIMIT_EXCEEDED", retry_after_ms: 2345 } });
  await expect(at.bot.send(room, "m.room.message", text, "t")).rejects.toMatchObject({
    code: "M_LIMIT_EXCEEDED",
    retryAfterMs: 2345,
  });
  expect(puts()).toHaveLength(1);
  expect(at.waits).toEqual([]);
});

test("a state event that is not there is undefined, and an error is not", async () => {
  expect(await at.bot.getState(room, "m.room.name", "")).toBeUndefined();
  answering("m.room.name", { status: 403, json: { errcode: "M_FORBIDDEN" } });
  await expect(at.bot.getState(room, "m.room.name", "")).rejects.toMatchObject({ code: "M_FORBIDDEN" });
});

test("notes of private chats that cannot be read are not overwritten, and no room is made", async () => {
  answering("account_data/m.direct", { status: 500, text: "" });
  await expect(at.bot.createDirectRoom("@ana:fake.test")).rejects.toThrow(MatrixRequestError);
  expect(at.homeserver.asked.filter((asked) => asked.path === "createRoom" || asked.method === "PUT")).toEqual([]);
});

test("a private chat whose other side does not answer holds up no other", async () => {
  const answer = Promise.withResolvers<void>();
  const invites = (user: string, body: unknown) => Object(body).invite?.includes(user);
  at.homeserver.on(({ path, body }) =>
    path === "createRoom" && invites("@slow:fake.test", body)
      ? { json: { room_id: "!slow:fake.test" }, held: answer.promise }
      : undefined,
  );
  at.homeserver.on(({ path, body }) =>
    path === "createRoom" && invites("@ana:fake.test", body) ? { json: { room_id: "!ana:fake.test" } } : undefined,
  );
  answering("account_data/m.direct", { json: {} });
  const slow = at.bot.createDirectRoom("@slow:fake.test");
  await at.homeserver.wasAsked(({ path }) => path === "createRoom");
  expect(await at.bot.createDirectRoom("@ana:fake.test")).toBe("!ana:fake.test");
  await at.bot.noteDirectRoom("!old:fake.test", undefined);
  answer.resolve();
  expect(await slow).toBe("!slow:fake.test");
});

test("a new private chat is noted beside those there were, whatever their names", async () => {
  answering("account_data/m.direct", { text: '{"@ana:fake.test":["!old:fake.test"],"__proto__":["!p:fake.test"]}' });
  answering("createRoom", { json: { room_id: "!new:fake.test" } });
  await at.bot.createDirectRoom("@ana:fake.test");
  expect(JSON.stringify(puts()[0]?.body)).toBe(
    '{"@ana:fake.test":["!old:fake.test","!new:fake.test"],"__proto__":["!p:fake.test"]}',
  );
});

test("members are those in the room or invited, and nothing of another shape", async () => {
  const member = (state_key: unknown, membership: string) => ({
    state_key,
    content: { membership, displayname: "Ana" },
  });
  answering("/members", {
    json: { chunk: [member("@a:x", "join"), member("@b:x", "ban"), member("@c:x", "invite"), member(7, "join"), null] },
  });
  expect((await at.bot.members(room)).map((one) => [one.userId, one.membership])).toEqual([
    ["@a:x", "join"],
    ["@c:x", "invite"],
  ]);
});

test("a token without a device is refused, with a word on what to do", async () => {
  const disk = await makeDisk();
  answering("account/whoami", { json: { user_id: botId } });
  await expect(connectFrom(disk, at.homeserver.url, { accessToken })).rejects.toThrow(NoDeviceError);
  await disk.remove();
});

test("a homeserver that is not there yet at the start is waited for, and reported once", async () => {
  const homeserver = await startFakeHomeserver();
  const disk = await makeDisk();
  const lines: string[] = [];
  let tries = 0;
  homeserver.on((asked) => (asked.path === "account/whoami" && ++tries < 4 ? { cut: "before" } : undefined));
  const sleep = () => Promise.resolve();
  const pace = { now: () => instant(0), sleep, random: () => 0 };
  const bot = await connectFrom(disk, homeserver.url, { accessToken }, { pace, lines });
  expect(bot.userId).toBe(botId);
  expect(lines).toEqual([
    "warn: Matrix: the homeserver cannot be reached; it is tried again until it works (MatrixRequestError UND_ERR_SOCKET)",
    "over after 0 s: Matrix: the homeserver cannot be reached",
  ]);
  await bot.stop();
  await homeserver.stop();
  await disk.remove();
});

test("connecting is given up when it is told to", async () => {
  const disk = await makeDisk();
  const giveUp = new AbortController();
  answering("account/whoami", { cut: "before" });
  const tries = () => at.homeserver.asked.filter(({ path }) => path === "account/whoami").length;
  const before = tries();
  const pace = { now: () => instant(0), sleep: async () => giveUp.abort(), random: () => 0 };
  const connecting = connectFrom(disk, at.homeserver.url, { accessToken }, { pace, signal: giveUp.signal });
  await expect(connecting).rejects.toThrow(MatrixRequestError);
  expect(tries()).toBe(before + 1);
  await disk.remove();
});

test("a wrong password is not tried again", async () => {
  answering("login", { status: 403, json: { errcode: "M_FORBIDDEN" } });
  const disk = await makeDisk();
  const access = { user: "bot", password: "wrong" };
  await expect(connectFrom(disk, at.homeserver.url, access)).rejects.toMatchObject({ code: "M_FORBIDDEN" });
  expect(at.homeserver.asked.filter(({ path, method }) => path === "login" && method === "POST")).toHaveLength(1);
  await disk.remove();
});
