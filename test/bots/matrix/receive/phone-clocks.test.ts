import { describe, expect, test } from "vitest";
import { createBot } from "../fake/bot-at-fake.ts";
import { ana, beaconInfo, ben, location, point, sentAt } from "../fake/events.ts";

const minute = 60_000;
const hour = 60 * minute;

/** A share of a phone whose clock is so far behind the server's; its points come some time after its beginning. */
async function sharing(behind: number, length = 15 * minute) {
  const bot = await createBot();
  bot.room("!a", [ana, ben]);
  bot.clock.now = sentAt + 24 * hour;
  const phone = { behind };
  const ts = (after: number) => ({ "org.matrix.msc3488.ts": sentAt + after - phone.behind });
  await bot.hears(beaconInfo({ ...ts(0), timeout: length }));
  let id = 0;
  const moves = async (after: number, waited = 0) => {
    await bot.hears(
      point("geo:52.5,13.4", ts(after - waited), { event_id: `$p${++id}`, origin_server_ts: sentAt + after }),
    );
    const last = bot.received.at(-1);
    return last?.kind === "position" ? last : undefined;
  };
  const told = async () => {
    await bot.idle();
    return bot.sent.filter(({ content }) => String(content["body"]).includes("clock"));
  };
  return { ...bot, phone, moves, told };
}

describe("a phone whose clock is off", () => {
  test.each([
    ["20 minutes behind", 20 * minute],
    ["two hours behind", 2 * hour],
    ["three hours ahead", -3 * hour],
  ])(
    "by %s shares for as long as was chosen, by the server's time, and is as fresh as it is",
    async (_what, behind) => {
      const { moves, received } = await sharing(behind);
      const first = await moves(minute);
      expect(first).toMatchObject({
        startedAt: sentAt,
        until: sentAt + 15 * minute,
        position: { at: sentAt + minute },
      });
      expect((await moves(10 * minute))?.position.at).toBe(sentAt + 10 * minute);
      expect((await moves(14 * minute, 3 * minute))?.position.at).toBe(sentAt + 11 * minute);
      const before = received.length;
      await moves(15 * minute + 1);
      expect(received).toHaveLength(before);
    },
  );

  test("is told of in private, once a day, and only its owner", async () => {
    const { moves, told, clock, hears } = await sharing(20 * minute);
    await moves(minute);
    await moves(2 * minute);
    const [hint, ...more] = await told();
    expect(more).toEqual([]);
    expect(hint?.room).toMatch(/^!direct/);
    expect(String(hint?.content["body"])).toMatch(/about .20 minutes. behind/);
    await hears(location("geo:1,2", { "org.matrix.msc3488.ts": sentAt + 5 * hour }));
    expect(await told()).toHaveLength(1);
    clock.now += 24 * hour;
    await hears(location("geo:1,2", { "org.matrix.msc3488.ts": sentAt + 5 * hour }));
    expect(String((await told())[1]?.content["body"])).toMatch(/ahead/);
  });

  test("because it was set back while it shares goes on to be followed", async () => {
    const { moves, phone } = await sharing(0, hour);
    await moves(minute);
    phone.behind = 40 * minute;
    expect((await moves(2 * minute))?.position.at).toBe(sentAt + 2 * minute);
    expect((await moves(3 * minute))?.position.at).toBe(sentAt + 3 * minute);
  });

  test("because it was put right while it shares goes on to be followed", async () => {
    const { moves, phone } = await sharing(40 * minute, 15 * minute);
    await moves(minute);
    phone.behind = 0;
    expect((await moves(2 * minute))?.position.at).toBe(sentAt + 2 * minute);
  });

  test("because it was set back or put right before its first point, or while the bot was away, is followed all the same", async () => {
    for (const [before, after] of [
      [-3 * hour, 0],
      [-3 * hour, -hour],
      [0, hour],
      [20 * minute, 2 * hour],
    ] as const) {
      const { moves, phone } = await sharing(before);
      phone.behind = after;
      await moves(minute);
      await moves(2 * minute);
      expect((await moves(3 * minute))?.position.at).toBe(sentAt + 3 * minute);
    }
  });
});

test("a clock that is right, or off by less than messages take, is not spoken of, and a late point is as old as it is", async () => {
  for (const behind of [0, 2 * minute, -2 * minute]) {
    const { moves, told } = await sharing(behind);
    await moves(minute);
    expect(await told()).toEqual([]);
  }
  const { moves } = await sharing(0);
  expect((await moves(10 * minute, 4 * minute))?.position.at).toBe(sentAt + 6 * minute);
});

test("what a phone knew before it began to share is not shared", async () => {
  const { moves, received } = await sharing(20 * minute);
  await moves(minute, 5 * minute);
  expect(received.filter(({ kind }) => kind === "position")).toEqual([]);
  for (const waited of [9, 8, 7]) await moves(2 * minute, waited * minute);
  await moves(3 * minute, 8 * minute);
  expect(received.filter(({ kind }) => kind === "position")).toEqual([]);
});

test("a location that waited is shown as old as it says, and its sender is told of that alone", async () => {
  const { hears, received, told } = await sharing(0);
  await hears(location("geo:1,2", { "org.matrix.msc3488.ts": sentAt - 30 * minute }));
  expect(received.at(-1)).toMatchObject({ position: { at: sentAt - 30 * minute } });
  expect((await told()).map(({ content }) => content["body"])).toEqual([expect.stringMatching(/30 minutes. old/)]);
});

test("a location that cannot be read is answered, once in a while, and nothing of it is taken", async () => {
  const { hears, received, bodies, clock } = await sharing(0);
  const answers = () => bodies("!a").filter((body) => body.includes("could not read this location")).length;
  const before = received.length;
  await hears(location("geo:48,85,2,35"));
  await hears(location("geo:48,85,2,35", {}));
  await hears(point("nowhere", {}, { event_id: "$p" }));
  expect([answers(), received.length]).toEqual([1, before]);
  clock.now += hour;
  await hears(point("nowhere", {}, { event_id: "$q" }));
  expect(answers()).toBe(2);
});
