import { describe, expect, test } from "vitest";
import { twoRooms } from "../../support/linked/linked-rooms.ts";

describe("three rooms", () => {
  async function three() {
    const linked = await twoRooms();
    await linked.in("well", async () => linked.world.room("well", "eve", "fay"));
    await linked.link();
    await linked.link(["mia", "water"], ["eve", "well"]);
    return linked;
  }

  test("a person in one room never appears to somebody in a room that is not linked with it", async () => {
    const { shares, whereis, says, in: inRoom, world } = await three();
    await shares("ben", "march", [52.1, 13]);
    expect(await whereis("mia", "water")).toContain("52.10000");
    expect(await whereis("eve", "well")).not.toContain("Ben");
    expect(await says("eve", "well", "/whereis ben")).toContain("nobody called");
    await inRoom("well", () => world.says("eve", undefined, "/whereis"));
    expect(await inRoom("well", async () => world.last("eve"))).not.toContain("52.10000");
  });

  test("are one circle when each is linked with each, and two that are linked cannot be linked again", async () => {
    const { shares, whereis, link, says, code } = await three();
    await link(["eve", "well"], ["ana", "march"]);
    await shares("ben", "march", [52.1, 13]);
    await shares("noor", "water", [52.2, 13]);
    await shares("fay", "well", [52.3, 13]);
    for (const [who, room] of [
      ["ana", "march"],
      ["mia", "water"],
      ["eve", "well"],
    ] as const)
      expect(await whereis(who, room)).toContain("3 people share");
    expect(await says("eve", "well", `/link ${await code()}`)).toContain("linked already");
    await says("eve", "well", "/link off");
    expect(await whereis("ana", "march")).toContain("2 people share");
    expect(await whereis("eve", "well")).toContain("One person shares");
  });

  test("a shorter expiry reaches all of them, however far", async () => {
    const { says } = await three();
    await says("eve", "well", "/expiry 10m");
    expect(await says("ana", "march", "/expiry")).toContain("10 minutes");
  });
});

test("two rooms with one title are told apart by what an admin reads before the yes", async () => {
  const { world, in: inRoom, code, says } = await twoRooms();
  await inRoom("well", async () => world.room("well", "eve"));
  const [well, water] = [world.beside?.rooms.get("well"), world.beside?.rooms.get("water")];
  if (well && water) well.name = water.name;
  await says("eve", "well", `/link ${await code()}`);
  expect(await says("ana", "march", "/link")).toContain("The other room is The water, on Matrix. Members: 1.");
});

test("two rooms with one title in one circle: what is shared in either is seen, and the other one stays linked when one leaves", async () => {
  const { world, in: inRoom, link, shares, whereis, says, shown } = await twoRooms();
  await inRoom("well", async () => world.room("well", "eve", "fay"));
  const [well, water] = [world.beside?.rooms.get("well"), world.beside?.rooms.get("water")];
  if (well && water) well.name = water.name;
  await link();
  await link(["ana", "march"], ["eve", "well"]);
  await shares("noor", "water", [52.2, 13]);
  await shares("fay", "well", [52.3, 13]);
  for (const place of ["52.20000", "52.30000"]) expect(await whereis("ana", "march")).toContain(place);
  // They are not linked with each other, whatever they are called.
  expect(await whereis("eve", "well")).not.toContain("52.20000");
  expect(await whereis("mia", "water")).not.toContain("52.30000");
  expect(await says("ben", "march", "/privacy")).toContain("The water and The water");
  await says("eve", "well", "/link off");
  expect(await shown("march")).not.toContain("52.30000");
  const now = await whereis("ana", "march");
  expect(now).toContain("52.20000");
  expect(now).not.toContain("52.30000");
  expect(await whereis("mia", "water")).toContain("52.20000");
});

test("two circles that are linked already stay so when an admin of either tries again, and nothing is said or asked anew", async () => {
  const { world, code, link, says, shares, whereis, shown } = await twoRooms();
  const phone = await shares("ben", "march", [52.1, 13]);
  await link();
  const asked = () => world.said("ben").filter((said) => said.includes("/across yes")).length;
  expect(asked()).toBe(1);
  const again = async (who: string, room: string, whoThere: string, roomThere: string) => {
    const secret = await code(who, room);
    expect(await says(whoThere, roomThere, `/link ${secret}`)).toContain("These two rooms are linked already");
    expect(await says(who, room, "/link yes")).toContain("Nothing was linked");
  };
  await again("ana", "march", "mia", "water");
  await again("mia", "water", "ana", "march");
  for (const room of ["march", "water"]) expect((await shown(room)).match(/This room is linked with/g)).toHaveLength(1);
  // Ben has not agreed, and is not asked again.
  expect(asked()).toBe(1);
  await phone.moves(52.4, 13);
  expect(await whereis("mia", "water")).not.toContain("Ben");
  await world.says("ben", undefined, "/across yes");
  expect(await whereis("mia", "water")).toContain("52.40000");
  expect(await says("ana", "march", "/link off")).toContain("is not linked with The water");
  expect(await whereis("mia", "water")).not.toContain("52.40000");
});

test("whoever says /precision in a linked room is told that it holds in the others, too; in one that is not linked, nothing of that", async () => {
  const { link, says } = await twoRooms();
  const alone = await says("ben", "march", "/precision 1km");
  expect(alone).toContain("fixed square of 1 kilometre");
  expect(alone).not.toContain("linked");
  await link();
  expect(await says("ben", "march", "/precision 1km")).toContain("The same holds in the rooms that are linked");
});
