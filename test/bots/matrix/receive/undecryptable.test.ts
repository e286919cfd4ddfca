import { expect, test } from "vitest";
import { createBot } from "../fake/bot-at-fake.ts";
import { ana, ben, event, me, point, sentAt, text } from "../fake/events.ts";
import { refusal } from "../fake/fake-account.ts";

const minute = 60_000;
const sealed = (id: string, sender = ana, more: object = {}, at = sentAt) =>
  event(
    "m.room.encrypted",
    { algorithm: "m.megolm.v1.aes-sha2", ciphertext: "x", ...more },
    { event_id: id, sender, origin_server_ts: at },
  );

async function inRoom() {
  const bot = await createBot();
  const room = bot.room("!a", [ana, ben], { encrypted: true });
  const joined = (at: number) =>
    room.state.set(`m.room.member ${me}`, { origin_server_ts: at, content: { membership: "join" } });
  joined(sentAt - minute);
  const sync = async (later: number) => {
    bot.clock.now += later;
    bot.handlers.onSynced();
    await bot.idle();
  };
  const words = () => bot.sent.filter(({ content }) => String(content["body"]).includes("could not read"));
  const repliesTo = () => words().map(({ content }) => Object(content["m.relates_to"])["m.in_reply_to"]?.event_id);
  return {
    ...bot,
    joined,
    sync,
    words,
    repliesTo,
    fresh: (id: string, sender = ana) => sealed(id, sender, {}, bot.clock.now),
  };
}

test("whoever said something that stays unreadable is told in reply, once its key has been waited for", async () => {
  const bot = await inRoom();
  await bot.hears(sealed("$1"), "!a", "undecryptable");
  await bot.sync(20_000);
  expect(bot.words()).toEqual([]);
  await bot.sync(20_000);
  expect(bot.repliesTo()).toEqual(["$1"]);
  expect(bot.words()[0]?.content["m.mentions"]).toEqual({});
  await bot.sync(20_000);
  expect(bot.words()).toHaveLength(1);
  expect(bot.logged).toEqual([]);
});

test("what was read in time, or removed, is not spoken of", async () => {
  const bot = await inRoom();
  await bot.hears(sealed("$1"), "!a", "undecryptable");
  await bot.hears(sealed("$2", ben), "!a", "undecryptable");
  await bot.hears(text("!help", {}, { event_id: "$1" }), "!a", "decrypted");
  await bot.hears(event("m.room.redaction", { redacts: "$2" }, { event_id: "$r", sender: ben }));
  await bot.sync(minute);
  expect(bot.words()).toEqual([]);
});

test("each person is told once an hour, and a room a few times", async () => {
  const bot = await inRoom();
  for (const id of ["$1", "$2", "$3"]) await bot.hears(bot.fresh(id), "!a", "undecryptable");
  await bot.sync(minute);
  await bot.hears(bot.fresh("$4"), "!a", "undecryptable");
  await bot.hears(bot.fresh("$5", ben), "!a", "undecryptable");
  await bot.sync(minute);
  expect(bot.repliesTo()).toEqual(["$1", "$5"]);
  await bot.sync(58 * minute);
  await bot.hears(bot.fresh("$6"), "!a", "undecryptable");
  await bot.sync(minute);
  expect(bot.repliesTo()).toEqual(["$1", "$5", "$6"]);
  for (let number = 0; number < 30; number++)
    await bot.hears(bot.fresh(`$many${number}`, `@p${number}:example.org`), "!a", "undecryptable");
  await bot.sync(minute);
  expect(bot.words().length).toBeLessThanOrEqual(7);
});

test("what was said before the bot came, or long ago, is not spoken of", async () => {
  const bot = await inRoom();
  bot.joined(sentAt + 1);
  await bot.hears(sealed("$1"), "!a", "undecryptable");
  await bot.hears(sealed("$2", ben, {}, sentAt - 10 * minute), "!a", "undecryptable");
  await bot.sync(minute);
  expect(bot.words()).toEqual([]);
});

test("an edit and a reaction are not spoken of, and a point of a live share only as the share that it belongs to", async () => {
  const bot = await inRoom();
  const related = (rel_type: string, thread = "$root") => ({ "m.relates_to": { rel_type, event_id: thread } });
  await bot.hears(sealed("$1", ana, related("m.replace")), "!a", "undecryptable");
  await bot.hears(sealed("$2", ana, related("m.annotation")), "!a", "undecryptable");
  await bot.hears(sealed("$3", ana, related("m.reference", "$info")), "!a", "undecryptable");
  await bot.hears(sealed("$4", ben, related("m.thread")), "!a", "undecryptable");
  await bot.sync(minute);
  expect(bot.repliesTo()).toEqual(["$info", "$4"]);
  expect(bot.words()[1]?.content["m.relates_to"]).toMatchObject({ rel_type: "m.thread", event_id: "$root" });
});

test("in a room that the bot has left, nothing is said", async () => {
  const bot = await inRoom();
  await bot.hears(sealed("$1"), "!a", "undecryptable");
  await bot.account.connection.leave("!a");
  await bot.sync(minute);
  expect(bot.words()).toEqual([]);
});

test("in a private chat that has more people in it now, nothing is said", async () => {
  const bot = await inRoom();
  const chat = bot.room("!p", [ana], { encrypted: true });
  chat.state.set(`m.room.member ${me}`, { origin_server_ts: 1 });
  await bot.hears(text("!help"), "!p", "decrypted");
  await bot.hears(sealed("$1"), "!p", "undecryptable");
  chat.invited.push(ben);
  await bot.sync(minute);
  expect(bot.words()).toEqual([]);
});

const notTaken = (bot: Awaited<ReturnType<typeof inRoom>>) =>
  bot.sent.filter(({ content }) => String(content["body"]).includes("device that its owner has not verified"));

test("whoever says something to the bot from a device that is not verified is told so, once, and can see it on that device", async () => {
  const bot = await inRoom();
  await bot.hears(text("!whereis", {}, { event_id: "$1" }), "!a", "unverified");
  await bot.sync(40_000);
  expect(notTaken(bot).map(({ content }) => content["body"])).toEqual([expect.stringContaining("choose Verify")]);
  expect(Object(notTaken(bot)[0]?.content["m.relates_to"])["m.in_reply_to"]).toEqual({ event_id: "$1" });
  expect(bot.reactions).toEqual(["$1"]);
  expect(bot.received).toEqual([]);
  await bot.hears(text("!whereis", {}, { event_id: "$2", origin_server_ts: bot.clock.now }), "!a", "unverified");
  await bot.sync(40_000);
  expect(notTaken(bot)).toHaveLength(1);
});

test("a live location from such a device has the sign at the share, and what people say to each other has none", async () => {
  const bot = await inRoom();
  await bot.hears(text("hello all", {}, { event_id: "$1", sender: ben }), "!a", "unverified");
  await bot.hears(point("geo:52.5,13.4", {}, { event_id: "$2" }), "!a", "unverified");
  await bot.sync(40_000);
  expect(bot.reactions).toEqual(["$info"]);
  expect(notTaken(bot)).toHaveLength(1);
});

test("what came from a device that was verified in time is taken, and not spoken of; a room without reactions gets the words", async () => {
  const bot = await inRoom();
  await bot.hears(text("!whereis", {}, { event_id: "$1" }), "!a", "unverified");
  await bot.hears(text("!whereis", {}, { event_id: "$1" }), "!a", "decrypted");
  await bot.sync(40_000);
  expect([bot.received.length, notTaken(bot).length]).toEqual([1, 0]);
  bot.fail((method) => (method === "react" ? refusal(403) : undefined));
  await bot.hears(text("!whereis", {}, { event_id: "$2", origin_server_ts: bot.clock.now }), "!a", "unverified");
  await bot.sync(40_000);
  expect(notTaken(bot)).toHaveLength(1);
  expect(bot.logged).toEqual([]);
});

test("plain words from such a device are told of where they are for the bot: in private, by its name, or edited into a command", async () => {
  const bot = await inRoom();
  const chat = bot.room("!p", [ana], { encrypted: true });
  chat.state.set(`m.room.member ${me}`, { origin_server_ts: 1 });
  const hears = (body: string, room: string, sender: string, more = {}) =>
    bot.hears(
      text(body, more, { event_id: `$${room}${sender}`, sender, origin_server_ts: bot.clock.now }),
      room,
      "unverified",
    );
  await hears("hello all", "!a", ben);
  await hears("2", "!a", ben);
  await bot.sync(40_000);
  expect(bot.sent).toEqual([]);
  await hears("hello", "!p", ana);
  await hears("@whereat hello", "!a", ana);
  const edit = { "m.relates_to": { rel_type: "m.replace", event_id: "$typo" } };
  await hears("!stop", "!a", ben, { ...edit, "m.new_content": { msgtype: "m.text", body: "!stop" } });
  await bot.sync(40_000);
  expect(
    bot.sent.map(({ room, content }) => [room, Object(content["m.relates_to"])["m.in_reply_to"].event_id]),
  ).toEqual([
    ["!p", `$!p${ana}`],
    ["!a", `$!a${ana}`],
    ["!a", "$typo"],
  ]);
});
