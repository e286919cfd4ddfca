import fc from "fast-check";
import { expect, test } from "vitest";
import { createClock } from "../../src/lib/clock.ts";

function machine() {
  let wall = 1_000_000;
  let elapsed = 0;
  const clock = createClock(
    () => wall,
    () => elapsed,
  );
  return {
    clock,
    pass: (ms: number) => {
      wall += ms;
      elapsed += ms;
    },
    set: (ms: number) => {
      wall += ms;
    },
  };
}

test("it tells the time of the wall", () => {
  const { clock, pass } = machine();
  expect(clock()).toBe(1_000_000);
  pass(1234);
  expect(clock()).toBe(1_001_234);
});

test("set back, it goes on from where it was, as fast as time passes", () => {
  const { clock, pass, set } = machine();
  set(-500_000);
  expect(clock()).toBe(1_000_000);
  pass(1000);
  expect(clock()).toBe(1_001_000);
});

test("set ahead, it is ahead, and stays there when that is undone", () => {
  const { clock, set } = machine();
  set(86_400_000);
  expect(clock()).toBe(87_400_000);
  set(-86_400_000);
  expect(clock()).toBe(87_400_000);
});

test("it never goes back and never loses time that passed, and tells whole milliseconds, whatever is done to the wall", () => {
  const step = fc.record({
    pass: fc.double({ min: 0, max: 1e6, noNaN: true }),
    set: fc.integer({ min: -1e9, max: 1e9 }),
  });
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const { clock, pass, set } = machine();
      let last = clock();
      for (const { pass: ms, set: by } of steps) {
        pass(ms);
        set(by);
        const now = clock();
        expect(Number.isInteger(now)).toBe(true);
        expect(now).toBeGreaterThanOrEqual(last + Math.floor(ms) - 1);
        last = now;
      }
    }),
  );
});
