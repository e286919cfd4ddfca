import { expect, test } from "vitest";
import { startForTest } from "../../../support/fake-bot-api/clients/test-server.ts";
import { hangAfter, hangBefore, resetBefore } from "../../../support/fake-bot-api/http/faults.ts";
import { connect, createBot, gate } from "../connect.ts";

const names = (received: readonly object[]) => received.map((incoming) => "name" in incoming && incoming.name);

/** A bot that is given four commands in one batch, of which it finishes the second only when `finish` is called, and a fifth meanwhile. */
async function busy(stop?: number) {
  const second = gate();
  const api = await startForTest();
  const ana = api.places.person("Ana");
  const chat = api.places.privateChat(ana);
  const made = createBot(api, {
    patience: stop === undefined ? {} : { stop },
    receive: (incoming) => ("name" in incoming && incoming.name === "two" ? second.passed() : Promise.resolve()),
  });
  for (const text of ["/one", "/two", "/three", "/four"]) api.people.say(ana, chat, text);
  await made.bot.start();
  await api.calls.until(() => made.received.length === 2);
  api.people.say(ana, chat, "/five");
  return { api, ids: api.updates.pending(), finish: second.open, ...made };
}

test("stopping finishes and confirms the batch in hand, and leaves the others to the next start", async () => {
  const { api, bot, received, ids, finish } = await busy();
  const stopped = bot.stop();
  finish();
  await stopped;
  expect(names(received)).toEqual(["one", "two", "three", "four"]);
  expect(api.updates.pending()).toEqual(ids.slice(4));

  const next = createBot(api);
  await next.bot.start();
  await api.updates.drained();
  expect(names(next.received)).toEqual(["five"]);
});

test("a batch that cannot be finished in time is not confirmed, and is delivered again", async () => {
  const { api, bot, received, ids, logged } = await busy(0.05);
  await bot.stop();
  expect(names(received)).toEqual(["one", "two"]);
  expect(api.updates.pending()).toEqual(ids);
  expect(logged).toEqual(["updates from Telegram were not finished in time: they will be delivered again"]);

  const next = createBot(api);
  await next.bot.start();
  await api.updates.drained();
  expect(names(next.received)).toEqual(["one", "two", "three", "four", "five"]);
});

test("a batch that is finished after it was given up confirms nothing, and nothing is polled any more", async () => {
  const { api, bot, finish, received } = await busy(0.05);
  await bot.stop();
  finish();
  const next = createBot(api);
  await next.bot.start();
  await api.updates.drained();
  expect(names(received)).toEqual(["one", "two", "three", "four"]);
  expect(names(next.received)).toEqual(["one", "two", "three", "four", "five"]);
});

test("a batch that the core gives up because the program ends is not confirmed, and no fault is logged", async () => {
  const api = await startForTest();
  const ana = api.places.person("Ana");
  const core = gate();
  const { bot, received, logged } = createBot(api, {
    receive: () => core.passed().then(() => Promise.reject(new Error("stopping"))),
  });
  api.people.say(ana, api.places.privateChat(ana), "/one");
  await bot.start();
  await api.calls.until(() => received.length === 1);
  const stopped = bot.stop();
  core.open();
  await stopped;
  expect(api.updates.pending()).toHaveLength(1);
  expect(logged).toEqual([]);
});

test("stopping between updates confirms what was finished and ends the poll", async () => {
  const { api, bot, received, ana } = await connect();
  await api.updates.drained();
  api.people.say(ana, api.places.privateChat(ana), "/start");
  await api.calls.until(() => received.length === 1);
  await bot.stop();
  expect(api.updates.pending()).toEqual([]);
  expect(api.updates.isPolled()).toBe(false);
});

test("stopping while Telegram does not answer ends in time, and says that the last updates come again", async () => {
  const { api, bot, received, logged, ana } = await connect({ patience: { stop: 0.05 } });
  await api.updates.drained();
  api.faults.always("getUpdates", hangBefore);
  // The poll that waits is answered; the one that would confirm this hangs.
  api.people.say(ana, api.places.privateChat(ana), "/one");
  await api.calls.until(() => received.length === 1 && api.faults.hanging() === 1);
  await bot.stop();
  await api.calls.until(() => logged.length > 0);
  expect(logged).toEqual(["debug: the last updates from Telegram are not confirmed: they will be delivered again"]);
});

test("stopping before the connection stands ends the start", async () => {
  const api = await startForTest();
  const never = createBot(api, { wait: () => new Promise(() => undefined) });
  api.faults.next("getMe", resetBefore);
  const starting = never.bot.start();
  await api.calls.until(() => never.pauses.length > 0);
  await never.bot.stop();
  expect(await starting).toBe("Telegram: stopped before it was connected");

  const hanging = createBot(api);
  api.faults.next("getMe", hangAfter);
  const waiting = hanging.bot.start();
  await api.calls.until(() => api.calls.accepted("getMe").length === 1);
  await hanging.bot.stop();
  expect(await waiting).toBe("Telegram: stopped before it was connected");
});

test("stopping in the pause after a failure ends the pause", async () => {
  const { api, bot, pauses, ana } = await connect({ wait: () => new Promise(() => undefined) });
  await api.updates.drained();
  api.faults.next("getUpdates", resetBefore);
  api.people.say(ana, api.places.privateChat(ana), "/start");
  await api.calls.until(() => pauses.length > 0);
  await bot.stop();
  await bot.stop();
  expect(api.updates.pending()).toEqual([]);
});

test("an update that Telegram delivers twice is told twice, as the same command and the same share", async () => {
  const { api, received, ana } = await connect();
  const chat = api.places.privateChat(ana);
  api.people.say(ana, chat, "/start");
  const said = api.updates.lastId();
  api.live.share(ana, chat, { latitude: 52.52, longitude: 13.405 }, 900);
  const shared = api.updates.lastId();
  await api.updates.drained();
  api.updates.redeliver(said);
  api.updates.redeliver(shared);
  await api.updates.drained();
  expect(received).toHaveLength(4);
  expect(received.slice(2)).toEqual(received.slice(0, 2));
});

test("update ids that begin anew, lower, are taken like any others", async () => {
  const { api, received, ana } = await connect();
  const chat = api.places.privateChat(ana);
  api.people.say(ana, chat, "/one");
  await api.updates.drained();
  api.updates.jumpTo(7);
  api.people.say(ana, chat, "/two");
  await api.calls.until(() => received.length === 2);
  expect(names(received)).toEqual(["one", "two"]);
});
