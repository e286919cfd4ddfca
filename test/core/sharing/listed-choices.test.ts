import { expect, test } from "vitest";
import { plainWords } from "../../../src/bots/render.ts";
import { day, hour } from "../../../src/lib/time.ts";
import { createWorld } from "../../support/world/world.ts";

test("a number chooses from the rooms as they were listed, also when the person was seen in another since", async () => {
  for (const again of ["an update", "the first message once more"] as const) {
    const world = await createWorld();
    world.room("family", "ben");
    world.room("march", "ana", "ben");
    await world.says("ben", "family", "/help");
    const phone = await world.shares("ben", undefined, { at: [52, 13], live: hour });
    expect(world.last("ben")).toContain("Who may see where you are?");
    await world.says("ben", "march", "/help");
    if (again === "an update") await phone.moves(52, 13);
    else await world.tell(phone.first);
    await world.says("ben", undefined, "/choose 2");
    expect([again, world.last("ben")?.includes("none of the rooms")]).toEqual([again, true]);
    await world.says("ben", undefined, "/choose 1");
    expect([again, world.last("ben")?.includes("The family")]).toEqual([again, true]);
  }
});

test("rooms whose names are, or look, the same are told apart by since when one is known there", async () => {
  const world = await createWorld();
  for (const [room, name] of [
    ["march", "March"],
    ["family", "Family"],
    // Its "а" is Cyrillic.
    ["trap", "Mаrch"],
  ] as const) {
    world.room(room, "ben");
    Object.assign(world.network.rooms.get(room) ?? {}, { name });
    await world.says("ben", room, "/help");
    await world.pass(2 * day);
  }
  await world.shares("ben", undefined, { at: [52, 13], live: hour });
  const labels = world.network.posts.at(-1)?.message.choices?.map(({ label }) => plainWords([label]));
  expect(labels?.map((label) => label.replace(/[\u2068\u2069]/g, ""))).toEqual([
    "March (no. 1, you were first seen there 6 days ago)",
    "Family",
    "Mаrch (no. 2, you were first seen there 2 days ago)",
  ]);
});
