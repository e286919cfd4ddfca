import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import type { CircleId, PersonId } from "../../../../src/core/model/ids.ts";
import type { RecordKey } from "../../../../src/core/model/ports.ts";
import { createKeyRing } from "../../../../src/core/storage/keys/key-ring.ts";
import { createMemberNames } from "../../../../src/core/storage/keys/member-names.ts";
import { newKey, newRingKeys, type RingKeys } from "../../../../src/core/storage/keys/ring-keys.ts";
import {
  type KeptTier,
  keepInFile,
  readKeptRing,
  sealerFor,
} from "../../../../src/core/storage/ring-file/kept-ring.ts";
import { readHead } from "../../../../src/core/storage/ring-file/parts-layout.ts";
import { textsOfParts } from "../../../../src/core/storage/ring-file/ring-parts.ts";
import { unwrap } from "../../../../src/core/storage/ring-file/sealed-ring.ts";
import { later } from "../../../../src/lib/time.ts";
import { freshFolder } from "../fresh-folder.ts";
import { minute, movingClock, positionOf } from "../keys/ring-world.ts";

const cheapest = async () => Number.POSITIVE_INFINITY;

/** A ring in parts in a file, however small it is; counted is how often it is changed where it is, and how often it is written whole. */
async function ringInParts({ passphrase, inPartsFrom = 0 }: { passphrase?: string; inPartsFrom?: number } = {}) {
  const path = join(freshFolder(), "keys");
  const tier: KeptTier = passphrase === undefined ? { kind: "file", path } : { kind: "sealed", path, passphrase };
  const { clock, pass } = movingClock();
  const counts = { changes: 0, whole: 0 };
  const step = (name: string) => {
    if (name === "ring: parts on disk") counts.changes += 1;
    if (name === "ring: new file on disk") counts.whole += 1;
  };
  const keeper = await keepInFile(path, await sealerFor(tier, cheapest), step, inPartsFrom);
  const keys = newRingKeys();
  const names = createMemberNames(newKey());
  const ring = createKeyRing(
    keys,
    keeper,
    () => names,
    clock,
    () => {},
  );
  onTestFinished(() => ring.close());
  const read = async () => (await readKeptRing(tier, []))?.keys;
  return { path, tier, keys, ring, clock, pass, counts, read };
}

/** A ring as it is compared: whatever the order of its circles, and of what is known in this run alone. */
const plainly = (ring: RingKeys | undefined) => {
  const listOf = <T, R>(map: ReadonlyMap<string, T>, value: (one: T) => R) =>
    [...map].map(([name, one]) => [name, value(one)] as const).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const { circles, ...rest } = ring ?? newRingKeys();
  const generations = (
    list: RingKeys["circles"] extends Map<string, infer C extends { keys: unknown }> ? C["keys"] : never,
  ) => list.map(({ createdIn, key, until }) => [createdIn, key.toString("hex"), until]);
  return {
    ...rest,
    circles: listOf(circles, ({ keys, members }) => [
      generations(keys),
      listOf(members, (records) => listOf(records, generations)),
    ]).filter(([, [own, members]]) => own!.length + members!.length > 0),
  };
};

const circles = Array.from({ length: 40 }, (_, index) => `circle-${index}` as CircleId);
const people = Array.from({ length: 6 }, (_, index) => `telegram:${index}` as PersonId);
const keyOf = (circle: number, person: number): RecordKey =>
  circle < circles.length
    ? positionOf(circles[circle]!, people[person]!)
    : { kind: "held", about: [people[person]!], member: people[person]! };

const act = fc.record({
  what: fc.constantFrom(
    "seal",
    "seal",
    "seal",
    "seal",
    "member",
    "circle",
    "rotate",
    "record",
    "pass",
    "count",
    "file",
  ),
  circle: fc.nat(circles.length),
  person: fc.nat(people.length - 1),
});

test("whatever changes in a ring in parts, its file says all of it, and nothing else", async () => {
  let changes = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 20, maxLength: 60 }), async (acts) => {
      const { keys, ring, clock, pass, counts, read } = await ringInParts();
      for (const circle of circles) await ring.forSealing({ kind: "sharers", about: [], circle });
      for (const { what, circle, person } of acts) {
        const key = keyOf(circle, person);
        const named = circles[circle % circles.length]!;
        if (what === "seal") await (await ring.forSealing(key, later(clock(), 3 * 15 * minute))).destroyOlder();
        if (what === "member") await ring.destroyMember(key.circle, people[person]!);
        if (what === "circle") await ring.destroyCircle(named);
        if (what === "rotate") await (await ring.rotateCircle(named))();
        if (what === "record") await ring.destroyRecord(key);
        if (what === "count") await ring.history.countChanges(keys.changes + 1);
        if (what === "file") await (await ring.fileKeys("file")).renew((count) => count.length);
        if (what === "pass") pass(7 * minute);
        await ring.destroyBuckets(clock());
        expect(plainly(await read())).toEqual(plainly(keys));
      }
      changes += counts.changes;
    }),
    { numRuns: 15 },
  );
  expect(changes).toBeGreaterThan(100);
});

/** A march of many circles, in one of which somebody shares. */
async function march(passphrase?: string) {
  const made = await ringInParts(passphrase === undefined ? {} : { passphrase });
  for (const circle of circles) await made.ring.forSealing({ kind: "sharers", about: [], circle });
  await made.ring.destroyBuckets(made.clock());
  const before = readFileSync(made.path).length;
  const sealed = await made.ring.forSealing(keyOf(0, 0));
  return { ...made, sealed, before };
}

test("a begin and an end of a share write a part of the file, and the destroyed key is nowhere in it", async () => {
  const { path, ring, keys, counts } = await march();
  const before = { ...counts };
  const [records] = [...keys.circles.get(circles[0]!)!.members.values()];
  const key = [...records!.values()][0]![0]!.key.toString("base64");
  expect(readFileSync(path, "latin1")).toContain(key);
  await ring.destroyMember(circles[0], people[0]!);
  expect(readFileSync(path, "latin1")).not.toContain(key);
  expect(counts).toEqual({ ...before, changes: before.changes + 1 });
});

test("a file in parts does not grow with the number of its changes", async () => {
  const { path, ring } = await march();
  const before = readFileSync(path).length;
  for (let times = 0; times < 200; times += 1) {
    await ring.forSealing(keyOf(times % circles.length, times % people.length));
    await ring.destroyMember(keyOf(times % circles.length, 0).circle, people[times % people.length]!);
  }
  expect(readFileSync(path).length).toBeLessThan(3 * before);
});

test("under a passphrase no key stands in the file, and a part that was changed or put back is refused", async () => {
  const { path, tier, ring, keys, read } = await march("correct horse");
  const [records] = [...keys.circles.get(circles[0]!)!.members.values()];
  expect(readFileSync(path, "latin1")).not.toContain([...records!.values()][0]![0]!.key.toString("base64"));
  expect(plainly(await read())).toEqual(plainly(keys));
  await expect(readKeptRing({ kind: "file", path: tier.path }, [])).rejects.toThrow("sealed with a passphrase");
  const older = readFileSync(path);
  await ring.forSealing(keyOf(1, 1));
  const newer = readFileSync(path);
  const { open } = await unwrap(readHead(newer)!.wrapped!, "correct horse");
  const textOf = (content: Buffer) => {
    const head = readHead(content);
    const texts = head && [...textsOfParts(content, head, open)];
    return texts?.includes(undefined) ? undefined : texts?.join();
  };
  const [before, now] = [textOf(older), textOf(newer)];
  let refused = 0;
  for (let at = 0; at < newer.length; at += 61) {
    const changed = Buffer.from(newer);
    changed[at] = (changed[at] ?? 0) ^ 1;
    const text = textOf(changed);
    // What lies between the parts says nothing, and where the newer head is not whole the older one counts, whose parts are overwritten.
    if (text === undefined) refused += 1;
    else expect(text).toBe(now);
  }
  expect(refused).toBeGreaterThan(20);
  for (let from = 0; from < older.length; from += 512) {
    const mixed = Buffer.from(newer);
    older.copy(mixed, from, from, from + 512);
    expect([undefined, now]).toContain(textOf(mixed));
  }
  expect(before).not.toBe(now);
});

test("a ring of which a part is lost is refused as a whole", async () => {
  const { path, tier } = await march();
  const newer = readFileSync(path);
  const lost = Buffer.from(newer);
  lost.fill(0, newer.lastIndexOf('["circle-'), newer.lastIndexOf('["circle-') + 8);
  expect((await readKeptRing(tier, []))?.keys.circles.size).toBeGreaterThanOrEqual(circles.length);
  writeFileSync(path, lost);
  await expect(readKeptRing(tier, [])).rejects.toThrow("damaged");
});

test("a ring of fewer than 500 members is written whole", async () => {
  const { path, ring, counts } = await ringInParts({ inPartsFrom: 500 });
  await ring.forSealing(keyOf(0, 0));
  expect(readFileSync(path, "utf8").startsWith('{"whereat":"key ring"')).toBe(true);
  expect(counts.changes).toBe(0);
});
