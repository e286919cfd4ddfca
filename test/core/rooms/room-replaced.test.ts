import { expect, test } from "vitest";
import { roomId } from "../../../src/core/model/ids.ts";
import { createWorld } from "../../support/world/world.ts";
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
  expect(world.last("march2")).toContain("You are shown only if you choose it");
});

test("on a network that never forbids it, there is nothing to allow", async () => {
  const world = await start();
  const before = world.shown("march").length;
  await world.says("ana", "march", "/allowlive");
  expect(world.shown("march")).toHaveLength(before);
  await world.says("ana", undefined, "/allowlive");
  expect(world.last("ana")).toContain("I do not know /allowlive");
});

test("who stayed behind in a room that was replaced is shown nothing of the new one, and shares nothing with it", async () => {
  const world = await start();
  world.network.enter("march", "cleo");
  world.network.know("cleo", { name: "Cleo" });
  await world.says("ana", "march", "/help");
  await world.tell({ kind: "room-replaced", from, to });
  await world.shares("ana", "march2", { at: [52.5, 13.4], live: 3_600_000 });
  await world.says("cleo", "march", "/whereis");
  expect(world.last("march")).toContain("Nobody shares");
  await world.shares("ben", "march", { at: [53.5, 13.4], live: 3_600_000 });
  await world.says("ana", "march2", "/whereis");
  expect(world.last("march2")).not.toContain("53.50000");
});

test("what is said under the old id of a room that moved is not answered with what the room shares now", async () => {
  const world = await start();
  await world.shares("ana", "march", { at: [52.5, 13.4], live: 3_600_000 });
  await world.tell({ kind: "room-moved", from, to });
  const before = world.network.posts.length;
  for (const text of ["/whereis", "/expiry 1m", "/wipe"]) await world.says("ben", "march", text);
  await world.anonymousAdminSays("march", "/whereis");
  expect(world.network.posts).toHaveLength(before);
  await world.says("ana", "march", "/stop");
  await world.says("ben", "march2", "/whereis");
  expect(world.last("march2")).toContain("Nobody shares");
});
