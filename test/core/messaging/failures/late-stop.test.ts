import { describe, expect, test } from "vitest";
import { hour, minute, second } from "../../../../src/lib/time.ts";
import { createWorld, type World } from "../../../support/world/world.ts";

const stops = ["/stop", "/forget"];

/** Ana, Ben and Cleo are in the march. Nothing that needs the network's answer is worked on until it comes back. */
async function waiting() {
  const world = await createWorld();
  world.room("march", "ana", "ben", "cleo");
  await world.says("ana", "march", "/share");
  return { world, ...world.network.goesAway() };
}

async function found(world: World) {
  await world.says("cleo", "march", "/whereis");
  return world.last("march");
}

/** Sends it in private, or types it in the room. */
const sent = {
  "a live share": (world: World) => world.position("ana", undefined, { at: [52, 13], live: hour }),
  "a plain location": (world: World) => world.position("ana", undefined, { at: [52, 13] }),
  "a /here in private": (world: World) => world.command("ana", undefined, "/here 52.00000 13.00000"),
  "a /here in the room": (world: World) => world.command("ana", "march", "/here 52.00000 13.00000"),
} as const;

describe.each(stops)("%s that the network delivers late", (stop) => {
  describe.each(Object.entries(sent))("with %s that waits to be worked on", (what, send) => {
    /** @param by how long after it was said the command is delivered; what waits was sent a minute before the delivery */
    async function delivered(by: number) {
      const { world, comesBack } = await waiting();
      const waits = send(world);
      await world.receive(waits);
      world.skip(minute);
      await world.receive(world.command("ana", undefined, stop, { ago: by }));
      comesBack();
      await world.pass(minute);
      if (what !== "a /here in the room") await world.says("ana", undefined, "/choose 1");
      return `${await found(world)} ${world.shown("ana").join(" ")}`;
    }

    test("leaves what was sent after it was said", async () => {
      // Who was forgotten is in no room, as far as is known, and is told so.
      const isForgotten = stop === "/forget" && what !== "a /here in the room";
      expect(await delivered(minute + second)).toContain(isForgotten ? "it was not kept" : "52.00000");
    });

    test("answers that it is stopped, also right after another one that had nothing to end", async () => {
      const { world, comesBack } = await waiting();
      const say = () => world.receive(world.command("ana", undefined, stop));
      await say();
      await say();
      await world.receive(send(world));
      await say();
      comesBack();
      await world.pass(second);
      // /forget is answered each time that there is something to end, and once when there is nothing.
      const [answer, times] = stop === "/stop" ? ["Stopped.", 1] : ["Done.", 3];
      expect(world.shown("ana").filter((said) => said.startsWith(answer))).toHaveLength(times);
    });

    test("voids what was sent before it was said, or in the same second", async () => {
      for (const by of [minute, 0]) expect(await delivered(by)).not.toMatch(/52\.|it was not kept/);
    });
  });

  test("and is told again after the program died, leaves what was sent in between", async () => {
    const { world, comesBack } = await waiting();
    const said = world.command("ana", "march", stop);
    await world.receive(said);
    world.skip(minute);
    await world.receive(world.command("ana", "march", "/here 52.00000 13.00000"));
    await world.receive({ ...said, id: "told-again" });
    comesBack();
    await world.pass(minute);
    expect(await found(world)).toContain("52.00000");
  });

  test("does not open the way for what a later one refused", async () => {
    const world = await createWorld();
    world.room("march", "ana", "ben", "cleo");
    const begun = world.phone(world.position("ana", "march", { at: [52, 13], live: hour }));
    world.skip(minute);
    await world.says("ana", "march", stop);
    await world.says("ana", "march", "/stop", { ago: 2 * minute });
    await begun.moves(52, 13);
    expect(await found(world)).not.toContain("52.");
    await world.shares("ana", "march", { at: [53, 13], live: hour });
    expect(await found(world)).toContain("53.00000");
  });

  test("ends a share that is open, whenever that began: no doubt about a clock leaves one standing", async () => {
    const world = await createWorld();
    world.room("march", "ana", "ben", "cleo");
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    await world.says("ana", "march", stop, { ago: minute });
    expect(await found(world)).not.toContain("52.");
  });
});
