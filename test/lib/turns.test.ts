import { expect, test } from "vitest";
import { createTurns } from "../../src/lib/turns.ts";

/** A wait that ends when told. */
function patience() {
  const ends: (() => void)[] = [];
  return {
    wait: () => new Promise<void>((resolve) => void ends.push(resolve)),
    runOut: () => ends.splice(0).forEach((end) => end()),
  };
}
const settled = () => new Promise<void>((resolve) => void setImmediate(resolve));

test("what is asked for is done one after the other, whether it succeeds or fails", async () => {
  const { wait } = patience();
  const inTurn = createTurns(1000, wait);
  const done: string[] = [];
  const first = Promise.withResolvers<void>();
  const one = inTurn(() => first.promise.then(() => done.push("one")));
  const two = inTurn(async () => {
    done.push("two");
    throw new Error("refused");
  });
  const three = inTurn(async () => done.push("three"));
  await settled();
  expect(done).toEqual([]);
  first.resolve();
  await one;
  await expect(two).rejects.toThrow("refused");
  await three;
  expect(done).toEqual(["one", "two", "three"]);
});

test("what takes longer than there is patience for holds up nobody", async () => {
  const { wait, runOut } = patience();
  const inTurn = createTurns(1000, wait);
  const hangs = Promise.withResolvers<string>();
  const one = inTurn(() => hangs.promise);
  const two = inTurn(async () => "two");
  await settled();
  runOut();
  expect(await two).toBe("two");
  hangs.resolve("one, late");
  expect(await one).toBe("one, late");
});
