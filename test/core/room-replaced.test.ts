import { expect, test } from "vitest";
import { hour } from "../../src/core/duration.ts";
import { roomId } from "../../src/core/model.ts";
import { createWorld } from "../support/world.ts";

const berlin = { at: [52.5163, 13.3777] as const, live: hour };
const from = roomId("telegram", "march");
const to = roomId("telegram", "march2");

async function start() {
  const world = await createWorld();
  world.room("march", "ana", "ben");
  world.room("march2", "ana", "ben");
  return world;
}

test("what was shared ends with the room that is replaced; its settings go over, and the new room is told", async () => {
  const world = await start();
  await world.says("ana", "march", "/expiry 2h");
  const phone = await world.shares("ben", "march", berlin);
  await world.says("ana", "march", "/whereis");
  await world.tell({ kind: "room-replaced", from, to });
  await world.tell({ kind: "room-replaced", from, to });
  expect(world.shown("march2").filter((text) => text.includes("takes the place of another"))).toHaveLength(1);
  expect(world.last("march2")).toContain("the expiry is 2 h");
  await phone.moves(52.6, 13.4);
  await world.says("ana", "march2", "/whereis");
  expect(world.last("march2")).toContain("Nobody shares");
  expect(world.shown("march").some((text) => text.includes("52.51630"))).toBe(false);
});

test("a room that replaces one of which nothing is known is greeted as a new one", async () => {
  const world = await start();
  await world.tell({ kind: "room-replaced", from, to });
  expect(world.last("march2")).toContain("Nobody is shown who did not choose it");
});

test("on a network that never forbids it, there is nothing to allow", async () => {
  const world = await start();
  const before = world.shown("march").length;
  await world.says("ana", "march", "/allowlive");
  expect(world.shown("march")).toHaveLength(before);
});
