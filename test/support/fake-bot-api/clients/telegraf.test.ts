import { Telegraf } from "telegraf";
import { expect, onTestFinished, test } from "vitest";
import { startForTest } from "./test-server.ts";

async function polled(api: Awaited<ReturnType<typeof startForTest>>) {
  const bot = new Telegraf(api.token, { telegram: { apiRoot: api.url } });
  const seen: unknown[] = [];
  bot.on("message", (ctx) => void seen.push(ctx.message));
  bot.on("edited_message", (ctx) => void seen.push(ctx.editedMessage));
  bot.on("my_chat_member", (ctx) => void seen.push(ctx.myChatMember));
  bot.action(/.*/, async (ctx) => {
    seen.push(ctx.callbackQuery);
    await ctx.answerCbQuery("Noted.");
  });
  const launched = bot.launch();
  onTestFinished(async () => {
    bot.stop();
    api.faults.release();
    await launched;
  });
  return { bot, seen };
}

test("telegraf receives a live location, its moves and its end as Telegram writes them", async () => {
  const api = await startForTest();
  const ana = api.places.person("Ana", { language_code: "de" });
  const chat = api.places.privateChat(ana);
  const { seen } = await polled(api);

  const share = api.live.share(ana, chat, { latitude: 52.52, longitude: 13.405, heading: 90 }, 900);
  api.pass(30_000);
  api.live.move(share, { latitude: 52.521, longitude: 13.406, horizontal_accuracy: 8 });
  api.live.move(share, { latitude: 52.521, longitude: 13.406, horizontal_accuracy: 8 });
  api.pass(30_000);
  api.live.stop(share);
  await api.updates.drained();

  const from = { id: ana.id, is_bot: false, first_name: "Ana", language_code: "de" };
  const base = { message_id: 1, from, chat: { id: ana.id, first_name: "Ana", type: "private" }, date: 1_795_435_200 };
  expect(seen).toEqual([
    { ...base, location: { latitude: 52.52, longitude: 13.405, live_period: 900, heading: 90 } },
    {
      ...base,
      edit_date: 1_795_435_230,
      location: { latitude: 52.521, longitude: 13.406, live_period: 900, horizontal_accuracy: 8 },
    },
    {
      ...base,
      edit_date: 1_795_435_260,
      location: { latitude: 52.521, longitude: 13.406, horizontal_accuracy: 8 },
    },
  ]);
});

test("telegraf sends, edits, reacts and deletes, and the chat shows it", async () => {
  const api = await startForTest();
  const ana = api.places.person("Ana");
  const chat = api.places.privateChat(ana);
  const { telegram } = new Telegraf(api.token, { telegram: { apiRoot: api.url } });

  const asked = api.people.say(ana, chat, "/whereis");
  const sent = await telegram.sendMessage(chat.id, "<b>Ben</b> &lt;3", {
    parse_mode: "HTML",
    reply_parameters: { message_id: asked.message_id },
    reply_markup: { inline_keyboard: [[{ text: "Again", callback_data: "again" }]] },
  });
  await telegram.sendLocation(chat.id, 52.52, 13.405, { horizontal_accuracy: 7.2 });
  await telegram.setMessageReaction(chat.id, asked.message_id, [{ type: "emoji", emoji: "👀" }]);
  expect(api.screen.now(chat).map(({ text, location, reactions }) => ({ text, location, reactions }))).toEqual([
    { text: "/whereis", location: undefined, reactions: ["👀"] },
    { text: "Ben <3", location: undefined, reactions: [] },
    {
      text: "",
      location: { latitude: 52.52, longitude: 13.405, horizontal_accuracy: 8, isLive: false },
      reactions: [],
    },
  ]);
  expect(api.screen.fromBot(chat)[0]).toMatchObject({
    entities: [{ type: "bold", offset: 0, length: 3 }],
    buttons: [[{ text: "Again", data: "again" }]],
    replyTo: asked.message_id,
  });

  await telegram.editMessageText(chat.id, sent.message_id, undefined, "Gone.");
  expect(api.screen.fromBot(chat)[0]).toMatchObject({ text: "Gone.", isEdited: true, buttons: [] });
  await telegram.deleteMessage(chat.id, sent.message_id);
  expect(api.screen.fromBot(chat).map(({ text }) => text)).toEqual([""]);
  expect(api.calls.accepted().map(({ method }) => method)).toEqual([
    "sendMessage",
    "sendLocation",
    "setMessageReaction",
    "editMessageText",
    "deleteMessage",
  ]);
});

test("telegraf reads Telegram's refusals with their code, words and parameters", async () => {
  const api = await startForTest();
  const ana = api.places.person("Ana");
  const ben = api.places.person("Ben");
  const chat = api.places.privateChat(ana);
  const group = api.places.group({ title: "March", members: [ana], bot: "member" });
  const { telegram } = new Telegraf(api.token, { telegram: { apiRoot: api.url } });
  const refusal = (call: Promise<unknown>) =>
    call.then(
      () => "accepted",
      (why: { response: unknown }) => why.response,
    );
  const text = "Hello.";
  const next = api.upgrade(group, ana);
  api.members.block(chat);

  expect(await refusal(telegram.sendMessage(group.id, text))).toEqual({
    ok: false,
    error_code: 400,
    description: "Bad Request: group chat was upgraded to a supergroup chat",
    parameters: { migrate_to_chat_id: next.id },
  });
  expect(await refusal(telegram.sendMessage(chat.id, text))).toMatchObject({
    error_code: 403,
    description: "Forbidden: bot was blocked by the user",
  });
  expect(await refusal(telegram.sendMessage(ben.id, text))).toMatchObject({
    error_code: 403,
    description: "Forbidden: bot can't initiate conversation with a user",
  });
  expect(await refusal(telegram.sendMessage(987654, text))).toMatchObject({
    error_code: 400,
    description: "Bad Request: chat not found",
  });
  expect(await refusal(telegram.deleteMessage(next.id, 99))).toMatchObject({
    error_code: 400,
    description: "Bad Request: message to delete not found",
  });
  expect(await refusal(telegram.callApi("sendNothing" as "getMe", {}))).toMatchObject({
    error_code: 404,
    description: "Not Found: method not found",
  });
});

test("telegraf answers a pressed button, and the person is shown the answer", async () => {
  const api = await startForTest();
  const ana = api.places.person("Ana");
  const chat = api.places.privateChat(ana);
  const { bot, seen } = await polled(api);
  const sent = await bot.telegram.sendMessage(chat.id, "Which circle?", {
    reply_markup: { inline_keyboard: [[{ text: "March", callback_data: "circle:1" }]] },
  });
  const question = chat.messages.get(sent.message_id);
  if (question === undefined) throw new Error("The question is not in the chat.");

  const query = api.callbacks.press(ana, question, "March");
  await api.updates.drained();
  expect(seen).toEqual([expect.objectContaining({ id: query.id, data: "circle:1" })]);
  expect(query.answer).toEqual({ text: "Noted.", alert: false, url: "" });
});
