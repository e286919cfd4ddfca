import { describe, expect, test } from "vitest";
import { hour, minute, second } from "../../../../src/lib/time.ts";
import { march, over, questions, seesIn, sentence } from "./march.ts";

const place = { at: [52.1, 13.1] } as const;
const shown = "52.10000, 13.10000";

describe("who has not chosen", () => {
  test("shares nothing by ignoring the question, and reads that it is over after ten minutes", async () => {
    const world = await march();
    await world.says("ben", undefined, "/ask ana");
    await world.pass(10 * minute - second);
    expect(questions(world, "ana")).toHaveLength(1);
    await world.pass(2 * second);
    expect(world.shown("ana")).toEqual([expect.any(String), over].slice(1));
    expect(world.network.posts.findLast(({ chat }) => chat === "ana")?.message.keyboard).toEqual({ kind: "none" });
    expect(world.shown("ben")).toEqual([sentence("ana")]);
    await world.says("ana", undefined, "/answer hour");
    expect(world.last("ana")).toContain("Nobody asks where you are at the moment.");
  });

  test("is asked who may see a location in private, even where one room was named before", async () => {
    const world = await march();
    await world.says("ana", "family", "/share");
    const payload = world.network.posts.at(-1)?.message.privateChat?.payload;
    await world.says("ana", undefined, `/start ${payload}`);
    await world.says("ben", undefined, "/ask ana");
    await world.shares("ana", undefined, place);
    expect(world.last("ana")).toContain("Who may see where you are?");
    for (const [who, room] of [
      ["ben", "march"],
      ["dora", "family"],
    ] as const)
      expect(await seesIn(world, who, room, shown)).toBe(false);
    // Without a question that is open, it goes where it was named.
    await world.says("ana", undefined, "/answer not-now");
    await world.shares("ana", undefined, { at: [52.4, 13.1] });
    expect(await seesIn(world, "dora", "family", "52.40000")).toBe(true);
    expect(await seesIn(world, "ben", "march", "52.40000")).toBe(false);
  });

  test("and sends a location in another room is shown to that room alone", async () => {
    const world = await march();
    await world.says("ben", undefined, "/ask ana");
    await world.shares("ana", "family", { ...place, live: hour });
    expect(await seesIn(world, "dora", "family", shown)).toBe(true);
    expect(await seesIn(world, "ben", "march", shown)).toBe(false);
    expect(world.shown("ben")).toEqual([sentence("ana")]);
    expect(questions(world, "ana")).toHaveLength(1);
  });

  test("and chooses the room of those who ask by its name shares with it, and they hear", async () => {
    const world = await march();
    await world.says("ben", undefined, "/ask ana");
    await world.shares("ana", undefined, place);
    const choice = world.network.posts.findLast(({ chat }) => chat === "ana")?.message.choices?.[0]?.command;
    await world.says("ana", undefined, `/${choice}`);
    expect(world.last("ben")).toContain(shown);
    expect(questions(world, "ana")).toEqual([]);
  });

  test("and shares in the room of those who ask is done with the question, and they hear", async () => {
    const world = await march();
    await world.says("ben", undefined, "/ask ana");
    await world.shares("ana", "march", { ...place, live: hour });
    expect(questions(world, "ana")).toEqual([]);
    expect(world.last("ana")).toBe("You share with the room that asked. Who asked is shown where you are.");
    expect(world.last("ben")).toContain(shown);
  });
});

describe("a choice is not for", () => {
  test("a location that was sent before it", async () => {
    const world = await march();
    await world.says("ben", undefined, "/ask ana");
    const early = world.position("ana", undefined, { ...place, live: hour });
    await world.pass(minute);
    await world.says("ana", undefined, "/answer hour");
    await world.tell(early);
    expect(world.last("ana")).toContain("Who may see where you are?");
    expect(await seesIn(world, "ben", "march", shown)).toBe(false);
  });

  test("one that waits for its room already, nor its updates", async () => {
    const world = await march();
    await world.says("ben", undefined, "/ask ana");
    const phone = await world.shares("ana", undefined, { ...place, live: hour });
    await world.says("ana", undefined, "/answer hour");
    await phone.moves(52.2, 13.1);
    expect(await seesIn(world, "ben", "march", "52.2")).toBe(false);
  });

  test("one that goes on with another room", async () => {
    const world = await march();
    const phone = await world.shares("ana", "family", { ...place, live: hour });
    await world.says("ben", undefined, "/ask ana");
    await world.says("ana", undefined, "/answer hour");
    await phone.moves(52.2, 13.1);
    expect(await seesIn(world, "ben", "march", "52.2")).toBe(false);
    expect(await seesIn(world, "dora", "family", "52.20000")).toBe(true);
  });

  test("one that comes more than ten minutes later", async () => {
    const world = await march();
    await world.says("ben", undefined, "/ask ana");
    await world.pass(9 * minute);
    await world.says("ana", undefined, "/answer hour");
    await world.pass(9 * minute);
    expect(world.last("ana")).toContain("Your next location goes to");
    await world.pass(minute + second);
    expect(world.last("ana")).toBe(over);
    await world.shares("ana", undefined, place);
    expect(world.last("ana")).toContain("Who may see where you are?");
    expect(await seesIn(world, "ben", "march", shown)).toBe(false);
  });

  test("the second location after it", async () => {
    const world = await march();
    await world.says("ben", undefined, "/ask ana");
    await world.says("ana", undefined, "/answer quarter");
    await world.shares("ana", undefined, place);
    await world.shares("ana", undefined, { at: [52.2, 13.1] });
    expect(world.last("ana")).toContain("Who may see where you are?");
    expect(await seesIn(world, "ben", "march", "52.2")).toBe(false);
  });

  test.each(["/stop", "/forget"])("one that comes after %s", async (said) => {
    const world = await march();
    await world.says("ben", undefined, "/ask ana");
    await world.says("ana", undefined, "/answer hour");
    await world.says("ana", undefined, said);
    await world.says("ana", "march", "/privacy");
    await world.shares("ana", undefined, place);
    expect(await seesIn(world, "ben", "march", shown)).toBe(false);
  });

  test("one that comes after the sharer has left", async () => {
    const world = await march();
    await world.says("ben", undefined, "/ask ana");
    await world.says("ana", undefined, "/answer hour");
    world.network.exit("march", "ana");
    await world.shares("ana", undefined, place);
    world.network.enter("march", "ana");
    expect(await seesIn(world, "ben", "march", shown)).toBe(false);
  });

  test("one that comes after data was lost: what was chosen may have been taken back since", async () => {
    const world = await march();
    await world.says("ben", undefined, "/ask ana");
    await world.says("ana", undefined, "/answer hour");
    await world.pass(second);
    await world.lose("older store");
    await world.pass(second);
    await world.shares("ana", undefined, place);
    expect(await seesIn(world, "ben", "march", shown)).toBe(false);
    expect(world.last("ana")).toContain("Who may see where you are?");
    // Nor is anybody asked who may have said /ask off.
    await world.says("cem", undefined, "/ask ana");
    expect(questions(world, "ana")).toEqual([]);
    await world.says("ana", "march", "/ask on");
    await world.says("cem", undefined, "/ask ana");
    expect(questions(world, "ana")).toHaveLength(1);
  });
});

test("what was asked, chosen and allowed outlives the program", async () => {
  const world = await march();
  await world.says("ben", undefined, "/ask ana");
  await world.restart();
  expect(questions(world, "ana")).toHaveLength(1);
  await world.says("ana", undefined, "/answer hour");
  await world.restart();
  await world.shares("ana", undefined, place);
  expect(world.last("ben")).toContain(shown);
});
