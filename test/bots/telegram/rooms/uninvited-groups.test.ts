import { expect, test } from "vitest";
import { StoreError } from "../../../../src/core/model/errors.ts";
import { type Fault, refusal, resetBefore, tooManyRequests } from "../../../support/fake-bot-api/faults.ts";
import { type Started, startForTest } from "../../../support/fake-bot-api/test-server.ts";
import type { Chat } from "../../../support/fake-bot-api/world.ts";
import { createBot, gate } from "../connect.ts";

const here = { latitude: 52.52, longitude: 13.405 };
const sentence = "Only people whom my operator allows can add me to a group, so I leave this one.";
const anaMayAdd = 1001;

/** A bot that only Ana may add, which has not been started yet, in no group; Eve's group, and Ana's. */
async function start(settings: Parameters<typeof createBot>[1] = {}) {
  const api = await startForTest();
  const ana = api.places.person("Ana", { id: anaMayAdd });
  const eve = api.places.person("Eve", { id: 2002 });
  const evil = api.places.supergroup({ title: "Evil", members: [eve, ana] });
  const good = api.places.supergroup({ title: "Good", members: [ana, eve] });
  const made = createBot(api, { allowedInviters: [anaMayAdd], ...settings });
  const isIn = (group: Chat) => ["member", "administrator"].includes(group.members.get(api.bot.id)?.status ?? "left");
  const isLeft = (group: Chat) => api.calls.until(() => !isIn(group));
  return { api, ana, eve, evil, good, isIn, isLeft, ...made };
}

/** What the bot said there, but for Telegram's own words of its leaving. */
const said = (api: Started, group: Chat) => api.screen.fromBot(group).flatMap(({ text }) => text || []);

/** The bot as updates have it. */
const own = { id: 123456, is_bot: true, first_name: "whereat" };

const roomsOf = (received: readonly object[]) => received.map((incoming) => ("room" in incoming ? incoming.room : ""));

test("unless somebody is named, everybody may add the bot", async () => {
  const { api, bot, evil, eve, received } = await start({ allowedInviters: [] });
  await bot.start();
  api.members.addBot(evil, eve);
  await api.updates.drained();
  expect(received).toMatchObject([{ kind: "bot-joined", room: `telegram:${evil.id}` }]);
  expect(api.calls.accepted("leaveChat")).toEqual([]);
});

test("a group that somebody else added the bot to is told one sentence and left, and nothing from there is handled", async () => {
  const { api, bot, ana, eve, evil, good, isLeft, received, logged } = await start();
  await bot.start();
  api.members.addBot(evil, eve);
  api.people.say(ana, evil, "/whereis@whereat_bot");
  api.live.share(eve, evil, here, 900);
  api.members.promoteBot(evil, eve);
  api.people.say(eve, evil, "/stop@whereat_bot");
  api.members.addBot(good, ana);
  api.people.say(eve, good, "/whereis@whereat_bot");
  await isLeft(evil);
  await api.updates.drained();
  expect(said(api, evil)).toEqual([sentence]);
  expect(said(api, good)).toEqual([]);
  // That the bot is out of it is told: nothing of such a group may stay, whatever was there before.
  const room = { evil: `telegram:${evil.id}`, good: `telegram:${good.id}` };
  expect(received.filter((incoming) => roomsOf([incoming])[0] === room.evil).map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["bot-left"]),
  );
  expect(received.filter(({ kind }) => kind !== "bot-left")).toMatchObject([
    { kind: "bot-joined", room: room.good },
    { kind: "command", name: "whereis", from: { place: { room: room.good } } },
  ]);
  expect(logged).toEqual([]);
});

test("private chats are everybody's, and so are buttons at rest", async () => {
  const { api, bot, eve, evil, received } = await start({ wait: () => new Promise(() => undefined) });
  await bot.start();
  api.members.addBot(evil, eve);
  const query = api.callbacks.forge(eve, api.people.say(eve, evil, "Hello."), "stop");
  api.people.say(eve, api.places.privateChat(eve), "/help");
  await api.updates.drained();
  await api.calls.until(() => query.answer);
  expect(received).toMatchObject([{ kind: "command", name: "help", from: { person: `telegram:${eve.id}` } }]);
});

test("being added by somebody who may works after that, and stops a leaving that is still to come", async () => {
  const patience = gate();
  const { api, bot, ana, eve, evil, isIn, received } = await start({ wait: patience.passed });
  await bot.start();
  api.members.addBot(evil, eve);
  await api.updates.drained();
  api.members.removeBot(evil, eve);
  api.members.addBot(evil, ana);
  api.people.say(eve, evil, "/whereis@whereat_bot");
  await api.updates.drained();
  patience.open();
  await bot.stop();
  expect(received.map(({ kind }) => kind).filter((kind) => kind !== "bot-left")).toEqual(["bot-joined", "command"]);
  expect(isIn(evil)).toBe(true);
  expect(api.calls.accepted("leaveChat")).toEqual([]);
  expect(said(api, evil)).toEqual([]);
});

test("who adds the bot as an anonymous admin, or is not told, is nobody who may", async () => {
  const { api, bot, ana, evil, good, isLeft } = await start();
  await bot.start();
  const change = (group: Chat, from?: { id: number; is_bot: boolean; first_name: string }) => ({
    my_chat_member: {
      chat: { id: group.id, type: "supergroup", title: "Somewhere" },
      date: Math.floor(api.world.now() / 1000),
      ...(from && { from }),
      old_chat_member: { user: own, status: "left" },
      new_chat_member: { user: own, status: "member" },
    },
  });
  for (const group of [evil, good]) api.members.setQuietly(group, api.bot, "member");
  api.inject(change(evil, { id: 1087968824, is_bot: true, first_name: "Group" }));
  api.inject(change(good));
  await isLeft(evil);
  await isLeft(good);
  expect(good.members.get(ana.id)?.status).toBe("creator");
});

test("groups that the bot was in before stay", async () => {
  const { api, bot, ana, isIn, received } = await start();
  const old = api.places.supergroup({ title: "Old", members: [ana], bot: "member" });
  await bot.start();
  api.people.say(ana, old, "/whereis@whereat_bot");
  api.members.promoteBot(old, ana);
  await api.updates.drained();
  expect(received.map(({ kind }) => kind)).toEqual(["command", "bot-rights-changed"]);
  expect(isIn(old)).toBe(true);
});

test.each<[string, ("old" | "new")[], "before" | "after"]>([
  ["the old chat first, and then as an addition", ["old", "new"], "after"],
  ["an addition first, and then by both chats", ["old", "new"], "before"],
  ["an addition first, and then by the new chat alone", ["new"], "before"],
  ["the old chat alone, and then as an addition", ["old"], "after"],
])("a group that becomes a supergroup is not left, when that is told by %s", async (_how, told, addition) => {
  const patience = gate();
  const { api, bot, ana, eve, isIn, received } = await start({ wait: patience.passed });
  const group = api.places.group({ title: "Small", members: [ana, eve], bot: "member" });
  await bot.start();
  await api.updates.drained();
  // Telegram tells the bot's being in the new chat as its being added there: tdlib/telegram-bot-api#266.
  const add = (id: number) =>
    api.inject({
      my_chat_member: {
        chat: { id, type: "supergroup", title: "Small" },
        from: { id: eve.id, is_bot: false, first_name: "Eve" },
        date: Math.floor(api.world.now() / 1000),
        old_chat_member: { user: own, status: "left" },
        new_chat_member: { user: own, status: "member" },
      },
    });
  const nextId = -1_000_000_000_000 - api.world.nextChatId;
  if (addition === "before") add(nextId);
  const next = api.upgrade(group, eve, told);
  expect(next.id).toBe(nextId);
  if (addition === "after") add(nextId);
  api.people.say(ana, next, "/whereis@whereat_bot");
  await api.updates.drained();
  patience.open();
  await bot.stop();
  expect(isIn(next)).toBe(true);
  expect(api.calls.accepted("leaveChat")).toEqual([]);
  expect(received.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["room-moved", "command"]));
});

test("a group to be left that becomes a supergroup meanwhile is left as that", async () => {
  const patience = gate();
  const { api, bot, ana, eve, isLeft, received } = await start({ wait: patience.passed });
  const group = api.places.group({ title: "Small", members: [eve, ana] });
  await bot.start();
  api.members.addBot(group, eve);
  const next = api.upgrade(group, eve);
  api.people.say(ana, next, "/whereis@whereat_bot");
  await api.updates.drained();
  patience.open();
  await isLeft(next);
  await api.updates.drained();
  expect(received.filter(({ kind }) => kind !== "bot-left")).toEqual([]);
});

test.each<[string, Fault]>([
  ["asks the bot to wait", tooManyRequests(7)],
  ["breaks the connection", resetBefore],
])("leaving is tried again when Telegram %s, with one line, and one when it is over", async (_what, fault) => {
  const { api, bot, eve, evil, isLeft, logged } = await start();
  api.faults.next("leaveChat", fault, 3);
  await bot.start();
  api.members.addBot(evil, eve);
  await isLeft(evil);
  await api.calls.until(() => logged.length === 2);
  expect(logged).toEqual([
    "warn: Telegram: a group cannot be left; it is tried again until it works (DeliveryError)",
    "over after 0 s: Telegram: a group cannot be left",
  ]);
});

test("a group in which the bot may not speak is left without a word", async () => {
  const { api, bot, eve, evil, isLeft } = await start();
  api.faults.next("sendMessage", refusal(400, "Bad Request: not enough rights to send text messages to the chat"));
  await bot.start();
  api.members.addBot(evil, eve);
  await isLeft(evil);
  expect(said(api, evil)).toEqual([]);
});

test("what a kill cut off goes on at the next start, and nothing from there is handled meanwhile", async () => {
  const kept = new Map<string, string>();
  const first = await start({ kept, wait: () => new Promise(() => undefined) });
  const { api, bot, eve, evil, good, ana, isLeft } = first;
  await bot.start();
  api.members.addBot(evil, eve);
  await api.updates.drained();
  await bot.stop();
  expect([...kept.values()]).toEqual([JSON.stringify([evil.id])]);

  api.people.say(eve, evil, "/whereis@whereat_bot");
  const next = createBot(api, { kept, allowedInviters: [anaMayAdd] });
  await next.bot.start();
  api.members.addBot(good, ana);
  await isLeft(evil);
  await api.updates.drained();
  expect(next.received.filter(({ kind }) => kind !== "bot-left")).toMatchObject([{ kind: "bot-joined" }]);
  expect([...kept.values()]).toEqual(["[]"]);
});

test("a group that the bot is out of already is noted no longer, and one that everybody may add it to by now stays", async () => {
  const { api, kept, eve, evil, good, isIn } = await start();
  api.members.setQuietly(good, api.bot, "member");
  kept.set("uninvited groups", JSON.stringify([evil.id, "x", good.id]));
  const open = createBot(api, { kept });
  await open.bot.start();
  api.people.say(eve, good, "/whereis@whereat_bot");
  await api.updates.drained();
  await open.bot.stop();
  expect(open.received).toMatchObject([{ kind: "command" }]);
  expect(isIn(good)).toBe(true);
  expect([...kept.values()]).toEqual(["[]"]);

  kept.set("uninvited groups", JSON.stringify([evil.id]));
  const narrow = createBot(api, { kept, allowedInviters: [anaMayAdd] });
  await narrow.bot.start();
  await api.calls.until(() => api.calls.refused("leaveChat").length === 1);
  api.people.say(eve, good, "/whereis@whereat_bot");
  await api.updates.drained();
  expect([...kept.values()]).toEqual(["[]"]);
});

test("an update is not confirmed before the group to leave is safely noted, however long that takes", async () => {
  const api = await startForTest();
  const eve = api.places.person("Eve", { id: 2002 });
  const evil = api.places.supergroup({ title: "Evil", members: [eve] });
  const kept = new Map<string, string>();
  let failures = 3;
  const set = kept.set.bind(kept);
  kept.set = (name, text) => {
    if (failures-- > 0) throw new StoreError("not now");
    expect(api.updates.pending()).not.toEqual([]);
    return set(name, text);
  };
  const { bot, logged } = createBot(api, { kept, allowedInviters: [anaMayAdd] });
  await bot.start();
  api.members.addBot(evil, eve);
  await api.updates.drained();
  expect(logged.slice(0, 2)).toEqual([
    "warn: Telegram: the groups to leave cannot be noted; it is tried again until it works (StoreError)",
    "over after 0 s: Telegram: the groups to leave cannot be noted",
  ]);
});
