import { expect, test } from "vitest";
import { backoff, createRetry, createTrouble } from "../../../src/lib/async/retry.ts";
import { createLog } from "../../../src/lib/log.ts";
import { instant, minute, second } from "../../../src/lib/time.ts";

function world() {
  let time = 0;
  const logged: string[] = [];
  const waited: number[] = [];
  const now = () => instant(time);
  const log = createLog("debug", (line) => logged.push(line));
  const wait = async (milliseconds: number) => {
    waited.push(milliseconds);
    time += milliseconds;
  };
  const trouble = (overAfter = 0) => createTrouble({ what: "store: rows cannot be written", overAfter }, { log, now });
  return { logged, waited, pass: (by: number) => void (time += by), retry: createRetry(wait, () => 0.5), trouble };
}

const failing = (times: number) => async () => {
  if (times-- > 0) throw new Error("away");
  return "done";
};

test("pauses double from half a second to eight seconds, and are never shorter than asked for", () => {
  expect([1, 2, 3, 7, 8, 100].map((failures) => backoff(failures, 0.5))).toEqual([500, 1000, 2000, 8000, 8000, 8000]);
  expect([backoff(1, 0), backoff(1, 0.999)]).toEqual([250, 750]);
  expect(backoff(1, 0.5, 10_072_000)).toBe(10_072_000);
});

test("what passes is tried again until it works, and said once when it begins and once when it is over", async () => {
  const { retry, trouble, logged, waited } = world();
  const options = { trouble: trouble(), mayPass: () => true, isStopping: () => false };
  expect(await retry(failing(3), options)).toBe("done");
  expect(waited).toEqual([500, 1000, 2000]);
  expect(logged).toEqual([
    "warn: store: rows cannot be written; it is tried again until it works (Error)",
    "over after 4 s: store: rows cannot be written",
  ]);
});

test("what does not pass is thrown at once, and so is everything when the program is stopping", async () => {
  const { retry, trouble, waited } = world();
  await expect(
    retry(failing(1), { trouble: trouble(), mayPass: () => false, isStopping: () => false }),
  ).rejects.toThrow();
  await expect(
    retry(failing(1), { trouble: trouble(), mayPass: () => true, isStopping: () => true }),
  ).rejects.toThrow();
  expect(waited).toEqual([]);
});

test("what lasts is said again each quarter of an hour, with how long it has lasted", () => {
  const { trouble, logged, pass } = world();
  const lasting = trouble();
  for (let minutes = 0; minutes <= 31; minutes++) {
    lasting.met();
    pass(minute);
  }
  lasting.passed();
  lasting.passed();
  expect(logged).toEqual([
    "warn: store: rows cannot be written; it is tried again until it works",
    "warn: store: rows cannot be written, for 15 min now; it is tried again until it works",
    "warn: store: rows cannot be written, for 30 min now; it is tried again until it works",
    "over after 32 min: store: rows cannot be written",
  ]);
});

test("trouble that comes and goes by turns is over only after it stayed away", () => {
  const { trouble, logged, pass } = world();
  const turns = trouble(3 * minute);
  for (let turn = 0; turn < 4; turn++) {
    turns.met();
    pass(10 * second);
    turns.passed();
  }
  expect(logged).toHaveLength(1);
  pass(3 * minute);
  turns.passed();
  expect(logged).toHaveLength(2);
});
