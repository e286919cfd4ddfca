import { expect, test } from "vitest";
import type { RecordKey } from "../../../../src/core/model/ports.ts";
import { createRowIds, newRingKeys } from "../../../../src/core/storage/keys/ring-keys.ts";
import { createRecordIds } from "../../../../src/core/storage/seal/record-ids.ts";

/** Ids that count how often one was worked out. */
function counted() {
  let made = 0;
  const ids = createRecordIds({ rowId: (of) => Buffer.from(`${(made += 1)}:${Buffer.from(of).toString("hex")}`) });
  return { ...ids, made: () => made };
}

const about = (...parts: string[]): RecordKey => ({ kind: "position", about: parts });

test("the id of a row is worked out once, also for another key of the same record", () => {
  const { idOf, made } = counted();
  expect(idOf(about("a")).name).toBe(idOf(about("a")).name);
  expect(made()).toBe(1);
});

test("the id of a deleted row is remembered no more, and at the edge of a quarter of an hour none is", () => {
  const { idOf, forget, clear, made } = counted();
  const [first] = [idOf(about("a")), idOf(about("b"))];
  forget(first.name);
  idOf(about("b"));
  expect(made()).toBe(2);
  idOf(about("a"));
  expect(made()).toBe(3);
  clear();
  idOf(about("b"));
  expect(made()).toBe(4);
});

test("20,000 ids are remembered, and with one more the first is forgotten", () => {
  const { idOf, made } = counted();
  for (let each = 0; each <= 20_000; each += 1) idOf(about(`${each}`));
  idOf(about("1"));
  expect(made()).toBe(20_001);
  idOf(about("0"));
  expect(made()).toBe(20_002);
});

test("no two records have one id, however their parts are divided", () => {
  const { idOf } = counted();
  const keys: RecordKey[] = [
    about("a", "b"),
    about("ab"),
    about("a1 b"),
    about("a", "b", ""),
    about("-"),
    about(""),
    { ...about("a"), circle: "b" as never },
    { ...about("a"), member: "b" as never },
    { ...about("a"), circle: "b" as never, member: "" as never },
    { kind: "position1", about: ["a"] },
  ];
  const made = keys.map((key) => idOf(key).bytes.toString().replace(/^\d+:/, ""));
  expect(new Set(keys.map((key) => idOf(key))).size).toBe(keys.length);
  expect(new Set(made).size).toBe(keys.length);
});

test("an id that is kept keeps no more memory than its own 16 bytes", () => {
  const rowId = createRowIds(newRingKeys());
  expect(["ana", "ben"].map((of) => rowId(of).buffer.byteLength)).toEqual([16, 16]);
});
