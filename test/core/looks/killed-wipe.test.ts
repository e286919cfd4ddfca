import { expect, test } from "vitest";
import { hour } from "../../../src/lib/time.ts";
import { createDeadlyStore } from "../../support/stores/deadly-store.ts";
import { createWorld } from "../../support/world/world.ts";

const shownIn = (room: string) => expect.stringContaining(`The answer stands in ${room}`);

test("wherever the program dies over /wipe, what others saw of a person in other rooms is there, and of this room nothing", async () => {
  for (let call = 1; ; call += 1) {
    const { wrap, diesWithin } = createDeadlyStore();
    const world = await createWorld({ store: wrap });
    world.room("march", "olga", "ana", "ben");
    world.room("family", "dora", "ana", "ben");
    for (const room of ["march", "family"]) {
      await world.shares("ana", room, { at: [52, 13], live: hour });
      await world.shares("ben", room, { at: [52, 14], live: hour });
      await world.says("olga", "march", "/whereis");
      await world.says("dora", "family", "/whereis");
    }
    await world.says("olga", "march", "/wipe");
    const incoming = world.command("olga", "march", "/wipe yes");
    const wasKilled = await diesWithin(() => world.tell(incoming), call);
    if (wasKilled) await world.resumeAnew();
    await world.tell(incoming);
    await world.pass(2000);
    for (const who of ["ana", "ben"]) {
      await world.says(who, undefined, "/who");
      const said = (world.last(who) ?? "").split("\n");
      expect({ call, who, said }).toEqual({ call, who, said: expect.arrayContaining([shownIn("The family")]) });
      expect(said.join()).not.toContain("The march");
    }
    if (!wasKilled) return expect(call).toBeGreaterThan(30);
  }
});
