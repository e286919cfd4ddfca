import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SealError } from "../../src/core/model/errors.ts";
import { type CircleId, type PersonId } from "../../src/core/model/ids.ts";
import type { RecordKey, Seal } from "../../src/core/model/ports.ts";
import { type Clock, type Instant, instant, later } from "../../src/lib/time.ts";

export type SealUnderTest = {
  seal: Seal;
  /** closes it and opens the same again; absent where nothing outlives a seal */
  reopen?: () => Promise<Seal>;
};

const minute = 60_000;
const quarter = 15 * minute;
const begin = instant(1_900_000_000_000);
const [c1, c2] = ["circle-one", "circle-two"] as [CircleId, CircleId];
const [ana, ben] = ["telegram:1", "matrix:@ben:example.org"] as [PersonId, PersonId];

const positionOf = (circle: CircleId, member: PersonId): RecordKey => ({
  kind: "position",
  about: [circle, member],
  circle,
  member,
});

/** What every Seal does. @param create gives one with keys of its own that goes by this clock */
export function describeSeal(name: string, create: (clock: Clock) => Promise<SealUnderTest>): void {
  const fresh = async () => {
    let now = begin;
    const made = await create(() => now);
    const keep = async (key: RecordKey, text: string, expiresAt?: Instant): Promise<string> => {
      const row = await made.seal.seal(key, text, expiresAt);
      await row.stored();
      return row.text;
    };
    return { ...made, keep, pass: (by: number) => (now = later(now, by)), now: () => now };
  };

  describe(name, () => {
    test("opens what it sealed, whatever it is of", async () => {
      const { seal, keep, now } = await fresh();
      const part = fc.string({ unit: "grapheme", maxLength: 40 });
      const key = fc.record(
        {
          kind: part,
          about: fc.array(part, { maxLength: 3 }),
          circle: fc.constantFrom(c1, c2),
          member: fc.constantFrom(ana, ben),
        },
        { requiredKeys: ["kind", "about"] },
      );
      const lasts = fc.option(fc.integer({ min: 1, max: 7 * 24 * 3_600_000 }), { nil: undefined });
      await fc.assert(
        fc.asyncProperty(key, part, lasts, async (record, text, life) => {
          const expiresAt = life === undefined ? undefined : later(now(), life);
          const row = await keep(record as RecordKey, text, expiresAt);
          expect(await seal.open(record as RecordKey, row)).toBe(text);
          const edge = seal.bucketOf(row);
          if (expiresAt === undefined) expect(edge).toBeUndefined();
          else expect((edge ?? 0) - expiresAt).toSatisfy((late: number) => late >= 0 && late < quarter);
        }),
        { numRuns: 40 },
      );
    });

    test("opens what is long", async () => {
      const { seal, keep } = await fresh();
      const text = "0123456789".repeat(20_000);
      const key = { kind: "matrix keys", about: [] };
      expect(await seal.open(key, await keep(key, text))).toBe(text);
    });

    test("gives a record the same row each time, and no other record that row", async () => {
      const { seal } = await fresh();
      const other = await fresh();
      const keys = [
        { kind: "position", about: ["ab", "c"] },
        { kind: "position", about: ["a", "bc"] },
        { kind: "position", about: ["abc"] },
        { kind: "positiona", about: ["bc"] },
        { kind: "position", about: ["abc", ""] },
      ];
      const ids = keys.map((key) => seal.rowId(key));
      expect(ids).toEqual(keys.map((key) => seal.rowId(key)));
      expect(new Set([...ids, ...keys.map((key) => other.seal.rowId(key))]).size).toBe(2 * keys.length);
    });

    test("keeps every position in a body of one size, in which nothing can be read", async () => {
      const { seal, keep, now } = await fresh();
      const sizes = new Set<number>();
      for (const member of [ana, ben]) {
        for (const text of ["", '{"latitude":52.5200123,"longitude":13.405}', "x".repeat(484)]) {
          const key = positionOf(c1, member);
          const row = await keep(key, text, later(now(), 60 * minute));
          sizes.add(row.length);
          const seen = `${seal.rowId(key)} ${row} ${Buffer.from(row.split(".")[1] ?? "", "base64").toString("latin1")}`;
          for (const secret of ["52.52", "13.405", c1, member, "position", "latitude"])
            expect(seen).not.toContain(secret);
        }
      }
      expect(sizes.size).toBe(1);
    });

    test("destroying a key closes exactly the rows sealed under it, in every copy", async () => {
      const { seal, keep, now, pass } = await fresh();
      const copy: { key: RecordKey; row: string; hours: number }[] = [];
      for (const circle of [c1, c2])
        for (const member of [ana, ben])
          for (const hours of [1, 2]) {
            const key = { ...positionOf(circle, member), about: [circle, member, `${hours}`] };
            copy.push({ key, hours, row: await keep(key, "here", later(now(), hours * 60 * minute)) });
          }
      copy.push({
        key: { kind: "setting", about: [c1], circle: c1 },
        hours: 0,
        row: await keep({ kind: "setting", about: [c1], circle: c1 }, "here"),
      });
      copy.push({
        key: { kind: "setting", about: [] },
        hours: 0,
        row: await keep({ kind: "setting", about: [] }, "here"),
      });
      const closed = async () => {
        const texts = await Promise.all(copy.map(({ key, row }) => seal.open(key, row)));
        return copy.filter((_, index) => texts[index] === undefined);
      };
      const expected = new Set<(typeof copy)[number]>();
      const alsoClosed = async (which: (each: (typeof copy)[number]) => boolean) => {
        for (const each of copy.filter(which)) expected.add(each);
        expect(new Set(await closed())).toEqual(expected);
      };
      await alsoClosed(() => false);
      await seal.destroyMember(c1, ana);
      await alsoClosed(({ key }) => key.circle === c1 && key.member === ana);
      pass(75 * minute);
      await seal.destroyBuckets(now());
      await alsoClosed(({ hours }) => hours === 1);
      await seal.destroyCircle(c1);
      await alsoClosed(({ key }) => key.circle === c1);
    });

    test("a bucket's key is destroyed at its edge, and not made again when the clock goes back", async () => {
      const { seal, keep, now } = await fresh();
      const key = positionOf(c1, ana);
      const row = await keep(key, "here", later(now(), 20 * minute));
      const edge = seal.bucketOf(row) ?? begin;
      await seal.destroyBuckets(later(edge, -1));
      expect(await seal.open(key, row)).toBe("here");
      await seal.destroyBuckets(edge);
      expect(await seal.open(key, row)).toBeUndefined();
      await expect(seal.seal(key, "again", edge)).rejects.toBeInstanceOf(SealError);
      await seal.destroyBuckets(begin);
      await expect(seal.seal(key, "again", edge)).rejects.toBeInstanceOf(SealError);
      expect(await seal.open(key, await keep(key, "later", later(edge, 1)))).toBe("later");
    });

    test("a position renewed in a later quarter of an hour closes its older copies once it is stored", async () => {
      const { seal, keep, now, pass } = await fresh();
      const key = positionOf(c1, ana);
      const other = { kind: "precision", about: [c1, ana], circle: c1, member: ana };
      const setting = await keep(other, "1km");
      const old = await keep(key, "then", later(now(), 5 * 60 * minute));
      pass(quarter);
      const renewed = await seal.seal(key, "now", later(now(), 5 * 60 * minute));
      expect(await seal.open(key, old)).toBe("then");
      await renewed.stored();
      expect(await seal.open(key, renewed.text)).toBe("now");
      await expect(seal.open(key, old)).rejects.toBeInstanceOf(SealError);
      expect(await seal.open(other, setting)).toBe("1km");
    });

    test("a renewed circle opens old rows until its old key is destroyed", async () => {
      const { seal, keep } = await fresh();
      const key = { kind: "settings", about: [c1], circle: c1 };
      const other = { kind: "names", about: [c1], circle: c1 };
      const [old, left] = [await keep(key, "old"), await keep(other, "left")];
      const finish = await seal.rotateCircle(c1);
      expect(await seal.open(key, old)).toBe("old");
      const renewed = await keep(key, "new");
      await finish();
      await finish();
      expect(await seal.open(key, renewed)).toBe("new");
      await expect(seal.open(other, left)).rejects.toBeInstanceOf(SealError);
    });

    test("an older row of a record is refused once a newer one was stored or opened", async () => {
      const { seal, keep } = await fresh();
      const key = { kind: "setting", about: ["expiry"] };
      const first = await keep(key, "1h");
      const unstored = await seal.seal(key, "2h");
      expect(await seal.open(key, first)).toBe("1h");
      expect(await seal.open(key, unstored.text)).toBe("2h");
      await expect(seal.open(key, first)).rejects.toBeInstanceOf(SealError);
    });

    test("gives each file a key of its own", async () => {
      const { seal } = await fresh();
      const keysOf = async (name: string, of = seal) => (await of.fileKeys(name)).keys();
      expect(await keysOf("matrix")).toMatchObject([{ length: 32 }]);
      expect(await keysOf("matrix")).toEqual(await keysOf("matrix"));
      expect(await keysOf("matrix")).not.toEqual(await keysOf("telegram"));
      expect(await keysOf("matrix")).not.toEqual(await keysOf("matrix", (await fresh()).seal));
    });

    test("opened again it opens what it did, and nothing that it had closed", async () => {
      const { seal, keep, now, reopen } = await fresh();
      const [open, closed] = [positionOf(c1, ana), positionOf(c1, ben)];
      const rows = [
        await keep(open, "here", later(now(), minute)),
        await keep(closed, "there", later(now(), minute)),
      ] as const;
      await seal.destroyMember(c1, ben);
      const again = reopen === undefined ? seal : await reopen();
      expect(await again.open(open, rows[0])).toBe("here");
      expect(await again.open(closed, rows[1])).toBeUndefined();
      expect(again.rowId(open)).toBe(seal.rowId(open));
      const newer = await again.seal(open, "newer", later(now(), minute));
      expect(await again.open(open, newer.text)).toBe("newer");
      await expect(again.open(open, rows[0])).rejects.toBeInstanceOf(SealError);
    });
  });
}
