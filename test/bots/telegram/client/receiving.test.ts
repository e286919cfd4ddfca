import { expect, test } from "vitest";
import { maxUpdates } from "../../../../src/bots/telegram/limits.ts";
import { updateKinds } from "../../../../src/bots/telegram/receive/read-update.ts";
import { roomId } from "../../../../src/core/model/ids.ts";
import { text } from "../../../../src/core/text/texts.ts";
import { startForTest } from "../../../support/fake-bot-api/clients/test-server.ts";
import {
  badGateway,
  conflict,
  type Fault,
  halfABody,
  hangBefore,
  internalError,
  malformedJson,
  refusal,
  resetAfter,
  resetBefore,
  tooManyRequests,
  unauthorized,
} from "../../../support/fake-bot-api/http/faults.ts";
import { connect, createBot, gate } from "../connect.ts";

const unreachable = /^warn: Telegram: the Bot API cannot be reached; it is tried again until it works/;

const conflictMet = "Telegram: another program receives updates with this bot's token, and the two take turns";

test("connecting says as what, and what can be heard", async () => {
  const { connectedAs } = await connect();
  expect(connectedAs).toBe(
    "Telegram: connected as @whereat_bot; it hears locations in a group only where it is an admin, elsewhere only commands that name it",
  );
  const open = await connect({ options: { privacyMode: false } });
  expect(open.connectedAs).toBe("Telegram: connected as @whereat_bot; it hears everything in its groups");
});

test("it asks for the kinds of update that it can read, and for no others", async () => {
  const { api, received, ana, ben, group } = await connect();
  await api.updates.drained();
  api.members.leave(group, ben);
  api.people.react(ana, api.people.say(ana, group, "Hello."), ["👍"]);
  api.inject({ message_reaction: { message_id: 1 } });
  await api.updates.drained();
  expect(api.calls.all.find(({ method }) => method === "getUpdates")?.params.allowed_updates).toEqual(updateKinds);
  const left = { kind: "person-left", person: `telegram:${ben.id}`, room: `telegram:${group.id}` };
  expect(received).toMatchObject([left, left]);
});

test.each<[string, Fault]>([
  ["a reset connection", resetBefore],
  ["a 502 page", badGateway],
  ["a 500 page", internalError],
  ["half an answer", halfABody],
  ["an answer that is no JSON", malformedJson],
  ["a refusal that nobody knows", refusal(420, "Enhance Your Calm")],
])(
  "%s, again and again, at the start and while polling, is outlasted with one line, and one when it is over",
  async (_what, fault) => {
    const api = await startForTest();
    const { bot, received, logged, pauses } = createBot(api);
    api.faults.next("getMe", fault, 3);
    api.faults.next("deleteWebhook", fault, 2);
    api.faults.next("getUpdates", fault, 2);
    await bot.start();
    const ana = api.places.person("Ana");
    api.people.say(ana, api.places.privateChat(ana), "/start");
    await api.updates.drained();
    expect(received).toMatchObject([{ kind: "command", name: "start" }]);
    expect(logged.filter((words) => unreachable.test(words))).toHaveLength(3);
    expect(logged.filter((words) => words === "over after 0 s: Telegram: the Bot API cannot be reached")).toHaveLength(
      3,
    );
    expect(logged).toHaveLength(6);
    expect(pauses).toEqual([500, 1000, 2000, 500, 1000, 500, 1000]);
  },
);

test("pauses grow to eight seconds, give or take a half, and no further", async () => {
  const api = await startForTest();
  const { bot, pauses } = createBot(api);
  api.faults.next("getMe", resetBefore, 10);
  await bot.start();
  expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000, 8000, 8000, 8000]);
});

test("a poll that hangs is given up and begun again", async () => {
  const { api, received, ana } = await connect({ patience: { pollTimeout: 0.1 } });
  api.faults.next("getUpdates", hangBefore);
  await api.updates.drained();
  api.people.say(ana, api.places.privateChat(ana), "/start");
  api.people.say(ana, api.places.privateChat(ana), "/stop");
  await api.updates.drained();
  expect(received).toMatchObject([{ name: "start" }, { name: "stop" }]);
});

test("an answer that was lost on its way is delivered again", async () => {
  const api = await startForTest();
  const { bot, received } = createBot(api);
  const ana = api.places.person("Ana");
  await bot.start();
  await api.updates.drained();
  api.faults.next("getUpdates", resetAfter);
  api.people.say(ana, api.places.privateChat(ana), "/start");
  api.people.say(ana, api.places.privateChat(ana), "/stop");
  await api.updates.drained();
  expect(new Set(received.map((incoming) => incoming.kind === "command" && incoming.name))).toEqual(
    new Set(["start", "stop"]),
  );
});

test("a request to wait is waited out for as long as it says", async () => {
  const { api, logged, pauses, ana } = await connect();
  await api.updates.drained();
  api.faults.next("getUpdates", tooManyRequests(77));
  api.people.say(ana, api.places.privateChat(ana), "/start");
  await api.updates.drained();
  api.people.say(ana, api.places.privateChat(ana), "/stop");
  await api.updates.drained();
  expect(pauses).toEqual([77_000]);
  expect(logged).toEqual([
    "warn: Telegram: the Bot API asks this bot to wait; it is tried again until it works",
    "over after 0 s: Telegram: the Bot API asks this bot to wait",
  ]);
});

test("another program with the same token is met with growing pauses and one line", async () => {
  const { api, logged, pauses, received, ana } = await connect();
  await api.updates.drained();
  for (const text of ["/start", "/privacy", "/who"]) {
    api.faults.next("getUpdates", conflict);
    api.people.say(ana, api.places.privateChat(ana), text);
    await api.updates.drained();
  }
  expect(received).toHaveLength(3);
  expect(pauses).toEqual([3000, 6000, 12_000]);
  expect(logged).toEqual([`warn: ${conflictMet}; it is tried again until it works`]);
  api.pass(180_000);
  api.people.say(ana, api.places.privateChat(ana), "/stop");
  await api.updates.drained();
  expect(logged.slice(1)).toEqual([`over after 3 min: ${conflictMet}`]);
});

test.each([
  ["a token of another bot", unauthorized],
  ["what is no token at all", refusal(404, "Not Found")],
])("%s is refused at the start, in words without it", async (_what, fault) => {
  const api = await startForTest();
  const { bot, logged } = createBot(api);
  api.faults.next("getMe", fault);
  const refused = await bot.start().catch((cause: unknown) => cause);
  expect(refused).toMatchObject({
    name: "BotRefused",
    message: "Telegram refused the bot's token: give it as @BotFather shows it, in TELEGRAM_BOT_TOKEN",
  });
  expect(logged).toEqual([]);
  expect(api.calls.all).toHaveLength(1);
});

test("a token that is revoked while polling breaks the bot, with words on what to do", async () => {
  const { api, bot, logged, ana } = await connect();
  await api.updates.drained();
  api.faults.always("getUpdates", unauthorized);
  api.people.say(ana, api.places.privateChat(ana), "/start");
  const broken = expect(bot.broken).rejects.toMatchObject({
    name: "BotRefused",
    message: expect.stringMatching(/^Telegram no longer accepts .*Give the token that @BotFather shows now/),
  });
  await broken;
  await bot.stop();
  expect(logged).toEqual([]);
  expect(api.calls.refused("getUpdates")).toHaveLength(1);
});

test("what the core cannot take does not stop the rest, and nothing of it is logged", async () => {
  const { api, logged, received, ana } = await connect({
    receive: (incoming) =>
      incoming.kind === "command" && incoming.name === "start"
        ? Promise.reject(new TypeError(`Ana is at 52.52: ${JSON.stringify(incoming)}`))
        : Promise.resolve(),
  });
  api.people.say(ana, api.places.privateChat(ana), "/start");
  api.people.say(ana, api.places.privateChat(ana), "/stop");
  await api.updates.drained();
  expect(new Set(received.map((incoming) => "name" in incoming && incoming.name))).toEqual(new Set(["start", "stop"]));
  expect(logged).toEqual(["warn: an update from Telegram could not be handled (TypeError)"]);
});

test("what waits is taken in batches of a hundred, in order, each confirmed when all of it is durable", async () => {
  const core = gate();
  const api = await startForTest();
  const ana = api.places.person("Ana");
  const chat = api.places.privateChat(ana);
  const { bot, received, batches } = createBot(api, { receive: core.passed });
  for (let number = 1; number <= maxUpdates + 1; number += 1) api.people.say(ana, chat, `/one ${number}`);
  await bot.start();
  await api.calls.until(() => received.length === 1);
  expect(api.updates.pending()).toHaveLength(maxUpdates + 1);
  core.open();
  await api.updates.drained();
  expect(batches.map((batch) => batch.length)).toEqual([maxUpdates, 1]);
  expect(received.map((incoming) => "argument" in incoming && Number(incoming.argument))).toEqual(
    Array.from({ length: maxUpdates + 1 }, (_, index) => index + 1),
  );
});

test("a batch in which the core fails at one thing is taken again one by one, and the rest of it is not lost", async () => {
  const { api, batches, logged, ana } = await connect({
    receive: (incoming) =>
      "name" in incoming && incoming.name === "two" ? Promise.reject(new TypeError()) : Promise.resolve(),
  });
  await api.updates.drained();
  const chat = api.places.privateChat(ana);
  for (const text of ["/zero", "/one", "/two", "/three"]) api.people.say(ana, chat, text);
  await api.updates.drained();
  const names = batches.map((batch) => batch.map((incoming) => "name" in incoming && incoming.name));
  expect(names).toEqual([["zero"], ["one", "two", "three"], ["one"], ["two"], ["three"]]);
  expect(logged.filter((words) => words.includes("could not be handled"))).toHaveLength(1);
});

test("polling goes on while a message cannot be sent", async () => {
  const { api, network, received, ana, group } = await connect();
  api.faults.next("sendMessage", hangBefore);
  const sending = network.send(
    { room: roomId("telegram", group.id) },
    { kind: "message", reader: "everybody", lines: [text("share-yours")] },
    "key",
  );
  api.people.say(ana, group, "/whereis@whereat_bot");
  await api.updates.drained();
  expect(received).toMatchObject([{ name: "whereis" }]);
  api.faults.release();
  expect(await sending).toHaveLength(1);
});
