import { describe, expect, test } from "vitest";
import { wordStands } from "../../../src/core/model/limits.ts";
import { hour, minute } from "../../../src/lib/time.ts";
import { berlin, march, none, one, whoBy } from "./looked-at.ts";

describe("/who says of each answer", () => {
  test("who asked and when, how exactly, where it stands, and how many can read it", async () => {
    const { world } = await march();
    expect(await whoBy(world)).toEqual(none);
    await world.says("ben", "march", "/whereis");
    expect(await whoBy(world)).toEqual([
      one,
      "Ben asked just now. You were shown exactly. The answer stands in The march (3 members).",
    ]);
  });

  test("for how long it stood, once it is gone", async () => {
    const { world } = await march();
    await world.says("ben", "march", "/whereis ana");
    await world.pass(12 * minute);
    await world.says("ana", "march", "/stop");
    await world.pass(minute);
    expect(await whoBy(world)).toEqual([
      one,
      "Ben asked 13 minutes ago. You were shown exactly. The answer stood in The march (3 members) for 12 minutes.",
    ]);
  });

  test("that an answer for one person was read by nobody else", async () => {
    const { world } = await march();
    await world.says("ben", "march", "/help");
    await world.says("ben", undefined, "/whereis");
    expect((await whoBy(world))[1]).toBe(
      "Ben asked just now. You were shown exactly. Only who asked can read the answer, which still stands.",
    );
    await world.pass(5 * minute);
    await world.says("ana", undefined, "/stop");
    expect((await whoBy(world))[1]).toContain("Only who asked could read the answer, for 5 minutes.");
  });

  test("within what square the reader was shown, and a pin too", async () => {
    const { world } = await march();
    await world.says("ana", "march", "/precision 1km");
    await world.says("ben", "march", "/pin ana");
    expect((await whoBy(world))[1]).toContain(
      "Ben asked just now. You were shown within a square of 1 kilometre. Only who",
    );
  });

  test("that an admin asked who spoke as the room itself", async () => {
    const { world } = await march();
    await world.anonymousAdminSays("march", "/whereis");
    expect((await whoBy(world))[1]).toContain("An admin who spoke as the room itself asked just now.");
  });

  test("who of two with one name it was", async () => {
    const { world } = await march();
    world.network.know("ben", { name: "Ben", handle: "ben_k" });
    world.network.know("olga", { name: "Ben", handle: "olga" });
    for (const asker of ["ben", "olga"]) await world.says(asker, "march", "/whereis");
    const said = (await whoBy(world)).join("\n");
    expect(said).toContain("Ben (@ben_k) asked");
    expect(said).toContain("Ben (@olga) asked");
  });

  test("that a distance from the asker shows the asker to all in the room, and in private to nobody else", async () => {
    const { world } = await march();
    await world.shares("ben", "march", { at: [52.5, 13.4], live: hour });
    await world.says("ben", undefined, "/whereis ana");
    expect(await whoBy(world, "ben")).toEqual(none);
    await world.says("ben", "march", "/whereis ana");
    expect(await whoBy(world, "ben")).toHaveLength(2);
  });

  test("nothing of an answer that did not show the reader", async () => {
    const { world } = await march();
    await world.says("ben", "march", "/whereis olga");
    await world.says("ben", "march", "/help");
    expect(await whoBy(world)).toEqual(none);
  });
});

describe("/who", () => {
  test("is answered to who asks alone, wherever they ask, and in a room tells of that room", async () => {
    const { world } = await march({ canWhisper: true });
    world.room("family", "ana", "cleo");
    await world.shares("ana", "family", { at: berlin, live: hour });
    await world.says("cleo", "family", "/whereis");
    const before = world.shown("march");
    await world.says("ana", "march", "/who");
    expect(world.shown("march")).toEqual(before);
    expect(world.last("ana")).toContain("No answer here has shown anybody else where you are");
    await world.says("ana", "family", "/who");
    expect(world.network.posts.at(-1)).toMatchObject({ chat: "ana", within: "family" });
    expect(world.last("ana")).toContain("One answer here showed somebody else where you are");
  });

  test("is not for an admin who speaks as the room", async () => {
    const { world } = await march();
    await world.anonymousAdminSays("march", "/who");
    expect(world.last("march")).toContain("You speak as the room itself");
  });

  test("goes after ten minutes, and before what it tells of is kept no longer", async () => {
    const { world } = await march();
    await world.says("ben", "march", "/whereis");
    await world.says("ana", undefined, "/who");
    await world.pass(wordStands);
    expect(world.shown("ana")).toEqual([]);
    await world.says("olga", "march", "/expiry 12m");
    await world.says("ana", undefined, "/who");
    expect(world.last("ana")).toContain("Ben asked");
    await world.pass(2 * minute);
    expect(world.shown("ana").filter((said) => said.includes("asked"))).toEqual([]);
  });
});
