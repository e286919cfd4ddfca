import { describe, expect, test } from "vitest";
import { RetrySync } from "../../../src/bots/matrix/sync/handlers.ts";
import { createBot } from "./bot-at-fake.ts";
import { ana, ben, event, me } from "./events.ts";
import { refusal } from "./fake-account.ts";

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
    expect([...bot.rooms.values()].filter(({ members }) => members.includes(me))).toHaveLength(20);
  });

  test("that was withdrawn, or leads to a server that is down, harms nobody", async () => {
    const bot = await createBot();
    bot.fail((method) => (method === "join" ? refusal(403) : undefined));
    await bot.handlers.onInvite("!a", invite());
    bot.fail((method) => (method === "join" ? refusal(502, "M_UNKNOWN") : undefined));
    const state = invite();
    for (let tries = 1; tries < 5; tries++) await expect(bot.handlers.onInvite("!a", state)).rejects.toThrow(RetrySync);
    await expect(bot.handlers.onInvite("!a", state)).rejects.toThrow("M_UNKNOWN");
  });
});
