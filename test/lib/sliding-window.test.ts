import fc from "fast-check";
import { expect, test } from "vitest";
import { createSlidingWindow } from "../../src/lib/bounded/sliding-window.ts";
import { instant } from "../../src/lib/time.ts";

const most = fc.integer({ min: 1, max: 5 });
const within = fc.integer({ min: 1, max: 1000 });
const steps = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 60 });

/** Whether some span of this length holds more than so many. */
const isTooDense = (times: readonly number[], limit: number, span: number) =>
  times.some((time, index) => index >= limit && time - (times[index - limit] ?? 0) < span);

test("who asks and waits as long as is said never has more than so many in any span", () => {
  fc.assert(
    fc.property(most, within, steps, (limit, span, gaps) => {
      const window = createSlidingWindow(limit, span);
      const times: number[] = [];
      let now = 0;
      for (const gap of gaps) {
        now += gap;
        const delay = window.delay(instant(now));
        // Not a moment too early, and not a moment too late.
        if (delay > 0) expect(expectedDelay(times, limit, span, now)).toBe(delay);
        now += delay;
        expect(window.delay(instant(now))).toBe(0);
        window.count(instant(now));
        times.push(now);
      }
      expect(isTooDense(times, limit, span)).toBe(false);
    }),
  );
});

const expectedDelay = (times: readonly number[], limit: number, span: number, now: number) =>
  (times.at(-limit) ?? -span) + span - now;

test("who reserves comes in the order of asking, and never more than so many in any span", () => {
  fc.assert(
    fc.property(most, within, steps, (limit, span, gaps) => {
      const window = createSlidingWindow(limit, span);
      let now = 0;
      const times = gaps.map((gap) => {
        now += gap;
        return now + window.reserve(instant(now));
      });
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(isTooDense(times, limit, span)).toBe(false);
    }),
  );
});

test("what is counted without having asked is made up for afterwards", () => {
  const window = createSlidingWindow(2, 100);
  for (const at of [0, 0, 10, 20]) window.count(instant(at));
  expect(window.delay(instant(20))).toBe(90);
  expect(window.delay(instant(109))).toBe(1);
  expect(window.delay(instant(110))).toBe(0);
  expect(window.isEmpty(instant(119))).toBe(false);
  expect(window.isEmpty(instant(120))).toBe(true);
});
