import { describe, expect, test } from "vitest";
import { hour, minute, second } from "../../../src/lib/time.ts";
import { createWorld } from "../../support/world/world.ts";
import { startBoard } from "./board-room.ts";

describe("/whereis, where a board stands", () => {
  test("is answered by the board alone: it is brought up to date, and who asked gets a sign", async () => {
    const { world, boards, phone, read } = await startBoard();
    await world.pass(minute);
    const posts = world.network.posts.length;
    await phone.moves(52.5, 13);
    const asked = await world.says("ben", "march", "/whereis");
    await world.pass(second);
    expect(world.network.posts).toHaveLength(posts);
    expect(world.network.reactions).toContain(asked.message);
    expect(read()).toContain("52.50000");
    expect(boards()).toHaveLength(1);
  });

  test("brings the board down to who asks, when it is far up", async () => {
    const { world, boards } = await startBoard();
    await world.pass(minute);
    const [first] = boards();
    for (let count = 0; count < 3; count += 1) world.network.newRef("march");
    await world.says("ben", "march", "/whereis");
    await world.pass(second);
    const [second_] = boards();
    expect(first!.removed).toBe(true);
    expect(second_).toMatchObject({ removed: false, edits: 1 });
    expect(boards()).toHaveLength(1);
  });

  test("is answered by itself about one person, and when nobody shares", async () => {
    const { world, phone } = await startBoard();
    await world.says("ben", "march", "/whereis ana");
    expect(world.last("march")).toContain("Ana shares with this room.");
    await phone.stops();
    await world.says("ben", "march", "/whereis");
    expect(world.last("march")).toContain("Nobody shares a position with this room now.");
  });
});

describe("a board and private answers", () => {
  test("exclude each other: where answers are for who asked alone there is none, and /setup says why", async () => {
    const { world, boards } = await startBoard();
    await world.says("ana", "march", "/setup answers private");
    expect(boards()).toEqual([]);
    expect(world.last("march")).toContain("The board is deleted, too, because everybody reads it.");
    await world.says("ana", "march", "/setup board on");
    await world.pass(minute);
    expect(boards()).toEqual([]);
    expect(world.shown("ana").join()).toContain("everybody would read a board");
    await world.says("ana", "march", "/setup");
    expect(world.shown("ana").join()).toContain("There is no board here: everybody would read it");
    await world.says("ana", "march", "/setup answers room");
    await world.pass(minute);
    expect(boards()).toEqual([]);
  });

  test("so no board comes back when what was chosen may be lost", async () => {
    const { world, boards } = await startBoard();
    await world.lose("emptied");
    await world.pass(second);
    await world.pass(second);
    expect(boards()).toEqual([]);
    await world.shares("ben", "march", { at: [53, 14], live: 3 * hour });
    await world.pass(minute);
    expect(boards()).toEqual([]);
  });
});

test("a board is an admin's to choose, is told of, and is there already when it is chosen again", async () => {
  const { world } = await startBoard();
  await world.says("ben", "march", "/setup board off");
  expect(world.last("march")).toContain("Only an admin of this room");
  await world.says("ana", "march", "/setup board maybe");
  expect(world.last("march")).toContain("“maybe” cannot be chosen.");
  await world.says("ana", "march", "/setup board on");
  expect(world.last("march")).toContain("It is so already.");
  await world.says("ben", "march", "/setup board");
  expect(world.last("march")).toContain("A board here shows who shares");
});

test("where a network has no boards, /setup says what is so there", async () => {
  const world = await createWorld();
  world.room("march", "ana", "ben");
  await world.says("ana", "march", "/setup board on");
  expect(world.last("march")).toContain("This network has no board");
  await world.says("ana", "march", "/setup");
  expect(world.last("march")).not.toContain("board");
});
