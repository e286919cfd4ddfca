import { describe, expect, test } from "vitest";
import { day, hour, minute } from "../../../../src/lib/time.ts";
import { createWorld, type World } from "../../../support/world/world.ts";

const nobody = "Nobody shares a position";
const march = async () => {
  const world = await createWorld();
  world.room("march", "ana", "ben");
  return world;
};
const says = async (world: World, who: string, text: string) => {
  await world.says(who, "march", text);
  return world.last("march") ?? "";
};
const rowsOf = async (world: World) => {
  let rows = 0;
  for await (const _ of world.store.entries()) rows += 1;
  return rows;
};

describe("/precision", () => {
  test("snaps the position on the way in to every answer: text, pin, accuracy, distance; the heading is left out", async () => {
    const world = await march();
    expect(await says(world, "ana", "/precision 1 km")).toContain("somewhere in a fixed square of 1 kilometre");
    const phone = await world.shares("ana", "march", { at: [52.52, 13.405], live: hour, heading: 90, accuracy: 5 });
    await world.shares("ben", "march", { at: [52.62, 13.405], live: hour });
    const pinOf = async () => {
      await world.says("ben", "march", "/pin ana");
      return world.network.posts.findLast(({ message }) => message.pin)?.message.pin;
    };
    const first = await pinOf();
    await says(world, "ben", "/whereis ana");
    const text = world.last("march") ?? "";
    expect(text).toContain("Somewhere within");
    expect(text).not.toMatch(/heading|52\.52000|13\.40500/);
    expect(first?.accuracy).toBe(1000);
    expect(first?.latitude).not.toBe(52.52);
    // Elsewhere in the same cell, and everything stays as it was.
    await phone.moves(52.5201, 13.4051);
    await says(world, "ben", "/whereis ana");
    expect(world.last("march")).toBe(text);
    expect(await pinOf()).toEqual(first);
  });

  test("holds for distances that are told from one's own position", async () => {
    const world = await march();
    const phone = await world.shares("ben", "march", { at: [52.52, 13.405], live: hour });
    await world.shares("ana", "march", { at: [52.9, 13.405], live: hour });
    await says(world, "ben", "/precision 5km");
    await says(world, "ben", "/whereis ana");
    const text = world.last("march");
    await phone.moves(52.5201, 13.4049);
    await says(world, "ben", "/whereis ana");
    expect(world.last("march")).toBe(text);
  });

  test("is one's own choice per circle; in private for each circle", async () => {
    const world = await march();
    world.room("family", "ana", "cleo");
    await says(world, "ana", "/precision 5km");
    await world.shares("ana", "march", { at: [52.52, 13.405], live: hour });
    await world.shares("ana", "family", { at: [52.52, 13.405], live: hour });
    expect(await says(world, "ben", "/whereis")).toMatch(/at 52\.50, 13\.40, uncertain by at least 5\.1 kilometres/);
    await world.says("cleo", "family", "/whereis");
    expect(world.last("family")).toContain("52.52000, 13.40500");
    await world.says("ana", undefined, "/precision 100m");
    expect(world.last("ana")).toContain(
      "From now on The march and The family see only that you are somewhere in a fixed square of 100 metres.",
    );
    expect(await says(world, "ben", "/whereis")).toContain("uncertain by at least 140 metres");
    await world.says("cleo", "family", "/whereis");
    expect(world.last("family")).toContain("uncertain by at least 140 metres");
  });

  test("made coarser, takes back every answer that showed more, and one that is on its way; made finer, none", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52.52, 13.405], live: hour });
    await world.shares("ben", "march", { at: [52.62, 13.405], live: hour });
    await says(world, "ben", "/whereis");
    await world.says("ben", undefined, "/whereis ana");
    await says(world, "ana", "/precision 100m");
    expect([...world.shown("march"), ...world.shown("ben")].join()).not.toMatch(/52\.\d{5}/);
    await says(world, "ben", "/whereis");
    await says(world, "ana", "/precision exact");
    await says(world, "ana", "/precision 100m");
    expect(world.shown("march").join()).toContain("uncertain by at least 140 metres");
    const release = world.network.hold();
    await world.receive(world.command("ben", "march", "/whereis"));
    while (world.network.held() === 0) await new Promise(setImmediate);
    await world.receive(world.command("ana", "march", "/precision 5km"));
    release();
    await world.idle();
    expect(world.shown("march").join()).not.toContain("uncertain by at least 140 metres");
  });

  test("made coarser, takes back what is told from one's own position too, also across a restart in the middle of it", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52.52, 13.405], live: hour });
    await world.shares("ben", "march", { at: [52.62, 13.405], live: hour });
    await says(world, "ben", "/whereis ana");
    world.network.fail("remove", { kind: "later", after: 60_000 });
    await says(world, "ben", "/precision 1km");
    expect(world.shown("march").join()).toContain("south of Ben");
    await world.restart();
    expect(world.shown("march").join()).not.toContain("south of Ben");
  });

  test("without a word it says what is chosen; with another it gives the choices and changes nothing", async () => {
    const world = await march();
    expect(await says(world, "ana", "/precision")).toContain(
      "The members of this room are shown where you are exactly",
    );
    await says(world, "ana", "/precision 1km");
    expect(await says(world, "ana", "/precision 10 miles")).toContain("I did not understand “10 miles”.");
    expect(await says(world, "ana", "/precision")).toContain("1 kilometre");
  });
});

describe("/forget", () => {
  test("destroys all that the bot keeps about me, also when my phone goes on", async () => {
    const world = await march();
    const { network } = world;
    await says(world, "ben", "/help");
    await world.pass(2 * day);
    const before = await rowsOf(world);
    network.enter("march", "cleo");
    network.know("cleo", { name: "Cleo" });
    await says(world, "cleo", "/precision 1km");
    const phone = await world.shares("cleo", "march", { at: [52, 13], live: "forever" });
    await world.says("cleo", undefined, "/forget");
    expect(world.last("cleo")).toContain("is destroyed, in all rooms");
    await phone.moves(52, 14);
    expect(await says(world, "ben", "/whereis")).toContain(nobody);
    await world.says("cleo", undefined, "/precision");
    expect(world.last("cleo")).toContain("I know of no room that we are both in");
    // What tells that the share is over, and that a command was answered, goes after a day.
    await world.pass(2 * day);
    expect(await rowsOf(world)).toBe(before);
  });

  test("in the room too, the choice of precision included", async () => {
    const world = await march();
    await says(world, "ana", "/precision 1km");
    await says(world, "ana", "/forget");
    expect(await says(world, "ana", "/precision")).toContain("exactly");
  });
});

describe("/wipe", () => {
  test("asks back, and then destroys everything of the circle, for everybody", async () => {
    const world = await march();
    await says(world, "ana", "/expiry 2h");
    const phone = await world.shares("ben", "march", { at: [52, 13], live: hour });
    await says(world, "ana", "/whereis");
    expect(await says(world, "ana", "/wipe")).toContain("/wipe yes");
    expect(await says(world, "ana", "/whereis ben")).toContain("52.00000");
    expect(await says(world, "ana", "/wipe yes")).toBe(
      "Done. Everything that was shared with this room is destroyed, for everybody.\n" +
        "Its settings are as new: the expiry is 1 hour. Whoever chose a /precision here chooses it again; until then, I show where they are exactly.",
    );
    expect(world.shown("march").join()).not.toContain("52.00000");
    await phone.moves(53, 13);
    expect(await says(world, "ana", "/whereis")).toContain(nobody);
    expect(await says(world, "ana", "/expiry")).toContain("1 hour");
  });

  test("destroys nothing unless it was asked for, within 5 minutes, and by an admin", async () => {
    const world = await march();
    await world.shares("ben", "march", { at: [52, 13], live: hour });
    expect(await says(world, "ana", "/wipe yes")).toContain("Nothing was destroyed.");
    expect(await says(world, "ben", "/wipe")).toContain("Only an admin");
    await says(world, "ana", "/wipe");
    await world.pass(5 * minute);
    expect(await says(world, "ana", "/wipe yes")).toContain("Nothing was destroyed.");
    await says(world, "ana", "/wipe");
    expect(await says(world, "ben", "/wipe yes")).toContain("Only an admin");
    expect(await says(world, "ben", "/whereis")).toContain("52.00000");
  });

  test("asked once, destroys once", async () => {
    const world = await march();
    await says(world, "ana", "/wipe");
    await says(world, "ana", "/wipe yes");
    await world.shares("ben", "march", { at: [52, 13], live: hour });
    expect(await says(world, "ana", "/wipe yes")).toContain("Nothing was destroyed.");
    expect(await says(world, "ana", "/whereis")).toContain("52.00000");
  });
});

test("/privacy says in five lines what is kept, for how long, who can see it, and what is not protected", async () => {
  const world = await march();
  await says(world, "ana", "/expiry 2h");
  for (const said of [
    await says(world, "ben", "/privacy"),
    await world.says("ben", undefined, "/privacy").then(() => world.last("ben")),
  ]) {
    expect(said?.split("\n")).toHaveLength(5);
    for (const words of [
      "only your latest position",
      "member",
      "/stop",
      "Deleting your message does not end it",
      "cannot protect",
      "/privacy more",
    ])
      expect(said).toContain(words);
  }
  expect(world.last("march")).toContain("2 hours");
  await world.says("ana", "march", "/privacy more");
  for (const words of ["your language", "who asks", "next square", "/forget"])
    expect(world.last("march")).toContain(words);
});
