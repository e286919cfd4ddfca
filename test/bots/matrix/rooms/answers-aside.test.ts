import { expect, test } from "vitest";
import { inviteForAnswersWithin, joinLookedAt } from "../../../../src/bots/matrix/limits.ts";
import { personId, roomId } from "../../../../src/core/model/ids.ts";
import type { Message } from "../../../../src/core/model/message.ts";
import { instant } from "../../../../src/lib/time.ts";
import { failureOf } from "../../../support/networks/harness.ts";
import { words } from "../../../support/world/words.ts";
import { createBot } from "../fake/bot-at-fake.ts";
import { ana, ben, event, me } from "../fake/events.ts";
import { refusal } from "../fake/fake-account.ts";

const secret: Message = { kind: "message", reader: "one person", lines: [words("at the bridge")] };
const toAna = { person: personId("matrix", ana), within: { room: roomId("matrix", "!a") } };

async function march(settings: Parameters<typeof createBot>[0] = {}) {
  const bot = await createBot(settings);
  bot.room("!a", [ana, ben]);
  const say = () => failureOf(bot.network.send(toAna, secret, "key"));
  const directs = () => bot.direct.get(ana) ?? [];
  const join = (room: string) => {
    bot.rooms.get(room)?.members.push(ana);
    bot.rooms.get(room)?.invited.splice(0);
  };
  return { ...bot, say, directs, join };
}

test("who asks in a room is invited to an encrypted private chat once, and is told nothing until they are there", async () => {
  const { network, say, directs, sent, rooms, join, bodies } = await march();
  const first = network.send(toAna, secret, "key");
  await expect(first).rejects.toMatchObject({ failure: { kind: "not joined", after: joinLookedAt } });
  expect(await say()).toBe("not joined");
  const [chat = ""] = directs();
  expect([directs().length, rooms.get(chat)?.encrypted, rooms.get(chat)?.invited, sent]).toEqual([1, true, [ana], []]);
  join(chat);
  expect(await say()).toBe("done");
  expect(bodies(chat)).toEqual([expect.stringContaining("at the bridge")]);
  expect(bodies("!a")).toEqual([]);
});

test("a private chat that is not encrypted is not used for it", async () => {
  const { say, directs, sent, account } = await march({ privateChatWith: ana });
  const plain = account.rooms.get("!alone");
  if (plain) plain.encrypted = false;
  expect(await say()).toBe("not joined");
  expect(directs()).toHaveLength(2);
  expect(sent).toEqual([]);
});

test("a private chat in which somebody else is by now is not used either", async () => {
  const { say, account, sent } = await march({ privateChatWith: ana });
  expect(await say()).toBe("done");
  account.rooms.get("!alone")?.invited.push(ben);
  expect(await say()).toBe("not joined");
  expect(sent).toHaveLength(1);
});

test("who turned the invitation down is waited for, and invited again after ten minutes", async () => {
  const { say, directs, account, clock } = await march();
  await say();
  const turnDown = () => account.rooms.get(directs().at(-1) ?? "")?.invited.splice(0);
  turnDown();
  expect(await say()).toBe("not joined");
  clock.now += inviteForAnswersWithin - 1;
  expect(await say()).toBe("not joined");
  expect(directs()).toHaveLength(1);
  clock.now += 1;
  expect(await say()).toBe("not joined");
  expect(directs()).toHaveLength(2);
});

test("who turned it down and begins a private chat reads there what waited", async () => {
  const { say, directs, account, hears, bodies, joins } = await march();
  await say();
  account.rooms.get(directs()[0] ?? "")?.invited.splice(0);
  account.room("!own", [ana], { encrypted: true });
  account.rooms.get("!own")?.state.set(`m.room.member ${me}`, { content: { membership: "join", is_direct: true } });
  await joins("!own");
  await hears(event("m.room.message", { msgtype: "m.text", body: "!help" }, { sender: ana }), "!own", "decrypted");
  expect(await say()).toBe("done");
  expect(bodies("!own").at(-1)).toContain("at the bridge");
});

test("where the homeserver refuses to make one, nothing waits for it", async () => {
  const { say, account, directs } = await march();
  account.fail((method) => (method === "createDirectRoom" ? refusal(403) : undefined));
  expect([await say(), directs()]).toEqual(["refused", []]);
});

test("a position, or a pin, waits for who is only invited as well when it was asked for in private", async () => {
  const { network, sent } = await march();
  const { within: _, ...alone } = toAna;
  const plain: Message = { ...secret, lines: [words("hello")] };
  await network.send(alone, plain, "1");
  expect(sent).toHaveLength(1);
  const shown = { circle: "c", person: toAna.person, precision: "exact", share: "s", at: instant(1) } as never;
  const showing: Message = { ...secret, answer: { shows: [shown], until: instant(2) } };
  expect(await failureOf(network.send(alone, showing, "2"))).toBe("not joined");
  expect(await failureOf(network.send(alone, { ...secret, pin: { latitude: 1, longitude: 2 } }, "3"))).toBe(
    "not joined",
  );
  expect(sent).toHaveLength(1);
});

test("what was sent there before is found by its key, and no private chat is made for that", async () => {
  const { network, directs } = await march();
  expect(await network.sentBefore?.(toAna, "key")).toEqual([]);
  expect(directs()).toEqual([]);
  const other = await march({ privateChatWith: ana });
  await other.say();
  expect(await other.network.sentBefore?.(toAna, "key")).toHaveLength(1);
});
