import { expect, test } from "vitest";
import { inviteForAnswersWithin } from "../../../../src/bots/matrix/limits.ts";
import { personId } from "../../../../src/core/model/ids.ts";
import type { Message } from "../../../../src/core/model/message.ts";
import { failureOf } from "../../../support/networks/harness.ts";
import { words } from "../../../support/world/words.ts";
import { createBot } from "../fake/bot-at-fake.ts";
import { coreAtFake } from "../fake/core-at-fake.ts";
import { ana, ben, event } from "../fake/events.ts";
import { refusal } from "../fake/fake-account.ts";

async function march() {
  const world = await coreAtFake();
  world.room("!march", [ana, ben], { encrypted: true });
  world.rooms.get("!march")?.state.set("m.room.name ", { content: { name: "march" } });
  const directs = () => world.direct.get(ben) ?? [];
  const share = () => world.answer(() => world.says(ben, "!march", "!share"), "!march");
  /** Ben takes the invitation, or turns it down. */
  const becomes = async (membership: "join" | "leave", room = directs().at(-1) ?? "") => {
    world.rooms.get(room)?.invited.splice(0);
    if (membership === "join") world.rooms.get(room)?.members.push(ben);
    await world.hears(
      event(
        "m.room.member",
        { membership },
        {
          sender: ben,
          state_key: ben,
          event_id: `$${membership}${room}`,
          unsigned: { prev_content: { membership: "invite" } },
        },
      ),
      room,
    );
    await world.core.idle();
  };
  return { ...world, directs, share, becomes };
}

test("who says !share is invited into one encrypted direct chat, and reads there what to do", async () => {
  const { share, directs, rooms, read, becomes, shares, says } = await march();
  const [answer = ""] = await share();
  expect(answer).toContain("I write to you in a direct chat, and invite you into it.");
  expect(answer).not.toContain("!start");
  const [chat = ""] = directs();
  expect([rooms.get(chat)?.encrypted, rooms.get(chat)?.invited]).toEqual([true, [ben]]);
  expect(read(chat)).toEqual([expect.stringContaining("From here you share with the members of march")]);
  await becomes("join");
  await share();
  expect([directs(), read(chat).length]).toEqual([[chat], 2]);
  await shares(ben, chat);
  expect(read(chat).at(-1)).toContain("The members of march can see this position");
  await says(ana, "!march", "!whereis");
  expect(read("!march").at(-1)).toContain("52.5163");
});

test("who turned it down is invited no more for ten minutes, and is told to begin one", async () => {
  const { share, directs, becomes, clock } = await march();
  await share();
  await becomes("leave");
  expect((await share()).at(-1)).toContain("Begin one with me");
  expect(directs()).toEqual([]);
  clock.now += inviteForAnswersWithin - 1;
  expect((await share()).at(-1)).toContain("Begin one with me");
  clock.now += 1;
  expect(await share()).toHaveLength(1);
  expect(directs()).toHaveLength(1);
});

test("where the homeserver refuses to invite, the room is told; what it limits is done later", async () => {
  const { share, directs, fail, read, pass } = await march();
  fail((method) => (method === "createDirectRoom" ? refusal(403) : undefined));
  expect((await share()).at(-1)).toContain("Begin one with me");
  let tries = 0;
  fail((method) =>
    method === "createDirectRoom" && ++tries === 1 ? refusal(429, "M_LIMIT_EXCEEDED", 2000) : undefined,
  );
  await pass(inviteForAnswersWithin);
  await share();
  await pass(inviteForAnswersWithin);
  expect([tries, directs().length]).toEqual([2, 1]);
  expect(read(directs()[0] ?? "")).toHaveLength(1);
});

test("who was asked where they are before they came is asked once they have come", async () => {
  const { share, directs, becomes, says, read, room, direct } = await march();
  room("!own", [ana], { encrypted: true });
  direct.set(ana, ["!own"]);
  await says(ana, "!march", "!whereis");
  await says(ben, "!march", "!whereis");
  await share();
  await says(ana, "!own", "!ask ben");
  const [chat = ""] = directs();
  expect(read(chat)).toHaveLength(1);
  await becomes("join");
  expect(read(chat).at(-1)).toContain("asks where you are");
});

const hello: Message = { kind: "message", reader: "one person", lines: [words("hello")] };
const toBen = { person: personId("matrix", ben) };

test("cut off when the room was made and not yet noted, it is found again: nobody is invited into two", async () => {
  const bot = await createBot();
  bot.room("!march", [ana, ben]);
  bot.fail((method) => (method === "createDirectRoom, made" ? refusal(undefined, "TIMEOUT") : undefined));
  expect(await failureOf(bot.network.send(toBen, hello, "1"))).toBe("later");
  bot.fail(() => undefined);
  // As after a start: nothing is known but what is kept, and what the homeserver has.
  const again = await createBot({ account: bot.account, kept: bot.kept });
  expect(await failureOf(again.network.send(toBen, hello, "1"))).toBe("done");
  expect(bot.account.asked.filter((method) => method === "createDirectRoom")).toHaveLength(1);
  expect([...bot.rooms.keys()]).toEqual(["!march", "!direct1"]);
  expect(bot.bodies("!direct1")).toEqual([expect.stringContaining("hello")]);
});

test("a room that somebody else made with the bot is not taken for the one that was cut off", async () => {
  const bot = await createBot();
  bot.room("!theirs", [ben]);
  bot.rooms.get("!theirs")?.state.set("m.room.create ", { sender: ben, content: {} });
  bot.fail((method) => (method === "createDirectRoom" ? refusal(undefined, "TIMEOUT") : undefined));
  await failureOf(bot.network.send(toBen, hello, "1"));
  bot.fail(() => undefined);
  expect(await failureOf(bot.network.send(toBen, hello, "1"))).toBe("done");
  expect(bot.bodies("!theirs")).toEqual([]);
  expect(bot.direct.get(ben)).toEqual(["!direct1"]);
});

test("a room in the making is not greeted as one that somebody else began", async () => {
  const bot = await createBot();
  bot.fail((method) => (method === "createDirectRoom, made" ? refusal(undefined, "TIMEOUT") : undefined));
  await failureOf(bot.network.send(toBen, hello, "1"));
  bot.fail(() => undefined);
  await bot.joins("!direct0");
  expect(bot.bodies("!direct0")).toEqual([]);
});

test("two things that are said to one person at once go into one direct chat", async () => {
  const bot = await createBot();
  await Promise.all(["1", "2", "3"].map((key) => bot.network.send(toBen, hello, key)));
  expect(bot.direct.get(ben)).toEqual(["!direct0"]);
  expect(bot.bodies("!direct0")).toHaveLength(3);
});
