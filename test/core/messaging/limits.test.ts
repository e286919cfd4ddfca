import { describe, expect, test } from "vitest";
import type { Services } from "../../../src/core/commands/define-command.ts";
import { commands } from "../../../src/core/commands/index.ts";
import { createGuards } from "../../../src/core/messaging/guards.ts";
import type { MessageRef } from "../../../src/core/model/ids.ts";
import { roomId } from "../../../src/core/model/ids.ts";
import {
  adviceEvery,
  commandsWithin,
  maxCommandAge,
  maxCommandsInAll,
  maxCommandsPerPerson,
  maxCommandsPerRoom,
  maxHintsAboutWords,
  maxReactions,
  maxWaitingInAll,
  maxWaitingPerChat,
} from "../../../src/core/model/limits.ts";
import { createQueue } from "../../../src/core/queue/queue.ts";
import type { Networks } from "../../../src/core/rooms/membership.ts";
import type { QueuedItem } from "../../../src/core/storage/records/record-keys.ts";
import type { SealedRecords } from "../../../src/core/storage/records/sealed-records.ts";
import { hour, instant, later, minute } from "../../../src/lib/time.ts";
import type { World } from "../../support/world/world.ts";
import { createWorld } from "../../support/world/world.ts";

const count = (max: number) => Array.from({ length: max }, (_, index) => index);
const march = async (...others: string[]) => {
  const world = await createWorld();
  world.room("march", "ana", "ben", ...others);
  return world;
};

describe("commands", () => {
  /** @param who says the n-th */
  async function flood(world: World, max: number, say: (index: number) => Promise<unknown>, chat: () => string[]) {
    for (const index of count(max)) await say(index);
    expect(chat()).toHaveLength(max);
    // One word, then quiet.
    for (const index of count(5)) await say(max + index);
    expect(chat()).toHaveLength(max + 1);
    await world.pass(commandsWithin);
    await say(0);
    expect(chat()).toHaveLength(max + 2);
  }

  test("of one person: one word when there are too many, then quiet until the minute is over", async () => {
    const world = await march();
    await flood(
      world,
      maxCommandsPerPerson,
      () => world.says("ana", "march", "/help"),
      () => world.said("march"),
    );
    expect(world.said("march").at(-2)).toContain("That was a lot in a short time");
    await world.says("ben", "march", "/help");
    expect(world.last("march")).toContain("/whereis");
  });

  test("of one person: in private, where words that are no command count too", async () => {
    const world = await march();
    await flood(
      world,
      maxCommandsPerPerson,
      () => world.says("ana", undefined, "/nonsense"),
      () => world.shown("ana"),
    );
  });

  test("words that are none, in private, are told of so many times a minute, and hold up no command", async () => {
    const world = await march();
    const writes = async () => {
      await world.receive({ ...world.command("ana", undefined, "/x"), name: "", argument: "" });
      await world.idle();
    };
    const told = () => world.shown("ana").filter((said) => said.startsWith("I understand commands"));
    for (const _ of count(maxHintsAboutWords + 30)) await writes();
    expect(told()).toHaveLength(maxHintsAboutWords);
    await world.says("ana", undefined, "/help");
    expect(world.last("ana")).toContain("/whereis");
    await world.pass(commandsWithin);
    await writes();
    await world.idle();
    expect(told()).toHaveLength(maxHintsAboutWords + 1);
  });

  test("words for the bot that are none, in a room, are told of once in a while, whoever says them", async () => {
    const world = await march();
    const call = { addressed: true, unmarked: true } as const;
    const says = async (who: string, words: string) => {
      await world.receive({ ...world.command(who, "march", words), ...call });
      await world.idle();
    };
    await says("ana", "/where is ben");
    await says("ben", "/hello");
    expect(world.shown("march")).toEqual([expect.stringContaining("I understand commands")]);
    await says("ben", "/whereis");
    expect(world.last("march")).toContain("Nobody shares");
    await world.pass(adviceEvery);
    await says("ben", "/hello");
    expect(world.last("march")).toContain("I understand commands");
  });

  test("of one room: the same, and its people are still answered elsewhere", async () => {
    const people = count(maxCommandsPerRoom + 5).map((index) => `p${index}x`);
    const world = await march(...people);
    const say = (index: number) => world.says(people[index] ?? "ana", "march", "/privacy");
    await flood(world, maxCommandsPerRoom, say, () => world.said("march"));
    for (const index of count(maxCommandsPerRoom)) await say(index);
    await world.says("p0x", undefined, "/help");
    expect(world.last("p0x")).toContain("/whereis");
  });

  test("in all: each chat is told once, then quiet until the minute is over", async () => {
    const world = await march();
    let now = world.now();
    const networks: Networks = new Map([["telegram", world.network.port]]);
    const guards = createGuards({ networks, commands } as Services, () => now);
    const admit = (who: string, room: string) => {
      const admitted = guards.admit({ ...world.command(who, room, "/help"), sentAt: now });
      return "command" in admitted ? "free" : admitted.refused.length;
    };
    for (const index of count(maxCommandsInAll)) expect(admit(`p${index}`, `r${index}`)).toBe("free");
    expect(["ana", "ben"].map((who) => admit(who, "march"))).toEqual([1, 0]);
    expect(admit("ana", "family")).toBe(1);
    expect("command" in guards.admit(world.command("ana", "march", "/stop"))).toBe(true);
    now = later(now, commandsWithin);
    expect(admit("ana", "march")).toBe("free");
  });

  test.each(["/stop", "/forget"])("%s has its effect however many came before it, and is answered", async (end) => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    for (const _ of count(maxCommandsPerPerson + 5)) await world.says("ana", "march", "/help");
    const before = world.said("march").length;
    await world.says("ana", "march", end);
    expect(world.said("march")).toHaveLength(before + 1);
    await world.says("ben", "march", "/whereis");
    expect(world.last("march")).toContain("Nobody shares");
  });

  test.each(["/stop", "/forget"])("%s with nothing left to end is answered once a minute", async (end) => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    for (const _ of count(10)) await world.says("ana", "march", end);
    // The first ended something.
    expect(world.said("march")).toHaveLength(2);
    await world.pass(minute);
    for (const _ of count(10)) await world.says("ana", "march", end);
    expect(world.said("march")).toHaveLength(3);
    // What ends something is always answered.
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    await world.says("ana", "march", end);
    expect(world.said("march")).toHaveLength(4);
  });

  test("are answered up to five minutes after they were said, /stop however late", async () => {
    const world = await march();
    await world.says("ben", "march", "/help", { ago: maxCommandAge });
    expect(world.shown("march")).toHaveLength(1);
    await world.says("ben", "march", "/help", { ago: maxCommandAge + 1 });
    expect(world.last("march")).toContain("it reached me only now");
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    await world.says("ana", "march", "/stop", { ago: hour });
    expect(world.last("march")).toContain("Stopped");
  });
});

describe("what waits", () => {
  const now = instant(0);
  const none = async () => undefined;
  const records = { get: none, getMany: async () => [], set: none, delete: none } as unknown as SealedRecords;
  const to = (room: string) => ({ room: roomId("telegram", room) });
  const message = (id: string, room: string): QueuedItem => ({
    kind: "message",
    id,
    to: to(room),
    message: { kind: "message", reader: "everybody", lines: [] },
    due: now,
    droppedAt: now,
  });
  const removal = (id: string, room: string): QueuedItem => ({
    kind: "removal",
    id,
    to: to(room),
    refs: [],
    shows: [],
    textOnly: true,
    due: now,
    droppedAt: now,
  });

  test("in one chat: so many, and what is beyond is dropped; what is deleted always has room", async () => {
    const queue = createQueue(records);
    for (const index of count(maxWaitingPerChat)) {
      expect(queue.hasSpace(to("march").room)).toBe(true);
      await queue.put(message(`${index}`, "march"));
    }
    expect(queue.hasSpace(to("march").room)).toBe(false);
    expect(queue.hasSpace(to("family").room)).toBe(true);
    await queue.put(removal("end", "march"));
    expect(queue.items()).toHaveLength(maxWaitingPerChat + 1);
    await queue.remove("0");
    expect(queue.hasSpace(to("march").room)).toBe(true);
  });

  test("in one chat: the core drops what is beyond, and /stop there still has its effect", async () => {
    const people = count(maxWaitingPerChat + 10).map((index) => `p${index}x`);
    const world = await march(...people);
    await world.shares("ana", "march", { at: [52, 13], live: 3 * hour });
    world.network.fail("send", { kind: "later", after: 2 * minute });
    for (const who of people) await world.says(who, "march", "/privacy");
    await world.says("ana", "march", "/stop");
    await world.pass(3 * minute);
    expect(world.shown("march")).toHaveLength(maxWaitingPerChat);
    await world.says("ben", "march", "/whereis");
    expect(world.last("march")).toContain("Nobody shares");
  });

  test("in all", async () => {
    const queue = createQueue(records);
    for (const index of count(maxWaitingInAll)) {
      if (index === maxWaitingInAll - 1) expect(queue.hasSpace(to("new").room)).toBe(true);
      void queue.put(message(`${index}`, `r${index % 1000}`));
    }
    await queue.put(removal("end", "march"));
    expect(queue.hasSpace(to("new").room)).toBe(false);
    expect(queue.items()).toHaveLength(maxWaitingInAll + 1);
  });

  test("as a reaction: so many, and those beyond are not given", async () => {
    const queue = createQueue(records);
    for (const index of count(maxReactions + 1))
      await queue.put({
        id: `${index}`,
        to: to("march"),
        message: `telegram:march/${index}` as MessageRef,
        kind: "reaction",
        due: now,
        droppedAt: now,
      } as QueuedItem);
    expect(queue.items()).toHaveLength(maxReactions);
  });
});
