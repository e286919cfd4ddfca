import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { PersonId } from "../../../../src/core/model/ids.ts";
import { createPgpSeal } from "../../../../src/core/storage/seal/pgp-seal.ts";
import { later } from "../../../../src/lib/time.ts";
import { freshFolder } from "../fresh-folder.ts";
import { c1, minute, movingClock, openedStore, openRing, positionOf } from "./ring-world.ts";

const quarter = 15 * minute;
const people = Array.from({ length: 30 }, (_, index) => `telegram:${index}` as PersonId);

/** People who share live, one update after the other; counted is how often the ring's file is written. */
async function march() {
  const folder = freshFolder();
  const { clock, pass } = movingClock();
  const store = await openedStore("memory:");
  let writes = 0;
  const step = (name: string) => {
    if (name === "ring: nothing written") writes += 1;
  };
  const path = join(folder, "keys");
  const ring = await openRing({ tier: { kind: "file", path }, store, clock, step });
  const seal = createPgpSeal(ring);
  const rows = new Map<PersonId, string>();
  async function update(from = 0) {
    for (const person of people.slice(from)) {
      const row = await seal.seal(positionOf(c1, person), `of ${person}`, later(clock(), 4 * quarter));
      await store.set(seal.rowId(positionOf(c1, person)), row.text);
      await row.stored();
      rows.set(person, row.text);
    }
  }
  const tick = () => seal.destroyBuckets(clock());
  const counted = async (work: () => Promise<void>) => {
    writes = 0;
    await work();
    return writes;
  };
  await tick();
  await update();
  return { folder, clock, pass, store, ring, seal, rows, update, tick, counted };
}

test("the keys of a quarter of an hour are made in one write for all who share live, and no update waits for a write", async () => {
  const { pass, update, tick, counted } = await march();
  for (let quarters = 0; quarters < 5; quarters += 1) {
    pass(quarter);
    expect(await counted(tick)).toBe(1);
    expect(await counted(update)).toBe(0);
    expect(await counted(tick)).toBe(1);
    pass(minute / 2);
    expect(await counted(() => update(10))).toBe(0);
    expect(await counted(tick)).toBe(0);
    pass(0 - minute / 2);
  }
});

test("what was sealed before opens neither now nor with a copy of the ring that was taken after the next turn", async () => {
  const { folder, clock, pass, store, seal, rows, update, tick } = await march();
  const older = new Map(rows);
  pass(quarter);
  await tick();
  await update();
  for (const person of people) {
    const opened = await seal.open(positionOf(c1, person), older.get(person) ?? "").catch(() => undefined);
    expect(opened).toBeUndefined();
  }
  await tick();
  const copy = join(folder, "copy");
  mkdirSync(copy, { mode: 0o700 });
  cpSync(join(folder, "keys"), join(copy, "keys"));
  const again = createPgpSeal(await openRing({ tier: { kind: "file", path: join(copy, "keys") }, store, clock }));
  for (const person of people) {
    expect(await again.open(positionOf(c1, person), rows.get(person) ?? "")).toBe(`of ${person}`);
    expect(await again.open(positionOf(c1, person), older.get(person) ?? "").catch(() => undefined)).toBeUndefined();
  }
});

test("who is silent keeps the key that their position is under, and the one made for them in advance is dropped", async () => {
  const { pass, seal, rows, tick, ring } = await march();
  for (let quarters = 0; quarters < 3; quarters += 1) {
    pass(quarter);
    await tick();
    for (const person of people)
      expect(await seal.open(positionOf(c1, person), rows.get(person) ?? "")).toBe(`of ${person}`);
    expect(ring.halfRotatedRecords()).toEqual([]);
  }
  for (const person of people) expect(ring.forOpening(positionOf(c1, person), undefined)).toHaveLength(1);
});

test("who has stopped is not given a key again", async () => {
  const { pass, seal, rows, tick } = await march();
  const [ana = "telegram:0" as PersonId] = people;
  pass(quarter);
  await tick();
  await seal.destroyMember(c1, ana);
  pass(quarter);
  await tick();
  expect(await seal.open(positionOf(c1, ana), rows.get(ana) ?? "").catch(() => undefined)).toBeUndefined();
});

test("a ring that is closed holds no key that nothing was sealed under", async () => {
  const { folder, clock, pass, store, tick, ring } = await march();
  pass(quarter);
  await tick();
  await ring.close();
  const copy = join(folder, "copy");
  mkdirSync(copy, { mode: 0o700 });
  cpSync(join(folder, "keys"), join(copy, "keys"));
  const again = await openRing({ tier: { kind: "file", path: join(copy, "keys") }, store, clock });
  expect(again.memberRecords()).toHaveLength(people.length);
  expect(again.halfRotatedRecords()).toEqual([]);
});
