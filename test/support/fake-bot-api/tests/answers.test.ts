import { expect, test } from "vitest";
import { call, getUpdates, refusalOf, type Started, startForTest } from "../clients/test-server.ts";

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

test("any update at all can be put into the queue", async () => {
  const { api } = await startWithQuestion();
  api.inject({ edited_business_message: { message_id: 1, business_connection_id: "x" } });
  expect(await getUpdates(api)).toEqual([
    { update_id: 1000, edited_business_message: { message_id: 1, business_connection_id: "x" } },
  ]);
  expect(() => api.inject({ update_id: 1 })).toThrow("one object");
});
