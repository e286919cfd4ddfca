import { expect, test } from "vitest";
import { call, getUpdates, refusalOf, startForTest } from "../clients/test-server.ts";

async function startWithRooms() {
  const api = await startForTest();
  const ana = api.places.person("Ana");
  const chat = api.places.privateChat(ana);
  const march = api.places.forum({ title: "March", members: [ana], bot: "member" });
  const send = (fields: object) => refusalOf(api, "sendMessage", { chat_id: chat.id, text: "Hello.", ...fields });
  return { api, ana, chat, march, send };
}

test("a text is 1 to 4096 characters after its entities are taken out", async () => {
  const { send, api, chat } = await startWithRooms();
  expect(await send({ text: "" })).toBe("Bad Request: message text is empty");
  expect(await send({ text: " \n" })).toBe("Bad Request: text must be non-empty");
  expect(await send({ text: "<b></b>", parse_mode: "HTML" })).toBe("Bad Request: text must be non-empty");
  expect(await send({ text: `<b>${"😀".repeat(4096)}</b>`, parse_mode: "HTML" })).toBe("accepted");
  expect(await send({ text: "a".repeat(4097) })).toBe("Bad Request: message is too long");
  expect(await send({ text: "a", parse_mode: "Markup" })).toBe("Bad Request: unsupported parse_mode");
  expect(await send({ text: "  <b> trimmed </b>  ", parse_mode: "HTML" })).toBe("accepted");
  expect(api.screen.now(chat).at(-1)).toMatchObject({
    text: "trimmed",
    entities: [{ type: "bold", offset: 0, length: 7 }],
  });
});

test("buttons need words, and data of 1 to 64 bytes or a web address", async () => {
  const { send } = await startWithRooms();
  const withButton = (button: object) => send({ reply_markup: { inline_keyboard: [[button]] } });
  expect(await withButton({ text: "A", callback_data: "é".repeat(32) })).toBe("accepted");
  expect(await withButton({ text: "A", callback_data: "é".repeat(33) })).toBe("Bad Request: BUTTON_DATA_INVALID");
  expect(await withButton({ text: "A", callback_data: "" })).toBe("Bad Request: BUTTON_DATA_INVALID");
  expect(await withButton({ text: "A", url: "https://t.me/whereat_bot?start=x" })).toBe("accepted");
  expect(await withButton({ text: "A", url: "geo:1,2" })).toBe(
    "Bad Request: inline keyboard button URL 'geo:1,2' is invalid: Wrong HTTP URL",
  );
  expect(await withButton({ text: " ", callback_data: "a" })).toBe(
    "Bad Request: inline keyboard button text must be non-empty",
  );
  expect(await withButton({ text: "A" })).toContain("Text buttons are unallowed");
});

test("a reply to a message that is gone is refused, or sent without it", async () => {
  const { api, ana, chat, send } = await startWithRooms();
  const asked = api.people.say(ana, chat, "/whereis");
  expect(await send({ reply_parameters: { message_id: asked.message_id } })).toBe("accepted");
  api.people.remove(asked);
  const reply_parameters = { message_id: asked.message_id };
  expect(await send({ reply_parameters })).toBe("Bad Request: message to be replied not found");
  const loose = { ...reply_parameters, allow_sending_without_reply: true };
  expect(await send({ reply_parameters: loose })).toBe("accepted");
  expect(api.screen.fromBot(chat).map(({ replyTo }) => replyTo)).toEqual([asked.message_id, undefined]);
});

test("a topic must exist and be open, and General has no id", async () => {
  const { api, ana, march, send } = await startWithRooms();
  const topic = api.places.topic(march, ana, "Where");
  const to = (message_thread_id?: number) => send({ chat_id: march.id, message_thread_id });
  expect(await to(topic.id)).toBe("accepted");
  expect(await to()).toBe("accepted");
  expect(await to(1)).toBe("Bad Request: message thread not found");
  expect(await to(99)).toBe("Bad Request: message thread not found");
  api.places.closeTopic(march, ana, topic);
  expect(await to(topic.id)).toBe("Bad Request: TOPIC_CLOSED");
  api.members.promoteBot(march, ana);
  expect(await to(topic.id)).toBe("accepted");
});

test("messages in a topic are told with its id, messages in General without", async () => {
  const { api, ana, march } = await startWithRooms();
  api.members.promoteBot(march, ana);
  const topic = api.places.topic(march, ana, "Where");
  await getUpdates(api, { offset: api.updates.lastId() + 1 });
  api.people.say(ana, march, "here", { thread: topic.id });
  api.people.say(ana, march, "there");
  const [inTopic, inGeneral] = await getUpdates(api);
  expect(inTopic?.message).toMatchObject({ message_thread_id: topic.id, is_topic_message: true });
  expect(inGeneral?.message).not.toHaveProperty("message_thread_id");
});

test("a location is a place on Earth, its accuracy at most 1500 metres and rounded up", async () => {
  const { api, chat } = await startWithRooms();
  const send = async (fields: object) => {
    const body = await call(api, "sendLocation", { chat_id: chat.id, latitude: 1, longitude: 2, ...fields });
    return body.ok === true ? (body.result as { location: unknown }).location : body.description;
  };
  expect(await send({ horizontal_accuracy: 9000 })).toEqual({ latitude: 1, longitude: 2, horizontal_accuracy: 1500 });
  expect(await send({ horizontal_accuracy: 0.2 })).toEqual({ latitude: 1, longitude: 2, horizontal_accuracy: 1 });
  expect(await send({ latitude: 90, longitude: -180 })).toEqual({ latitude: 90, longitude: -180 });
  expect(await send({ latitude: 90.1 })).toBe("Bad Request: wrong location specified");
  expect(await send({ longitude: 181 })).toBe("Bad Request: wrong location specified");
  expect(await send({ latitude: undefined })).toBe("Bad Request: latitude is empty");
  expect(await send({ live_period: 59 })).toBe("Bad Request: wrong live location period specified");
});

test("a room can forbid one kind of message and not another", async () => {
  const { api, ana, march, send } = await startWithRooms();
  march.forbidden.add("locations");
  const pin = () => refusalOf(api, "sendLocation", { chat_id: march.id, latitude: 1, longitude: 2 });
  expect(await pin()).toBe("Bad Request: not enough rights to send locations to the chat");
  expect(await send({ chat_id: march.id })).toBe("accepted");
  api.members.promoteBot(march, ana);
  expect(await pin()).toBe("accepted");
});

test("commands, usernames and people without one are marked in what people say", async () => {
  const { api, ana, chat } = await startWithRooms();
  const ben = api.places.person("Ben");
  api.people.say(ana, chat, "/whereis@whereat_bot Ben @ana_l https://a.example a@b.org", { mentions: { Ben: ben } });
  expect((await getUpdates(api))[0]?.message).toMatchObject({
    entities: [
      { type: "bot_command", offset: 0, length: 20 },
      { type: "text_mention", offset: 21, length: 3, user: { id: ben.id, first_name: "Ben" } },
      { type: "mention", offset: 25, length: 6 },
      { type: "url", offset: 32, length: 17 },
    ],
  });
  api.people.openDeepLink(ana, chat, "abc");
  expect((await getUpdates(api)).at(-1)?.message).toMatchObject({ text: "/start abc" });
});

test("nobody can be written to who never began, is a stranger, or whose room is gone", async () => {
  const { api, ana, send } = await startWithRooms();
  const ben = api.places.person("Ben");
  const family = api.places.group({ title: "Family", members: [ana], bot: "member" });
  family.deleted = true;
  expect(await send({ chat_id: ben.id })).toBe("Forbidden: bot can't initiate conversation with a user");
  const unstarted = api.places.privateChat(ben, false);
  expect(await send({ chat_id: ben.id })).toBe("Forbidden: bot can't initiate conversation with a user");
  api.people.openDeepLink(ben, unstarted);
  expect(await send({ chat_id: ben.id })).toBe("accepted");
  expect(await send({ chat_id: 31337 })).toBe("Bad Request: chat not found");
  expect(await send({ chat_id: undefined })).toBe("Bad Request: chat_id is empty");
  expect(await send({ chat_id: family.id })).toBe("Forbidden: the group chat was deleted");
});
