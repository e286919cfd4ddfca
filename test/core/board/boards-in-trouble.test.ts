import { describe, expect, test } from "vitest";
import { hour, minute, second } from "../../../src/lib/time.ts";
import { createWorld } from "../../support/world/world.ts";
import { startBoard } from "./board-room.ts";

describe("while the program is off", () => {
  test("what ends is gone from the board within a second of its start", async () => {
    for (const away of [2 * minute, 90 * minute, 46 * hour]) {
      const { world, phone } = await startBoard();
      await world.pass(minute);
      await world.stop();
      world.skip(away);
      await world.restart();
      if (away === 2 * minute) await phone.stops();
      await world.pass(second);
      expect([away, world.shown("march").filter((said) => said.includes("52.00000"))]).toEqual([away, []]);
    }
  });

  test("a board whose shares go on stays, and is brought up to date", async () => {
    const { world, boards, read, phone } = await startBoard();
    const [first] = boards();
    await world.stop();
    world.skip(10 * minute);
    await world.restart();
    await phone.moves(52.7, 13);
    await world.pass(minute);
    expect(boards()).toEqual([first]);
    expect(read()).toContain("52.70000");
  });
});

test("where the machine slept, what is over goes, and another board comes within a minute", async () => {
  const { world, read, phone } = await startBoard();
  await world.pass(minute);
  for (const asleep of [20 * minute, 58 * minute]) {
    world.skip(asleep);
    await world.pass(second);
    await phone.moves(52.3, 13);
    await world.pass(minute);
    expect([asleep, read()]).toEqual([asleep, expect.stringContaining("52.30000")]);
  }
});

describe("when the network does not take an edit", () => {
  const later = { kind: "later", after: 10 * minute } as const;

  test("what is over goes with the whole board, and a new one comes once it takes something again", async () => {
    const { world, boards, phone, read } = await startBoard();
    await world.shares("ben", "march", { at: [53, 14], live: 3 * hour });
    await world.pass(minute);
    world.network.fail("edit", later);
    await phone.stops();
    await world.pass(second);
    expect(world.shown("march").join()).not.toContain("52.00000");
    expect(boards()).toEqual([]);
    await world.pass(9 * minute);
    expect(boards()).toEqual([]);
    await world.pass(minute);
    expect(read()).toContain("53.00000");
  });

  test("a board that cannot be edited any more is deleted, and another comes after a while", async () => {
    const { world, boards, phone, read } = await startBoard();
    await world.pass(minute);
    world.network.fail("edit", { kind: "refused" });
    await phone.moves(52.1, 13);
    await world.pass(minute);
    expect(boards()).toEqual([]);
    await world.pass(10 * minute);
    expect(read()).toContain("52.10000");
  });

  test("though it was taken, and its share ends, all that it may show is gone", async () => {
    const { world, boards } = await startBoard();
    const ben = await world.shares("ben", "march", { at: [53, 14], live: 3 * hour });
    world.network.fail("edit", later, true);
    await world.pass(minute);
    expect(world.shown("march").join()).toContain("53.00000");
    await ben.stops();
    await world.pass(second);
    expect(world.shown("march").join()).not.toContain("53.00000");
    expect(boards().length).toBeLessThanOrEqual(1);
  });

  test("and does not end it at all, what is over goes past it within five seconds", async () => {
    const { world, phone } = await startBoard();
    await world.shares("ben", "march", { at: [53, 14], live: 3 * hour });
    world.skip(minute);
    await world.tick();
    const release = world.network.hold();
    await world.receive({ kind: "share-ended", person: phone.first.from.person, share: phone.first.share });
    for (let count = 0; count < 4; count += 1) {
      world.skip(second);
      await Promise.race([world.tick(), new Promise((resolve) => setImmediate(() => setImmediate(resolve)))]);
    }
    expect(world.network.held()).toBeGreaterThan(1);
    release();
    await world.idle();
    expect(world.shown("march").join()).not.toContain("52.00000");
  });
});

test("a network that refuses a board is not asked again for a while", async () => {
  const world = await createWorld({ boardHolds: 100 });
  world.room("march", "ana", "ben");
  await world.says("ana", "march", "/setup board on");
  world.network.fail("send", { kind: "refused" });
  const phone = await world.shares("ana", "march", { at: [52, 13], live: 3 * hour });
  for (let count = 0; count < 8; count += 1) {
    await phone.moves(52.1, 13 + count / 100);
    await world.pass(minute);
  }
  expect(world.last("march")).not.toContain("board up to date");
  await world.pass(3 * minute);
  expect(world.last("march")).toContain("52.10000");
});

test("the bot that is put out of a room has nothing standing that it would not delete when it comes back", async () => {
  const { world, boards, phone } = await startBoard();
  await world.pass(minute);
  world.network.fail("edit", { kind: "gone" });
  world.network.fail("remove", { kind: "gone" });
  await phone.moves(52.1, 13);
  await world.pass(minute);
  expect(boards()).toHaveLength(1);
  await world.tell({ kind: "bot-joined", room: phone.first.from.place!.room });
  await world.pass(second);
  expect(boards()).toEqual([]);
});

test("a room that goes by another id has its board there", async () => {
  const { world, phone } = await startBoard();
  const from = phone.first.from.place!.room;
  world.network.move("march", "march2");
  const to = from.replace("march", "march2") as typeof from;
  await world.tell({ kind: "room-moved", from, to });
  await world.pass(minute);
  expect(world.shown("march2").join()).toContain("52.00000");
});
