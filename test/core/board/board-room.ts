import { hour, second } from "../../../src/lib/time.ts";
import { createWorld, type Options, type World } from "../../support/world/world.ts";

/** In steps in which a board is brought up to date: one that is not, in time, goes as a whole. @param time milliseconds */
export async function passInSteps(world: World, time: number): Promise<void> {
  for (let passed = 0; passed < time; passed += 10 * second) await world.pass(10 * second);
}

/** Ana shares live in a room that has a board; Ben and Cleo are there, and Ana is its admin. */
export async function startBoard(options: Options = {}) {
  const world = await createWorld({ boardHolds: 100, deletesWithin: 47 * hour, ...options });
  world.room("march", "ana", "ben", "cleo");
  await world.says("ana", "march", "/setup board on");
  const phone = await world.shares("ana", "march", { at: [52, 13], live: 3 * hour });
  await world.pass(second);
  const boards = () => world.network.posts.filter(({ removed, message }) => !removed && message.silent === true);
  return {
    world,
    phone,
    boards,
    board: () => boards().map(({ message }) => message.lines.map(({ id }) => id)),
    read: () =>
      world
        .shown("march")
        .filter((said) => said.includes("keep this board"))
        .at(-1),
  };
}
