import { expect, test } from "vitest";
import { hour } from "../../../src/lib/time.ts";
import { createWorld } from "../../support/world/world.ts";

/** Very many have asked during an outage, each in a room of their own. */
async function manyHaveAsked() {
  const world = await createWorld();
  const rooms = Array.from({ length: 200 }, (_, index) => `room${index}`);
  for (const room of rooms) {
    world.room(room, `ana ${room}`, `ben ${room}`);
    await world.shares(`ana ${room}`, room, { at: [52, 13], live: hour });
  }
  const answered = () => rooms.filter((room) => world.shown(room).length > 0).length;
  await world.receive(...rooms.map((room) => world.command(`ben ${room}`, room, "/whereis")));
  return { world, rooms, answered };
}

test("a /stop is done long before all of very many are answered", async () => {
  const { world, rooms, answered } = await manyHaveAsked();
  await world.receive(world.command("ana room199", "room199", "/stop"));
  expect(answered()).toBeLessThan(rooms.length / 4);
  await world.idle();
  expect(answered()).toBe(rooms.length);
  expect(world.said("room199").join()).not.toContain("52.00000");
});

test("told to end then, the program does not answer them all first, and the next start does", async () => {
  const { world, rooms, answered } = await manyHaveAsked();
  await world.stop();
  expect(answered()).toBeLessThan(rooms.length / 4);
  await world.resumeAnew();
  await world.idle();
  expect(answered()).toBe(rooms.length);
});

test("a /stop is done long before very many have been asked in private whom their position is for", async () => {
  const { world, rooms } = await manyHaveAsked();
  await world.idle();
  for (const room of rooms) await world.says(`ben ${room}`, room, "/help");
  const asked = () => rooms.filter((room) => world.said(`ben ${room}`).length > 0).length;
  await world.receive(
    ...rooms.map((room) => world.position(`ben ${room}`, undefined, { at: [53, 13], live: hour })),
    world.command("ana room199", "room199", "/stop"),
  );
  expect(asked()).toBeLessThan(rooms.length / 4);
  await world.idle();
  expect(asked()).toBe(rooms.length);
});
