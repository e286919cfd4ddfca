import { hour } from "../../../src/lib/time.ts";
import { createWorld, type Options, type World } from "../../support/world/world.ts";

export const berlin = [52.52, 13.405] as const;

/** Ana shares live with the march, in which there are three. */
export async function march(options: Options = {}) {
  const world = await createWorld(options);
  world.room("march", "olga", "ana", "ben");
  const phone = await world.shares("ana", "march", { at: berlin, live: 8 * hour });
  return { world, phone };
}

/** What the person reads of /who in private, without the last line, which says whether they are told of each first look. */
export async function whoBy(world: World, person = "ana"): Promise<string[]> {
  await world.says(person, undefined, "/who");
  return (world.last(person) ?? "").split("\n").slice(0, -1);
}
export const none = [
  "No answer has shown anybody else where you are. I note each one, and keep that for one expiry of its room.",
];
export const one = "One answer showed somebody else where you are:";
