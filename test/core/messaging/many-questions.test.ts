import { expect, test } from "vitest";
import { hour } from "../../../src/lib/time.ts";
import { createWorld } from "../../support/world/world.ts";

test("behind an outage, when very many have asked, a /stop is done long before all of them are answered", async () => {
  const world = await createWorld();
  const rooms = Array.from({ length: 200 }, (_, index) => `room${index}`);
  for (const room of rooms) {
    world.room(room, `ana ${room}`, `ben ${room}`);
    await world.shares(`ana ${room}`, room, { at: [52, 13], live: hour });
  }
  const answered = () => rooms.filter((room) => world.shown(room).length > 0).length;
  await world.receive(...rooms.map((room) => world.command(`ben ${room}`, room, "/whereis")));
  await world.receive(world.command("ana room199", "room199", "/stop"));
  expect(answered()).toBeLessThan(rooms.length / 4);
  await world.idle();
  expect(answered()).toBe(rooms.length);
  expect(world.said("room199").join()).not.toContain("52.00000");
});
