import { expect, test } from "vitest";
import { someAtOnce } from "../../../src/lib/async/some-at-once.ts";

test("does each item once, as many at once as it may", async () => {
  const done: number[] = [];
  let running = 0;
  let most = 0;
  await someAtOnce(
    [1, 2, 3, 4, 5],
    async (item) => {
      most = Math.max(most, (running += 1));
      await Promise.resolve();
      running -= 1;
      done.push(item);
    },
    2,
  );
  expect(done.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
  expect(most).toBe(2);
});

test("rejects with the first failure when what was begun is over, and begins nothing more", async () => {
  const done: number[] = [];
  const work = async (item: number) => {
    if (item === 1) throw new Error("one");
    await Promise.resolve();
    done.push(item);
  };
  await expect(someAtOnce([1, 2, 3, 4], work, 2)).rejects.toThrow("one");
  expect(done).toEqual([2]);
});
