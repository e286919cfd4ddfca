import { describe, expect, test } from "vitest";
import { DeliveryError } from "../../../src/core/model/errors.ts";
import { hour, minute, second } from "../../../src/lib/time.ts";
import { twoRooms } from "../../support/linked/linked-rooms.ts";

/** Linked, with somebody who shares in each since then. */
async function linkedRooms(options: Parameters<typeof twoRooms>[0] = {}) {
  const linked = await twoRooms(options);
  await linked.link();
  const ben = await linked.shares("ben", "march", [52.1, 13]);
  const noor = await linked.shares("noor", "water", [52.2, 13]);
  return { ...linked, ben, noor };
}

describe("across a link", () => {
  test("members of either room see who shares in both, under the names that each network gives", async () => {
    const { whereis, ben } = await linkedRooms();
    for (const [who, room] of [
      ["ana", "march"],
      ["mia", "water"],
    ] as const) {
      const said = await whereis(who, room);
      expect(said).toContain("2 people share");
      expect(said).toContain("52.10000");
      expect(said).toContain("52.20000");
    }
    await ben.moves(52.3, 13);
    expect(await whereis("mia", "water")).toContain("52.30000");
  });

  test("one person is found by name, and whoever left their own room is not shown, and shares no more", async () => {
    const { says, world } = await linkedRooms();
    expect(await says("mia", "water", "/whereis ben")).toContain("52.10000");
    world.network.exit("march", "ben");
    expect(await says("mia", "water", "/whereis ben")).toContain("nobody called");
    world.network.enter("march", "ben");
    expect(await says("ana", "march", "/whereis ben")).toContain("nobody called");
  });

  test("an answer that showed somebody goes when they stop, leave, or choose a square, in the other room too", async () => {
    for (const how of ["stops", "leaves", "precision"] as const) {
      const { whereis, shown, says, world, ben } = await linkedRooms();
      await whereis("mia", "water");
      expect(await shown("water")).toContain("52.10000");
      if (how === "stops") await ben.stops();
      if (how === "leaves") await world.leaves("ben", "march");
      if (how === "precision") await says("ben", "march", "/precision 1km");
      await world.pass(second);
      expect(await shown("water")).not.toContain("52.10000");
    }
  });

  test("/link off from either side deletes what showed the other, at once, in rooms and in private", async () => {
    for (const [who, room] of [
      ["ana", "march"],
      ["mia", "water"],
    ] as const) {
      const { whereis, shown, says, world, in: inRoom } = await linkedRooms();
      await whereis("mia", "water");
      await whereis("ana", "march");
      await inRoom("water", () => world.says("noor", undefined, "/whereis"));
      expect(await shown("noor", "water")).toContain("52.10000");
      await says(who, room, "/link off");
      expect(await shown("water")).not.toContain("52.10000");
      expect(await shown("march")).not.toContain("52.20000");
      expect(await shown("noor", "water")).not.toContain("52.10000");
      expect(await whereis("mia", "water")).not.toContain("52.10000");
      expect(await whereis("ana", "march")).not.toContain("52.20000");
      // What is shared in a room goes on there.
      expect(await whereis("mia", "water")).toContain("52.20000");
      for (const at of ["march", "water"]) expect(await shown(at)).toContain("is not linked with");
    }
  });

  test("/wipe in one room destroys what was shared through it, and ends the link; the other room's goes on", async () => {
    const { whereis, says, shown } = await linkedRooms();
    await whereis("mia", "water");
    await says("ana", "march", "/wipe");
    await says("ana", "march", "/wipe yes");
    expect(await shown("water")).not.toContain("52.10000");
    expect(await shown("water")).toContain("is not linked with The march");
    expect(await whereis("ana", "march")).toContain("Nobody shares");
    expect(await whereis("mia", "water")).toContain("52.20000");
  });

  test("so does a bot that is removed from one of them, of which the other is told", async () => {
    const { whereis, shown, world } = await linkedRooms();
    await whereis("mia", "water");
    await world.tell({ kind: "bot-left", room: "telegram:march" as never, name: "The march" });
    expect(await shown("water")).not.toContain("52.10000");
    expect(await shown("water")).toContain("is not linked with The march");
    expect(await whereis("mia", "water")).toContain("52.20000");
  });

  test("a room that only gets another id stays linked", async () => {
    const { whereis, world } = await linkedRooms();
    world.network.move("march", "super");
    await world.tell({ kind: "room-moved", from: "telegram:march" as never, to: "telegram:super" as never });
    expect(await whereis("mia", "water")).toContain("52.10000");
    expect(await whereis("ana", "super")).toContain("52.20000");
  });

  test("/stop in one room ends what the same person shares in all that are linked with it", async () => {
    const { world, link, shares, says, whereis } = await twoRooms();
    world.room("square", "ana", "ben");
    await link();
    await link(["ana", "march"], ["ana", "square"]);
    await shares("ben", "square", [52.4, 13]);
    expect(await whereis("ana", "march")).toContain("52.40000");
    expect(await says("ben", "march", "/stop")).toContain("The same holds in the rooms that are linked with this one.");
    expect(await whereis("ana", "square")).toContain("Nobody shares");
  });

  test("whoever shares in several linked rooms is shown once, where they were last", async () => {
    const { world, link, shares, whereis } = await twoRooms();
    world.room("square", "ana", "ben");
    await link(["ana", "march"], ["ana", "square"]);
    await shares("ben", "square", [52.4, 13]);
    world.skip(second);
    await shares("ben", "march", [52.5, 13]);
    const said = await whereis("ana", "march");
    expect(said).toContain("One person shares");
    expect(said).toContain("52.50000");
    world.skip(second);
    await world.says("ana", undefined, "/whereis");
    expect(world.last("ana")?.match(/52\.[45]0000/g)).toHaveLength(2);
  });

  test("a network that is away holds up no answer on the other, which says that somebody may be left out", async () => {
    const { whereis, world } = await linkedRooms();
    const away = world.beside?.goesAway();
    const said = await whereis("ana", "march");
    expect(said).toContain("52.10000");
    expect(said).not.toContain("52.20000");
    expect(said).toContain("Somebody else may share here");
    away?.comesBack();
    expect(await whereis("ana", "march")).toContain("52.20000");
  });

  test("after data was lost a link is off, and nothing is shown across", async () => {
    const { world, whereis, says, shares } = await linkedRooms();
    world.skip(second);
    await world.lose("older store");
    await world.pass(second);
    await shares("ben", "march", [52.1, 13]);
    await shares("noor", "water", [52.2, 13]);
    expect(await whereis("mia", "water")).not.toContain("Ben");
    expect(await whereis("ana", "march")).not.toContain("Noor");
    expect(await says("ana", "march", "/link off")).toContain("not linked with");
  });

  test("a link lasts over a restart", async () => {
    const { world, whereis } = await linkedRooms();
    await world.restart();
    expect(await whereis("mia", "water")).toContain("52.10000");
  });

  test("a position that has expired is gone on both sides, and no answer outlives it", async () => {
    const { world, whereis, says, shown } = await linkedRooms();
    await says("ana", "march", "/expiry 5m");
    await whereis("mia", "water");
    await world.pass(6 * minute);
    expect(await shown("water")).not.toContain("52.10000");
    expect(await whereis("mia", "water")).not.toContain("52.10000");
  });

  test("a board shows both, and lets go of the other room at once", async () => {
    const { world, shown, says } = await linkedRooms({ boardHolds: 40 });
    await says("ana", "march", "/setup board on");
    await world.pass(minute);
    expect(await shown("march")).toContain("52.20000");
    await says("mia", "water", "/link off");
    await world.pass(second);
    expect(await shown("march")).not.toContain("52.20000");
    await world.pass(minute);
    expect(await shown("march")).toContain("52.10000");
  });

  test("/who says that the answer stood in the other room, and /privacy what is linked", async () => {
    const { whereis, says } = await linkedRooms();
    await whereis("mia", "water");
    expect(await says("ben", "march", "/who")).toContain("The water");
    const told = await says("ben", "march", "/privacy");
    expect(told).toContain("Only members of this room, and of The water, can ask for it.");
    expect(told).not.toContain("Only members of this room can ask");
    await says("ana", "march", "/link off");
    expect(await says("ben", "march", "/privacy")).toContain("Only members of this room can ask for it");
  });

  test("who shares in a room by a message of their own is told once that it is seen elsewhere, and only where it is", async () => {
    const { world, link, shares, says } = await twoRooms();
    const elsewhere = () =>
      [...world.said("march"), ...world.said("ben")].filter((said) => said.includes("Which rooms"));
    const before = await shares("ben", "march", [52, 13]);
    await link();
    await before.moves(52.1, 13);
    expect(elsewhere()).toEqual([]);
    const after = await shares("ben", "march", [52.2, 13]);
    await after.moves(52.3, 13);
    expect(elsewhere()).toEqual([
      "Members of rooms that are linked with this one can see it, too. Which rooms: /privacy.",
    ]);
    await says("ana", "march", "/link off");
    world.skip(second);
    await shares("ben", "march", [52.4, 13]);
    expect(elsewhere()).toHaveLength(1);
  });

  test("a confirmation in private names every room that sees it", async () => {
    const { world, link } = await twoRooms();
    await world.says("ben", "march", "/whereis");
    await link();
    await world.shares("ben", undefined, { at: [52, 13], live: hour });
    await world.says("ben", undefined, "/choose 1");
    expect(world.said("ben").join("\n")).toContain("The members of The water can see it, too.");
  });
});

test("a link is ended at once also where the other network cannot be asked how its room is called", async () => {
  let isAway = false;
  const {
    world,
    says,
    whereis,
    shown,
    in: inRoom,
    link,
    shares,
  } = await twoRooms({
    connect: (port) => ({
      ...port,
      roomName: async (room) => {
        if (isAway && port.network === "matrix") throw new DeliveryError({ kind: "later", after: 1000 });
        return port.roomName(room);
      },
    }),
  });
  await link();
  await shares("noor", "water", [52.2, 13]);
  await whereis("ana", "march");
  isAway = true;
  expect(await says("ana", "march", "/link off")).toContain("is not linked with");
  expect(await shown("march")).not.toContain("52.20000");
  expect(await inRoom("water", async () => world.last("water"))).toContain("is not linked with The march");
});
