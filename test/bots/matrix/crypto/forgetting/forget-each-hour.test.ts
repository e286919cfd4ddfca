import { expect, test } from "vitest";
import { forgetEachHour } from "../../../../../src/bots/matrix/crypto/forgetting/forget-keys.ts";
import { keepKeysDays } from "../../../../../src/bots/matrix/limits.ts";
import { createLog } from "../../../../../src/lib/log.ts";
import { hour } from "../../../../../src/lib/time.ts";

test("old keys are forgotten every hour, and people at once and then every hour, though each fails once, until the program stops", async () => {
  const waits: number[] = [];
  const logged: string[] = [];
  const stopping = new AbortController();
  const happened: string[] = [];
  const failing = (what: string, at: number) => async () => {
    happened.push(what);
    if (happened.filter((other) => other === what).length === at) throw new Error("disk");
    return 0;
  };
  const wait = async (milliseconds: number) => {
    waits.push(milliseconds);
    if (waits.length === 4) stopping.abort();
  };
  await forgetEachHour(
    { forgetKeys: failing("keys", 2), forgetPeople: failing("people", 1) },
    wait,
    stopping.signal,
    createLog("info", (line) => logged.push(line)),
  );
  expect(waits).toEqual([hour, hour, hour, hour]);
  expect(happened).toEqual(["people", "keys", "people", "keys", "people", "keys", "people"]);
  expect(logged).toEqual([
    "warn: Matrix: people with whom no room is shared could not be forgotten (Error)",
    "warn: Matrix: old keys could not be forgotten (Error)",
  ]);
});

test("nothing is said of what fails because the program stops", async () => {
  const logged: string[] = [];
  const stopping = new AbortController();
  const forgetPeople = async () => {
    stopping.abort();
    throw new Error("closed");
  };
  const log = createLog("info", (line) => logged.push(line));
  await forgetEachHour({ forgetKeys: async () => 0, forgetPeople }, async () => {}, stopping.signal, log);
  expect(logged).toEqual([]);
});

test("a key in use is kept for longer than senders use one, and one out of use for no longer than a position is by default", () => {
  const [rotationPeriod, defaultExpiry] = [7, 1 / 24];
  expect(keepKeysDays.unreplaced).toBeGreaterThan(rotationPeriod);
  expect(keepKeysDays.replaced).toBe(defaultExpiry);
});
