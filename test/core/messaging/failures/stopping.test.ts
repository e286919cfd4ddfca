import { describe, expect, test } from "vitest";
import { hour, minute } from "../../../../src/lib/time.ts";
import { createWorld, type World } from "../../../support/world/world.ts";

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

describe("/stop", () => {
  test("ends my shares with that room, and the reply says so", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13] });
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    expect(await says(world, "ana", "/stop")).toContain("Stopped. Nobody in this room can see where you are");
    expect(await says(world, "ben", "/whereis")).toContain(nobody);
    expect(await says(world, "ana", "/stop")).toContain("You do not share a position with this room.");
  });

  test.each(["/stop", "/forget"])(
    "%s: a share that was begun before it begins no more, however late it is told",
    async (stop) => {
      const world = await march();
      const live = world.phone(world.position("ana", "march", { at: [52, 13], live: hour }));
      const once = world.position("ana", "march", { at: [52, 13] });
      await world.pass(minute);
      await says(world, "ana", stop);
      await world.pass(minute);
      await live.moves(52, 14);
      await world.tell(once);
      expect(await says(world, "ben", "/whereis")).toContain(nobody);
      await world.shares("ana", "march", { at: [53, 13], live: hour });
      expect(await says(world, "ben", "/whereis")).toContain("53.00000");
    },
  );

  test("in private it holds for every room, in a room for that one", async () => {
    const world = await march();
    world.room("family", "ana", "cleo");
    const early = world.phone(world.position("ana", "march", { at: [52, 13], live: hour }));
    const other = world.phone(world.position("ana", "family", { at: [52, 13], live: hour }));
    await world.pass(minute);
    await says(world, "ana", "/stop");
    await early.moves(52, 14);
    await other.moves(52, 14);
    expect(await says(world, "ben", "/whereis")).toContain(nobody);
    await world.says("cleo", "family", "/whereis");
    expect(world.last("family")).toContain("14.00000");
    const third = world.phone(world.position("ana", "march", { at: [52, 13], live: hour }));
    await world.pass(minute);
    await world.says("ana", undefined, "/stop");
    await third.moves(52, 14);
    expect(await says(world, "ben", "/whereis")).toContain(nobody);
  });

  test("ends nobody else's", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13] });
    await says(world, "ben", "/stop");
    expect(await says(world, "ben", "/whereis")).toContain("52.00000");
  });
});

test("/stop in private ends what is shared with every room, /stop in a room that with this room", async () => {
  const world = await march();
  world.room("family", "ana", "cleo");
  await world.shares("ana", "march", { at: [52, 13], live: hour });
  await world.shares("ana", "family", { at: [52, 13], live: hour });
  await says(world, "ana", "/stop");
  expect(await says(world, "ben", "/whereis")).toContain(nobody);
  expect(await says(world, "cleo", "/whereis", "family")).toContain("52.00000");
  await world.shares("ana", "march", { at: [52, 13], live: hour });
  await world.says("ana", undefined, "/stop");
  expect(await says(world, "ben", "/whereis")).toContain(nobody);
  expect(await says(world, "cleo", "/whereis", "family")).toContain(nobody);
});
