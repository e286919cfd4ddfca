import { expect, test } from "vitest";
import { StoreError } from "../../../../src/core/model/errors.ts";
import { type PersonId } from "../../../../src/core/model/ids.ts";
import type { TextStore } from "../../../../src/core/model/ports.ts";
import { openSealedStore } from "../../../../src/core/storage/open-sealed-store.ts";
import { recordKind, text } from "../../../../src/core/storage/records/record-kind.ts";
import { createSealedRecords } from "../../../../src/core/storage/records/sealed-records.ts";
import { createLog } from "../../../../src/lib/log.ts";
import { instant } from "../../../../src/lib/time.ts";

const began = 1_800_000_000_000;
const minute = 60_000;

async function setUp(change: (store: TextStore) => TextStore = (store) => store) {
  let now = began;
  const clock = () => instant(now);
  const opened = await openSealedStore("memory:", { kind: "memory" }, clock);
  const store = change(opened.store);
  const logged: string[] = [];
  const log = createLog("debug", (line) => logged.push(line));
  const records = createSealedRecords(store, opened.seal, clock, log);
  const rows = async () => {
    const ids: string[] = [];
    for await (const [id] of opened.store.entries()) ids.push(id);
    return ids.length;
  };
  return {
    ...opened,
    records,
    logged,
    rows,
    at: (ms: number) => instant(began + ms),
    pass: (ms: number) => void (now += ms),
    sweep: () => records.sweep(clock()),
  };
}
const about = recordKind({
  name: "test",
  version: 1,
  guarded: false,
  value: text,
  key: (id: string) => ({ about: [id] }),
});
const ofMember = recordKind({
  name: "test",
  version: 1,
  guarded: false,
  value: text,
  key: (member: PersonId) => ({ about: ["a"], member }),
});

test("a record is read until its own time is over, whatever the store still holds", async () => {
  const { records, at, pass, rows, sweep } = await setUp();
  await records.set(about("a"), "text", at(minute));
  await records.set(about("b"), "text");
  pass(minute - 1);
  expect(await records.getMany([about("a"), about("b"), about("c")])).toEqual(["text", "text", undefined]);
  pass(1);
  expect(await records.get(about("a"))).toBeUndefined();
  expect(await rows()).toBe(3);
  await sweep();
  expect(await rows()).toBe(2);
  expect(await records.get(about("b"))).toBe("text");
});

test("a value whose time is over already is deleted instead of stored", async () => {
  const { records, at, rows } = await setUp();
  await records.set(about("a"), "text", at(minute));
  await records.set(about("a"), "text", at(0));
  expect(await records.get(about("a"))).toBeUndefined();
  expect(await rows()).toBe(1);
});

/** A store whose deletions wait, once `slow` says so, until something else is written or plenty of turns have gone by. */
function slowToDelete() {
  const { promise: written, resolve } = Promise.withResolvers<void>();
  const state = { slow: false };
  const turns = async () => {
    for (let turn = 0; turn < 300; turn += 1) await new Promise(setImmediate);
  };
  const wrap = (store: TextStore): TextStore => ({
    ...store,
    async set(id, text) {
      await store.set(id, text);
      if (state.slow) resolve();
    },
    async delete(ids) {
      if (state.slow) await Promise.race([written, turns()]);
      await store.delete(ids);
    },
  });
  return { state, wrap };
}

test("a sweep deletes nothing that is being written anew", async () => {
  const { state, wrap } = slowToDelete();
  const { records, at, pass, sweep } = await setUp(wrap);
  await records.set(about("a"), "old", at(minute));
  pass(minute);
  state.slow = true;
  await Promise.all([sweep(), records.set(about("a"), "new", at(2 * minute))]);
  expect(await records.get(about("a"))).toBe("new");
});

test("what is deleted while it is being written is deleted, and what is written while it is being deleted is swept in its time", async () => {
  const { records, at, pass, sweep, rows } = await setUp();
  await Promise.all([records.set(about("a"), "text"), records.delete(about("a"))]);
  expect(await records.get(about("a"))).toBeUndefined();
  await Promise.all([records.delete(about("b"), about("c")), records.set(about("b"), "text", at(minute))]);
  expect(await records.get(about("b"))).toBe("text");
  pass(minute);
  await sweep();
  expect(await rows()).toBe(1);
});

test("nor does the sweep at the edge of a quarter of an hour", async () => {
  const { state, wrap } = slowToDelete();
  const { records, store, seal, at } = await setUp(wrap);
  await records.set(about("a"), "old", at(minute));
  // As after a restart: only the row itself says when it is over.
  const later = () => at(20 * minute);
  const again = createSealedRecords(
    wrap(store),
    seal,
    later,
    createLog("warn", () => {}),
  );
  state.slow = true;
  await Promise.all([again.sweep(later()), again.set(about("a"), "new", at(40 * minute))]);
  expect(await again.get(about("a"))).toBe("new");
});

test("what a member's destroyed key sealed reads as nothing, and is not called damaged", async () => {
  const { records, seal, logged } = await setUp();
  const key = ofMember("telegram:ana" as PersonId);
  await records.set(key, "text");
  await seal.destroyMember(undefined, "telegram:ana" as PersonId);
  expect(await records.get(key)).toBeUndefined();
  expect(logged).toEqual([]);
});

test("a row put in the place of another is refused, and the log says so without saying which", async () => {
  const { records, store, seal, logged } = await setUp();
  await records.set(about("a"), "text of a");
  await records.set(about("b"), "text of b");
  const row = (await store.get(seal.rowId(about("a")))) ?? "";
  await store.set(seal.rowId(about("b")), row);
  expect(await records.get(about("b"))).toBeUndefined();
  expect(logged).toEqual(["warn: a stored record was refused: it is not what was sealed"]);
});

test("scrubbing that fails is tried again with the next sweep", async () => {
  let scrubs = 0;
  const { records, sweep, at, pass } = await setUp((store) => ({
    ...store,
    async scrub() {
      scrubs += 1;
      if (scrubs === 1) throw new StoreError("busy");
    },
  }));
  await records.set(about("a"), "text", at(1));
  pass(1);
  await expect(sweep()).rejects.toBeInstanceOf(StoreError);
  await sweep();
  await sweep();
  expect(scrubs).toBe(2);
});

test("rows that expire together are deleted in slices, and one that was written again meanwhile stays", async () => {
  const slices: number[] = [];
  let between = async () => {};
  const { records, at, pass, rows, sweep } = await setUp((store) => ({
    ...store,
    async delete(ids) {
      slices.push(ids.length);
      await store.delete(ids);
      await between();
    },
  }));
  const ids = Array.from({ length: 1201 }, (_, index) => `row ${index}`);
  await Promise.all(ids.map((id) => records.set(about(id), "text", at(minute))));
  pass(minute);
  between = async () => {
    between = async () => {};
    await records.set(about("row 1200"), "again", at(2 * minute));
  };
  await sweep();
  expect(slices).toEqual([500, 500, 200]);
  // The store's note of the ring is the other one.
  expect(await rows()).toBe(2);
  expect(await records.get(about("row 1200"))).toBe("again");
});
