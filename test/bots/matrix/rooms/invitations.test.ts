import { describe, expect, test } from "vitest";
import { maxInvitationsOfServer, maxInvitationsPerHour } from "../../../../src/bots/matrix/limits.ts";
import { hour } from "../../../../src/lib/time.ts";
import { seen } from "../../../support/world/words.ts";
import { createBot } from "../fake/bot-at-fake.ts";
import { ana, ben, event, me, text } from "../fake/events.ts";
import { refusal } from "../fake/fake-account.ts";

describe("an invitation", () => {
  const invite = (inviter = ana, more: unknown[] = []) => [
    event("m.room.member", { membership: "invite" }, { state_key: me, sender: inviter }),
    ...more,
  ];
  const isIn = async (state: unknown[], allowedInviters: string[] = []) => {
    const bot = await createBot({ allowedInviters });
    const { members } = bot.room("!a", [ana]);
    members.shift();
    await bot.handlers.onInvite("!a", state);
    await bot.idle();
    return members.includes(me);
  };

  test("is taken from the bot's own server, unless others are named", async () => {
    expect(await isIn(invite(ana))).toBe(true);
    expect(await isIn(invite(ben))).toBe(false);
    expect(await isIn(invite(ben), [ben])).toBe(true);
    expect(await isIn(invite(ben), ["example.net"])).toBe(true);
    expect(await isIn(invite(ana), ["example.net"])).toBe(false);
    expect(await isIn(invite("@ana:example.org.evil.test"))).toBe(false);
  });

  test("that is not taken is turned down with the reason, which clients show", async () => {
    const space = event("m.room.create", { type: "m.space" }, { state_key: "" });
    const reasons = async (...states: unknown[][]) => {
      const bot = await createBot();
      for (const [number, state] of states.entries()) await bot.handlers.onInvite(`!${number}`, state);
      await bot.idle();
      return bot.left.map(({ reason }) => reason && seen(reason));
    };
    expect(await reasons(invite(ben))).toEqual([
      "Whoever runs this bot lets only some people invite it. Ask them, or somebody who may.",
    ]);
    expect(await reasons(invite(ana, [space]))).toEqual([
      "This is a space, where nobody talks. Invite me into one of its rooms.",
    ]);
    // Nobody who could read it.
    expect(await reasons([])).toEqual([undefined]);
    expect(await reasons(...Array.from({ length: maxInvitationsPerHour + 1 }, () => invite()))).toEqual([
      "I take 20 invitations an hour from one person. Invite me again in an hour.",
    ]);
  });

  test("that is not taken is turned down in the language of who made it", async () => {
    const bot = await createBot({ language: "es" });
    await bot.handlers.onInvite("!a", invite(ben));
    await bot.idle();
    expect(bot.left).toEqual([{ room: "!a", reason: expect.stringContaining("Quien") }]);
  });

  test("that was not yet turned down when the program ended is turned down at the next start, with its reason", async () => {
    const first = await createBot();
    first.fail((method) => (method === "leave" ? refusal(undefined, "ABORTED") : undefined));
    await first.handlers.onInvite("!a", invite(ben));
    await first.idle();
    expect(first.left).toEqual([]);
    first.fail(() => undefined);
    const again = await createBot({ account: first.account, kept: first.kept });
    again.handlers.onSynced();
    await again.idle();
    expect(first.left).toEqual([{ room: "!a", reason: expect.stringContaining("lets only some people invite it") }]);
    again.clock.now += 60_000;
    again.handlers.onSynced();
    await again.idle();
    expect(first.left).toHaveLength(1);
  });

  test("into a space, by nobody, or that is none, is not taken", async () => {
    const space = event("m.room.create", { type: "m.space" }, { state_key: "" });
    for (const state of [
      invite(ana, [space]),
      [],
      [null, 7],
      [event("m.room.member", { membership: "join" }, { state_key: me })],
      [event("m.room.member", { membership: "invite" })],
    ])
      expect(await isIn(state)).toBe(false);
  });

  test("is taken so many times an hour from one person", async () => {
    const bot = await createBot();
    for (let number = 0; number < 30; number++) {
      bot.room(`!${number}`, [ana]).members.shift();
      await bot.handlers.onInvite(`!${number}`, invite());
    }
    await bot.idle();
    expect([...bot.rooms.values()].filter(({ members }) => members.includes(me))).toHaveLength(20);
    expect(bot.left).toHaveLength(10);
    bot.clock.now += hour;
    bot.room("!later", [ana]).members.shift();
    await bot.handlers.onInvite("!later", invite());
    await bot.idle();
    expect(bot.rooms.get("!later")?.members).toContain(me);
  });

  test("that was withdrawn harms nobody", async () => {
    const bot = await createBot();
    bot.fail((method) => (method === "join" ? refusal(403) : undefined));
    await bot.handlers.onInvite("!a", invite());
    await bot.idle();
    bot.handlers.onSynced();
    await bot.idle();
    expect(bot.asked.filter((method) => method === "join")).toHaveLength(1);
    expect(bot.logged).toEqual([]);
  });

  test("into a room whose server does not answer holds up nothing else, and is tried again a few times", async () => {
    for (const error of [refusal(502, "M_UNKNOWN"), refusal(undefined, "TIMEOUT"), refusal(500, "M_UNKNOWN")]) {
      const bot = await createBot();
      const answer = Promise.withResolvers<void>();
      bot.room("!a", [ana, ben]).members.shift();
      bot.holdJoins(answer.promise);
      bot.fail((method) => (method === "join" ? error : undefined));
      await bot.handlers.onInvite("!a", invite());
      bot.handlers.onSynced();
      bot.room("!b", [ana, ben]);
      await bot.hears(text("!help"), "!b");
      expect(bot.received.at(-1)).toMatchObject({ kind: "command" });
      answer.resolve();
      for (let syncs = 0; syncs < 9; syncs++) {
        await bot.idle();
        bot.clock.now += 30_000;
        bot.handlers.onSynced();
      }
      expect(bot.asked.filter((method) => method === "join")).toHaveLength(5);
      expect(bot.logged.filter((line) => line.startsWith("warn"))).toEqual([
        `warn: Matrix: an invitation was given up (MatrixRequestError ${error.code})`,
      ]);
    }
  });

  test("into rooms of one server that does not answer leaves room for others", async () => {
    const bot = await createBot({ allowedInviters: ["example.net", "example.org"] });
    const answer = Promise.withResolvers<void>();
    bot.holdJoins(answer.promise);
    for (let number = 0; number < 10; number++) await bot.handlers.onInvite(`!${number}`, invite(ben));
    const joins = () => bot.asked.filter((method) => method === "join").length;
    expect(joins()).toBe(maxInvitationsOfServer);
    await bot.handlers.onInvite("!other", invite(ana));
    expect(joins()).toBe(maxInvitationsOfServer + 1);
    answer.resolve();
    await bot.idle();
    expect(joins()).toBe(11);
  });

  test("is taken when the homeserver allows it, however long it limits the bot", async () => {
    const bot = await createBot();
    const { members } = bot.room("!a", [ana]);
    members.shift();
    bot.fail((method) => (method === "join" ? refusal(429, "M_LIMIT_EXCEEDED", 60_000) : undefined));
    await bot.handlers.onInvite("!a", invite());
    for (let syncs = 0; syncs < 9; syncs++) {
      await bot.idle();
      bot.clock.now += 30_000;
      bot.handlers.onSynced();
    }
    await bot.idle();
    // Not asked again before the homeserver said.
    expect(bot.asked.filter((method) => method === "join")).toHaveLength(5);
    bot.fail(() => undefined);
    bot.clock.now += 60_000;
    bot.handlers.onSynced();
    await bot.idle();
    expect(members).toContain(me);
  });

  test("that was not yet taken when the program ended is taken at the next start", async () => {
    const first = await createBot();
    const { members } = first.room("!a", [ana]);
    members.shift();
    first.fail((method) => (method === "join" ? refusal(undefined, "ABORTED") : undefined));
    await first.handlers.onInvite("!a", invite());
    await first.idle();
    first.fail(() => undefined);
    const again = await createBot({ account: first.account, kept: first.kept });
    again.handlers.onSynced();
    await again.idle();
    expect(members).toContain(me);
  });

  test("into a room that the bot was removed from unseen ends first what belonged to it there", async () => {
    const bot = await createBot();
    bot.room("!a", [ana, ben]);
    await bot.hears(text("!help"));
    await bot.handlers.onInvite("!a", invite());
    await bot.idle();
    expect(bot.received.filter(({ kind }) => kind !== "bot-brought").at(-1)).toEqual({
      kind: "bot-left",
      room: "matrix:!a",
    });
  });
});
