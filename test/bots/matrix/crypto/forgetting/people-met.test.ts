import { expect, onTestFinished, test } from "vitest";
import { lookForPeopleEvery } from "../../../../../src/bots/matrix/limits.ts";
import { botAtFake } from "../../../../support/fake-homeserver/bot-at-fake.ts";
import { encryptedTalk } from "../../../../support/fake-homeserver/encrypted-talk.ts";
import type { Reply } from "../../../../support/fake-homeserver/fake-homeserver.ts";
import { otherDevice } from "../../../../support/fake-homeserver/other-device.ts";

const room = "!a:fake.test";

async function met() {
  const at = await botAtFake();
  onTestFinished(() => at.leave());
  const devices = [await otherDevice("@ana:fake.test")];
  const talk = encryptedTalk(at, room, devices);
  const answers = {
    joined: { json: { joined_rooms: [room, "!plain:fake.test"] } } as Reply,
    members: undefined as Reply | undefined,
  };
  at.homeserver.on(({ path }) => {
    if (path === "joined_rooms") return answers.joined;
    return path === `rooms/${room}/members` ? answers.members : undefined;
  });
  void at.receive();
  await talk.hears([]);
  await at.bot.send(room, "m.room.message", { body: "here" }, "t");
  const looks = () => at.homeserver.asked.filter(({ path }) => path === "joined_rooms").length;
  return { ...at, talk, devices, answers, looks };
}

test("it is looked for people once a day, and in encrypted rooms only; after somebody left, when it is asked the next time", async () => {
  const at = await met();
  await at.bot.forgetPeople();
  at.clock.now += lookForPeopleEvery - 1;
  await at.bot.forgetPeople();
  expect(at.looks()).toBe(1);
  at.clock.now += 1;
  await at.bot.forgetPeople();
  expect(at.looks()).toBe(2);
  for (const [count, more] of [
    [3, { device_lists: { left: ["@eva:fake.test"] } }],
    [4, {}],
  ] as const) {
    const leaving = {
      type: "m.room.member",
      state_key: "@eva:fake.test",
      content: { membership: "leave" },
      event_id: "$l",
    };
    await at.talk.hears(count === 4 ? [leaving] : [], more);
    await at.bot.forgetPeople();
    expect(at.looks()).toBe(count);
  }
  await at.bot.forgetPeople();
  expect(at.looks()).toBe(4);
  expect(at.homeserver.asked.some(({ path }) => path === "rooms/!plain:fake.test/members")).toBe(false);
});

test("while it cannot be known who is in a room nobody is forgotten, and it is tried again; a room that is not there has nobody", async () => {
  const at = await met();
  at.answers.members = { status: 500 };
  await expect(at.bot.forgetPeople()).rejects.toThrow();
  at.answers.members = undefined;
  expect(await at.bot.forgetPeople()).toBe(0);
  expect(at.looks()).toBe(2);
  at.clock.now += lookForPeopleEvery;
  at.answers.members = { status: 403, json: { errcode: "M_FORBIDDEN" } };
  expect(await at.bot.forgetPeople()).toBeGreaterThan(0);
});

test("whoever is tracked while it is looked is not forgotten", async () => {
  const at = await met();
  const held = Promise.withResolvers<void>();
  at.answers.members = { json: { chunk: [] }, held: held.promise };
  const forgetting = at.bot.forgetPeople();
  await at.homeserver.wasAsked(({ path }) => path === "joined_rooms");
  const joining = {
    type: "m.room.member",
    state_key: "@ana:fake.test",
    content: { membership: "join" },
    event_id: "$j",
  };
  await at.talk.hears([joining]);
  held.resolve();
  expect(await forgetting).toBe(0);
});
