import { expect, test } from "vitest";
import { createSaver } from "../../../../src/core/storage/keys/saver.ts";

/** A saver whose writes end when told. */
function savedByHand() {
  const writes: { value: number; end: (error?: Error) => void }[] = [];
  let value = 0;
  const saver = createSaver(
    () =>
      new Promise((resolve, reject) => {
        writes.push({ value, end: (error) => (error === undefined ? resolve() : reject(error)) });
      }),
  );
  const change = (): Promise<void> => {
    value++;
    saver.changed();
    return saver.settled();
  };
  const nextWrite = async (count: number) => {
    while (writes.length < count) await new Promise(setImmediate);
    return writes[count - 1]!;
  };
  return { saver, change, writes, nextWrite };
}

test("what changes in one turn is one write", async () => {
  const { change, writes, nextWrite } = savedByHand();
  const changes = Array.from({ length: 50 }, change);
  (await nextWrite(1)).end();
  await Promise.all(changes);
  expect(writes.map(({ value }) => value)).toEqual([50]);
});

test("a change made during a write waits for the next, which takes all that waited", async () => {
  const { change, writes, nextWrite } = savedByHand();
  const first = change();
  const write = await nextWrite(1);
  let isSaved = false;
  const later = Promise.all([change(), change(), change()]).then(() => (isSaved = true));
  write.end();
  await first;
  const second = await nextWrite(2);
  expect(isSaved).toBe(false);
  second.end();
  await later;
  expect(writes.map(({ value }) => value)).toEqual([1, 4]);
});

test("nothing is written when nothing changed", async () => {
  const { saver, writes } = savedByHand();
  await saver.settled();
  expect(writes).toEqual([]);
});

test("a change whose write failed is written by the next call", async () => {
  const { saver, change, writes, nextWrite } = savedByHand();
  const failed = change();
  (await nextWrite(1)).end(new Error("disk"));
  await expect(failed).rejects.toThrow("disk");
  const again = saver.settled();
  (await nextWrite(2)).end();
  await again;
  await saver.settled();
  expect(writes).toHaveLength(2);
});
