import { expect } from "vitest";
import { roomId } from "../../../src/core/model/ids.ts";
import { hour } from "../../../src/lib/time.ts";
import { createWorld } from "../../support/world/world.ts";

const from = roomId("telegram", "march");
const to = roomId("telegram", "march2");

/** Tries that the settings go over to the room that takes the place of another, that what was shared ends, and that this is said once. */
export async function roomReplaced(): Promise<void> {
  const world = await createWorld();
  for (const room of ["march", "march2"]) world.room(room, "ana", "ben");
  await world.says("ana", "march", "/expiry 2h");
  const phone = await world.shares("ben", "march", { at: [52.5163, 13.3777], live: hour });
  await world.says("ana", "march", "/whereis");
  expect(world.last("march")).toContain("52.51630");
  await world.tell({ kind: "room-replaced", from, to });
  await world.tell({ kind: "room-replaced", from, to });
  expect(world.shown("march2").filter((text) => text.includes("takes the place of another"))).toHaveLength(1);
  expect(world.last("march2")).toContain("the expiry is 2 hours");
  await phone.moves(52.6, 13.4);
  await world.says("ana", "march2", "/whereis");
  expect(world.last("march2")).toContain("Nobody shares");
  expect(world.shown("march").join()).not.toContain("52.51630");
}
