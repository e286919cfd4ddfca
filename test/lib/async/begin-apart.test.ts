import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { createBeginApart } from "../../../src/lib/async/begin-apart.ts";

test("lets callers begin in the order in which they came, so many turns of the event loop apart", async () => {
  const mayBegin = createBeginApart(3);
  const begun: number[] = [];
  const all = [1, 2, 3].map(async (caller) => {
    await mayBegin();
    begun.push(caller);
  });
  for (let turn = 1; turn <= 9; turn += 1) {
    expect(begun.length).toBeLessThanOrEqual(turn / 3);
    await nextTurn();
  }
  await Promise.all(all);
  expect(begun).toEqual([1, 2, 3]);
});
