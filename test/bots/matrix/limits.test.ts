import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createHomeserver, v3 } from "../../../src/bots/matrix/http/homeserver.ts";
import {
  federatedRequestTime,
  freshFor,
  gapPageSize,
  lookupTime,
  maxAnswerBytes,
  maxBeacon,
  maxCreateEvents,
  maxGapPages,
  maxInvitationsAtOnce,
  maxMarkup,
  maxMentions,
  maxRedactedAtEnd,
  maxSentSince,
  maxText,
  pinPatience,
  requestTime,
  syncPoll,
  timelineLimit,
} from "../../../src/bots/matrix/limits.ts";
import { readWords } from "../../../src/bots/matrix/receive/read-words.ts";
import { createPowerLevels } from "../../../src/bots/matrix/rooms/power-levels.ts";
import { personId } from "../../../src/core/model/ids.ts";
import { type BotAtFake, botAtFake } from "../../support/fake-homeserver/bot-at-fake.ts";
import { createBot } from "./fake/bot-at-fake.ts";
import { ana, beaconInfo, ben, event, me, now, read, sentAt } from "./fake/events.ts";
import { refusal } from "./fake/fake-account.ts";

describe("requests", () => {
  test("are given less time when they ask than when they change something, and more when other servers have a say", async () => {
    const times: number[] = [];
    const request = async (...given: unknown[]) => void times.push(Number(given[4]));
    const ask = createHomeserver(request, new AbortController().signal);
    await ask("GET", v3`joined_rooms`);
    await ask("PUT", v3`rooms/${"!a"}/send/m.x/${"t"}`, { body: {} });
    await ask("POST", v3`rooms/${"!a"}/join`, { body: {}, timeoutMs: federatedRequestTime });
    expect(times).toEqual([lookupTime, requestTime, federatedRequestTime]);
  });
});

describe("at a homeserver", () => {
  let at: BotAtFake;
  beforeEach(async () => {
    at = await botAtFake();
  });
  afterEach(async () => at.leave());

  test("an answer may have so many bytes", async () => {
    const name = (length: number) => JSON.stringify({ name: "x".repeat(length - '{"name":""}'.length) });
    let length = maxAnswerBytes;
    at.homeserver.on(({ path }) => (path.includes("m.room.name") ? { text: name(length) } : undefined));
    expect(await at.bot.getState("!a", "m.room.name", "")).toBeDefined();
    length++;
    await expect(at.bot.getState("!a", "m.room.name", "")).rejects.toMatchObject({ code: "TOO_LARGE" });
  });

  test("a sync asks for so many events of a room, and for so long; a gap for so many pages", async () => {
    void at.receive();
    at.homeserver.happens("s1");
    await at.until("token s1");
    const { query } = await at.homeserver.wasAsked((asked) => asked.query.get("since") === "s1");
    expect(JSON.parse(query.get("filter") ?? "").room.timeline.limit).toBe(timelineLimit);
    expect(Number(query.get("timeout"))).toBe(syncPoll);
    let pages = 0;
    at.homeserver.on(({ path }) => {
      if (!path.endsWith("/messages")) return undefined;
      const isLast = ++pages === maxGapPages;
      return { json: { chunk: [], ...(!isLast && { end: `p${pages}` }) } };
    });
    const limited = { timeline: { events: [], limited: true, prev_batch: "p" } };
    at.homeserver.happens("s2", { join: { "!a": limited } });
    await at.until("token s2");
    expect([pages, at.happened.includes("gap !a")]).toEqual([maxGapPages, false]);
    const asked = at.homeserver.asked.find(({ path }) => path.endsWith("/messages"));
    expect(Number(asked?.query.get("limit"))).toBe(gapPageSize);
  });

  test("of what was sent, so many events are looked through for one whose sending was cut off", async () => {
    await at.bot.sentUnder("!a", ["t"]).catch(() => undefined);
    const asked = await at.homeserver.wasAsked(({ path }) => path.endsWith("/messages"));
    expect(Number(asked.query.get("limit"))).toBe(maxSentSince);
  });
});

describe("what is read", () => {
  const self = { userId: me, names: [] };

  test("is a command of so many characters", () => {
    const command = (length: number) => ({ msgtype: "m.text", body: "!whereis ".padEnd(length, "x") });
    expect(readWords(command(maxText), self)).toMatchObject({ kind: "command" });
    expect(readWords(command(maxText + 1), self)).toEqual({ kind: "words" });
  });

  test("names so many people", () => {
    const user_ids = Array.from({ length: maxMentions + 1 }, (_, number) => `@p${number}:example.org`);
    const words = readWords({ msgtype: "m.text", body: "!whereis x", "m.mentions": { user_ids } }, self);
    expect(words).toMatchObject({ mentions: { length: maxMentions } });
  });

  test("is markup of so many characters: nobody is mentioned in more", () => {
    const link = `<a href="https://matrix.to/#/${ana}">Ana</a>`;
    const mentionsIn = (length: number) => {
      const content = { msgtype: "m.text", body: "!whereis Ana", formatted_body: link.padStart(length) };
      const words = readWords(content, self);
      return words?.kind === "command" ? words.mentions : undefined;
    };
    expect(mentionsIn(maxMarkup)).toEqual([personId("matrix", ana)]);
    expect(mentionsIn(maxMarkup + 1)).toEqual([]);
  });

  test("is a live share of so long", () => {
    expect(read(beaconInfo({ timeout: maxBeacon + 1 }))).toMatchObject({ beacon: { until: sentAt + maxBeacon } });
    expect(read(beaconInfo({ timeout: maxBeacon - 1 }))).toMatchObject({ beacon: { until: sentAt + maxBeacon - 1 } });
  });
});

describe("rooms", () => {
  test("are remembered with their creators, so many of them; of the oldest the homeserver is asked again", async () => {
    const asked: string[] = [];
    const getStateEvent = async (room: string) => {
      asked.push(room);
      return { sender: ana, content: { room_version: "12" } };
    };
    const levels = createPowerLevels(() => ({ userId: me, getState: async () => ({}), getStateEvent }) as never);
    for (let number = 1; number <= maxCreateEvents; number++) await levels.of(`!${number}`);
    // Asked about now, so that it is not the oldest any more.
    expect((await levels.of("!1")).of(ana)).toBe(Number.POSITIVE_INFINITY);
    expect(asked).toHaveLength(maxCreateEvents);
    await levels.of("!one more");
    asked.length = 0;
    for (const room of ["!1", "!2"]) expect((await levels.of(room)).of(ana)).toBe(Number.POSITIVE_INFINITY);
    expect(asked).toEqual(["!2"]);
  });

  test("are greeted for so long after the bot came", async () => {
    for (const [ago, isGreeted] of [
      [freshFor, true],
      [freshFor + 1, false],
    ] as const) {
      const bot = await createBot();
      bot.room("!a", [ana, ben]);
      bot.clock.now = Number(now) + ago;
      await bot.joins("!a");
      expect(bot.received).toHaveLength(isGreeted ? 1 : 0);
    }
  });

  test("are joined so many at once", async () => {
    const servers = Array.from({ length: maxInvitationsAtOnce + 1 }, (_, number) => `s${number}.test`);
    const bot = await createBot({ allowedInviters: servers });
    const answer = Promise.withResolvers<void>();
    bot.holdJoins(answer.promise);
    for (const server of servers) {
      const content = { membership: "invite" };
      const invitation = event("m.room.member", content, { state_key: me, sender: `@ana:${server}` });
      await bot.handlers.onInvite(`!a:${server}`, [invitation]);
    }
    const joins = () => bot.asked.filter((method) => method === "join").length;
    expect(joins()).toBe(maxInvitationsAtOnce);
    answer.resolve();
    await bot.idle();
    expect(joins()).toBe(maxInvitationsAtOnce + 1);
  });

  test("have so many messages redacted when a private chat ends", async () => {
    const bot = await createBot();
    const room = bot.room("!a", [ana]);
    await bot.hears(event("m.room.message", { msgtype: "m.text", body: "!help" }));
    for (let number = 0; number <= maxRedactedAtEnd; number++)
      await bot.account.connection.send("!a", "m.room.message", {}, `t${number}`);
    room.invited.push(ben);
    const invited = event("m.room.member", { membership: "invite" }, { state_key: ben, event_id: "$i" });
    await bot.hears(invited);
    expect(bot.redacted).toHaveLength(maxRedactedAtEnd);
  });
});

test("a pin that the homeserver limits is waited for so long, and then given up with its text", async () => {
  for (const [pause, isThere] of [
    [pinPatience, true],
    [pinPatience + 1, false],
  ] as const) {
    const bot = await createBot({ privateChatWith: ana });
    bot.room("!a", [ana, ben]);
    let sends = 0;
    bot.fail((method) => (method === "send" && ++sends === 2 ? refusal(429, "M_LIMIT_EXCEEDED", pause) : undefined));
    const pin = { latitude: 1, longitude: 2 };
    const message = { kind: "message", reader: "one person", lines: [], pin } as never;
    const sent = bot.network.send({ person: personId("matrix", ana) }, message, "key");
    expect(
      await sent.then(
        ({ length }) => length === 2,
        () => false,
      ),
    ).toBe(isThere);
    expect(bot.redacted).toEqual(isThere ? [] : ["$sent1"]);
  }
});
