import { expect, test } from "vitest";
import { roomId } from "../../src/core/model.ts";
import { createWorld } from "../support/world.ts";
import { roomReplaced } from "./replaced-room.ts";

const from = roomId("telegram", "march");
const to = roomId("telegram", "march2");

async function start() {
  const world = await createWorld();
  world.room("march", "ana", "ben");
  world.room("march2", "ana", "ben");
  return world;
}

test(
  "what was shared ends with the room that is replaced; its settings go over, and the new room is told",
  roomReplaced,
);

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
