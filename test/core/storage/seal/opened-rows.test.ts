import { expect, test } from "vitest";
import { SealError } from "../../../../src/core/model/errors.ts";
import { maxRememberedCharacters } from "../../../../src/core/model/limits.ts";
import type { RecordKey } from "../../../../src/core/model/ports.ts";
import type { OpenedRing } from "../../../../src/core/storage/keys/open-key-ring.ts";
import { createOpenedRows } from "../../../../src/core/storage/seal/opened-rows.ts";
import { createPgpSeal } from "../../../../src/core/storage/seal/pgp-seal.ts";
import { later } from "../../../../src/lib/time.ts";
import { everyKind } from "../../../support/stores/record-values.ts";
import { ana, begin, c1, c2, minute, openedStore, openRing } from "../keys/ring-world.ts";

const sharesOf = (circle: typeof c1): RecordKey => ({ kind: "shares", about: [circle, ana], circle, remembered: true });

/** A row that was opened once, and how often keys were asked for to open one. */
async function opened(key = sharesOf(c1)) {
  const ring = await openRing({ tier: { kind: "memory" }, store: await openedStore("memory:") });
  let decrypted = 0;
  const seal = createPgpSeal({
    ...ring,
    forOpening(...of) {
      decrypted += 1;
      return ring.forOpening(...of);
    },
  });
  const keep = async (text: string) => {
    const row = await seal.seal(key, text, later(begin, minute));
    await row.stored();
    return row.text;
  };
  const row = await keep("a share");
  expect(await seal.open(key, row)).toBe("a share");
  const remembered = () => ring.opened.find(seal.rowId(key), row)?.text;
  return { ring, seal, key, row, keep, remembered, decrypted: () => decrypted };
}

test("a row that has not changed is decrypted once; one of a record that is not to be remembered, each time", async () => {
  const { seal, key, row, decrypted } = await opened();
  expect(await seal.open({ ...key }, row)).toBe("a share");
  expect(decrypted()).toBe(1);
  const { remembered: _, ...position } = key;
  const other = await opened(position);
  await other.seal.open(position, other.row);
  expect(other.decrypted()).toBe(2);
  expect(other.remembered()).toBeUndefined();
});

const endings: Record<string, (world: { ring: OpenedRing } & Awaited<ReturnType<typeof opened>>) => unknown> = {
  "the circle's keys are destroyed": ({ seal }) => seal.destroyCircle(c1),
  "an older key of the circle is destroyed": async ({ seal }) => (await seal.rotateCircle(c1))(),
  "the bucket's key is destroyed": ({ seal }) => seal.destroyBuckets(later(begin, 15 * minute)),
  "something was lost": ({ ring }) => ring.history.lose(begin),
};

test.each(Object.entries(endings))("when %s, what a row said goes with it", async (_, end) => {
  const world = await opened();
  expect(world.remembered()).toBe("a share");
  await end(world);
  expect(world.remembered()).toBeUndefined();
  // A row under an older key of its circle is refused; of a destroyed key, nothing is known.
  expect(await world.seal.open(world.key, world.row).catch(() => undefined)).toBeUndefined();
});

/** Who saw a member is under a key of theirs, and not of a circle's. */
const looksAt: RecordKey = { kind: "looks at", about: [ana], member: ana, remembered: true };

const endingsOfMember: typeof endings = {
  "the member's keys are destroyed": ({ seal }) => seal.destroyMember(undefined, ana),
  "the record's keys are destroyed": ({ seal, key }) => seal.destroyRecord(key),
  "something was lost": ({ ring }) => ring.history.lose(begin),
};

test.each(Object.entries(endingsOfMember))("when %s, what a member's row said goes with it", async (_, end) => {
  const world = await opened(looksAt);
  await world.seal.destroyMember(c1, ana);
  expect(world.remembered()).toBe("a share");
  await end(world);
  expect(world.remembered()).toBeUndefined();
  expect(await world.seal.open(world.key, world.row)).toBeUndefined();
});

test("what a row said goes when the row is deleted, and stays when another circle's keys are destroyed", async () => {
  const { seal, key, remembered } = await opened();
  await seal.destroyCircle(c2);
  expect(remembered()).toBe("a share");
  seal.forget([seal.rowId(key)]);
  expect(remembered()).toBeUndefined();
});

test("a changed row and an older one are refused although what they said was remembered", async () => {
  const { seal, key, row, keep } = await opened();
  const changed = row.replace(/.(?=.{30}$)/, (one) => (one === "A" ? "B" : "A"));
  await expect(seal.open(key, changed)).rejects.toThrow(SealError);
  expect(await seal.open(key, row)).toBe("a share");
  await keep("none");
  await expect(seal.open(key, row)).rejects.toThrow(SealError);
});

test(`${maxRememberedCharacters} characters are remembered, and with one more the first that was opened is forgotten`, () => {
  const rows = createOpenedRows();
  const of = (row: string) => ({ row, text: "", edge: undefined, circle: undefined, member: undefined });
  const large = "r".repeat(maxRememberedCharacters - 1);
  rows.remember("first", of("f"));
  rows.remember("large", of(large));
  expect(rows.find("first", "f")?.text).toBe("");
  rows.remember("large", of(`${large}r`));
  expect(rows.find("first", "f")?.text).toBeUndefined();
  expect(rows.find("large", `${large}r`)?.text).toBe("");
});

test("nothing that holds a position is remembered", () => {
  const remembered = everyKind.filter((key) => key.remembered);
  expect(remembered.length).toBeGreaterThan(5);
  const ofMembers = remembered.filter(({ member, kind }) => member !== undefined || /position|held|queue/.test(kind));
  expect(ofMembers.map(({ kind }) => kind)).toEqual(["looks at"]);
});
