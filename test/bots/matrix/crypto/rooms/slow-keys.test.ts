import { afterEach, beforeEach, expect, test } from "vitest";
import { MatrixRequestError } from "../../../../../src/bots/matrix/http/request-error.ts";
import { type BotAtFake, botAtFake, inRoom, message } from "../../../../support/fake-homeserver/bot-at-fake.ts";
import { claimed, queried } from "../../../../support/fake-homeserver/encrypted-talk.ts";
import type { Asked, Reply } from "../../../../support/fake-homeserver/fake-homeserver.ts";
import { type OtherDevice, otherDevice } from "../../../../support/fake-homeserver/other-device.ts";

const [fast, slow] = ["!fast:fake.test", "!slow:fake.test"];
const [ana, ben, eva] = ["@ana:fake.test", "@ben:fake.test", "@eva:fake.test"];
const members: Record<string, string[]> = { [fast]: [ana], [slow]: [ana, eva] };
let at: BotAtFake;
let devices: OtherDevice[];
/** What is answered instead to a request about these people. */
let fault: (path: string, people: string[]) => Reply | undefined;

beforeEach(async () => {
  at = await botAtFake();
  devices = await Promise.all([ana, ben, eva].map((user) => otherDevice(user)));
  fault = () => undefined;
  const { homeserver } = at;
  homeserver.on(({ path, body }) => {
    if (path.includes("m.room.encryption")) return { json: { algorithm: "m.megolm.v1.aes-sha2" } };
    if (path.startsWith("sendToDevice")) return { json: {} };
    const [, room = ""] = /^rooms\/(.*)\/members$/.exec(path) ?? [];
    if (room !== "") return { json: { chunk: (members[room] ?? []).map(asMember) } };
    if (path !== "keys/query" && path !== "keys/claim") return undefined;
    const people = Object.keys(Object(body)[path === "keys/query" ? "device_keys" : "one_time_keys"]);
    // What is asked about the bot itself is answered as ever.
    const theirs = devices.filter(({ userId }) => people.includes(userId));
    if (theirs.length === 0) return undefined;
    return fault(path, people) ?? { json: path === "keys/query" ? queried(theirs, people) : claimed(theirs, people) };
  });
  at.homeserver.happens("s1");
  void at.receive();
  await at.until("token s1");
});
afterEach(async () => at.leave());

const asMember = (state_key: string) => ({ state_key, content: { membership: "join" } });
const send = (room: string, body: string) => at.bot.send(room, "m.room.message", { body }, body);
const sentTo = (room: string) => at.homeserver.asked.filter(({ path }) => path.startsWith(`rooms/${room}/send/`));
/** Whom a room key was sent to. */
const given = () =>
  at.homeserver.asked
    .filter(({ path }) => path.startsWith("sendToDevice/m.room.encrypted/"))
    .flatMap(({ body }) => Object.keys(Object(body).messages));
const about = (user: string, path: string) => (asked: Asked) =>
  asked.path === path && JSON.stringify(asked.body).includes(user);

test.each(["keys/query", "keys/claim"])(
  "while %s hangs for one room, another is sent to, and received from",
  async (path) => {
    const answer = Promise.withResolvers<void>();
    fault = (asked, people) =>
      asked === path && people.includes(eva) ? { status: 502, text: "", held: answer.promise } : undefined;
    const sending = send(slow, "slow").catch((error: unknown) => error);
    await at.homeserver.wasAsked(about(eva, path));
    await send(fast, "fast");
    await send(fast, "again");
    expect([sentTo(slow).length, sentTo(fast).length]).toEqual([0, 2]);
    expect(given()).toContain(ana);
    at.homeserver.happens("s2", inRoom(fast, [message("$1")]), { device_lists: { changed: [eva] } });
    await at.until("token s2");
    answer.resolve();
    await sending;
  },
);

test("who cannot be given a key in time gets none, the others read the message, and the next one tries again", async () => {
  fault = (path, people) => (path === "keys/query" && people.includes(eva) ? { status: 500, json: {} } : undefined);
  await send(fast, "so that ana is known");
  expect(given()).toEqual([ana]);
  await send(slow, "one");
  expect(sentTo(slow)).toHaveLength(1);
  expect(given()).toEqual([ana, ana]);
  fault = () => undefined;
  await send(slow, "two");
  expect(given()).toEqual([ana, ana, eva]);
});

test("a message that nobody could be given a key of is not sent, and may be later", async () => {
  fault = (path) => (path === "keys/query" ? { status: 503, json: {} } : undefined);
  await expect(send(slow, "one")).rejects.toThrow(MatrixRequestError);
  expect(sentTo(slow)).toEqual([]);
  fault = () => undefined;
  await send(slow, "one");
  expect(given().sort()).toEqual([ana, eva]);
});

test("a claim that fails leaves out whom it was for, until the next message", async () => {
  fault = (path, people) => (path === "keys/claim" && people.includes(eva) ? { status: 500, json: {} } : undefined);
  await send(fast, "so that ana has a session");
  await send(slow, "one");
  expect(given()).toEqual([ana, ana]);
  fault = () => undefined;
  await send(slow, "two");
  expect(given()).toEqual([ana, ana, eva]);
});

test("the homeserver is told how long it may wait for others, and keys are asked for no longer than they are outdated", async () => {
  await send(slow, "one");
  await send(slow, "two");
  const asked = at.homeserver.asked.filter(({ path, body }) => path === "keys/query" && Object(body).device_keys[eva]);
  expect(asked).toHaveLength(1);
  const claims = at.homeserver.asked.filter(({ path }) => path === "keys/claim");
  expect([...asked, ...claims].map(({ body }) => Object(body).timeout)).toEqual([5000, 5000]);
});

test("one room's people are asked for without another's, though the library would ask for all at once", async () => {
  members[fast] = [ben];
  const answer = Promise.withResolvers<void>();
  fault = (_path, people) => (people.includes(eva) ? { status: 502, text: "", held: answer.promise } : undefined);
  // Both are outdated now, and asked for together beside everything else.
  const join = (user: string) => ({
    type: "m.room.member",
    state_key: user,
    sender: user,
    event_id: `$${user}`,
    content: { membership: "join" },
  });
  at.homeserver.happens("s2", {
    join: { [fast]: { timeline: { events: [join(ben)] } }, [slow]: { timeline: { events: [join(eva)] } } },
  });
  await at.bot.isEncrypted(fast);
  const sending = send(slow, "slow").catch((error: unknown) => error);
  await at.homeserver.wasAsked(about(eva, "keys/query"));
  await send(fast, "fast");
  expect(given()).toEqual([ben]);
  answer.resolve();
  await sending;
  members[fast] = [ana];
});
