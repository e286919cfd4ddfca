import { describe, expect, test } from "vitest";
import { roomId } from "../../../src/core/model/ids.ts";
import { hour, minute, second } from "../../../src/lib/time.ts";
import { createWorld, type World } from "../../support/world/world.ts";

const nobody = "Nobody shares a position";
const march = async () => {
  const world = await createWorld();
  world.room("march", "ana", "ben");
  return world;
};
const says = async (world: World, who: string, text: string, room = "march") => {
  await world.says(who, room, text);
  return world.last(room) ?? "";
};
const moved = (world: World, from: string, to: string) =>
  world.tell({ kind: "room-moved", from: roomId("telegram", from), to: roomId("telegram", to) });
const leavesRoom = (world: World, room: string) => world.tell({ kind: "bot-left", room: roomId("telegram", room) });

describe("a room that gets another id", () => {
  test.each([
    ["once", ["march"]],
    ["twice", ["march", "march"]],
  ])("keeps its shares, its settings and its choices, told %s", async (_, times) => {
    const world = await march();
    await says(world, "ana", "/expiry 3h");
    const phone = await world.shares("ana", "march", { at: [52, 13], live: hour });
    world.network.move("march", "super");
    for (const from of times) await moved(world, from, "super");
    await leavesRoom(world, "march");
    for (const from of times) await moved(world, from, "super");
    await phone.moves(52, 13.5);
    expect(await says(world, "ben", "/whereis", "super")).toContain("13.50000");
    expect(await says(world, "ben", "/expiry", "super")).toContain("3 hours");
  });

  test("refuses what was stopped in the new one before it was told, however late that arrives", async () => {
    const arrives = async (...said: readonly string[]) => {
      const world = await march();
      await says(world, "ana", "/help");
      world.room("super", "ana", "ben");
      const sent = world.position("ana", "super", { at: [52, 13], live: hour });
      world.skip(second);
      for (const text of said) await says(world, "ana", text, "super");
      await moved(world, "march", "super");
      await world.tell(sent);
      return says(world, "ben", "/whereis", "super");
    };
    expect(await arrives("/help", "/stop")).toContain(nobody);
    expect(await arrives("/help")).toContain("52.00000");
  });

  test("with shares in both, told after somebody spoke in the new one: each keeps its own expiry and what its sharer chose", async () => {
    const world = await march();
    world.room("super", "ana", "ben", "cleo");
    await says(world, "ana", "/expiry 7d");
    await world.shares("ana", "march", { at: [52, 13] });
    await says(world, "ben", "/precision 1km", "super");
    const ben = await world.shares("ben", "super", { at: [53, 13], live: 20 * hour });
    const older = await world.shares("cleo", "super", { at: [54, 13], live: 20 * hour });
    await world.pass(minute);
    await world.shares("cleo", "super", { at: [55, 13], live: 20 * hour });
    await moved(world, "march", "super");
    await moved(world, "march", "super");
    const all = await says(world, "ana", "/whereis", "super");
    expect(all).toContain("3 people share");
    expect(await says(world, "ana", "/whereis ben", "super")).toMatch(
      /uncertain by at least 1.2 kilometres.*ept for 59 minutes/,
    );
    await world.pass(2 * minute);
    await ben.moves(53.5, 13);
    await older.moves(54.5, 13);
    expect(await says(world, "ana", "/whereis ben", "super")).toMatch(/ept for 1 hour/);
    expect(await says(world, "ana", "/whereis cleo", "super")).toContain("54.50000");
    await world.pass(hour);
    expect(await says(world, "ana", "/whereis cleo", "super")).toContain("still shares");
    expect(await says(world, "ben", "/whereis ana", "super")).toContain("52.00000");
  });

  test("a share that was sent in private for the new one goes on", async () => {
    const world = await march();
    await says(world, "ana", "/help");
    world.room("super", "ana", "ben");
    await says(world, "ana", "/share", "super");
    await world.says("ana", undefined, `/start ${world.network.posts.at(-1)?.message.privateChat?.payload}`);
    const phone = await world.shares("ana", undefined, { at: [52, 13], live: hour });
    await moved(world, "march", "super");
    await phone.moves(53, 13);
    expect(await says(world, "ben", "/whereis", "super")).toContain("53.00000");
    await phone.stops();
    expect(await says(world, "ben", "/whereis", "super")).toContain(nobody);
  });

  test("an answer that finds the room moved is given in the new one", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    world.network.move("march", "super");
    await says(world, "ben", "/whereis");
    expect(world.last("super")).toContain("52.00000");
  });

  test("an answer that stayed behind in the old one is given up, not tried for ever", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    await says(world, "ben", "/whereis");
    world.network.move("march", "super");
    await world.says("ana", "super", "/stop");
    await world.says("ana", undefined, "/stop");
    await world.pass(2 * hour);
    expect(await says(world, "ben", "/whereis", "super")).toContain(nobody);
  });
});
