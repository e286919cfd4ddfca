import { expect, test } from "vitest";
import { call, getUpdates, refusalOf, type Started, startForTest } from "./test-server.ts";

async function startWithQuestion() {
  const api = await startForTest();
  const ana = api.places.person("Ana");
  const ben = api.places.person("Ben");
  const march = api.places.supergroup({ title: "March", members: [ana, ben], bot: "member" });
  const reply_markup = { inline_keyboard: [[{ text: "Show me", callback_data: "show" }]] };
  await call(api, "sendMessage", { chat_id: march.id, text: "Ana shares.", reply_markup });
  const question = api.screen.fromBot(march)[0]?.message;
  if (question === undefined) throw new Error("The question is not in the room.");
  return { api, ana, ben, march, question };
}

const tooOld = "Bad Request: query is too old and response timeout expired or query ID is invalid";
const answer = (api: Started, id: string, more: object = {}) =>
  refusalOf(api, "answerCallbackQuery", { callback_query_id: id, ...more });

test("a pressed button must be answered within fifteen seconds", async () => {
  const { api, ben, question } = await startWithQuestion();
  const query = api.callbacks.press(ben, question, "Show me");
  expect((await getUpdates(api))[0]?.callback_query).toMatchObject({
    id: query.id,
    from: { id: ben.id },
    data: "show",
    message: { message_id: question.message_id, text: "Ana shares." },
  });
  api.pass(15_000);
  expect(await answer(api, query.id, { text: "Here.", show_alert: true })).toBe("accepted");
  expect(query.answer).toEqual({ text: "Here.", alert: true, url: "" });
  const late = api.callbacks.press(ben, question, "Show me");
  api.pass(15_001);
  expect(await answer(api, late.id)).toBe(tooOld);
  expect(await answer(api, "1")).toBe(tooOld);
});

test("a button can be pressed on a message that is gone, and with data that no button has", async () => {
  const { api, ben, march, question } = await startWithQuestion();
  expect(() => api.callbacks.press(ben, question, "Hide me")).toThrow("no button");
  await call(api, "deleteMessage", { chat_id: march.id, message_id: question.message_id });
  api.callbacks.forge(ben, question, "'; drop");
  const [update] = await getUpdates(api);
  expect(update?.callback_query).toMatchObject({ data: "'; drop", message: { date: 0 } });
  expect(update?.callback_query).not.toHaveProperty("message.text");
});

test("an answer for one person is seen by that person alone", async () => {
  const { api, ana, ben, march, question } = await startWithQuestion();
  const query = api.callbacks.press(ben, question, "Show me");
  const only = { receiver_user_id: ben.id, callback_query_id: query.id };
  const sent = await call(api, "sendMessage", {
    chat_id: march.id,
    text: "52.52, 13.405",
    ephemeral_message_parameters: only,
  });
  expect(sent.result).toMatchObject({ message_id: 0, ephemeral_message_id: 1, receiver_user: { id: ben.id } });
  const read = (viewer?: typeof ana) => api.screen.now(march, viewer).map(({ text }) => text);
  expect(read(ben)).toEqual(["Ana shares.", "52.52, 13.405"]);
  expect(read(ana)).toEqual(["Ana shares."]);
  expect(read()).toEqual(["Ana shares."]);
  const gone = { chat_id: march.id, receiver_user_id: ben.id, ephemeral_message_id: 1 };
  expect(await refusalOf(api, "deleteMessage", { chat_id: march.id, message_id: 0 })).toBe(
    "Bad Request: message to delete not found",
  );
  expect(await refusalOf(api, "editEphemeralMessageText", { ...gone, text: "Gone." })).toBe("accepted");
  expect(read(ben)).toEqual(["Ana shares.", "Gone."]);
  expect(await refusalOf(api, "deleteEphemeralMessage", gone)).toBe("accepted");
  expect(read(ben)).toEqual(["Ana shares."]);
});

test("a bot that is no admin may answer one person only while that person's question is fresh", async () => {
  const { api, ana, ben, march } = await startWithQuestion();
  const asked = api.people.sayOnlyToBot(ben, march, "/whereis");
  expect((await getUpdates(api))[0]?.message).toMatchObject({
    message_id: 0,
    ephemeral_message_id: 1,
    from: { id: ben.id },
    receiver_user: { id: api.bot.id },
  });
  expect(api.screen.now(march, ana).map(({ text }) => text)).toEqual(["Ana shares."]);
  const reply = (receiver_user_id: number) =>
    refusalOf(api, "sendMessage", {
      chat_id: march.id,
      text: "Here.",
      reply_parameters: { ephemeral_message_id: asked.ephemeralId },
      ephemeral_message_parameters: { receiver_user_id },
    });
  expect(await reply(ben.id)).toBe("accepted");
  expect(await reply(ana.id)).toBe("Bad Request: BOT_NOT_ADMIN");
  api.pass(16_000);
  expect(await reply(ben.id)).toBe("Bad Request: BOT_NOT_ADMIN");
  api.members.promoteBot(march, ana);
  expect(await reply(ana.id)).toBe("accepted");
});

test("any update at all can be put into the queue", async () => {
  const { api } = await startWithQuestion();
  api.inject({ edited_business_message: { message_id: 1, business_connection_id: "x" } });
  expect(await getUpdates(api)).toEqual([
    { update_id: 1000, edited_business_message: { message_id: 1, business_connection_id: "x" } },
  ]);
  expect(() => api.inject({ update_id: 1 })).toThrow("one object");
});
