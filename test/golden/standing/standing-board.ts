import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { MessageRef } from "../../../src/core/model/ids.ts";
import { hour, minute, second } from "../../../src/lib/time.ts";
import { createCoreWorld } from "../../support/world/core-world.ts";

/** What stood when the program ended, and when that was. */
export type StandingBoard = { at: number; board: MessageRef };

export const standingBoard = join(import.meta.dirname, "board");
const files = ["whereat.db", "keyring"];

/** The people of its room, an admin first. */
export const peopleOfBoard = ["ana", "ben", "cleo"] as const;
export const networkOfBoard = { boardHolds: 100, deletesWithin: 47 * hour } as const;

/**
 * Writes the folder of a program that ends while a board stands: Ana and Ben are on it, Cleo asked and it answered, and it says where people
 * meet. The room is tidy.
 */
export async function makeStandingBoard(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const world = await createCoreWorld({ ...networkOfBoard, folder });
  world.room("march", ...peopleOfBoard);
  await world.says("ana", "march", "/setup tidy on");
  await world.says("ana", "march", "/setup board on");
  await world.says("ana", "march", "/meet 52.0500 13.0500 at 15:30");
  const phone = await world.shares("ana", "march", { at: [52, 13], live: 8 * hour });
  await world.says("ben", "march", "/precision 1km");
  await world.shares("ben", "march", { at: [52.1, 13.1], live: 8 * hour });
  await world.pass(5 * minute);
  await phone.moves(52.001, 13);
  await world.pass(minute);
  await world.says("cleo", "march", "/whereis");
  await world.pass(second);
  const standing = world.network.posts.filter(({ message, removed }) => message.silent === true && !removed);
  const [board, ...others] = standing.map(({ ref }) => ref);
  if (board === undefined || others.length > 0) throw new Error("one board was to stand");
  await world.stop();
  await world.close();
  rmSync(join(folder, "keyring.lock"), { force: true });
  const about: StandingBoard = { at: world.now(), board };
  writeFileSync(join(folder, "standing.json"), `${JSON.stringify(about, undefined, 2)}\n`);
}

export const standingBoardIs = () =>
  JSON.parse(readFileSync(join(standingBoard, "standing.json"), "utf8")) as StandingBoard;

/** Puts a copy of it into a folder. */
export function copyStandingBoard(to: string): void {
  for (const name of files) {
    copyFileSync(join(standingBoard, name), join(to, name));
    chmodSync(join(to, name), 0o600);
  }
}
