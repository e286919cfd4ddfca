import fc from "fast-check";
import { expect, test } from "vitest";
import { createKeyedLock } from "../../../src/lib/async/keyed-lock.ts";

test("work under one key runs one at a time and in order, however the work is interleaved", async () => {
  const keys = fc.array(fc.constantFrom("a", "b"), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(keys, fc.scheduler(), async (order, scheduler) => {
      const lock = createKeyedLock();
      const running = new Map<string, number>();
      const done: [string, number][] = [];
      const all = order.map((key, index) =>
        lock(key, async () => {
          expect(running.get(key) ?? 0).toBe(0);
          running.set(key, 1);
          await scheduler.schedule(Promise.resolve());
          running.set(key, 0);
          done.push([key, index]);
        }),
      );
      await scheduler.waitFor(Promise.all(all));
      for (const key of ["a", "b"]) {
        const indexes = done.filter(([other]) => other === key).map(([, index]) => index);
        expect(indexes).toEqual(indexes.toSorted((one, other) => one - other));
      }
      expect(done).toHaveLength(order.length);
    }),
  );
});

test("different keys do not wait for each other", async () => {
  const lock = createKeyedLock();
  const { promise, resolve } = Promise.withResolvers<void>();
  const first = lock("a", () => promise);
  expect(await lock("b", async () => "done")).toBe("done");
  resolve();
  await first;
});

test("what fails tells its caller only, and the next in line runs", async () => {
  const lock = createKeyedLock();
  const failing = lock("a", async () => {
    throw new TypeError("broken");
  });
  const next = lock("a", async () => 2);
  await expect(failing).rejects.toThrow("broken");
  expect(await next).toBe(2);
});
