import { expect, test } from "vitest";
import { maxLooksInList, maxLooksKept, maxShorteningsKept, peopleCounted } from "../../../src/core/model/limits.ts";
import { hour, minute, second } from "../../../src/lib/time.ts";
import { createWorld, type World } from "../../support/world/world.ts";

/** Ana shares live with the march, in which there are three. */
async function march() {
  const world = await createWorld();
  world.room("march", "olga", "ana", "ben");
  await world.shares("ana", "march", { at: [52.52, 13.405], live: 8 * hour });
  return { world };
}

async function whoBy(world: World): Promise<string[]> {
  await world.says("ana", undefined, "/who");
  return (world.last("ana") ?? "").split("\n");
}

test("/who lists so many at once, and the others on the next page", async () => {
  const { world } = await march();
  for (let time = 0; time <= maxLooksInList; time += 1) {
    await world.says("ben", "march", "/whereis");
    await world.pass(minute);
  }
  await world.says("ana", undefined, "/who");
  const first = (world.last("ana") ?? "").split("\n");
  expect(first).toHaveLength(maxLooksInList + 2);
  expect(first.at(-1)).toBe("One more answer is not listed. To read on, say /who 2.");
  await world.says("ana", undefined, "/who 2");
  expect((world.last("ana") ?? "").split("\n")).toHaveLength(3);
});

test("/who knows the latest of very many", async () => {
  const { world } = await march();
  for (let time = 0; time < maxLooksKept + 2; time += 1) {
    await world.says(time % 2 === 0 ? "ben" : "olga", "march", "/whereis");
    world.skip(5 * second);
  }
  expect((await whoBy(world))[0]).toContain(`${maxLooksKept} answers`);
}, 120_000);

test("/who says how many were in the room, as it was counted within the last minute", async () => {
  const { world } = await march();
  await world.says("ben", "march", "/whereis");
  world.network.enter("march", "cleo");
  world.skip(peopleCounted - second);
  await world.says("ben", "march", "/whereis");
  world.skip(second);
  await world.says("ben", "march", "/whereis");
  const said = await whoBy(world);
  expect(said[1]).toContain("(4 members)");
  expect(said[2]).toContain("(3 members)");
});

test("a look that a shorter expiry ended stays gone when it is lengthened again, however often that happens", async () => {
  const { world } = await march();
  await world.says("ben", "march", "/whereis");
  for (let minutes = 2; minutes <= maxShorteningsKept + 3; minutes += 1) {
    await world.says("olga", "march", "/expiry 7d");
    await world.says("olga", "march", `/expiry ${minutes}m`);
    await world.pass(minute / 4);
  }
  await world.says("olga", "march", "/expiry 7d");
  expect((await whoBy(world))[0]).toContain("No answer has shown anybody else where you are.");
  await world.shares("ana", "march", { at: [52.52, 13.405], live: 8 * hour });
  await world.says("ben", "march", "/whereis");
  await world.pass(2 * hour);
  expect((await whoBy(world))[1]).toContain("Ben asked 2 hours ago.");
});
