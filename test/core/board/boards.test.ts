import { describe, expect, test } from "vitest";
import { hour, minute, second } from "../../../src/lib/time.ts";
import { createWorld } from "../../support/world/world.ts";
import { startBoard } from "./board-room.ts";

describe("a board", () => {
  test("stands as long as somebody shares, says who and where, and nobody's phone rings for it", async () => {
    const { world, boards, read, phone } = await startBoard();
    expect(boards()).toHaveLength(1);
    expect(read()).toContain("One person shares with this room now.\nAna is at 52.00000, 13.00000");
    expect(read()).not.toContain("Kept for");
    await phone.stops();
    await world.pass(second);
    expect(boards()).toEqual([]);
    expect(world.shown("march").join()).not.toContain("52.00000");
  });

  test("was sent without anybody on it, and edited afterwards", async () => {
    const world = await createWorld({ boardHolds: 100 });
    world.room("march", "ana", "ben");
    await world.says("ana", "march", "/setup board on");
    world.network.fail("edit", { kind: "later", after: minute });
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    await world.pass(second);
    expect(world.last("march")).toBe("Here I show who shares with this room.");
    await world.pass(2 * minute);
    expect(world.last("march")).toContain("52.00000");
  });

  test("is brought up to date in place, three times a minute at most while nobody asks", async () => {
    const { world, boards, read, phone } = await startBoard();
    const [first] = boards();
    const before = first!.edits;
    for (let count = 1; count <= 60; count += 1) {
      await phone.moves(52 + count / 1000, 13);
      await world.pass(second);
    }
    expect(boards()).toEqual([first]);
    expect(first!.edits - before).toBe(3);
    await world.pass(20 * second);
    expect(read()).toContain("52.06000");
  });

  test("loses who stops at once, and keeps the others", async () => {
    const { world, read, phone } = await startBoard();
    await world.shares("ben", "march", { at: [53, 14], live: 3 * hour });
    await world.pass(minute);
    expect(read()).toContain("52.00000");
    expect(read()).toContain("53.00000");
    await phone.stops();
    expect(read()).not.toContain("52.00000");
    expect(read()).toContain("53.00000");
  });

  test("goes as a whole when more end in a minute than it may be edited", async () => {
    const { world, boards } = await startBoard();
    const others = [];
    for (const who of ["ben", "cleo"])
      for (let at = 1; at <= 3; at += 1)
        others.push(await world.shares(who, "march", { at: [53 + at, 14], live: 3 * hour }));
    await world.pass(2 * minute);
    const edits = () => boards().reduce((sum, post) => sum + post.edits, 0);
    const before = edits();
    await others[5]!.stops();
    await others[2]!.stops();
    expect(edits() - before).toBe(2);
    for (const phone of others) await phone.stops();
    expect(world.shown("march").join()).not.toMatch(/5[3-9]\.00000/);
  });

  test("loses a position when its time is over, and says so of who shares on", async () => {
    const { world, boards, read } = await startBoard();
    await world.pass(50 * minute);
    expect(read()).toContain("Ana was last seen at 52.00000");
    await world.pass(10 * minute);
    await world.pass(minute);
    expect(read()).toContain("Ana still shares, but I have no position now.");
    expect(boards()).toHaveLength(1);
  });

  test("says of nobody that they are where they were seen too long ago", async () => {
    const { world, read } = await startBoard();
    await world.pass(5 * minute - second);
    expect(read()).toContain("Ana is at");
    await world.pass(second);
    expect(read()).toContain("Ana was last seen at");
  });

  test("shows nobody more exactly than they want from now on", async () => {
    const { world, read } = await startBoard();
    await world.says("ana", "march", "/precision 5km");
    expect(read()).not.toContain("52.00000");
    await world.pass(minute);
    expect(read()).toContain("Ana is at 52.01, 13.00,");
  });

  test("goes with /forget, with who leaves, with a wipe, and with its setting", async () => {
    for (const end of ["/forget", "leaves", "/wipe", "/setup board off"]) {
      const { world, boards } = await startBoard();
      expect(boards()).toHaveLength(1);
      if (end === "leaves") await world.leaves("ana", "march");
      else await world.says("ana", "march", end);
      if (end === "/wipe") await world.says("ana", "march", "/wipe yes");
      expect([end, world.shown("march").filter((said) => said.includes("52.00000"))]).toEqual([end, []]);
      await world.pass(second);
      expect([end, boards()]).toEqual([end, []]);
    }
  });

  test("shows only whom the network calls a member now, and ends the share of who is none", async () => {
    const { world, read, phone, boards } = await startBoard();
    await world.shares("ben", "march", { at: [53, 14], live: 3 * hour });
    await world.pass(minute);
    world.network.exit("march", "ben");
    await phone.moves(52.1, 13);
    await world.pass(minute);
    expect(read()).toContain("52.10000");
    expect(read()).not.toContain("Ben");
    world.network.exit("march", "ana");
    await phone.moves(52.2, 13);
    await world.pass(minute);
    expect(boards()).toEqual([]);
  });

  test("stays as it is while the network does not say who is a member, but no longer than what it shows is true", async () => {
    const { world, read, phone, boards } = await startBoard();
    world.network.keepsSilent(true);
    await phone.moves(52.1, 13);
    await world.pass(minute);
    expect(read()).toContain("52.00000");
    await world.pass(5 * minute);
    expect(boards().flatMap(({ message }) => message.answer?.shows ?? [])).toEqual([]);
    world.network.keepsSilent(false);
    await world.pass(minute);
    expect(read()).toContain("52.10000");
  });

  test("names nobody of a room that hides its members from a bot that is no admin, and says what helps", async () => {
    const { world, read, phone } = await startBoard();
    world.network.rooms.get("march")!.standing.isAdmin = false;
    world.network.keepsSilent(true);
    await phone.moves(52.1, 13);
    await world.pass(minute);
    expect(read()).not.toContain("Ana");
    expect(read()).toContain("Make me an admin of this room, and I can see them.");
  });

  test("is one message, which shows as many as it holds, always the same", async () => {
    const world = await createWorld({ boardHolds: 5 });
    world.room("march", "ana", "ben", "cleo", "dan");
    await world.says("ana", "march", "/setup board on");
    const phones = [];
    for (const who of ["dan", "cleo", "ben", "ana"])
      phones.push(await world.shares(who, "march", { at: [52, 13], live: 3 * hour }));
    await world.pass(minute);
    const read = () => world.shown("march").at(-1) ?? "";
    expect(read()).toContain("I can show you 2 people now of those who share with this room.");
    expect(read().match(/Ana|Ben|Cleo|Dan/g)).toEqual(["Ana", "Ben"]);
    expect(read()).toContain("Ask for one of them by name");
    for (const phone of phones) await phone.moves(52.5, 13);
    await world.pass(minute);
    expect(read().match(/Ana|Ben|Cleo|Dan/g)).toEqual(["Ana", "Ben"]);
  });

  test("is replaced before a message of it is 47 hours old", async () => {
    const { world, boards } = await startBoard();
    const first = boards()[0]!;
    for (let hours = 0; hours < 50; hours += 2) {
      await world.shares("ben", "march", { at: [53, 14], live: 3 * hour });
      await world.pass(2 * hour);
    }
    const [second_] = boards();
    expect(first.removed).toBe(true);
    expect(second_!.at - first.at).toBeGreaterThanOrEqual(46 * hour);
    expect(second_!.at - first.at).toBeLessThan(47 * hour);
  });

  test("stands in the topic in which it was switched on", async () => {
    const world = await createWorld({ boardHolds: 100 });
    world.room("march", "ana", "ben");
    await world.says("ana", "march", "/setup board on", { thread: "7" });
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    await world.pass(second);
    const board = world.network.posts.at(-1)!;
    expect([board.thread, board.edits]).toEqual(["7", 1]);
    await world.says("ben", "march", "/whereis");
    expect(world.network.posts.at(-1)!.message.lines[0]).toMatchObject({ id: "how-many-share" });
    expect(world.network.posts.at(-1)).not.toBe(board);
    await world.says("ana", "march", "/setup board off", { thread: "8" });
    await world.says("ana", "march", "/setup board on", { thread: "8" });
    await world.pass(minute);
    expect(board.removed).toBe(true);
    expect(world.network.posts.findLast(({ message }) => message.silent)!.thread).toBe("8");
  });
});
