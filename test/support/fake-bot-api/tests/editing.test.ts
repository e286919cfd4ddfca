import { expect, test } from "vitest";
import { call, refusalOf, startForTest } from "../clients/test-server.ts";

const twoDaysMs = 48 * 3_600_000;

async function startWithMessage(type: "private" | "group" | "supergroup") {
  const api = await startForTest();
  const ana = api.places.person("Ana");
  const fields = { title: "March", members: [ana], bot: "member" as const };
  const chat = type === "private" ? api.places.privateChat(ana) : api.places[type](fields);
  const theirs = api.people.say(ana, chat, "/whereis");
  const sent = await call(api, "sendMessage", { chat_id: chat.id, text: "Ana is here." });
  const { message_id } = sent.result as { message_id: number };
  const on = (method: string, id: number, more: object = {}) =>
    refusalOf(api, method, { chat_id: chat.id, message_id: id, ...more });
  return { api, ana, chat, theirs, message_id, on };
}

test("an edit must change something, and only in the bot's own text", async () => {
  const { api, chat, theirs, message_id, on } = await startWithMessage("private");
  const edit = (id: number, text: string, more: object = {}) => on("editMessageText", id, { text, ...more });
  expect(await edit(message_id, "Ana is here.")).toBe(
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a " +
      "current content and reply markup of the message",
  );
  const reply_markup = { inline_keyboard: [[{ text: "Again", callback_data: "again" }]] };
  expect(await edit(message_id, "Ana is here.", { reply_markup })).toBe("accepted");
  expect(api.screen.fromBot(chat)[0]?.buttons).toEqual([[{ text: "Again", data: "again" }]]);
  expect(await edit(message_id, "Ana was here.")).toBe("accepted");
  expect(api.screen.fromBot(chat)[0]).toMatchObject({ text: "Ana was here.", buttons: [], isEdited: true });
  expect(await edit(theirs.message_id, "x")).toBe("Bad Request: message can't be edited");
  expect(await edit(999, "x")).toBe("Bad Request: message to edit not found");
  expect(await edit(message_id, "")).toBe("Bad Request: message text is empty");
});

test("the bot's own edit is told to nobody", async () => {
  const { api, message_id, on } = await startWithMessage("private");
  const before = api.updates.pending();
  await on("editMessageText", message_id, { text: "Gone." });
  expect(api.updates.pending()).toEqual(before);
});

test("a pin has no text to edit, and a message with another keyboard is never editable", async () => {
  const { api, chat, on } = await startWithMessage("private");
  const pin = await call(api, "sendLocation", { chat_id: chat.id, latitude: 1, longitude: 2 });
  const asked = await call(api, "sendMessage", {
    chat_id: chat.id,
    text: "Where?",
    reply_markup: { force_reply: true },
  });
  const idOf = (body: Record<string, unknown>) => (body.result as { message_id: number }).message_id;
  expect(await on("editMessageText", idOf(pin), { text: "x" })).toBe(
    "Bad Request: there is no text in the message to edit",
  );
  expect(await on("editMessageText", idOf(asked), { text: "x" })).toBe("Bad Request: message can't be edited");
  expect(asked.result).not.toHaveProperty("reply_markup");
});

test("a bot's own live location can be moved and stopped until it runs out", async () => {
  const { api, chat, on } = await startWithMessage("private");
  const fields = { chat_id: chat.id, latitude: 1, longitude: 2, live_period: 60 };
  const { message_id } = (await call(api, "sendLocation", fields)).result as { message_id: number };
  expect(await on("editMessageLiveLocation", message_id, { latitude: 1, longitude: 3 })).toBe("accepted");
  expect(api.screen.fromBot(chat).at(-1)?.location).toEqual({ latitude: 1, longitude: 3, isLive: true });
  api.pass(60_000);
  expect(await on("stopMessageLiveLocation", message_id)).toBe("Bad Request: message can't be edited");
});

test("in private a bot deletes messages of both sides, for two days", async () => {
  const { api, chat, theirs, message_id, on } = await startWithMessage("private");
  expect(await on("deleteMessage", theirs.message_id)).toBe("accepted");
  expect(await on("deleteMessage", theirs.message_id)).toBe("Bad Request: message to delete not found");
  api.pass(twoDaysMs + 1000);
  expect(await on("deleteMessage", message_id)).toBe("Bad Request: message can't be deleted for everyone");
  expect(await on("editMessageText", message_id, { text: "Gone." })).toBe("accepted");
  expect(api.screen.now(chat).map(({ text }) => text)).toEqual(["Gone."]);
  expect(api.screen.everything(chat)[0]).toMatchObject({ text: "/whereis", isDeleted: true });
});

test("in a supergroup a bot deletes its own messages, an admin's others too, both for two days", async () => {
  const { api, ana, chat, message_id, on } = await startWithMessage("supergroup");
  const theirs = api.people.say(ana, chat, "hello");
  expect(await on("deleteMessage", theirs.message_id)).toBe("Bad Request: message can't be deleted");
  api.members.promoteBot(chat, ana, { can_delete_messages: false });
  expect(await on("deleteMessage", theirs.message_id)).toBe("Bad Request: message can't be deleted");
  api.members.promoteBot(chat, ana);
  expect(await on("deleteMessage", theirs.message_id)).toBe("accepted");
  api.pass(twoDaysMs - 1000);
  const young = await on("deleteMessage", message_id);
  expect(young).toBe("accepted");
  const late = api.people.say(ana, chat, "hello again");
  api.pass(twoDaysMs);
  expect(await on("deleteMessage", late.message_id)).toBe("Bad Request: message can't be deleted");
});

test("in a basic group a bot that is no admin deletes its own messages alone", async () => {
  const { theirs, message_id, on } = await startWithMessage("group");
  expect(await on("deleteMessage", theirs.message_id)).toBe("Bad Request: message can't be deleted for everyone");
  expect(await on("deleteMessage", message_id)).toBe("accepted");
});

test("a reaction is one emoji of Telegram's list, and an empty list takes it back", async () => {
  const { api, chat, theirs, on } = await startWithMessage("private");
  const react = (...emoji: string[]) =>
    on("setMessageReaction", theirs.message_id, { reaction: emoji.map((one) => ({ type: "emoji", emoji: one })) });
  for (const emoji of ["👍", "👌", "✍️", "❤️"]) expect(await react(emoji)).toBe("accepted");
  expect(await react("📍")).toBe("Bad Request: REACTION_INVALID");
  expect(await react("👍", "👀")).toBe("Bad Request: REACTIONS_TOO_MANY");
  expect(api.screen.now(chat)[0]?.reactions).toEqual(["❤"]);
  expect(await react()).toBe("accepted");
  expect(api.screen.now(chat)[0]?.reactions).toEqual([]);
  expect(await on("setMessageReaction", 999)).toBe("Bad Request: message to react not found");
});
