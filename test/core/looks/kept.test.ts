import { describe, expect, test } from "vitest";
import { hour, minute, second } from "../../../src/lib/time.ts";
import { berlin, march, none, one, whoBy } from "./looked-at.ts";

describe("what is kept of looks", () => {
  test("is there for one expiry after the look, also after /stop and after leaving, and no longer", async () => {
    const { world } = await march();
    await world.says("ben", "march", "/whereis");
    await world.says("ana", "march", "/stop");
    await world.leaves("ana", "march");
    await world.pass(hour - second);
    expect(await whoBy(world)).toHaveLength(2);
    await world.pass(second);
    expect(await whoBy(world)).toEqual(none);
  });

  test("goes sooner when the expiry is shortened, and stays when it is not past that", async () => {
    const { world } = await march();
    await world.says("ben", "march", "/whereis");
    await world.pass(10 * minute);
    await world.says("olga", "march", "/expiry 15m");
    expect(await whoBy(world)).toHaveLength(2);
    await world.says("olga", "march", "/expiry 5m");
    expect(await whoBy(world)).toEqual(none);
  });

  test("goes with /forget of who was shown", async () => {
    const { world } = await march();
    await world.says("ben", "march", "/whereis");
    await world.says("ana", undefined, "/forget");
    expect(await whoBy(world)).toEqual(none);
  });

  test("loses only the name by /forget of who asked", async () => {
    const { world } = await march();
    await world.says("ben", "march", "/whereis");
    await world.says("ben", undefined, "/forget");
    expect((await whoBy(world))[1]).toBe(
      "Somebody whose name I have forgotten since asked just now. You were shown exactly. The answer stands in The march (3 members).",
    );
  });

  test("goes with a wipe, for that room alone", async () => {
    const { world } = await march();
    world.room("family", "ana", "cleo");
    await world.shares("ana", "family", { at: berlin, live: hour });
    await world.says("cleo", "family", "/whereis");
    await world.says("ben", "march", "/whereis");
    expect(await whoBy(world)).toHaveLength(3);
    await world.says("olga", "march", "/wipe");
    await world.says("olga", "march", "/wipe yes");
    expect(await whoBy(world)).toEqual([one, expect.stringContaining("The answer stands in The family (2 members).")]);
  });

  test("is there over a restart, and when the room goes by another id", async () => {
    const { world } = await march();
    await world.says("ben", "march", "/whereis");
    await world.restart();
    world.network.move("march", "grown");
    await world.tell({ kind: "room-moved", from: "telegram:march" as never, to: "telegram:grown" as never });
    expect((await whoBy(world))[1]).toContain("Ben asked just now.");
  });

  test("is no answer that the network refused, nor one that it put off and that then shows somebody else", async () => {
    const { world } = await march();
    world.network.fail("send", { kind: "refused" });
    await world.says("ben", "march", "/whereis");
    expect(await whoBy(world)).toEqual(none);
  });

  test("is also an answer of which it is not known whether the network took it", async () => {
    for (const isUnsure of [true, undefined]) {
      const { world } = await march();
      world.network.fail("send", { kind: "later", after: second, ...(isUnsure && { isUnsure }) });
      await world.says("ben", "march", "/whereis");
      await world.says("ana", "march", "/stop");
      await world.pass(2 * second);
      expect(world.shown("march").join()).toContain("Nobody shares");
      expect((await whoBy(world)).length).toBe(isUnsure ? 2 : 1);
    }
  });

  test("stays when a first try may have been taken and the next one is refused", async () => {
    const { world } = await march();
    world.network.fail("send", { kind: "later", after: second, isUnsure: true });
    world.network.fail("send", { kind: "refused" });
    await world.says("ben", "march", "/whereis");
    await world.pass(2 * second);
    expect((await whoBy(world))[1]).toContain("Ben asked just now.");
  });

  test("does not end with the older answer that could not be edited into it", async () => {
    const { world } = await march();
    await world.says("ben", "march", "/whereis");
    await world.pass(minute);
    world.network.fail("edit", { kind: "refused" });
    world.network.fail("send", { kind: "later", after: second });
    world.network.fail("edit", { kind: "refused" });
    await world.says("ben", "march", "/whereis");
    await world.pass(3 * second);
    expect((await whoBy(world)).slice(1)).toEqual([
      "Ben asked just now. You were shown exactly. The answer stands in The march (3 members).",
      "Ben asked 1 minute ago. You were shown exactly. The answer stood in The march (3 members) for 1 minute.",
    ]);
  });

  test("is one answer, however often it was edited or put off", async () => {
    const { world } = await march();
    await world.says("ben", "march", "/whereis");
    await world.pass(minute);
    world.network.fail("edit", { kind: "later", after: second });
    await world.says("ben", "march", "/whereis");
    await world.pass(2 * second);
    expect(await whoBy(world)).toEqual([
      "2 answers showed somebody else where you are, the latest first:",
      "Ben asked just now. You were shown exactly. The answer stands in The march (3 members).",
      "Ben asked 1 minute ago. You were shown exactly. The answer stood in The march (3 members) for 1 minute.",
    ]);
  });
});
