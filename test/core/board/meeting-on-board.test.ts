import { expect, test } from "vitest";
import { hour, minute, second } from "../../../src/lib/time.ts";
import { startBoard } from "./board-room.ts";

const point = "The meeting point is 52.0027, 13.0000";

test("a board says where people meet and when, and how far each person is from there", async () => {
  const { world, read, boards } = await startBoard();
  await world.pass(minute);
  await world.says("ana", "march", "/meet 52.0027 13.0000 at 15:30");
  await world.pass(second);
  expect(boards()).toHaveLength(1);
  expect(read()).toContain(`${point}, at 15:30.\n`);
  expect(read()).toContain("That is 300 metres south of the meeting point.");
  expect(read()).not.toContain("Kept for");
});

test("a meeting point goes from a board at once when it is taken back, or another takes its place", async () => {
  const { world, read } = await startBoard();
  await world.pass(minute);
  await world.says("ana", "march", "/meet 52.0027 13.0000");
  await world.pass(minute);
  expect(read()).toContain(point);
  await world.says("ana", "march", "/meet 52.0050 13.0000");
  expect(read()).not.toContain("52.0027");
  await world.pass(20 * second);
  expect(read()).toContain("52.0050");
  await world.pass(minute);
  await world.says("ana", "march", "/meet off");
  expect(read()).toContain("52.00000, 13.00000");
  expect(world.shown("march").join()).not.toMatch(/52\.00[25]\d,/);
});

test("it goes from there when its time is over, also over a restart", async () => {
  const { world, read, phone } = await startBoard();
  await world.pass(minute);
  await world.says("ana", "march", "/meet 52.0027 13.0000");
  await world.pass(30 * minute);
  await phone.moves(52, 13);
  await world.pass(29 * minute);
  expect(read()).toContain(point);
  await world.restart();
  // What is due waits for no jump of the clock.
  for (let passed = 0; passed < 7; passed += 1) await world.pass(10 * second);
  expect(read()).toContain("52.00000");
  expect(world.shown("march").join()).not.toContain("52.0027");
});

test("where the network takes no edit, the board goes with it", async () => {
  const { world } = await startBoard();
  await world.pass(minute);
  await world.says("ana", "march", "/meet 52.0027 13.0000");
  await world.pass(minute);
  world.network.fail("edit", { kind: "refused", why: "test" } as never);
  await world.says("ana", "march", "/meet off");
  await world.pass(second);
  expect(world.shown("march").join()).not.toContain("52.0027");
});

test("a board names the street and the part of town", async () => {
  const { world, read } = await startBoard({
    places: { street: async () => "Altgeld Street", district: async () => "Montclare" },
  });
  await world.pass(hour / 2);
  expect(read()).toContain("on Altgeld Street, Montclare");
});
