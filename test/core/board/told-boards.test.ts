import { describe, expect, test } from "vitest";
import { hour, minute, second } from "../../../src/lib/time.ts";
import { whoBy } from "../looks/looked-at.ts";
import { startBoard } from "./board-room.ts";

const shown = (lines: readonly string[]) => lines.filter((line) => line.includes(" You were shown "));

describe("what a board showed is told of", () => {
  test("for one expiry after it showed that last, also where the expiry is shortened then", async () => {
    const { world } = await startBoard();
    await world.pass(10 * minute);
    await world.says("ana", "march", "/stop");
    await world.pass(minute);
    await world.says("ana", "march", "/expiry 5m");
    await world.pass(3 * minute);
    expect(shown(await whoBy(world))).toHaveLength(1);
    await world.pass(minute);
    expect(shown(await whoBy(world))).toEqual([]);
  });

  test("while it stands, also where the expiry was shortened to less than since when it is noted", async () => {
    const { world } = await startBoard();
    await world.says("ana", "march", "/expiry 1d");
    const phone = await world.shares("ben", "march", { at: [53, 14], live: 3 * hour });
    await world.pass(20 * minute);
    await phone.moves(53.1, 14);
    await world.says("ana", "march", "/expiry 5m");
    await world.pass(20 * second);
    await phone.moves(53.2, 14);
    await world.pass(20 * second);
    expect((await whoBy(world, "ben"))[1]).toContain("first 19 minutes ago");
  });

  test("also where the expiry was lengthened a moment after it was noted", async () => {
    const { world } = await startBoard();
    await world.says("ana", "march", "/stop");
    await world.says("ana", "march", "/expiry 1m");
    await world.pass(minute);
    await world.shares("ben", "march", { at: [53, 14] });
    await world.pass(20 * second);
    await world.says("ana", "march", "/expiry 1d");
    await world.shares("ben", "march", { at: [53, 14] });
    world.network.exit("march", "ben");
    await world.pass(30 * minute);
    expect(shown(await whoBy(world, "ben"))).toHaveLength(1);
  });

  test("also where somebody left it, came back, and that edit was refused", async () => {
    const { world, phone } = await startBoard();
    const other = await world.shares("ben", "march", { at: [53, 14], live: 3 * hour });
    await world.pass(2 * minute);
    await other.stops();
    await phone.moves(52.1, 13);
    await world.pass(2 * minute);
    world.network.fail("edit", { kind: "refused" });
    await world.shares("ben", "march", { at: [53, 14], live: 3 * hour });
    await world.pass(minute);
    expect((await whoBy(world, "ben"))[1]).toContain("The answer stood in The march (3 members) for 1 minute");
  });

  test("no longer than that where its network cannot be asked who is a member", async () => {
    const { world, board } = await startBoard();
    await world.pass(minute);
    const { comesBack } = world.network.goesAway();
    await world.pass(10 * minute);
    expect(board()).toEqual([["board-begins"]]);
    await world.pass(hour);
    comesBack();
    expect(shown(await whoBy(world))).toEqual([]);
  });
});

describe("whoever asked is told of where a board answers late", () => {
  const refused = { kind: "refused" } as const;

  test("by name, though it was held up for longer than names are remembered", async () => {
    const { world, phone } = await startBoard();
    world.network.fail("edit", refused);
    await phone.moves(52.1, 13);
    await world.pass(minute);
    await world.says("ben", "march", "/whereis");
    await world.pass(11 * minute);
    expect((await whoBy(world)).join()).toContain("Ben asked 1 minute ago");
  });

  test("as of when it showed somebody, and not of an edit that was refused before", async () => {
    const { world, phone } = await startBoard();
    world.network.fail("edit", refused);
    await phone.moves(52.1, 13);
    await world.pass(minute);
    await world.says("ben", "march", "/whereis");
    world.network.fail("edit", refused);
    await world.pass(30 * minute);
    await phone.moves(52.2, 13);
    await world.pass(minute);
    expect((await whoBy(world)).join()).toContain("Ben asked 11 minutes ago");
  });

  test("as of when they saw what stood there, though the edit was refused afterwards", async () => {
    const { world } = await startBoard();
    await world.pass(minute);
    for (let said = 0; said < 5; said += 1) world.network.newRef("march");
    world.network.fail("edit", refused);
    await world.says("ben", "march", "/whereis");
    await world.pass(second);
    expect((await whoBy(world))[1]).toContain("Ben asked just now");
  });

  test("for one expiry of when they asked, though the board showed it before that was lengthened", async () => {
    const { world } = await startBoard();
    await world.pass(minute);
    await world.says("ana", "march", "/expiry 1d");
    for (let said = 0; said < 5; said += 1) world.network.newRef("march");
    world.network.fail("send", refused);
    await world.says("ben", "march", "/whereis");
    await world.says("ana", "march", "/stop");
    await world.pass(3 * hour);
    expect((await whoBy(world)).join()).toContain("Ben asked 3 hours ago");
  });

  test("not at all, where they said /forget before it did", async () => {
    const { world, phone } = await startBoard();
    world.network.fail("edit", refused);
    await phone.moves(52.1, 13);
    await world.pass(minute);
    await world.says("ben", "march", "/whereis");
    await world.says("ben", undefined, "/forget");
    await world.pass(11 * minute);
    expect((await whoBy(world)).join()).not.toContain("asked");
  });

  test("without a name, where what stood there had answered them and they said /forget then", async () => {
    const { world, phone } = await startBoard();
    for (let moved = 0; moved < 3; moved += 1) {
      await phone.moves(52 + moved / 10, 13);
      await world.says("cleo", "march", "/whereis");
      await world.pass(second);
    }
    await world.says("ben", "march", "/whereis");
    await world.says("ben", undefined, "/forget");
    await world.pass(2 * minute);
    const told = (await whoBy(world)).join("\n");
    expect(told).toContain("Somebody whose name I have forgotten since asked");
    expect(told).not.toContain("Ben");
  });
});
