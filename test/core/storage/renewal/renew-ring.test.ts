import fc from "fast-check";
import { expect, test } from "vitest";
import { KeyRingError } from "../../../../src/core/model/errors.ts";
import type { RecordKey } from "../../../../src/core/model/ports.ts";
import { bindingId } from "../../../../src/core/storage/keys/ring-binding.ts";
import { recordKeys } from "../../../../src/core/storage/records/record-keys.ts";
import type { RecordOf } from "../../../../src/core/storage/records/record-kind.ts";
import { hour, type Instant, later, minute } from "../../../../src/lib/time.ts";
import { everyKind, valueOf } from "../../../support/stores/record-values.ts";
import { ana, begin, ben, c1, c2, contents, keep, positionOf } from "../keys/ring-world.ts";
import { createRenewalWorld, keysIn, openedBy, type RenewalWorld, shared, someKeys } from "./renewal-world.ts";

/** What a record is, and until when. */
type Written = { key: RecordOf<unknown>; value: unknown; expiresAt?: Instant };

/** One record of each kind, of the circle and the person that `everyKind` is about. */
const someRecords: fc.Arbitrary<Written[]> = fc.tuple(
  ...everyKind.map((key) =>
    fc
      .tuple(valueOf(key.schema.value), fc.option(fc.integer({ min: 1, max: 48 }), { nil: undefined }))
      .map(([value, hours]): Written => {
        // What a person shares with a circle is found by the list of its people.
        const listed = key.kind === "people" ? ["telegram:2"] : value;
        const lasts = key.kind === "people" ? undefined : hours;
        return { key, value: listed, ...(lasts !== undefined && { expiresAt: later(begin, lasts * hour) }) };
      }),
  ),
);

const holding = (world: RenewalWorld, written: readonly Written[]) =>
  world.during(async ({ records }) => {
    for (const { key, value, expiresAt } of written) await records.set(key, value, expiresAt);
  });

const expectHeld = (world: RenewalWorld, written: readonly Written[]) =>
  world.during(async ({ records, continuity }) => {
    expect(continuity.lostAt()).toBeUndefined();
    for (const { key, value } of written) expect([key.kind, await records.get(key)]).toEqual([key.kind, value]);
  });

test("every kind of record reads as before, however often the keys are renewed, and no row or key stays as it was", async () => {
  await fc.assert(
    fc.asyncProperty(someRecords, fc.integer({ min: 1, max: 3 }), async (written, times) => {
      const world = await createRenewalWorld();
      await holding(world, written);
      for (let time = 0; time < times; time++) {
        const [before, keys] = [await world.rows(), keysIn(world.keys())];
        // The row with the key of the members' names is made anew.
        expect(await world.renew()).toEqual({ moved: before.size - 2, isTidy: true });
        const after = await world.rows();
        expect(after.size).toBe(before.size);
        expect([...after.keys()].filter((id) => before.has(id))).toEqual([bindingId]);
        const texts = new Set(before.values());
        expect([...after.values()].filter((text) => texts.has(text))).toEqual([]);
        const now = keysIn(world.keys());
        expect(now.filter((key) => keys.includes(key))).toEqual([]);
        await expectHeld(world, written);
      }
    }),
    { numRuns: 8 },
  );
});

test("a copy of the ring from before opens nothing that is stored then, and is not taken for the store's ring", async () => {
  const world = await createRenewalWorld();
  await shared(world);
  const copy = world.copyOfRing();
  const thief = await world.during(async (open) => open);
  expect(openedBy(thief.ring, someKeys, await world.rows())).toHaveLength(someKeys.length);
  await world.renew();
  const rows = await world.rows();
  expect(openedBy(thief.ring, someKeys, rows)).toEqual([]);
  for (const key of someKeys) expect(rows.has(thief.seal.rowId(key))).toBe(false);
  await expect(world.open({ tier: { kind: "file", path: copy } })).rejects.toThrow(/from before its keys were renewed/);
});

test("a copy of the store from before opens with no key that is left; put back, it is known as an older one", async () => {
  const world = await createRenewalWorld();
  await shared(world);
  const before = await world.rows();
  const old = keysIn(world.keys());
  await world.renew();
  for (const [path, content] of contents(world.folder))
    for (const key of old) expect([path, content.includes(key)]).toEqual([path, false]);
  await world.during(async ({ ring, seal }) => {
    expect(openedBy(ring, someKeys, before)).toEqual([]);
    for (const key of someKeys) expect(before.has(seal.rowId(key))).toBe(false);
  });
  await world.store.delete([...(await world.rows()).keys()]);
  for (const [id, row] of before) await world.store.set(id, row);
  await world.during(async ({ continuity }) => expect(continuity.open()).toBe("older store"));
  const left = [...(await world.rows()).keys()];
  expect(left.filter((id) => before.has(id))).toEqual([bindingId]);
});

test("a row that a store lists twice is sealed anew once", async () => {
  const world = await createRenewalWorld();
  await shared(world);
  const rows = (await world.rows()).size;
  async function* entries() {
    for await (const each of world.store.entries()) for (let time = 0; time < 2; time++) yield each;
  }
  expect(await world.renew({ store: { ...world.store, entries } })).toMatchObject({ moved: rows - 2 });
});

test("what is over and what no key opens is left behind, and gone", async () => {
  const world = await createRenewalWorld();
  await shared(world);
  await world.during(({ seal }) => seal.destroyMember(c1, ana));
  const rows = (await world.rows()).size;
  expect((await world.renew()).moved).toBe(rows - 2 - 1);
  world.pass(2 * hour);
  expect((await world.renew()).moved).toBe(2);
  expect((await world.rows()).size).toBe(4);
});

test("what a ring knows of its past it knows afterwards: starts, changes, a loss, and since when whereat does not run", async () => {
  const world = await createRenewalWorld();
  await shared(world);
  await world.during(({ continuity }) => continuity.lose("network"));
  const before = world.keys();
  world.pass(3 * hour);
  await world.renew();
  const after = world.keys();
  expect(after).toMatchObject({ changes: before.changes, lostAt: begin, isLossOpen: true, files: before.files });
  expect(after.starts).toBeGreaterThan(before.starts);
  expect(after.saves).toBeGreaterThan(before.saves);
  expect(after.formerly).toHaveLength(1);
  await world.during(async ({ continuity }) => {
    expect(continuity.absence).toBe(3 * hour);
    expect(continuity.count()).toBeGreaterThan(before.changes);
  });
});

test("a circle whose rotation was cut off is still to be rotated, so that a shorter expiry is finished", async () => {
  const world = await createRenewalWorld();
  await shared(world);
  await world.during(({ seal }) => seal.rotateCircle(c1));
  await world.renew();
  await world.during(async ({ seal, store }) => {
    expect(seal.halfRotatedCircles()).toEqual([c1]);
    for (const key of someKeys) expect(await seal.open(key, (await store.get(seal.rowId(key))) ?? "")).toBeDefined();
  });
});

test("what somebody shares is found by their position too, when the lists of the circle's people are gone", async () => {
  const world = await createRenewalWorld();
  await shared(world);
  const lists = [recordKeys.people(c1), recordKeys.sharers(c1)];
  await world.during(({ seal, store }) => store.delete(lists.map((key) => seal.rowId(key))));
  await world.renew();
  const open = recordKeys.openShares(c1, ana);
  await world.during(async ({ seal, store, continuity }) => {
    expect(continuity.lostAt()).toBeUndefined();
    expect(await seal.open(open, (await store.get(seal.rowId(open))) ?? "")).toBeDefined();
  });
});

test("the file of a network is sealed under the same key as before, until the network starts", async () => {
  const world = await createRenewalWorld();
  const keys = await world.during(async ({ seal }) => (await seal.fileKeys("matrix store")).keys());
  await world.renew();
  expect(await world.during(async ({ seal }) => (await seal.fileKeys("matrix store")).keys())).toEqual(keys);
});

test("a passphrase can be given, changed and taken away; only the new one opens", async () => {
  const world = await createRenewalWorld();
  await shared(world);
  const from = (secret: string | undefined, next: string | undefined) =>
    world.renew({ tier: world.tierWith(secret), becomes: world.tierWith(next) });
  await from(undefined, "first");
  await expect(world.open()).rejects.toThrow(/none is given/);
  await from("first", "second");
  await expect(world.open({ tier: world.tierWith("first") })).rejects.toThrow(/does not open with this passphrase/);
  await from("second", undefined);
  await world.during(async ({ ring }) =>
    expect(openedBy(ring, someKeys, await world.rows())).toHaveLength(someKeys.length),
  );
});

/** Expects a refusal that says what to do, and that nothing was changed by it. */
async function refuses(world: RenewalWorld, says: RegExp, how = {}): Promise<void> {
  const [files, rows] = [contents(world.folder), await world.rows()];
  const refusal = world.renew(how);
  await expect(refusal).rejects.toThrow(says);
  await expect(refusal).rejects.toBeInstanceOf(KeyRingError);
  expect(contents(world.folder)).toEqual(files);
  expect(await world.rows()).toEqual(rows);
}

test("with another passphrase, nothing is renewed", async () => {
  const world = await createRenewalWorld({ secret: "correct horse" });
  await shared(world);
  await refuses(world, /does not open with this passphrase/, { tier: world.tierWith("wrong horse") });
  await refuses(world, /is empty: give one/, { becomes: world.tierWith("") });
});

const spoils: Record<string, (world: RenewalWorld) => Promise<unknown>> = {
  "is empty": async ({ store, rows }) => store.delete([...(await rows()).keys()]),
  "is without its note": ({ store }) => store.delete([bindingId]),
  "lost a guarded row": async ({ store, rows }) =>
    store.delete([...(await rows())].filter(([, row]) => /^\d+!/.test(row)).map(([id]) => id)),
  "is of another ring": async ({ store }) => {
    const other = await createRenewalWorld();
    await shared(other);
    for (const [id, row] of await other.rows()) await store.set(id, row);
  },
};

test.each(Object.entries(spoils))("when the store %s, nothing is renewed", async (what, spoil) => {
  const world = await createRenewalWorld();
  await shared(world);
  await spoil(world);
  await refuses(world, what === "is of another ring" ? /belongs to another store/ : /not as this key ring left it/);
});

test("with a clock that is behind, or without a ring, nothing is renewed", async () => {
  const world = await createRenewalWorld();
  await refuses(world, /there is no key ring at this path/);
  await shared(world);
  world.pass(-2 * minute);
  await refuses(world, /clock is behind/);
  world.pass(2 * minute);
  await world.renew();
});

test("each circle's rows are under a key of their own again: what is destroyed afterwards is closed", async () => {
  const world = await createRenewalWorld();
  const records: RecordKey[] = [c1, c2].flatMap((circle) => [ana, ben].map((person) => positionOf(circle, person)));
  await world.during(async ({ seal, store }) => {
    for (const key of records) await keep(seal, store, key, "here", hour);
  });
  await world.renew();
  const rows = await world.rows();
  await world.during(async ({ seal }) => {
    await seal.destroyMember(c1, ana);
    await seal.destroyCircle(c2);
    const open = records.map((key) => seal.open(key, rows.get(seal.rowId(key)) ?? ""));
    expect(await Promise.all(open)).toEqual([undefined, "here", undefined, undefined]);
    world.pass(2 * hour);
    await seal.destroyBuckets(world.clock());
    expect(await seal.open(positionOf(c1, ben), rows.get(seal.rowId(positionOf(c1, ben))) ?? "")).toBeUndefined();
  });
});
