import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { createBeginApart } from "../../../src/lib/async/begin-apart.ts";

test("lets callers begin in the order in which they came, so many together, so many turns of the event loop apart", async () => {
  const mayBegin = createBeginApart(2, 3);
  const begun: number[] = [];
  const all = [1, 2, 3, 4, 5].map(async (caller) => {
    await mayBegin();
    begun.push(caller);
  });
  for (let turn = 0; turn < 9; turn += 1) {
    await Promise.resolve();
    expect(begun.length).toBeLessThanOrEqual(2 + 2 * Math.floor(turn / 3));
    await nextTurn();
  }
  await Promise.all(all);
  expect(begun).toEqual([1, 2, 3, 4, 5]);
});
