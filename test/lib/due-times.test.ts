import fc from "fast-check";
import { expect, test } from "vitest";
import { createDueTimes } from "../../src/lib/due-times.ts";
import { instant } from "../../src/lib/time.ts";

const at = fc.integer({ min: 0, max: 300_000 }).map(instant);
const key = fc.constantFrom("a", "b", "c", "d");
const step = fc.oneof(
  fc.record({ does: fc.constant("set" as const), key, at }),
  fc.record({ does: fc.constant("delete" as const), key }),
  fc.record({ does: fc.constant("look" as const), at }),
);

test("what is due at a time is found, and nothing else, whatever was set again or deleted before", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const due = createDueTimes<number>();
      const model = new Map<string, { at: number; value: number }>();
      for (const [number, each] of steps.entries()) {
        if (each.does === "set") {
          due.set(each.key, each.at, number);
          model.set(each.key, { at: each.at, value: number });
        } else if (each.does === "delete") {
          due.delete(each.key);
          model.delete(each.key);
        } else {
          const over = [...model]
            .filter(([, one]) => one.at <= each.at)
            .map(([name, { value }]) => [name, value] as const);
          expect(new Map(due.over(each.at))).toEqual(new Map(over));
        }
        for (const name of ["a", "b", "c", "d"]) {
          expect(due.has(name)).toBe(model.has(name));
          expect(due.at(name)).toBe(model.get(name)?.at);
        }
      }
      due.clear();
      expect([...due.over(instant(400_000))]).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("what is deleted while all that is due is gone through is passed over", () => {
  const due = createDueTimes<undefined>();
  for (const name of ["a", "b", "c"]) due.set(name, instant(1), undefined);
  const seen = [];
  for (const [name] of due.over(instant(1))) {
    seen.push(name);
    for (const other of ["a", "b", "c"]) due.delete(other);
  }
  expect(seen).toHaveLength(1);
});
