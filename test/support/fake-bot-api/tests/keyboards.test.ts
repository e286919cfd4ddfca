import { expect, test } from "vitest";
import { startForTest } from "../clients/test-server.ts";

// What the documentation says of keyboards, line by line: core.telegram.org/bots/api#replykeyboardmarkup, #keyboardbutton, #replykeyboardremove.

type Told = { message_id: number; text?: string; location?: object };
type Answer = { ok: boolean; description?: string; result?: unknown };

async function start() {
  const api = await startForTest();
  const ana = api.places.person("Ana");
  const chat = api.places.privateChat(ana);
  const group = api.places.supergroup({ title: "March", members: [ana], bot: "administrator" });
  api.people.say(ana, chat, "hello");
  const call = async (method: string, params: object): Promise<Answer> => {
    const response = await fetch(`${api.url}/bot${api.token}/${method}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(params),
    });
    return (await response.json()) as Answer;
  };
  const send = (reply_markup: object, to = chat) =>
    call("sendMessage", { chat_id: to.id, text: "words", reply_markup });
  const last = async () => ((await call("getUpdates", {})).result as { message: Told }[]).at(-1)?.message;
  return { api, ana, chat, group, call, send, last };
}

test("a keyboard stands until another is sent, or it is removed", async () => {
  const { api, chat, send } = await start();
  expect(api.keyboards.now(chat)).toEqual([]);
  await send({ keyboard: [["one", { text: "two" }], [{ text: "three" }]], resize_keyboard: true });
  const rows = () => api.keyboards.now(chat).map((row) => row.map(({ text }) => text));
  expect(rows()).toEqual([["one", "two"], ["three"]]);
  await send({ inline_keyboard: [[{ text: "inline", callback_data: "x" }]] });
  expect(rows()).toEqual([["one", "two"], ["three"]]);
  await send({ keyboard: [["four"]] });
  expect(rows()).toEqual([["four"]]);
  await send({ remove_keyboard: true });
  expect(rows()).toEqual([]);
});

test("the text of a key is sent as a message when it is pressed", async () => {
  const { api, ana, chat, send, last } = await start();
  await send({ keyboard: [[{ text: "Not now" }]] });
  api.keyboards.tap(ana, chat, "Not now");
  expect(await last()).toMatchObject({ text: "Not now", from: { id: ana.id }, chat: { id: chat.id } });
  expect(() => api.keyboards.tap(ana, chat, "Never")).toThrow("There is no key");
});

test("a key that requests a location sends where the person is, once, and on a computer nothing", async () => {
  const { api, ana, chat, send, last } = await start();
  await send({ keyboard: [[{ text: "Send", request_location: true }]] });
  expect(api.keyboards.tap(ana, chat, "Send")).toBeUndefined();
  api.keyboards.tap(ana, chat, "Send", { latitude: 52, longitude: 13, horizontal_accuracy: 12 });
  const message = await last();
  expect(message?.location).toEqual({ latitude: 52, longitude: 13, horizontal_accuracy: 12 });
  expect(message?.text).toBeUndefined();
});

test("a location can be requested in private chats only", async () => {
  const { send, chat, group } = await start();
  const markup = { keyboard: [[{ text: "Send", request_location: true }]] };
  expect(await send(markup, group)).toMatchObject({
    ok: false,
    error_code: 400,
    description: "Bad Request: location can be requested in private chats only",
  });
  expect(await send(markup, chat)).toMatchObject({ ok: true });
  expect(await send({ keyboard: [["one"]] }, group)).toMatchObject({ ok: true });
});

test("what is no keyboard is refused", async () => {
  const { send } = await start();
  for (const markup of [
    { keyboard: "one" },
    { keyboard: ["one"] },
    { keyboard: [[5]] },
    { keyboard: [[{ request_location: true }]] },
    { keyboard: [[{ text: " " }]] },
    { keyboard: [["one"]], input_field_placeholder: "x".repeat(65) },
  ])
    expect([markup, (await send(markup)).ok]).toEqual([markup, false]);
});

test("a message with a keyboard of replies cannot be edited, one with buttons under it can", async () => {
  const { call, chat, send } = await start();
  for (const [markup, description] of [
    [{ keyboard: [["one"]] }, "Bad Request: message can't be edited"],
    [{ remove_keyboard: true }, "Bad Request: message can't be edited"],
    [{ inline_keyboard: [[{ text: "b", callback_data: "x" }]] }, undefined],
  ] as const) {
    const { message_id } = (await send(markup)).result as Told;
    const edited = await call("editMessageText", { chat_id: chat.id, message_id, text: "other words" });
    expect([markup, edited.description]).toEqual([markup, description]);
  }
});
