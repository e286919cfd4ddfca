import { expect, test } from "vitest";
import { forgetKeysEachHour } from "../../../../src/bots/matrix/crypto/forget-keys.ts";
import { keepKeysDays } from "../../../../src/bots/matrix/limits.ts";
import { createLog } from "../../../../src/lib/log.ts";
import { hour } from "../../../../src/lib/time.ts";

test("old keys are forgotten every hour, though once it fails, until the program stops", async () => {
  const waits: number[] = [];
  const logged: string[] = [];
  const stopping = new AbortController();
  let times = 0;
  const forgetKeys = async () => {
    times += 1;
    if (times === 2) throw new Error("disk");
    return 0;
  };
  const wait = async (milliseconds: number) => {
    waits.push(milliseconds);
    if (waits.length === 4) stopping.abort();
  };
  await forgetKeysEachHour(
    { forgetKeys },
    wait,
    stopping.signal,
    createLog("info", (line) => logged.push(line)),
  );
  expect(waits).toEqual([hour, hour, hour, hour]);
  expect(times).toBe(3);
  expect(logged).toEqual(["warn: Matrix: old keys could not be forgotten (Error)"]);
});

test("a key in use is kept for longer than senders use one, and one out of use for no longer than a position is by default", () => {
  const [rotationPeriod, defaultExpiry] = [7, 1 / 24];
  expect(keepKeysDays.unreplaced).toBeGreaterThan(rotationPeriod);
  expect(keepKeysDays.replaced).toBe(defaultExpiry);
});
