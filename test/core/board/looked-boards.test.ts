import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { hour, minute, second } from "../../../src/lib/time.ts";
import { none, whoBy } from "../looks/looked-at.ts";
import { passInSteps, startBoard } from "./board-room.ts";

const stands = "The answer stands in The march (3 members).";

describe("/who says of a board", () => {
  test("since when it shows somebody, how exactly, where, and how many can read it: once, however often it is edited", async () => {
    const { world, phone } = await startBoard();
    await world.pass(10 * minute);
    for (const north of [52.1, 52.2, 52.3]) {
      await phone.moves(north, 13);
      await world.pass(minute);
    }
    const [heading, line, ...more] = await whoBy(world);
    expect(heading).toBe("One answer showed somebody else where you are:");
    expect(line).toBe(`A board showed you by itself, first 13 minutes ago. You were shown exactly. ${stands}`);
    expect(more).toEqual([]);
  });

  test("for how long it showed somebody who left it, while it shows others", async () => {
    const { world, board, phone } = await startBoard();
    const other = await world.shares("ben", "march", { at: [53, 14], live: 3 * hour });
    for (let minutes = 0; minutes < 12; minutes += 1) {
      await other.moves(53, 14 + minutes / 100);
      await phone.moves(52, 13 + minutes / 100);
      await world.pass(minute);
    }
    await world.says("ana", "march", "/stop");
    await world.pass(minute);
    expect(board()).toHaveLength(1);
    expect((await whoBy(world))[1]).toBe(
      "A board showed you by itself, first 13 minutes ago. You were shown exactly. The answer stood in The march (3 members) for 12 minutes.",
    );
    expect((await whoBy(world, "ben"))[1]).toContain(stands);
  });

  test("for how long it stood, once it is gone", async () => {
    const { world } = await startBoard();
    await world.pass(5 * minute);
    await world.says("ana", "march", "/setup board off");
    await world.pass(minute);
    expect((await whoBy(world))[1]).toContain("The answer stood in The march (3 members) for 5 minutes.");
  });

  test("how exactly it showed somebody at its most exact", async () => {
    const { world } = await startBoard();
    await world.pass(minute);
    await world.says("ana", "march", "/precision 1km");
    await world.pass(minute);
    expect((await whoBy(world))[1]).toContain("You were shown exactly.");
  });

  test("who asked, where it answered; and whoever wants to hear of a first look hears of that", async () => {
    const { world } = await startBoard();
    await world.says("ana", undefined, "/who each");
    await world.pass(minute);
    await world.says("ben", "march", "/whereis");
    await world.pass(second);
    expect(world.last("ana")).toContain("Ben asked in The march, and was shown where you are.");
    expect((await whoBy(world)).slice(1)).toEqual([
      "Ben asked just now. You were shown exactly. The board in The march answered.",
      `A board showed you by itself, first 1 minute ago. You were shown exactly. ${stands}`,
    ]);
    await world.says("ben", undefined, "/forget");
    expect((await whoBy(world))[1]).toContain("Somebody whose name I have forgotten since asked");
  });

  test("nothing that it did not show: an edit that its network refused", async () => {
    const { world } = await startBoard();
    await world.pass(minute);
    world.network.fail("edit", { kind: "refused" });
    await world.shares("ben", "march", { at: [53, 14], live: 3 * hour });
    await world.pass(30 * second);
    expect((await whoBy(world, "ben"))[0]).toContain("No answer has shown anybody else where you are.");
  });
});

test("what a board showed is kept for one expiry after it showed that, also when nothing of it changed for long, and for no more than a quarter longer", async () => {
  const { world } = await startBoard();
  await world.says("ana", "march", "/setup board off");
  await world.pass(second);
  await world.says("ana", "march", "/setup board on");
  await passInSteps(world, 50 * minute);
  await world.says("ana", "march", "/stop");
  await world.pass(59 * minute);
  expect((await whoBy(world)).length).toBeGreaterThan(1);
  await world.pass(17 * minute);
  expect((await whoBy(world))[0]).toContain("No answer has shown anybody else where you are.");
});

test("what a board showed is gone with the /forget of who was shown", async () => {
  const { world } = await startBoard();
  await world.pass(minute);
  await world.says("ana", undefined, "/forget");
  expect((await whoBy(world))[0]).toContain("No answer has shown anybody else where you are.");
});

test("a board that shows others, too, brings nothing back of whoever says /forget, or of what an admin wipes, though it goes only later", async () => {
  for (const how of ["forget", "wipe"] as const) {
    const { world, phone } = await startBoard();
    const other = await world.shares("ben", "march", { at: [53, 14], live: 3 * hour });
    await world.pass(minute);
    await Promise.all([phone.moves(52.1, 13), other.moves(53.1, 14)]);
    // The network takes nothing for a while, so what stands goes after what was said; and no edit, so all of it goes.
    const letGo = world.network.hold();
    for (let times = 0; times < 2; times += 1) world.network.fail("edit", { kind: "refused" });
    const said =
      how === "forget"
        ? world.says("ana", undefined, "/forget")
        : world.says("ana", "march", "/wipe").then(() => world.says("ana", "march", "/wipe yes"));
    for (let turn = 0; turn < 500; turn += 1) await nextTurn();
    letGo();
    await said;
    await world.pass(2 * minute);
    expect([how, (await whoBy(world))[0]]).toEqual([how, none[0]]);
  }
});

test("an edit that its network refuses takes back what is new of it, and nothing that stood before", async () => {
  const { world } = await startBoard();
  await world.says("ana", "march", "/precision 1km");
  await world.pass(10 * minute);
  world.network.fail("edit", { kind: "refused" });
  await world.says("ana", "march", "/precision exact");
  await world.pass(30 * second);
  expect((await whoBy(world))[1]).toMatch(/^A board showed you by itself, first 1[01] minutes ago\./);
});
