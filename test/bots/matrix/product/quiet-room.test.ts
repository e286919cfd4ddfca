import { expect, test } from "vitest";
import { minute } from "../../../../src/lib/time.ts";
import { coreAtFake } from "../fake/core-at-fake.ts";
import { me } from "../fake/events.ts";

const people = Array.from({ length: 20 }, (_, index) => `@person${index}:example.org`);
/** What people ask in an hour. */
const script = [
  "!whereis",
  "!help",
  "!whereis person3",
  "!share",
  "!whereis nobody",
  "!precision",
  "!expiry soon",
  "!privacy",
  "!whereis",
  "!setup",
];

test.each(["on", "off"])(
  "a room of 20 who share and 10 questions keeps, an hour later, no text of the bot but the greeting and announcements: tidy %s",
  async (tidy) => {
    const bot = await coreAtFake();
    const { state } = bot.room("!a", people, { encrypted: true });
    const admin = people[0]!;
    state.set("m.room.power_levels ", { content: { users: { [admin]: 100, [me]: 100 } } });
    /** Texts of the bot that are there, by the number under which they were sent; an edit is a text, too. */
    const standing = () =>
      bot.sent.flatMap(({ room, type }, index) => {
        const isThere = room === "!a" && type === "m.room.message" && !bot.redacted.includes(`$sent${index + 1}`);
        return isThere ? [index + 1] : [];
      });
    if (tidy === "on") await bot.says(admin, "!a", "!setup tidy on");
    await bot.says(admin, "!a", "!expiry 50m");
    const kept = standing();
    expect(kept).toHaveLength(tidy === "on" ? 2 : 1);

    let said = 0;
    for (let turn = 0; turn < 60; turn += 1) {
      if (turn % 6 === 3) {
        await bot.says(people[(turn * 7) % 20]!, "!a", script[(turn - 3) / 6]!);
        said = Math.max(said, standing().length);
      }
      if (turn % 20 === 0)
        for (const [index, who] of people.entries()) await bot.shares(who, "!a", `geo:52.${500 + index},13.4;u=10`);
      await bot.pass(minute);
    }
    expect(said).toBeGreaterThan(kept.length);
    await bot.pass(61 * minute);
    expect(standing()).toEqual(kept);
  },
  120_000,
);
