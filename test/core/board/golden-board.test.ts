import { expect, test } from "vitest";
import { plainWords } from "../../../src/bots/render.ts";
import type { MessageRef } from "../../../src/core/model/ids.ts";
import { hour, minute, second } from "../../../src/lib/time.ts";
import {
  copyStandingBoard,
  networkOfBoard,
  peopleOfBoard,
  standingBoardIs,
} from "../../golden/standing/standing-board.ts";
import { seen } from "../../support/world/words.ts";
import { createWorld } from "../../support/world/world.ts";
import { whoBy } from "../looks/looked-at.ts";
import { freshFolder } from "../storage/fresh-folder.ts";

/** The program begins again over the folder, a minute after it ended; on the network the board still stands. */
async function beginsAgain() {
  const folder = freshFolder();
  const standing: { board?: MessageRef } = {};
  const edits: string[] = [];
  const removed: MessageRef[] = [];
  const world = await createWorld({
    ...networkOfBoard,
    folder,
    connect: (port) => ({
      ...port,
      async edit(ref, message) {
        if (ref !== standing.board) return port.edit?.(ref, message);
        edits.push(seen(plainWords(message.lines)));
      },
      async remove(ref, others) {
        removed.push(ref);
        if (ref !== standing.board) await port.remove(ref, others);
      },
    }),
  });
  world.room("march", ...peopleOfBoard);
  const { at, board } = standingBoardIs();
  // The network goes on counting where it was.
  for (let messages = 0; messages < 100; messages += 1) world.network.newRef("elsewhere");
  standing.board = board;
  world.skip(at + minute - world.now());
  await world.restartAfter(() => copyStandingBoard(folder));
  await world.pass(second);
  return { world, board, edits, removed };
}

test("a board that stood when the program ended goes on, with where people meet", async () => {
  const { world, edits, removed, board } = await beginsAgain();
  expect(edits).toHaveLength(1);
  expect(edits[0]).toContain("Ana is at 52.00100, 13.00000");
  expect(edits[0]).toContain("Ben was last seen at 52.10");
  expect(edits[0]).toContain("The meeting point is 52.0500, 13.0500");
  expect(world.said("march")).toEqual([]);
  await world.says("ana", "march", "/stop");
  await world.pass(minute);
  expect(edits.at(-1)).not.toContain("Ana");
  await world.says("ben", "march", "/stop");
  await world.pass(minute);
  expect(removed).toContain(board);
});

test("/who tells of that board and of whom it answered, as before", async () => {
  const { world } = await beginsAgain();
  expect(await whoBy(world)).toEqual([
    "2 answers showed somebody else where you are, the latest first:",
    "Cleo asked 1 minute ago. You were shown exactly. The board in The march answered.",
    "A board showed you by itself, first 6 minutes ago. You were shown exactly. The answer stands in The march (3 members).",
  ]);
  const [, asked, stands] = await whoBy(world, "ben");
  expect(asked).toMatch(/^Cleo asked .* within a square of 1 kilometre/);
  expect(stands).toContain("within a square of 1 kilometre");
});

test("what was shown there is gone an hour after the share ended, and with the room's /wipe at once", async () => {
  const { world } = await beginsAgain();
  await world.says("ana", "march", "/stop");
  await world.pass(hour - minute);
  expect((await whoBy(world)).length).toBeGreaterThan(1);
  await world.pass(2 * minute);
  expect(await whoBy(world)).toEqual([expect.stringContaining("No answer has shown")]);
  await world.says("ana", "march", "/wipe");
  await world.says("ana", "march", "/wipe yes");
  expect((await whoBy(world, "ben"))[0]).toContain("No answer has shown");
});
