import { expect, test } from "vitest";
import { hour } from "../../../src/lib/time.ts";
import { createWorld } from "../../support/world.ts";

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
