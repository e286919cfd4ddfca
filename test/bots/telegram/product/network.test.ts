import { describe, expect, test } from "vitest";
import { minute, second } from "../../../../src/lib/time.ts";
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
} from "../../../support/fake-bot-api/http/faults.ts";
import type { Chat } from "../../../support/fake-bot-api/world/world.ts";
import { atSquare, serialisations, square, startMarch } from "../stories/march.ts";

const troubles: readonly [string, Fault, number][] = [
  ["that it must wait", tooManyRequests(3), 3],
  ["with a page of a broken gateway", badGateway, 5],
  ["with an error of its own", internalError, 5],
  ["with a broken connection", resetBefore, 5],
];

describe.each(serialisations)("when Telegram falters, updates written at %s", (serialise) => {
  test.each(troubles)(
    "an answer that is met %s is given once, when it is over, and nothing is logged",
    async (_how, fault, seconds) => {
      const { api, ana, ben, march, logged, settle, pass, read, ask } = await startMarch({ serialise });
      api.people.sendLocation(ana, march, square);
      await settle();
      const before = logged.length;
      api.faults.next("sendMessage", fault, 2);
      await ask(ben, march, "/whereis ana");
      expect(read(march)).toEqual([]);
      await pass(seconds * second, second);
      await pass(seconds * second, second);
      expect(read(march)).toEqual([expect.stringContaining(atSquare)]);
      expect(logged.slice(before)).toEqual([]);
    },
  );

  test.each([
    ["an answer whose acceptance was not heard of", resetAfter],
    ["an answer whose acceptance was heard of by half", halfABody],
    ["an answer whose acceptance was garbled", malformedJson],
  ])("%s is given at most twice", async (_what, fault) => {
    const { api, ana, ben, march, settle, pass, read, ask } = await startMarch({ serialise });
    api.people.sendLocation(ana, march, square);
    await settle();
    api.faults.next("sendMessage", fault);
    await ask(ben, march, "/whereis ana");
    await pass(10 * second, second);
    expect(read(march).filter((text) => text.includes(atSquare)).length).toBeLessThanOrEqual(2);
    expect(read(march)).toContainEqual(expect.stringContaining(atSquare));
  });

  test("a room that must wait keeps no other room waiting, and no update", async () => {
    const { api, ana, ben, cem, march, legal, settle, pass, read, ask } = await startMarch({ serialise });
    api.faults.next("sendMessage", tooManyRequests(600));
    await ask(ben, march, "/share");
    expect(await ask(cem, legal, "/whereis")).toContain("Nobody shares");
    api.live.share(ana, march, square, 900);
    await settle();
    await pass(4 * minute);
    expect(read(march)).toEqual([]);
    await pass(6 * minute);
    expect(read(march)[0]).toContain("Share My Live Location");
  });

  test("a question that could not be answered for longer than anybody waits is dropped", async () => {
    const { api, ben, march, pass, read, ask } = await startMarch({ serialise });
    api.faults.next("sendMessage", tooManyRequests(600));
    await ask(ben, march, "/whereis");
    await pass(11 * minute);
    expect(read(march)).toEqual([]);
  });

  test("a call that hangs holds up its own room alone, and is answered once when it goes on", async () => {
    const { api, ana, ben, cem, march, legal, core, read } = await startMarch({ serialise });
    api.people.sendLocation(ana, march, square);
    api.faults.next("sendMessage", hangBefore);
    api.people.say(ben, march, "/whereis ana");
    await api.calls.until(() => api.faults.hanging() === 1);
    api.people.say(cem, legal, "/whereis");
    await api.calls.until(() => read(legal).length === 1);
    await api.updates.drained();
    expect(read(march)).toEqual([]);
    api.faults.release();
    await core.idle();
    expect(read(march)).toEqual([expect.stringContaining(atSquare)]);
  });

  test.each<[string, Fault, string, string]>([
    [
      "cannot be reached",
      badGateway,
      "warn: Telegram: the Bot API cannot be reached; it is tried again until it works",
      "over after 0 s: Telegram: the Bot API cannot be reached",
    ],
    [
      "breaks every connection",
      resetBefore,
      "warn: Telegram: the Bot API cannot be reached; it is tried again until it works",
      "over after 0 s: Telegram: the Bot API cannot be reached",
    ],
    [
      "asks the bot to wait",
      tooManyRequests(5),
      "warn: Telegram: the Bot API asks this bot to wait; it is tried again until it works",
      "over after 0 s: Telegram: the Bot API asks this bot to wait",
    ],
  ])(
    "when it %s, that is said once, and so is that it is over; nothing is lost",
    async (_what, fault, begins, ends) => {
      const { api, ana, ben, march, logged, settle, ask } = await startMarch({ serialise });
      await settle();
      const before = logged.length;
      api.faults.next("getUpdates", fault, 5);
      api.people.sendLocation(ana, march, square);
      await settle();
      expect(await ask(ben, march, "/whereis ana")).toContain(atSquare);
      const said = logged.slice(before).map((line) => line.replace(/ \(.*\)$/, ""));
      expect(said).toEqual([begins, ends]);
    },
  );

  test("another program with the same token is spoken of once, for as long as the two take turns", async () => {
    const { api, ana, ben, march, logged, pauses, settle, ask, pass } = await startMarch({ serialise });
    await settle();
    const before = logged.length;
    for (let turn = 0; turn < 3; turn += 1) {
      api.faults.next("getUpdates", conflict, 2);
      api.people.sendLocation(ana, march, square);
      await settle();
      await pass(minute);
    }
    expect(await ask(ben, march, "/whereis ana")).toContain(atSquare);
    expect(logged.slice(before)).toEqual([
      "warn: Telegram: another program receives updates with this bot's token, and the two take turns; it is tried again until it works",
    ]);
    expect(pauses.length).toBeGreaterThanOrEqual(6);
    await pass(3 * minute);
    await ask(ben, march, "/whereis ana");
    expect(logged.slice(before + 1)).toEqual([
      "over after 6 min: Telegram: another program receives updates with this bot's token, and the two take turns",
    ]);
  });

  test("an answer that Telegram will never take is given up with one line, and the next one is given", async () => {
    const { api, ben, march, logged, settle, ask } = await startMarch({ serialise });
    await settle();
    const before = logged.length;
    api.faults.next("sendMessage", refusal(400, "Bad Request: not enough rights to send text messages to the chat"));
    expect(await ask(ben, march, "/share")).toBeUndefined();
    expect(logged.slice(before)).toEqual(["warn: something that was to be sent was given up (DeliveryError)"]);
    expect(await ask(ben, march, "/share")).toContain("Share My Live Location");
  });

  test("a room that has become unreachable is forgotten with what was shared there", async () => {
    const { api, ana, ben, march, settle, ask } = await startMarch({ serialise });
    api.live.share(ana, march, square, 900);
    await settle();
    api.faults.next("sendMessage", refusal(403, "Forbidden: bot was kicked from the supergroup chat"));
    await ask(ben, march, "/whereis");
    expect(await ask(ben, march, "/whereis")).toContain("Nobody shares");
  });
});

test("a room in which very much is asked is told no more than Telegram takes, keeps no other room waiting, and loses nothing", async () => {
  const { api, ana, ben, cem, march, legal, pass, ask } = await startMarch();
  for (const who of [ana, ben]) for (let time = 0; time < 15; time += 1) api.people.say(who, march, "/share");
  await api.updates.drained();
  const before = api.world.now();
  expect(await ask(cem, legal, "/whereis")).toContain("Nobody shares");
  const timesIn = (chat: Chat) =>
    api.calls.accepted("sendMessage").flatMap(({ params, at }) => (params.chat_id === chat.id ? [at] : []));
  expect(timesIn(legal)).toEqual([before]);
  await pass(2 * minute, second);
  const times = timesIn(march);
  expect(times).toHaveLength(30);
  for (const start of times) {
    expect(times.filter((at) => at >= start && at < start + second)).toHaveLength(1);
    expect(times.filter((at) => at >= start && at < start + minute).length).toBeLessThanOrEqual(20);
  }
  expect(api.calls.refused("sendMessage")).toEqual([]);
});
