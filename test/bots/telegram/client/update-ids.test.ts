import { expect, test } from "vitest";
import { day, hour } from "../../../../src/lib/time.ts";
import { startsOver } from "./starts-over.ts";

test("a start that goes on where the last one ended misses nothing, also when updates are delivered again", async () => {
  const { runs, losses } = startsOver();
  await runs(0, [7, 8, 9], [10]);
  await runs(hour, [11, 12]);
  await runs(day - hour, [11, 12, 13]);
  await runs(0, [14]);
  expect(losses()).toBe(0);
});

test("an update that comes too late after a start shows that more was handled than is known, and one in a run does not", async () => {
  const { runs, copy, losses } = startsOver();
  await runs(0, [7, 8], [12]);
  const putBack = copy();
  await runs(0, [13]);
  expect(losses()).toBe(0);
  putBack();
  await runs(0, [14]);
  expect(losses()).toBe(1);
});

test("notes that are gone are as bad, but not at the first start of all", async () => {
  const { runs, forget, losses } = startsOver();
  await runs(0, [7]);
  expect(losses()).toBe(0);
  forget();
  await runs(0, [8]);
  expect(losses()).toBe(1);
});

test("after a week without updates their numbers tell nothing, and the clock decides", async () => {
  const { runs, losses } = startsOver();
  await runs(0, [7]);
  await runs(8 * day, [7000]);
  expect(losses()).toBe(1);
  const other = startsOver();
  await other.runs(0, [7]);
  await other.runs(0);
  await other.runs(8 * day - hour);
  // It ran all the week, was started anew for a moment, and then the first update came.
  await other.runs(hour, [7000]);
  expect(other.losses()).toBe(0);
});
