import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createPace } from "../../../../src/bots/telegram/send/pace.ts";
import { personId, roomId } from "../../../../src/core/model/ids.ts";
import type { Message } from "../../../../src/core/model/message.ts";
import { instant, minute, second } from "../../../../src/lib/time.ts";
import { refusal } from "../../../support/fake-bot-api/http/faults.ts";
import { words } from "../../../support/world/words.ts";
import { connect } from "../connect.ts";

const group = -1_000_000_000_001;

/** The most that lie in any span of this length. */
const densest = (times: readonly number[], span: number) =>
  Math.max(0, ...times.map((start) => times.filter((time) => time >= start && time < start + span).length));

/** Everybody wants to say something all the time; each chat says it as soon as it may. */
function flood(chats: readonly number[], forMilliseconds: number, step: number) {
  let now = instant(0);
  const pace = createPace(() => now);
  const sent: { chat: number; at: number }[] = [];
  const next = new Map(chats.map((chat) => [chat, 0]));
  for (; now < forMilliseconds; now = instant(now + step)) {
    for (const chat of chats) {
      while ((next.get(chat) ?? 0) <= now) {
        const delay = pace.takeSlot(chat);
        if (delay === 0) sent.push({ chat, at: now });
        next.set(chat, now + delay);
        if (delay > 0) break;
      }
    }
  }
  return sent;
}

describe("messages", () => {
  test("that go out behind others leave a group six of its twenty a minute, and what cannot wait counts as well", () => {
    let now = instant(0);
    const pace = createPace(() => now);
    let [boards, others] = [0, 0];
    for (; now < minute; now = instant(now + second)) if (pace.takeSlot(group, "behind others") === 0) boards += 1;
    expect(boards).toBe(14);
    now = instant(now - second);
    pace.takeSlot(group, "at once");
    for (; now < minute + 14 * second; now = instant(now + second)) if (pace.takeSlot(group) === 0) others += 1;
    expect(pace.takeSlot(group, "behind others")).toBeGreaterThan(0);
    expect(others).toBeGreaterThanOrEqual(5);
    expect(pace.takeSlot(group, "at once")).toBe(0);
  });

  test("are never more than 30 a second in all, 20 a minute and 1 a second in a group, 5 in 5 seconds in a private chat", () => {
    const chat = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: -60, max: -1 }));
    fc.assert(
      fc.property(
        fc.uniqueArray(chat, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 7, max: 333 }),
        (chats, step) => {
          const sent = flood(chats, 90 * second, step);
          const times = sent.map(({ at }) => at);
          expect(densest(times.slice(0, 400), second)).toBeLessThanOrEqual(30);
          for (const one of chats) {
            const own = sent.filter((message) => message.chat === one).map(({ at }) => at);
            if (one < 0) expect(densest(own, minute)).toBeLessThanOrEqual(20);
            expect(densest(own, one < 0 ? second : 5 * second)).toBeLessThanOrEqual(one < 0 ? 1 : 5);
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  test("use what Telegram allows: 20 go to a group within a minute, and 30 to different chats within a second", () => {
    expect(flood([group], minute, 100)).toHaveLength(20);
    const many = Array.from({ length: 50 }, (_, index) => index + 1);
    expect(flood(many, second, 50)).toHaveLength(30);
  });

  test("to a chat that must wait keep no other chat waiting", () => {
    let now = instant(0);
    const pace = createPace(() => now);
    for (let sent = 0; sent < 20; sent += 1) {
      expect(pace.takeSlot(group)).toBe(0);
      expect(pace.takeSlot(group)).toBe(sent === 19 ? minute - now : second);
      now = instant(now + second);
    }
    expect(pace.takeSlot(group - 1)).toBe(0);
    expect(pace.takeSlot(7)).toBe(0);
  });

  test("to very many chats leave nothing behind that lets one of them have more", () => {
    let now = instant(0);
    const pace = createPace(() => now);
    for (let chat = 1; chat <= 5000; chat += 1) {
      now = instant(now + 40);
      expect(pace.takeSlot(chat)).toBe(0);
    }
    for (const _ of [1, 2, 3, 4]) expect(pace.takeSlot(5000)).toBe(0);
    expect(pace.takeSlot(5000)).toBeGreaterThan(0);
  });
});

describe("the network", () => {
  const say = (parts: Partial<Message> = {}): Message => ({
    kind: "message",
    reader: "everybody",
    lines: [words("Hello.")],
    ...parts,
  });

  test("gives one place a second in a group, and five at once in a private chat", async () => {
    const { api, network, ana, group: march } = await connect();
    const room = { room: roomId("telegram", march.id) };
    const chat = { person: personId("telegram", ana.id) };
    expect([1, 2].map(() => network.takeSlot?.(room))).toEqual([0, 1000]);
    expect([1, 2, 3, 4, 5, 6].map(() => network.takeSlot?.(chat))).toEqual([0, 0, 0, 0, 0, 5000]);
    api.pass(1000);
    expect(network.takeSlot?.(room)).toBe(0);
    expect(network.takeSlot?.({ room: roomId("matrix", "!a:b") })).toBe(0);
  });

  test("counts the further pieces of a message, and an edit in the place of a deletion", async () => {
    const { api, network, group: march } = await connect();
    const room = { room: roomId("telegram", march.id) };
    expect(network.takeSlot?.(room)).toBe(0);
    const lines = [words("x".repeat(4000)), words("y".repeat(4000)), words("z".repeat(4000))];
    const [ref] = await network.send(room, say({ lines }), "key");
    api.faults.next("deleteMessage", refusal(400, "Bad Request: message can't be deleted"));
    if (ref) await network.remove(ref);
    // Four of the minute's twenty are taken; sixteen are left.
    api.pass(1000);
    const times = Array.from({ length: 16 }, () => {
      const delay = network.takeSlot?.(room);
      api.pass(1000);
      return delay;
    });
    expect(times).toEqual(times.map(() => 0));
    expect(network.takeSlot?.(room)).toBe(minute - 17 * second);
  });

  test("deletes at once in a chat in which nothing may be said for a while", async () => {
    const { api, network, group: march } = await connect();
    const room = { room: roomId("telegram", march.id) };
    const [ref] = await network.send(room, say(), "key");
    while (network.takeSlot?.(room) === 0) api.pass(1000);
    expect(network.takeSlot?.(room)).toBeGreaterThan(0);
    if (ref) await network.remove(ref);
    expect(api.screen.fromBot(march)).toEqual([]);
  });
});
