import { describe, expect, test } from "vitest";
import { personId, roomId } from "../../../src/core/model/ids.ts";
import { hour, minute } from "../../../src/lib/time.ts";
import { createWorld, type World } from "../../support/world/world.ts";

const march = roomId("telegram", "march");
const march2 = roomId("telegram", "march2");
const ben = personId("telegram", "ben");

async function start() {
  const world = await createWorld();
  world.room("march", "ana", "ben", "cleo");
  world.room("march2", "ana", "ben", "cleo");
  world.room("family", "ben", "cleo");
  await world.shares("ben", "march", { at: [52.5, 13.4], live: 3 * hour });
  return world;
}

const wipes = async (world: World, who = "ana") => {
  await world.says(who, "march", "/wipe");
  await world.says(who, "march", "/wipe yes");
};
const phone = "so your share there is over. If your phone still sends a live location, stop it there.";

describe("a share that ends by another's hand is told to its sharer in private, in one line, and to nobody else:", () => {
  test.each<[string, (world: World) => Promise<void>, string]>([
    ["a wipe", wipes, `The march was wiped by an admin, ${phone}`],
    [
      "the bot removed",
      (world) => world.tell({ kind: "bot-left", room: march, name: "The \u202emarch", id: "left" }),
      `I was removed from The march, ${phone}`,
    ],
    [
      "the bot removed from a room whose name nobody says",
      (world) => world.tell({ kind: "bot-left", room: march }),
      `I was removed from a room that you shared with, ${phone}`,
    ],
    [
      "the room closed",
      (world) => world.tell({ kind: "room-closed", room: march }),
      `A room that you shared with was closed, ${phone}`,
    ],
    [
      "its sharer removed",
      (world) => world.tell({ kind: "person-left", person: ben, room: march, removed: true, name: "The march" }),
      `You were removed from The march, ${phone}`,
    ],
    [
      "its sharer removed from a room whose name nobody says",
      (world) => world.tell({ kind: "person-left", person: ben, room: march, removed: true }),
      `You were removed from a room that you shared with, ${phone}`,
    ],
    [
      "the room replaced",
      (world) => world.tell({ kind: "room-replaced", from: march, to: march2 }),
      `A room that you shared with was closed, ${phone}`,
    ],
  ])("%s", async (_how, ends, said) => {
    const world = await start();
    await ends(world);
    await ends(world);
    expect(world.shown("ben")).toEqual([said]);
    expect([...world.shown("ana"), ...world.shown("cleo")]).toEqual([]);
  });

  test("the bot found out only when it could not send", async () => {
    const world = await start();
    world.network.fail("send", { kind: "gone" });
    await world.says("cleo", "march", "/whereis");
    expect(world.shown("ben")).toEqual([`I was removed from a room that you shared with, ${phone}`]);
  });

  test("each of several, also when it happens again on the same day", async () => {
    const world = await start();
    for (const told of [1, 2]) {
      for (const who of ["ana", "ben", "cleo"]) await world.shares(who, "march", { at: [52.5, 13.4], live: hour });
      await world.tell({ kind: "bot-left", room: march, id: `left ${told}` });
      for (const who of ["ana", "ben", "cleo"]) expect(world.shown(who)).toHaveLength(told);
      await world.tell({ kind: "bot-joined", room: march, event: `come ${told}` });
    }
  });
});

test("whoever wipes the room is answered there, and not told again; by the room itself, everybody is", async () => {
  const world = await start();
  await world.shares("ana", "march", { at: [52.5, 13.4], live: hour });
  await wipes(world);
  expect(world.shown("ana")).toEqual([]);
  for (const who of ["ana", "cleo"]) await world.shares(who, "march", { at: [52.5, 13.4], live: hour });
  for (const words of ["/wipe", "/wipe yes"]) await world.anonymousAdminSays("march", words);
  expect([world.shown("ana").length, world.shown("cleo").length]).toEqual([1, 1]);
});

test("ended by its own sharer's hand, or by itself, it is told to nobody", async () => {
  const world = await start();
  await world.shares("cleo", "march", { at: [52.5, 13.4], live: 10 * minute });
  await world.says("ben", "march", "/stop");
  await world.pass(30 * minute);
  await world.tell({ kind: "person-left", person: ben, room: march, removed: true });
  await world.shares("ben", "march", { at: [52.5, 13.4], live: hour });
  await world.tell({ kind: "person-left", person: ben, room: march });
  await world.tell({ kind: "bot-left", room: march });
  expect([...world.shown("ben"), ...world.shown("cleo")]).toEqual([]);
});

test("that a sharer cannot be told ends nothing that they share elsewhere", async () => {
  const world = await start();
  await world.shares("ben", "family", { at: [52.6, 13.4], live: hour });
  world.network.isReachable("ben", false);
  await wipes(world);
  await world.says("cleo", "family", "/whereis");
  expect(world.last("family")).toContain("52.60000");
});

describe("what the bot said goes first:", () => {
  test("a room that is closed, or replaced, keeps no answer, whatever it said", async () => {
    for (const end of [
      { kind: "room-closed", room: march },
      { kind: "room-replaced", from: march, to: march2 },
    ] as const) {
      const world = await start();
      await world.says("ana", "march", "/whereis ben");
      await world.says("cleo", "march", "/whereis zoe");
      expect(world.shown("march")).toHaveLength(2);
      await world.tell(end);
      expect(world.shown("march")).toEqual([]);
    }
  });

  test("what could not be deleted because the bot was removed is deleted when it comes back", async () => {
    const world = await start();
    await world.says("ana", "march", "/whereis ben");
    world.network.fail("remove", { kind: "gone" });
    await world.tell({ kind: "bot-left", room: march });
    await world.pass(hour);
    expect(world.shown("march").join()).toContain("52.50000");
    await world.tell({ kind: "bot-joined", room: march, event: "come" });
    expect(world.shown("march").join()).not.toContain("52.50000");
  });
});
