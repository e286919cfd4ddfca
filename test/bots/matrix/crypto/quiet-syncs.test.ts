import { expect, onTestFinished, test } from "vitest";
import { type BotAtFake, botAtFake } from "../../../support/fake-homeserver/bot-at-fake.ts";
import { encryptedTalk } from "../../../support/fake-homeserver/encrypted-talk.ts";
import { otherDevice } from "../../../support/fake-homeserver/other-device.ts";
import { countCommits } from "../../../support/stores/count-commits.ts";

const room = "!a:fake.test";
const keys = (count: number, unused = ["signed_curve25519"]) => ({
  device_one_time_keys_count: { signed_curve25519: count },
  device_unused_fallback_key_types: unused,
});

async function talking() {
  const at = await botAtFake();
  onTestFinished(() => at.leave());
  const phone = await otherDevice("@ana:fake.test");
  const talk = encryptedTalk(at, room, [phone]);
  void at.receive();
  return { at, phone, talk };
}

const uploads = ({ homeserver }: BotAtFake) =>
  homeserver.asked.filter(({ path, body }) => path === "keys/upload" && Object(body).one_time_keys !== undefined)
    .length;

test("a sync in which nothing is for the machine waits for no disk, and what comes after many of them is taken in", async () => {
  const { at, phone, talk } = await talking();
  // What the first one has begun is over by then.
  for (let sync = 0; sync < 3; sync++) await talk.hears([], keys(50));
  const commits = countCommits();
  for (let sync = 0; sync < 5; sync++) await talk.hears([], keys(50));
  expect(commits.count()).toBe(0);

  const first = await talk.says(phone, "$1", "hello");
  await talk.hears([first.event], { to_device: { events: first.toDevice }, ...keys(49) });
  expect(at.happened).toContain("event decrypted $1");
});

test("keys that were taken are made up for, each time, though the counts stood still between", async () => {
  const { at, talk } = await talking();
  await talk.hears([], keys(50));
  for (const taken of [3, 3, 49, 7]) {
    await talk.hears([], keys(50));
    await talk.hears([], keys(50));
    const before = uploads(at);
    await talk.hears([], keys(taken));
    await at.homeserver.wasAsked(() => uploads(at) > before);
  }
});

test("a list of devices that changed is asked for, and a new start hears of the first sync whatever is in it", async () => {
  const { at, phone, talk } = await talking();
  await talk.hears([], keys(50));
  await at.bot.send(room, "m.room.message", { body: "here" }, "t");
  const queries = () =>
    at.homeserver.asked.filter(({ path, body }) => path === "keys/query" && phone.userId in Object(body).device_keys)
      .length;
  const before = queries();
  await talk.hears([], keys(50));
  await talk.hears([], keys(50));
  expect(queries()).toBe(before);
  await talk.hears([], { device_lists: { changed: [phone.userId] }, ...keys(50) });
  await at.homeserver.wasAsked(() => queries() === before + 1);
});
