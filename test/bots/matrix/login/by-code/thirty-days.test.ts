import { expect, test } from "vitest";
import { readGrant } from "../../../../../src/bots/matrix/login/by-code/kept-grant.ts";
import { day, hour, minute } from "../../../../../src/lib/time.ts";
import { byCode } from "../../../../support/fake-homeserver/matrix-at-fake.ts";
import { createRandom } from "../../../../support/soaks/telegram/random.ts";
import { asks, at, atFakeInEachTest, provider, startConfirmed } from "./login-at-fake.ts";

atFakeInEachTest();

const [name, span] = process.env["THOROUGH"] ? ["thirty days", 30 * day] : ["eight hours", 8 * hour];

/** It takes some minutes for thirty days. */
const patience = 3_600_000;

test(`the bot goes on for ${name} with tokens of five minutes, over starts, and though every tenth renewal fails: every sync is taken, and nobody is asked for another login`, {
  timeout: patience,
}, async () => {
  const random = createRandom(11);
  let isReady = false;
  at.homeserver.on(({ path }) =>
    path === "/oauth/token" && isReady && random.next() < 0.1 ? { cut: "before" } : undefined,
  );
  let { bot } = await startConfirmed();
  isReady = true;
  const end = at.clock.now + span;
  let nextStart = at.clock.now + hour;
  for (let syncs = 1; at.clock.now < end; syncs++) {
    at.clock.now += (1 + random.below(4)) * minute;
    at.homeserver.happens(`s${syncs}`, {}, { device_one_time_keys_count: { signed_curve25519: 50 } });
    // It asks for the next one only when this one is taken in.
    await at.homeserver.wasAsked(({ path, query }) => path === "sync" && query.get("since") === `s${syncs}`);
    at.homeserver.asked.length = 0;
    if (at.clock.now < nextStart) continue;
    nextStart += (1 + random.below(12)) * hour;
    await bot.stop();
    bot = at.make(byCode);
    await bot.start();
  }
  expect(provider.isGood((await readGrant(at.disk.keep))?.access ?? "")).toBe(true);
  expect(provider.counts["/oauth/token"]).toBeGreaterThan(span / (10 * minute));
  expect(at.lines.filter((line) => line.includes(asks))).toHaveLength(1);
});
