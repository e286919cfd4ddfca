import { expect } from "vitest";
import { meetingOf } from "../../../../src/core/storage/records/meeting-key.ts";
import { recordKeys } from "../../../../src/core/storage/records/record-keys.ts";
import { createWorld, type World } from "../../../support/world/world.ts";

export const none = "This room has no meeting point.";

/** Ana, who is its admin, Ben and Cleo in a room. */
export async function march() {
  const world = await createWorld();
  world.room("march", "ana", "ben", "cleo");
  return world;
}
export const says = async (world: World, who: string, text: string, room = "march") => {
  await world.says(who, room, text);
  return world.last(room) ?? "";
};
export const shownIn = (world: World, room = "march") => world.shown(room).join("\n");

/** The row in which the room's meeting point is kept. */
export async function stored(world: World) {
  const circle = await world.circleOf("march");
  const key = recordKeys.meetingPoint(circle);
  expect(key.member).toBe(meetingOf(circle));
  const row = (await world.store.get(world.seal.rowId(key))) ?? "";
  expect(await world.seal.open(key, row)).toContain("52.52");
  return { key, row };
}
