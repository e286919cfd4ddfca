import { expect, test } from "vitest";
import type { Chat } from "../../../support/fake-bot-api/world/world.ts";
import { gate } from "../connect.ts";
import { own, said, startWithInviters } from "./inviters.ts";

const here = { latitude: 52.52, longitude: 13.405 };
const sentence = "Only people whom my operator allows can add me to a group, so I leave this one.";

const roomsOf = (received: readonly object[]) => received.map((incoming) => ("room" in incoming ? incoming.room : ""));

test("unless somebody is named, everybody may add the bot", async () => {
  const { api, bot, evil, eve, received } = await startWithInviters({ allowedInviters: [] });
  await bot.start();
  api.members.addBot(evil, eve);
  await api.updates.drained();
  expect(received).toMatchObject([{ kind: "bot-joined", room: `telegram:${evil.id}` }]);
  expect(api.calls.accepted("leaveChat")).toEqual([]);
});

test("a group that somebody else added the bot to is told one sentence and left, and nothing from there is handled", async () => {
  const { api, bot, ana, eve, evil, good, isLeft, received, logged } = await startWithInviters();
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

test("it is told in the language of who added the bot, where the bot speaks that", async () => {
  const { api, bot, isLeft } = await startWithInviters();
  const dora = api.places.person("Dora", { id: 3003, language_code: "de" });
  const jiro = api.places.person("Jiro", { id: 4004, language_code: "ja" });
  await bot.start();
  const told = [];
  for (const who of [dora, jiro]) {
    const group = api.places.supergroup({ title: who.first_name, members: [who] });
    api.members.addBot(group, who);
    await isLeft(group);
    told.push(said(api, group)[0]);
  }
  expect(told).toEqual([expect.stringContaining("zu einer Gruppe hinzufügen"), sentence]);
});

test("private chats are everybody's, and so are buttons at rest", async () => {
  const { api, bot, eve, evil, received } = await startWithInviters({ wait: () => new Promise(() => undefined) });
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
  const { api, bot, ana, eve, evil, isIn, received } = await startWithInviters({ wait: patience.passed });
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
  const { api, bot, ana, evil, good, isLeft } = await startWithInviters();
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
  const { api, bot, ana, isIn, received } = await startWithInviters();
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
  const { api, bot, ana, eve, isIn, received } = await startWithInviters({ wait: patience.passed });
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
  const { api, bot, ana, eve, isLeft, received } = await startWithInviters({ wait: patience.passed });
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
