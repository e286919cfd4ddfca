import { describe, expect, test } from "vitest";
import { hour, minute } from "../../../src/lib/time.ts";
import { createWorld, type World } from "../../support/world/world.ts";

const asked = "Who may see where you are?";
/** Somebody in two rooms shares in private, and is asked with which of them. */
const asking = async (live?: number) => {
  const world = await createWorld();
  for (const room of ["march", "legal"]) {
    world.room(room, "ana", "ben");
    await world.says("ana", room, "/help");
  }
  const phone = await world.shares("ana", undefined, { at: [52, 13], ...(live && { live }) });
  expect(questions(world)).toHaveLength(1);
  return { world, phone };
};
const questions = (world: World) => world.shown("ana").filter((said) => said.startsWith(asked));

describe("a question with buttons goes when it", () => {
  test("was answered, and the answer stays", async () => {
    const { world } = await asking(hour);
    await world.says("ana", undefined, "/choose 1");
    expect(questions(world)).toEqual([]);
    expect(world.last("ana")).toContain("can see where you are, live");
  });

  test("was answered while its chat took nothing", async () => {
    const { world } = await asking(hour);
    await world.restart();
    await world.says("ana", undefined, "/choose 2");
    expect(questions(world)).toEqual([]);
  });

  test("was not answered well: then it stays", async () => {
    const { world } = await asking(hour);
    await world.says("ana", undefined, "/choose 9");
    expect(world.last("ana")).toContain("none of the rooms");
    expect(questions(world)).toHaveLength(1);
  });

  test.each(["/stop", "/forget"])("needs no answer any more after %s", async (said) => {
    const { world } = await asking(hour);
    await world.says("ana", undefined, said);
    expect(questions(world)).toEqual([]);
  });

  test("is about a live location that its sharer ended", async () => {
    const { world, phone } = await asking(hour);
    await phone.stops();
    await world.pass(minute);
    expect(questions(world)).toEqual([]);
  });

  test("is about an earlier position than another one", async () => {
    const { world } = await asking();
    await world.shares("ana", undefined, { at: [53, 14], live: hour });
    expect(questions(world)).toHaveLength(1);
    await world.says("ana", undefined, "/choose 1");
    await world.says("ben", "march", "/whereis");
    expect(world.last("march")).toContain("53.00000");
    expect(questions(world)).toEqual([]);
  });

  test("waited for an hour, when the position is destroyed", async () => {
    const { world } = await asking();
    await world.pass(hour - minute);
    expect(questions(world)).toHaveLength(1);
    await world.pass(2 * minute);
    expect(questions(world)).toEqual([]);
  });

  test("but not while the phone goes on", async () => {
    const { world, phone } = await asking(3 * hour);
    await world.pass(50 * minute);
    await phone.moves(52.5, 13);
    await world.pass(50 * minute);
    expect(questions(world)).toHaveLength(1);
    await world.says("ana", undefined, "/choose 1");
    await world.says("ben", "march", "/whereis");
    expect(world.last("march")).toContain("52.50000");
  });
});

test("what somebody else was asked stays", async () => {
  const { world } = await asking(hour);
  for (const room of ["march", "legal"]) await world.says("ben", room, "/help");
  await world.shares("ben", undefined, { at: [54, 15], live: hour });
  await world.says("ben", undefined, "/choose 1");
  expect(questions(world)).toHaveLength(1);
});
