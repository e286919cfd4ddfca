import { expect, test } from "vitest";
import { StoreError } from "../../../../src/core/model/errors.ts";
import { type Fault, refusal, resetBefore, tooManyRequests } from "../../../support/fake-bot-api/http/faults.ts";
import { createBot } from "../connect.ts";
import { anaMayAdd, said, startWithInviters } from "./inviters.ts";

test.each<[string, Fault]>([
  ["asks the bot to wait", tooManyRequests(7)],
  ["breaks the connection", resetBefore],
])("leaving is tried again when Telegram %s, with one line, and one when it is over", async (_what, fault) => {
  const { api, bot, eve, evil, isLeft, logged } = await startWithInviters();
  api.faults.next("leaveChat", fault, 3);
  await bot.start();
  api.members.addBot(evil, eve);
  await isLeft(evil);
  await api.calls.until(() => logged.length === 2);
  expect(logged).toEqual([
    "warn: Telegram: a group cannot be left; it is tried again until it works (DeliveryError)",
    "over after 0 s: Telegram: a group cannot be left",
  ]);
});

test("a group in which the bot may not speak is left without a word", async () => {
  const { api, bot, eve, evil, isLeft } = await startWithInviters();
  api.faults.next("sendMessage", refusal(400, "Bad Request: not enough rights to send text messages to the chat"));
  await bot.start();
  api.members.addBot(evil, eve);
  await isLeft(evil);
  expect(said(api, evil)).toEqual([]);
});

test("what a kill cut off goes on at the next start, and nothing from there is handled meanwhile", async () => {
  const kept = new Map<string, string>();
  const first = await startWithInviters({ kept, wait: () => new Promise(() => undefined) });
  const { api, bot, eve, evil, good, ana, isLeft } = first;
  await bot.start();
  api.members.addBot(evil, eve);
  await api.updates.drained();
  await bot.stop();
  expect(kept.get("uninvited groups")).toBe(JSON.stringify([evil.id]));

  api.people.say(eve, evil, "/whereis@whereat_bot");
  const next = createBot(api, { kept, allowedInviters: [anaMayAdd] });
  await next.bot.start();
  api.members.addBot(good, ana);
  await isLeft(evil);
  await api.updates.drained();
  expect(next.received.filter(({ kind }) => kind !== "bot-left")).toMatchObject([{ kind: "bot-joined" }]);
  expect(kept.get("uninvited groups")).toBe("[]");
});

test("a group that the bot is out of already is noted no longer, and one that everybody may add it to by now stays", async () => {
  const { api, kept, eve, evil, good, isIn } = await startWithInviters();
  api.members.setQuietly(good, api.bot, "member");
  kept.set("uninvited groups", JSON.stringify([evil.id, "x", good.id]));
  const open = createBot(api, { kept });
  await open.bot.start();
  api.people.say(eve, good, "/whereis@whereat_bot");
  await api.updates.drained();
  await open.bot.stop();
  expect(open.received).toMatchObject([{ kind: "command" }]);
  expect(isIn(good)).toBe(true);
  expect(kept.get("uninvited groups")).toBe("[]");

  kept.set("uninvited groups", JSON.stringify([evil.id]));
  const narrow = createBot(api, { kept, allowedInviters: [anaMayAdd] });
  await narrow.bot.start();
  await api.calls.until(() => api.calls.refused("leaveChat").length === 1);
  api.people.say(eve, good, "/whereis@whereat_bot");
  await api.updates.drained();
  expect(kept.get("uninvited groups")).toBe("[]");
});

test("an update is not confirmed before the group to leave is safely noted, however long that takes", async () => {
  const kept = new Map<string, string>();
  const { api, bot, eve, evil, logged } = await startWithInviters({ kept });
  let failures = 3;
  const set = kept.set.bind(kept);
  kept.set = (name, text) => {
    if (failures-- > 0) throw new StoreError("not now");
    expect(api.updates.pending()).not.toEqual([]);
    return set(name, text);
  };
  await bot.start();
  api.members.addBot(evil, eve);
  await api.updates.drained();
  expect(logged.slice(0, 2)).toEqual([
    "warn: Telegram: the groups to leave cannot be noted; it is tried again until it works (StoreError)",
    "over after 0 s: Telegram: the groups to leave cannot be noted",
  ]);
});

test("a note that cannot be read or written otherwise keeps nothing from being handled, and is said", async () => {
  const kept = new Map<string, string>();
  const fail = () => {
    throw new TypeError("sealed by somebody else");
  };
  Object.assign(kept, { get: fail, set: fail });
  const { api, bot, ana, eve, evil, good, received, logged } = await startWithInviters({ kept });
  await bot.start();
  await api.updates.drained();
  api.members.addBot(evil, eve);
  api.members.addBot(good, ana);
  await api.updates.drained();
  expect(received[0]).toMatchObject({ kind: "bot-joined", room: `telegram:${good.id}` });
  const notKept = "warn: Telegram: the groups to leave are not known, or not noted (TypeError)";
  expect(logged.slice(0, 2)).toEqual([notKept, notKept]);
});
