import { expect, test } from "vitest";
import { type MessageRef, roomId } from "../../../src/core/model/ids.ts";
import type { Message } from "../../../src/core/model/message.ts";
import { text } from "../../../src/core/text/texts.ts";
import { hangBefore } from "../../support/fake-bot-api/http/faults.ts";
import { words } from "../../support/world/words.ts";
import { connect, gate } from "./connect.ts";

const here = { latitude: 52.52, longitude: 13.405, horizontal_accuracy: 12 };
const question: Message = {
  kind: "message",
  reader: "everybody",
  lines: [text("which-room")],
  choices: [{ label: words("March"), command: "choose abc 1" }],
};

test("a live location, from its first point to its end, in private and in a group", async () => {
  const { api, received, ana, group } = await connect();
  for (const chat of [api.places.privateChat(ana), group]) {
    received.length = 0;
    const started = api.world.now();
    const share = api.live.share(ana, chat, here, 900);
    api.pass(30_000);
    api.live.move(share, { latitude: 52.53, longitude: 13.405 });
    api.live.extend(share, 90_000);
    api.live.stop(share);
    await api.updates.drained();
    const place = chat === group ? { place: { room: `telegram:${group.id}` } } : {};
    const from = { person: `telegram:${ana.id}`, ...place };
    const id = `telegram:${chat.id}/${share.message_id}`;
    const base = { kind: "position", from, share: id, live: true, startedAt: started, message: id };
    expect(received).toEqual([
      {
        ...base,
        first: true,
        position: { latitude: 52.52, longitude: 13.405, accuracy: 12, at: started, order: expect.any(Number) },
        until: started + 900_000,
      },
      {
        ...base,
        first: false,
        position: { latitude: 52.53, longitude: 13.405, at: started + 30_000, order: expect.any(Number) },
        until: started + 900_000,
      },
      {
        ...base,
        first: false,
        position: { latitude: 52.53, longitude: 13.405, at: started + 30_000, order: expect.any(Number) },
        until: started + 90_000_000,
      },
      { kind: "share-ended", person: from.person, share: id },
    ]);
  }
});

test("the same through a topic, where the topic is told", async () => {
  const { api, received, ana } = await connect();
  const forum = api.places.forum({ title: "March", members: [ana], bot: "administrator" });
  api.people.say(ana, forum, "Hello.");
  const topic = api.places.topic(forum, ana, "North");
  api.live.share(ana, forum, here, 900, { thread: topic.id });
  api.people.say(ana, forum, "/whereis@whereat_bot", { thread: topic.id });
  await api.updates.drained();
  const place = { room: `telegram:${forum.id}`, thread: String(topic.id) };
  expect(received).toMatchObject([
    { kind: "position", from: { place } },
    { kind: "command", from: { place } },
  ]);
});

test("nobody's position: a pin passed on, a venue, through a bot, by the room itself, as a channel", async () => {
  const { api, received, ana, ben, group } = await connect();
  const channel = api.places.channel({ title: "News", owner: ana });
  const other = api.places.person("pin", { is_bot: true });
  const pinned = api.people.sendLocation(ben, api.places.privateChat(ben), here);
  await api.updates.drained();
  received.length = 0;
  api.people.forward(ana, pinned, group);
  api.people.sendVenue(ana, group, here, "Café", "Street 1");
  api.people.sendLocation(ana, group, here, { viaBot: other });
  api.people.sendLocation(ana, group, here, { as: "anonymous admin" });
  api.people.sendLocation(ana, group, here, { as: channel });
  api.people.forward(ana, api.people.sendLocation(ana, channel, here), group, { isAutomaticForward: true });
  await api.updates.drained();
  expect(received).toMatchObject([
    { kind: "useless", what: "as-the-room" },
    { kind: "useless", what: "as-a-channel" },
  ]);
});

test("an anonymous admin commands as the room, and as nobody", async () => {
  const { api, received, ana, group } = await connect();
  api.people.say(ana, group, "/expiry@whereat_bot 2h", { as: "anonymous admin" });
  await api.updates.drained();
  expect(received).toMatchObject([
    { name: "expiry", argument: "2h", from: { place: { room: `telegram:${group.id}` } } },
  ]);
  expect(received[0]).not.toHaveProperty("from.person");
});

test.each<[string, ("old" | "new")[]]>([
  ["the old room and then the new one", ["old", "new"]],
  ["the new room and then the old one", ["new", "old"]],
  ["the new room alone", ["new"]],
])("a group that becomes a supergroup moves, as told by %s", async (_whom, told) => {
  const { api, received, ana } = await connect();
  const group = api.places.group({ title: "Small", members: [ana], bot: "member" });
  const next = api.upgrade(group, ana, told);
  await api.updates.drained();
  const moved = { kind: "room-moved", from: `telegram:${group.id}`, to: `telegram:${next.id}` };
  expect(received).toEqual(told.map(() => moved));
});

test("coming, rights, going and being blocked are told", async () => {
  const { api, received, ana, ben } = await connect();
  const room = api.places.supergroup({ title: "March", members: [ana, ben] });
  const chat = api.places.privateChat(ana);
  await api.updates.drained();
  api.members.addBot(room, ana);
  api.members.promoteBot(room, ana);
  api.members.kick(room, ben, ana);
  api.members.demoteBot(room, ana);
  api.members.removeBot(room, ana);
  api.members.block(chat);
  await api.updates.drained();
  const id = `telegram:${room.id}`;
  expect(received.filter(({ kind }, at) => kind !== received[at - 1]?.kind)).toMatchObject([
    { kind: "bot-joined", room: id },
    { kind: "bot-rights-changed", room: id },
    { kind: "person-left", person: `telegram:${ben.id}`, room: id },
    { kind: "bot-rights-changed", room: id },
    { kind: "bot-left", room: id },
    { kind: "person-blocked-bot", person: `telegram:${ana.id}` },
  ]);
});

test("a press is a command of the one who pressed, and the button rests again before the core is done", async () => {
  const core = gate();
  const { api, network, received, ben, group } = await connect({ receive: core.passed });
  const [ref] = (await network.send({ room: roomId("telegram", group.id) }, question, "key")) as [MessageRef];
  const shown = api.screen.fromBot(group)[0];
  if (shown === undefined) throw new Error("The question is not in the room.");
  const press = api.callbacks.press(ben, shown.message, "March");
  await api.calls.until(() => press.answer);
  expect(received).toMatchObject([
    {
      name: "choose",
      argument: "abc 1",
      from: { person: `telegram:${ben.id}` },
      message: `${ref}?pressed=4000000000000`,
    },
  ]);
  core.open();
});

test("a press that says nothing to us is answered too, and an answer that fails or hangs holds nothing up", async () => {
  const { api, network, received, ana, ben, group } = await connect();
  await network.send({ room: roomId("telegram", group.id) }, question, "key");
  const [shown] = api.screen.fromBot(group);
  if (shown === undefined) throw new Error("The question is not in the room.");
  const forged = api.callbacks.forge(ana, shown.message, "/wipe; DROP");
  await api.calls.until(() => forged.answer);
  api.faults.next("answerCallbackQuery", hangBefore);
  api.callbacks.press(ben, shown.message, "March");
  await api.updates.drained();
  api.pass(3600_000);
  api.callbacks.press(ana, shown.message, "March");
  api.pass(60_000);
  await api.updates.drained();
  expect(received.map((incoming) => incoming.kind === "command" && incoming.from.person)).toEqual([
    `telegram:${ben.id}`,
    `telegram:${ana.id}`,
  ]);
});

test("a press under a message that was deleted is still one", async () => {
  const { api, network, received, ana, group } = await connect();
  const [ref] = (await network.send({ room: roomId("telegram", group.id) }, question, "key")) as [MessageRef];
  const [shown] = api.screen.fromBot(group);
  if (shown === undefined) throw new Error("The question is not in the room.");
  await network.remove(ref);
  api.callbacks.press(ana, shown.message, "March");
  await api.updates.drained();
  expect(received).toMatchObject([
    { name: "choose", from: { place: { room: `telegram:${group.id}` } }, message: `${ref}?pressed=4000000000000` },
  ]);
});
