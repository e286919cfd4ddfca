import { expect, test } from "vitest";
import { call, getUpdates, type Started, startForTest } from "../clients/test-server.ts";

async function startInRoom(bot: "member" | "administrator", privacyMode = true) {
  const api = await startForTest({ privacyMode });
  const ana = api.places.person("Ana");
  const march = api.places.supergroup({ title: "March", members: [ana], bot });
  return { api, ana, march };
}

async function heard(api: Started): Promise<unknown[]> {
  const updates = await getUpdates(api, { offset: 1 });
  return updates.map(({ message, edited_message }) => {
    const { text, location } = (message ?? edited_message ?? {}) as { text?: string; location?: unknown };
    return text ?? (location === undefined ? "service" : "location");
  });
}

test("in privacy mode a bot hears commands to it, replies to it and service messages alone", async () => {
  const { api, ana, march } = await startInRoom("member");
  const { people } = api;
  people.say(ana, march, "hello");
  people.say(ana, march, "/whereis@whereat_bot ben");
  people.say(ana, march, "/whereis@other_bot");
  people.say(ana, march, "see /whereis@whereat_bot");
  people.sendLocation(ana, march, { latitude: 1, longitude: 2 });
  api.live.share(ana, march, { latitude: 1, longitude: 2 }, 900);
  api.members.join(march, api.places.person("Ben"));
  expect(await heard(api)).toEqual(["/whereis@whereat_bot ben", "service"]);
  const { result } = await call(api, "sendMessage", { chat_id: march.id, text: "Reply with your location." });
  const question = march.messages.get((result as { message_id: number }).message_id);
  if (question === undefined) throw new Error("The question is not in the room.");
  api.live.share(ana, march, { latitude: 1, longitude: 2 }, 900, { replyTo: question });
  expect((await heard(api)).at(-1)).toBe("location");
});

test("a bare command reaches the bot that posted last in the room", async () => {
  const { api, ana, march } = await startInRoom("member");
  const other = api.places.person("Other", { is_bot: true, username: "other_bot" });
  api.people.say(ana, march, "/one");
  await call(api, "sendMessage", { chat_id: march.id, text: "Here I am." });
  api.people.say(ana, march, "/two");
  api.people.say(other, march, "No, I.");
  api.people.say(ana, march, "/three");
  expect(await heard(api)).toEqual(["/two"]);
});

test("an admin hears everything, and so does a bot added with privacy mode off", async () => {
  for (const { api, ana, march } of [await startInRoom("administrator"), await startInRoom("member", false)]) {
    api.people.say(ana, march, "hello");
    expect(await heard(api)).toEqual(["hello"]);
  }
});

test("turning privacy mode off changes nothing until the bot is added again", async () => {
  const { api, ana, march } = await startInRoom("member");
  api.world.privacyMode = false;
  expect((await call(api, "getMe")).result).toMatchObject({ can_read_all_group_messages: true });
  api.people.say(ana, march, "one");
  api.members.removeBot(march, ana);
  api.members.addBot(march, ana);
  api.people.say(ana, march, "two");
  expect((await heard(api)).filter((what) => what !== "service")).toEqual(["two"]);
});

test("whether a privacy-mode bot hears edits of what it heard can be chosen", async () => {
  const { api, ana, march } = await startInRoom("member");
  await call(api, "sendMessage", { chat_id: march.id, text: "Reply with your location." });
  const question = api.screen.fromBot(march)[0]?.message;
  if (question === undefined) throw new Error("The question is not in the room.");
  const share = api.live.share(ana, march, { latitude: 1, longitude: 2 }, 900, { replyTo: question });
  api.live.move(share, { latitude: 1, longitude: 3 });
  api.world.hearsEditsInPrivacyMode = false;
  api.live.move(share, { latitude: 1, longitude: 4 });
  expect(await heard(api)).toEqual(["location", "location"]);
});

test("an anonymous admin and a channel are not the person who writes", async () => {
  const { api, ana, march } = await startInRoom("administrator");
  const news = api.places.channel({ title: "News", members: [ana], bot: "administrator" });
  const ben = api.places.person("Ben");
  api.people.say(ana, march, "/expiry 2h", { as: "anonymous admin" });
  api.people.say(ana, march, "from the channel", { as: news });
  const post = api.people.say(ana, news, "posted");
  api.people.forward(ana, post, march, { isAutomaticForward: true });
  expect(() => api.people.say(ben, march, "/expiry 2h", { as: "anonymous admin" })).toThrow("Only an admin");

  const [anonymous, channel, posted, copied] = await getUpdates(api);
  expect(anonymous?.message).toMatchObject({
    from: { id: 1087968824, is_bot: true, username: "GroupAnonymousBot" },
    sender_chat: { id: march.id },
    chat: { id: march.id },
  });
  expect(channel?.message).toMatchObject({ from: { id: 136817688 }, sender_chat: { id: news.id } });
  expect(posted?.channel_post).not.toHaveProperty("from");
  expect(copied?.message).toMatchObject({ from: { id: 777000 }, is_automatic_forward: true });
  expect(JSON.stringify([anonymous, channel, posted, copied])).not.toContain("Ana");
});
