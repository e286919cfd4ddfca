import { expect, test } from "vitest";
import { roomId } from "../../../src/core/model/ids.ts";
import type { TextStore } from "../../../src/core/model/ports.ts";
import { day, hour } from "../../../src/lib/time.ts";
import { createWorld, type World } from "../../support/world/world.ts";

/** A room with three people, and the ids of all rows that are stored. */
async function march() {
  let stored: TextStore | undefined;
  const world = await createWorld({ store: (store) => (stored = store) });
  world.room("march", "ana", "ben", "cleo");
  const rows = async () => {
    const ids: string[] = [];
    for await (const [id] of stored!.entries()) ids.push(id);
    return ids.length;
  };
  return { world, rows };
}
const leaves = (world: World) => world.tell({ kind: "bot-left", room: roomId("telegram", "march") });

/** How many rows stay when what happens is over, the bot has left the room, and 400 days have gone by. */
async function rowsLeft(happens: (world: World) => Promise<unknown>) {
  const { world, rows } = await march();
  await world.tell({ kind: "bot-joined", room: roomId("telegram", "march") });
  await happens(world);
  await leaves(world);
  await world.pass(400 * day);
  return rows();
}

test.each<[string, (world: World) => Promise<unknown>]>([
  ["asked", (world) => world.says("ben", "march", "/whereis")],
  ["chose a precision", (world) => world.says("ben", "march", "/precision 1km")],
  ["asked for help", (world) => world.says("cleo", "march", "/help")],
  ["said that they share no more", (world) => world.says("cleo", "march", "/stop")],
  ["shared once", (world) => world.shares("ana", "march", { at: [52, 13], live: hour })],
  ["followed a link", (world) => world.says("ben", undefined, "/start x")],
])("of somebody who only %s there, nothing stays when the bot has left their last room", async (_what, happens) => {
  expect(await rowsLeft(happens)).toBe(await rowsLeft(async () => undefined));
});

test("nor when the expiry was shortened in between, which destroys the keys that the room had", async () => {
  const shortens = (world: World) => world.says("ana", "march", "/expiry 30m");
  const left = await rowsLeft(async (world) => {
    await world.says("ben", "march", "/precision 1km");
    await shortens(world);
  });
  expect(left).toBe(await rowsLeft(shortens));
});

test("what somebody chose for another room stays, and still holds", async () => {
  const { world } = await march();
  world.room("family", "ben", "dora");
  for (const room of ["march", "family"]) await world.says("ben", room, "/precision 5km");
  await leaves(world);
  await world.shares("ben", "family", { at: [52.123, 13.123], live: hour });
  await world.says("dora", "family", "/whereis");
  expect(world.last("family")).toContain("uncertain by at least 5.4 kilometres");
});

test("who left before the room was left is not listed there any more", async () => {
  const left = await rowsLeft(async (world) => {
    await world.says("ben", "march", "/precision 1km");
    await world.leaves("ben", "march");
  });
  expect(left).toBe(await rowsLeft(async () => undefined));
});

test("what people who do not share chose goes along when a group gets another id", async () => {
  const { world } = await march();
  await world.says("ben", "march", "/precision 5km");
  world.room("march2", "ana", "ben");
  await world.says("ana", "march2", "/help");
  await world.says("ben", "march2", "/help");
  await world.tell({
    kind: "room-moved",
    from: roomId("telegram", "march"),
    to: roomId("telegram", "march2"),
  });
  await world.shares("ben", "march2", { at: [52.123, 13.123], live: hour });
  await world.says("ana", "march2", "/whereis");
  expect(world.last("march2")).toContain("uncertain by at least 5.4 kilometres");
});
