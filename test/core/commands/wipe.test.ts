import { describe, expect, test } from "vitest";
import { roomId } from "../../../src/core/model/ids.ts";
import { hour, minute, second } from "../../../src/lib/time.ts";
import { createWorld, type World } from "../../support/world/world.ts";

const says = async (world: World, who: string, text: string) => {
  await world.says(who, "march", text);
  return world.last("march") ?? "";
};
/** Two admins, and somebody who shares. */
const march = async () => {
  const world = await createWorld();
  world.room("march", "ana", "ben", "cleo");
  world.network.makeAdmin("march", "ben");
  await world.shares("cleo", "march", { at: [52, 13], live: hour });
  return world;
};
const asksBack = "This destroys everything that is shared with this room";
const nothing = "Nothing was destroyed. Say /wipe yourself first, then /wipe yes.";
const done = "Everything that was shared with this room is destroyed";

describe("/wipe asks back, each admin for themself", () => {
  test("and is done when the one who asked says yes", async () => {
    const world = await march();
    expect(await says(world, "ana", "/wipe")).toContain(asksBack);
    expect(await says(world, "ana", "/wipe yes")).toContain(done);
    expect(await says(world, "cleo", "/whereis")).toContain("Nobody shares");
  });

  test("another admin's yes completes nothing, and takes nothing away of the question", async () => {
    const world = await march();
    await says(world, "ana", "/wipe");
    expect(await says(world, "ben", "/wipe yes")).toBe(nothing);
    expect(await says(world, "cleo", "/whereis")).toContain("52.00000");
    expect(await says(world, "ana", "/wipe yes")).toContain(done);
  });

  test("nor does that of an admin who speaks as the room, or the other way round", async () => {
    const world = await march();
    await says(world, "ana", "/wipe");
    await world.anonymousAdminSays("march", "/wipe yes");
    expect(world.last("march")).toBe(nothing);
    await world.anonymousAdminSays("march", "/wipe");
    expect(await says(world, "ben", "/wipe yes")).toBe(nothing);
    expect(await says(world, "cleo", "/whereis")).toContain("52.00000");
    await world.anonymousAdminSays("march", "/wipe yes");
    expect(world.last("march")).toContain(done);
  });

  test("two who ask are each answered, and a yes is used once", async () => {
    const world = await march();
    await says(world, "ana", "/wipe");
    await says(world, "ben", "/wipe");
    expect(await says(world, "ana", "/wipe yes")).toContain(done);
    await world.shares("cleo", "march", { at: [53, 13], live: hour });
    expect(await says(world, "ana", "/wipe yes")).toBe(nothing);
    expect(await says(world, "cleo", "/whereis")).toContain("53.00000");
  });

  test("for five minutes, and only while they are an admin", async () => {
    const world = await march();
    await says(world, "ben", "/wipe");
    world.network.unmakeAdmin("march", "ben");
    expect(await says(world, "ben", "/wipe yes")).toContain("Only an admin");
    await says(world, "ana", "/wipe");
    await world.pass(5 * minute + second);
    expect(await says(world, "ana", "/wipe yes")).toBe(nothing);
  });
});

describe("what was shared before /wipe and reaches the bot after it", () => {
  /** @param then what is said in the room between the sending of a position and its arrival */
  const arrivesAfter = async (...then: readonly (readonly [who: string, text: string])[]) => {
    const world = await march();
    const sent = world.position("ben", "march", { at: [54, 13] });
    world.skip(second);
    for (const [who, text] of then) await world.says(who, "march", text);
    await world.tell(sent);
    return { world, answer: await says(world, "cleo", "/whereis") };
  };

  test("is not shown, whether its sharer had stopped it or not", async () => {
    expect((await arrivesAfter(["ana", "/wipe"])).answer).toContain("54.00000");
    const wiped = [
      ["ana", "/wipe"],
      ["ana", "/wipe yes"],
    ] as const;
    expect((await arrivesAfter(...wiped)).answer).toContain("Nobody shares");
    expect((await arrivesAfter(["ben", "/stop"], ...wiped)).answer).toContain("Nobody shares");
  });

  test("nor in the room that takes this one's place; what is shared from then on is", async () => {
    const { world } = await arrivesAfter(["ana", "/wipe"], ["ana", "/wipe yes"]);
    const late = world.position("ben", "march", { at: [54, 13] });
    world.skip(second);
    await says(world, "ana", "/wipe");
    await says(world, "ana", "/wipe yes");
    world.network.move("march", "super");
    await world.tell({ kind: "room-moved", from: roomId("telegram", "march"), to: roomId("telegram", "super") });
    await world.tell(late);
    await world.says("cleo", "super", "/whereis");
    expect(world.last("super")).toContain("Nobody shares");
    await world.shares("ben", "super", { at: [55, 13] });
    await world.says("cleo", "super", "/whereis");
    expect(world.last("super")).toContain("55.00000");
  });
});
