import { expect, test } from "vitest";
import { createUpdateIds } from "../../../../src/bots/telegram/client/update-ids.ts";
import { createRetry } from "../../../../src/lib/async/retry.ts";
import { createLog } from "../../../../src/lib/log.ts";
import { type Duration, day, hour, instant } from "../../../../src/lib/time.ts";
import { keepIn } from "../connect.ts";

const began = Date.UTC(2026, 10, 21, 12);

/** A bot that starts again and again over the same notes, unless these are put back to what they were. */
function bot() {
  let kept = new Map<string, string>();
  let isKnown = false;
  let now = began;
  let losses = 0;
  const start = (absence: Duration) =>
    createUpdateIds({
      keep: { get: async (name) => kept.get(name), set: async (name, text) => keepIn(kept).set(name, text) },
      past: {
        isKnown: async () => isKnown,
        know: async () => void (isKnown = true),
        absence,
        count: () => 0,
        lose: async () => void (losses += 1),
      },
      retry: createRetry(
        async () => {},
        () => 0.5,
      ),
      mayPass: () => false,
      isStopping: () => false,
      now: () => instant(now),
      log: createLog("warn", () => {}),
    });
  return {
    /** starts after so long, and is given updates with these numbers, a batch each */
    runs: async (absence: Duration, ...batches: number[][]) => {
      now += absence;
      const ids = start(absence);
      for (const batch of batches) {
        const updates = batch.map((id) => ({ update_id: id }));
        await ids.look(updates);
        await ids.note(updates);
      }
    },
    copy: () => {
      const copy = new Map(kept);
      return () => (kept = new Map(copy));
    },
    forget: () => kept.clear(),
    losses: () => losses,
  };
}

test("a start that goes on where the last one ended misses nothing, also when updates are delivered again", async () => {
  const { runs, losses } = bot();
  await runs(0, [7, 8, 9], [10]);
  await runs(hour, [11, 12]);
  await runs(day - hour, [11, 12, 13]);
  await runs(0, [14]);
  expect(losses()).toBe(0);
});

test("an update that comes too late after a start shows that more was handled than is known, and one in a run does not", async () => {
  const { runs, copy, losses } = bot();
  await runs(0, [7, 8], [12]);
  const putBack = copy();
  await runs(0, [13]);
  expect(losses()).toBe(0);
  putBack();
  await runs(0, [14]);
  expect(losses()).toBe(1);
});

test("notes that are gone are as bad, but not at the first start of all", async () => {
  const { runs, forget, losses } = bot();
  await runs(0, [7]);
  expect(losses()).toBe(0);
  forget();
  await runs(0, [8]);
  expect(losses()).toBe(1);
});

test("after a week without updates their numbers tell nothing, and the clock decides", async () => {
  const { runs, losses } = bot();
  await runs(0, [7]);
  await runs(8 * day, [7000]);
  expect(losses()).toBe(1);
  const other = bot();
  await other.runs(0, [7]);
  await other.runs(0);
  await other.runs(8 * day - hour);
  // It ran all the week, was started anew for a moment, and then the first update came.
  await other.runs(hour, [7000]);
  expect(other.losses()).toBe(0);
});
