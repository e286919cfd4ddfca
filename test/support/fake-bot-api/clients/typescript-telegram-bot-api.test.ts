import { TelegramBot } from "typescript-telegram-bot-api";
import { expect, onTestFinished, test } from "vitest";
import { halfABody, tooManyRequests } from "../http/faults.ts";
import { type Started, startForTest } from "./test-server.ts";

function clientOf(api: Started): TelegramBot {
  return new TelegramBot({ botToken: api.token, baseURL: api.url, autoRetry: false, pollingTimeout: 30 });
}

test("a client that polls with multipart forms receives live locations and confirms them", async () => {
  const api = await startForTest();
  const ana = api.places.person("Ana");
  const march = api.places.supergroup({ title: "March", members: [ana], bot: "administrator" });
  const client = clientOf(api);
  const seen: unknown[] = [];
  client.on("message:location", ({ location }) => seen.push(location));
  client.on("edited_message", ({ location, edit_date }) => seen.push([location, edit_date]));
  await client.startPolling();
  onTestFinished(() => client.stopPolling());

  const share = api.live.share(ana, march, { latitude: -33.9, longitude: 18.4 }, 3600);
  await api.updates.drained();
  api.pass(60_000);
  api.live.move(share, { latitude: -33.91, longitude: 18.41, heading: 7 });
  await api.updates.drained();
  api.live.stop(share);
  await api.updates.drained();

  expect(seen).toEqual([
    { latitude: -33.9, longitude: 18.4, live_period: 3600 },
    [{ latitude: -33.91, longitude: 18.41, live_period: 3600, heading: 7 }, 1_795_435_260],
    [{ latitude: -33.91, longitude: 18.41 }, 1_795_435_260],
  ]);
  expect(api.updates.pending()).toEqual([]);
  expect(api.calls.accepted("getUpdates").every(({ encoding }) => encoding === "multipart")).toBe(true);
});

test("a client that sends multipart forms sends, edits and deletes what the chat shows", async () => {
  const api = await startForTest();
  const ana = api.places.person("Ana");
  const march = api.places.forum({ title: "March", members: [ana], bot: "member" });
  const topic = api.places.topic(march, ana, "Where");
  const client = clientOf(api);

  const sent = await client.sendMessage({
    chat_id: march.id,
    message_thread_id: topic.id,
    text: "Ana: 52.52, 13.405",
    reply_markup: { inline_keyboard: [[{ text: "Site", url: "https://example.org/" }]] },
  });
  expect(sent).toMatchObject({ chat: { id: march.id, is_forum: true }, message_thread_id: topic.id });
  const pin = await client.sendLocation({ chat_id: march.id, latitude: 52.52, longitude: 13.405 });
  await client.editMessageText({ chat_id: march.id, message_id: sent.message_id, text: "Ana: gone" });
  await client.deleteMessage({ chat_id: march.id, message_id: pin.message_id });

  const shown = api.screen.fromBot(march).map(({ text, thread, buttons }) => ({ text, thread, buttons }));
  expect(shown).toEqual([{ text: "Ana: gone", thread: topic.id, buttons: [] }]);
  expect(api.calls.accepted("sendLocation")[0]?.params).toEqual({
    chat_id: march.id,
    latitude: 52.52,
    longitude: 13.405,
  });
});

test("a client that sends multipart forms reads refusals and waiting times", async () => {
  const api = await startForTest();
  const ana = api.places.person("Ana");
  const chat = api.places.privateChat(ana);
  const client = clientOf(api);
  const refused = (call: Promise<unknown>) =>
    call.then(
      () => "accepted",
      (why: { response: unknown }) => why.response,
    );
  api.faults.next("sendMessage", tooManyRequests(7));
  const wrongTag = client.sendMessage({ chat_id: chat.id, text: "a <x>", parse_mode: "HTML" });

  expect(await refused(wrongTag)).toMatchObject({ error_code: 429, parameters: { retry_after: 7 } });
  expect(await refused(client.sendMessage({ chat_id: chat.id, text: "a <x>", parse_mode: "HTML" }))).toEqual({
    ok: false,
    error_code: 400,
    description: `Bad Request: can't parse entities: Unsupported start tag "x" at byte offset 2`,
  });
  expect(await refused(client.editMessageText({ chat_id: chat.id, message_id: 9, text: "b" }))).toMatchObject({
    description: "Bad Request: message to edit not found",
  });
});

test("an answer cut in half is an error for the caller, though the message is there", async () => {
  const api = await startForTest();
  const chat = api.places.privateChat(api.places.person("Ana"));
  api.faults.next("sendMessage", halfABody);
  await expect(clientOf(api).sendMessage({ chat_id: chat.id, text: "Half." })).rejects.toThrow();
  expect(api.screen.now(chat).map(({ text }) => text)).toEqual(["Half."]);
});
