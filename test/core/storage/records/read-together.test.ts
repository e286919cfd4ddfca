import { expect, test } from "vitest";
import { createRowReader } from "../../../../src/core/storage/records/read-together.ts";

function watchedStore(fails = false) {
  const calls: (readonly string[])[] = [];
  const getMany = async (ids: readonly string[]) => {
    calls.push(ids);
    if (fails) throw new Error("away");
    return ids.map((id) => (id === "missing" ? undefined : `row of ${id}`));
  };
  return { calls, read: createRowReader({ getMany }) };
}

test("rows that are asked for in one turn are read in one call, and each asker gets their own", async () => {
  const { calls, read } = watchedStore();
  const later = async () => {
    await Promise.resolve();
    return read(["c", "missing"]);
  };
  expect(await Promise.all([read(["a"]), read(["b", "a"]), later()])).toEqual([
    ["row of a"],
    ["row of b", "row of a"],
    ["row of c", undefined],
  ]);
  expect(calls).toEqual([["a", "b", "a", "c", "missing"]]);
});

test("a row that is asked for after a read has begun is read by the next one", async () => {
  const { calls, read } = watchedStore();
  await read(["a"]);
  expect(await read(["a"])).toEqual(["row of a"]);
  expect(calls).toEqual([["a"], ["a"]]);
});

test("when a read fails, everybody hears of it who waits for it, and the next one is tried", async () => {
  const { calls, read } = watchedStore(true);
  const settled = await Promise.allSettled([read(["a"]), read(["b"])]);
  expect(settled.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  await expect(read(["c"])).rejects.toThrow("away");
  expect(calls).toEqual([["a", "b"], ["c"]]);
});
