import { createWorld, type World } from "../../../support/world/world.ts";
import type { Options } from "../../../support/world/world-options.ts";

export const asked = "where you are, in The march";
export const over = "The question about where you are is over. Nothing was shared by it.";
export const sentence = (name: string) =>
  `If I can reach “${name}” and they allow questions, I have asked them. You will hear if they share.`;

/** Ana, Ben and Cem are in the march and were seen there; Ana and Dora in the family. */
export async function march(options: Options = {}): Promise<World> {
  const world = await createWorld(options);
  world.room("march", "ana", "ben", "cem");
  world.room("family", "ana", "dora");
  for (const who of ["ana", "ben", "cem"]) await world.says(who, "march", "/privacy");
  for (const who of ["ana", "dora"]) await world.says(who, "family", "/privacy");
  return world;
}

/** What somebody reads in private that asks something of them. */
export const questions = (world: World, who: string) => world.shown(who).filter((said) => said.includes(asked));

/** Whether somebody in a room is shown where another is. */
export async function seesIn(world: World, who: string, room: string, place: string): Promise<boolean> {
  await world.says(who, room, "/whereis");
  return (world.last(room) ?? "").includes(place);
}
