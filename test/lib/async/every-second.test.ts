import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { everySecond } from "../../../src/lib/async/every-second.ts";
import { createTrouble } from "../../../src/lib/async/retry.ts";
import { createLog } from "../../../src/lib/log.ts";
import { instant } from "../../../src/lib/time.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function start(job: () => Promise<void>) {
  const logged: string[] = [];
  const log = createLog("info", (line) => logged.push(line));
  const trouble = createTrouble({ what: "the job fails" }, { log, now: () => instant(Date.now()) });
  const end = everySecond(job, trouble);
  return { logged, end };
}

test("a job that fails again and again is spoken of once, and once more when it works", async () => {
  let isBroken = true;
  let times = 0;
  const { logged, end } = start(async () => {
    times += 1;
    if (isBroken) throw new TypeError("broken");
  });
  await vi.advanceTimersByTimeAsync(5000);
  expect(times).toBeGreaterThanOrEqual(4);
  expect(logged).toEqual(["warn: the job fails; it is tried again until it works (TypeError)"]);
  isBroken = false;
  await vi.advanceTimersByTimeAsync(3000);
  expect(logged.slice(1)).toEqual([expect.stringMatching(/^over after \d s: the job fails$/)]);
  await end();
});

test("a job that takes long is not begun twice, and its end is waited for", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  let times = 0;
  let isDone = false;
  const { end } = start(async () => {
    times += 1;
    await promise;
    isDone = true;
  });
  await vi.advanceTimersByTimeAsync(5000);
  expect(times).toBe(1);
  const ended = end();
  resolve();
  await ended;
  expect(isDone).toBe(true);
  await vi.advanceTimersByTimeAsync(5000);
  expect(times).toBe(1);
});
