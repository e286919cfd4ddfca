import { expect } from "vitest";
import { recordKeys } from "../../../src/core/storage/records/record-keys.ts";
import { day, hour } from "../../../src/lib/time.ts";
import { createWorld, type World } from "../../support/world/world.ts";

/** Where people of a room meet, and for how long that is kept. */
export const meeting: Record<string, () => Promise<void>> = {
  "A meeting point is set and taken back by admins alone; after the expiry of its room, a day at the latest, `/meet off` or `/wipe`, no copy of it opens.":
    async () => {
      const ends: Record<string, (world: World) => Promise<unknown>> = {
        expiry: (world) => world.pass(hour + 1),
        "taken back": (world) => world.says("ana", "march", "/meet off"),
        async wiped(world) {
          await world.says("ana", "march", "/wipe");
          await world.says("ana", "march", "/wipe yes");
        },
        async shortened(world) {
          await world.pass(hour / 2);
          await world.says("ana", "march", "/expiry 5m");
        },
      };
      for (const [how, end] of Object.entries(ends)) {
        const world = await march();
        await world.says("ben", "march", "/meet 53 14");
        await world.says("ana", "march", "/meet 52.5200 13.4050");
        await world.says("ben", "march", "/meet off");
        await world.says("ben", "march", "/meet 53 14");
        const key = recordKeys.meetingPoint(await world.circleOf("march"));
        const copy = (await world.store.get(world.seal.rowId(key))) ?? "";
        expect(await world.seal.open(key, copy)).toContain("52.52");
        await end(world);
        await world.pass(hour / 4);
        expect([how, await world.seal.open(key, copy)]).toEqual([how, undefined]);
        await world.says("ben", "march", "/meet");
        expect(world.last("march")).toContain("This room has no meeting point.");
      }
      const world = await march();
      await world.says("ana", "march", "/expiry 7d");
      await world.says("ana", "march", "/meet 52.5200 13.4050");
      await world.pass(day);
      await world.says("ben", "march", "/meet");
      expect(world.last("march")).toContain("This room has no meeting point.");
    },
};

async function march() {
  const world = await createWorld();
  world.room("march", "ana", "ben");
  return world;
}
