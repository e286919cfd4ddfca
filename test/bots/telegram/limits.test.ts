import { expect, test } from "vitest";
import * as limits from "../../../src/bots/telegram/limits.ts";
import { startTelegram } from "../../../src/bots/telegram/start-telegram.ts";
import type { DeliveryError } from "../../../src/core/model/errors.ts";
import { roomId } from "../../../src/core/model/ids.ts";
import type { Message } from "../../../src/core/model/message.ts";
import { createLog } from "../../../src/lib/log.ts";
import { hour, instant } from "../../../src/lib/time.ts";
import { startForTest } from "../../support/fake-bot-api/clients/test-server.ts";
import { nothingLost } from "../../support/world/past.ts";
import { seen as unisolated, words } from "../../support/world/words.ts";
import { connect, createBot, keepIn } from "./connect.ts";
import { ben, command, date, live, message, place, pressed, read, supergroup } from "./receive/updates.ts";

const say = (parts: Partial<Message>): Message => ({
  kind: "message",
  reader: "everybody",
  lines: [words("Hello.")],
  ...parts,
});

async function send(parts: Partial<Message>) {
  const { api, network, group } = await connect();
  const sending = network.send({ room: roomId("telegram", group.id) }, say(parts), "key");
  const failure = await sending.then(
    () => undefined,
    (error: DeliveryError) => error.failure.kind,
  );
  return { failure, seen: api.screen.fromBot(group) };
}

test("one message holds 4096 characters, and an emoji counts as two", async () => {
  const full = "x".repeat(limits.maxTextCharacters);
  expect((await send({ lines: [words(full)] })).seen).toMatchObject([{ text: full }]);
  expect((await send({ lines: [words(`${full}x`)] })).failure).toBe("refused");
  const half = "😀".repeat(limits.maxTextCharacters / 4);
  // The break between two lines is a character, too.
  expect((await send({ lines: [words(half), words(`${half.slice(2)}x`)] })).seen).toHaveLength(1);
  expect((await send({ lines: [words(half), words(half)] })).seen).toHaveLength(2);
});

test("a text of ten messages is sent, a longer one is refused and nothing of it is said", async () => {
  const page = words("x".repeat(limits.maxTextCharacters));
  const pages = Array.from({ length: limits.maxPieces }, () => page);
  expect((await send({ lines: pages })).seen).toHaveLength(limits.maxPieces);
  expect(await send({ lines: [...pages, page] })).toEqual({ failure: "refused", seen: [] });
});

test("a command that is longer than a button carries is to be typed", async () => {
  const commandOf = (length: number) => `choose ${"a".repeat(30)} ${"b".repeat(length - 38)}`;
  const choices = [limits.maxCallbackDataBytes, limits.maxCallbackDataBytes + 1].map((length) => ({
    label: words(String(length)),
    command: commandOf(length),
  }));
  const { seen } = await send({ choices });
  expect(seen[0]?.buttons.flat().map(({ data }) => data)).toEqual([choices[0]?.command]);
  expect(unisolated(seen[0]?.text ?? "")).toContain(`“65”: /${choices[1]?.command}`);
  for (const [index, { command: data }] of choices.entries()) {
    expect(read(pressed({ data }))).toHaveLength(index === 0 ? 1 : 0);
  }
});

test("choices beyond 50 buttons are to be typed, the way into the private chat is always a button", async () => {
  const choices = Array.from({ length: limits.maxButtons + 1 }, (_, index) => ({
    label: words(`Room ${index}`),
    command: `choose ${index}`,
  }));
  const all = await send({ choices: choices.slice(0, -1) });
  expect(all.seen[0]?.buttons).toHaveLength(limits.maxButtons);
  expect(all.seen[0]?.text).toBe("Hello.");
  const tooMany = await send({ choices });
  expect(tooMany.seen[0]?.buttons).toHaveLength(limits.maxButtons);
  expect(unisolated(tooMany.seen[0]?.text ?? "")).toContain(
    `“Room ${limits.maxButtons}”: /choose ${limits.maxButtons}`,
  );
  const withLink = await send({ choices: choices.slice(0, -1), privateChat: { label: words("Open"), payload: "a" } });
  expect(withLink.seen[0]?.buttons.at(-1)).toMatchObject([{ text: "Open" }]);
  expect(withLink.seen[0]?.buttons).toHaveLength(limits.maxButtons);
});

test("a link into the private chat brings 64 characters along, and none that Telegram does not", async () => {
  const link = (payload: string) => send({ privateChat: { label: words("Open"), payload } });
  const longest = "a".repeat(limits.maxPayloadCharacters);
  expect((await link(longest)).seen[0]?.buttons.flat()[0]?.url).toContain(`?start=${longest}`);
  for (const payload of [`${longest}a`, "", "a b", "ä"]) expect((await link(payload)).failure).toBe("refused");
});

test("a command's name has 32 characters, a text 4096, a press an id of 64", () => {
  const name = "a".repeat(limits.maxCommandNameCharacters);
  expect(read(command(`/${name}`))).toMatchObject([{ name }]);
  expect(read(command(`/${name}a`))).toEqual([]);
  const text = `/here ${"a".repeat(limits.maxTextCharacters - 6)}`;
  expect(read(command(text))).toHaveLength(1);
  expect(read(command(`${text}a`))).toEqual([]);
  const id = "a".repeat(limits.maxCallbackQueryIdCharacters);
  expect(read(pressed({ id }))).toHaveLength(1);
  expect(read(pressed({ id: `${id}a` }))).toEqual([]);
});

test("of the people mentioned in a command, 20 are taken", () => {
  const entities = Array.from({ length: limits.maxMentions + 1 }, (_, index) => ({
    type: "text_mention",
    offset: 9,
    length: 1,
    user: { ...ben, id: 100 + index },
  }));
  const [incoming] = read(
    command("/whereis x", { entities: [{ type: "bot_command", offset: 0, length: 8 }, ...entities] }),
  );
  expect(incoming).toHaveProperty("mentions.length", limits.maxMentions);
  expect(incoming).toHaveProperty("mentions.19", "telegram:119");
});

test("an accuracy of 1500 m is told, and stands for any wider one; a live share lasts until it is turned off, and no longer", () => {
  const location = (accuracy: number) => message({ location: { ...place, horizontal_accuracy: accuracy } });
  expect(read(location(limits.maxAccuracy))).toMatchObject([{ position: { accuracy: 1500, wider: true } }]);
  expect(read(location(limits.maxAccuracy - 1))[0]).not.toHaveProperty("position.wider");
  const period = (live_period: number) => read(message({ chat: supergroup, location: { ...live, live_period } }));
  expect(period(limits.livePeriodForever)[0]).not.toHaveProperty("until");
  expect(period(limits.livePeriodForever - 1)).toMatchObject([{ until: (date + limits.livePeriodForever - 1) * 1000 }]);
  expect(period(limits.livePeriodForever + 1)).toEqual([]);
});

test("the core is told to delete an hour before Telegram no longer lets the bot", async () => {
  const { api, network, group } = await connect();
  expect(network.capabilities.deletesWithin).toBe(limits.deletesWithin);
  const [ref] = await network.send({ room: roomId("telegram", group.id) }, say({}), "key");
  api.pass(limits.deletesWithin + hour - 1000);
  if (ref) await network.remove(ref);
  expect(api.screen.everything(group)).toMatchObject([{ isDeleted: true }]);
});

test("what the bot says of itself, and its menu, fit into what Telegram shows", async () => {
  const api = await startForTest();
  const bot = startTelegram({ token: { reveal: () => api.token }, apiRoot: api.url }, async () => undefined, {
    now: () => instant(api.world.now()),
    wait: async () => undefined,
    random: () => 0,
    log: createLog("warn"),
    keep: keepIn(new Map()),
    past: nothingLost,
  });
  await bot.start();
  await bot.stop();
  const length = (texts: ReadonlyMap<string, string>) => (texts.get("") ?? "").length;
  expect(length(api.profile.descriptions)).toBeGreaterThan(0);
  expect(length(api.profile.descriptions)).toBeLessThanOrEqual(limits.maxDescriptionCharacters);
  expect(length(api.profile.shortDescriptions)).toBeGreaterThan(0);
  expect(length(api.profile.shortDescriptions)).toBeLessThanOrEqual(limits.maxShortDescriptionCharacters);
  const menu = api.menu({ type: "all_chat_administrators" });
  expect(menu.length).toBeLessThanOrEqual(limits.maxMenuCommands);
  for (const { command: name, description } of menu) {
    expect(name.length).toBeLessThanOrEqual(limits.maxCommandNameCharacters);
    expect(description.length).toBeLessThanOrEqual(limits.maxSummaryCharacters);
  }
});

test("of the groups to leave, a thousand are noted; of more, the newest", async () => {
  const api = await startForTest();
  const eve = api.places.person("Eve", { id: 2002 });
  const ids = Array.from({ length: limits.maxGroupsToLeave + 1 }, (_, index) => -1 - index);
  const kept = new Map<string, string>();
  const { bot } = createBot(api, { kept, allowedInviters: [1], wait: () => new Promise(() => undefined) });
  await bot.start();
  const user = { id: api.bot.id, is_bot: true, first_name: "whereat" };
  for (const id of ids) {
    api.inject({
      my_chat_member: {
        chat: { id, type: "group", title: "Somewhere" },
        from: { id: eve.id, is_bot: false, first_name: "Eve" },
        date: Math.floor(api.world.now() / 1000),
        old_chat_member: { user, status: "left" },
        new_chat_member: { user, status: "member" },
      },
    });
  }
  await api.updates.drained();
  expect(JSON.parse(kept.get("uninvited groups") ?? "")).toEqual(ids.slice(1));
});
