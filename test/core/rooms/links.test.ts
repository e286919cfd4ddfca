import { expect, test } from "vitest";
import { type CircleId, personId } from "../../../src/core/model/ids.ts";
import { maxLinksPerCircle } from "../../../src/core/model/limits.ts";
import { createCircles } from "../../../src/core/rooms/circles.ts";
import { recordKeys } from "../../../src/core/storage/records/record-keys.ts";
import { createSealedRecords } from "../../../src/core/storage/records/sealed-records.ts";
import { createLog } from "../../../src/lib/log.ts";
import { second } from "../../../src/lib/time.ts";
import { createWorld } from "../../support/world/world.ts";

const [one, two, three] = ["one", "two", "three"] as CircleId[] as [CircleId, CircleId, CircleId];

async function create() {
  const world = await createWorld();
  const { store, seal, continuity, now } = world;
  const records = createSealedRecords(
    store,
    seal,
    now,
    createLog("warn", () => {}),
  );
  const answerExpiry = { coarsen: async () => {} };
  const circles = createCircles({ records, newId: () => "id", clock: now, answerExpiry, continuity });
  return { records, circles, now, skip: (time: number) => world.skip(time), lose: () => world.lose("older store") };
}

test("a link is named by both circles, and is over for both when either goes", async () => {
  const { circles, now } = await create();
  expect(await circles.link(one, two)).toBe(true);
  expect(await circles.linksOf(one)).toEqual([{ circle: two, since: now() }]);
  expect(await circles.linksOf(two)).toEqual([{ circle: one, since: now() }]);
  expect(await circles.unlink(two)).toEqual([one]);
  expect([await circles.linksOf(one), await circles.linksOf(two)]).toEqual([[], []]);
});

test("a link that only one of the two names is none", async () => {
  const { circles, records, now, skip } = await create();
  await circles.link(one, two);
  await records.delete(recordKeys.links(two));
  skip(second);
  expect([await circles.linksOf(one), await circles.linksOf(two)]).toEqual([[], []]);
  await circles.link(one, two);
  await records.set(recordKeys.links(one), [{ circle: three, since: now() }]);
  skip(second);
  expect([await circles.linksOf(one), await circles.linksOf(two), await circles.linksOf(three)]).toEqual([[], [], []]);
});

test("who is linked with one of two that are linked is not linked with the other, though found from there", async () => {
  const { circles } = await create();
  await circles.link(one, two);
  await circles.link(two, three);
  expect((await circles.linksOf(one)).map(({ circle }) => circle)).toEqual([two]);
  expect(await circles.linkedFar(one)).toEqual([two, three]);
  expect(await circles.linkedFar(three)).toEqual([two, one]);
});

test("a link may have been ended before what is stored was put back, so it is off", async () => {
  const { circles, lose, skip } = await create();
  await circles.link(one, two);
  skip(second);
  await lose();
  skip(second);
  expect(await circles.linksOf(one)).toEqual([]);
});

test("so many circles are linked with one, and no further one", async () => {
  const { circles } = await create();
  const others = Array.from({ length: maxLinksPerCircle }, (_, number) => `other ${number}` as CircleId);
  for (const other of others) expect(await circles.link(one, other)).toBe(true);
  expect(await circles.link(two, one)).toBe(false);
  expect(await circles.linksOf(two)).toEqual([]);
  // Linked once more, the same is no further one.
  expect(await circles.link(one, others[0] as CircleId)).toBe(true);
});

test("a circle that is forgotten leaves no link behind", async () => {
  const { circles } = await create();
  await circles.link(one, two);
  await circles.remove(one);
  expect(await circles.linksOf(two)).toEqual([]);
});

test("of what somebody chose for linked circles, the coarsest holds in each", async () => {
  const { circles } = await create();
  const [ana, ben] = [personId("telegram", "ana"), personId("telegram", "ben")];
  await circles.meet(ana, one, { precision: "1km" });
  await circles.meet(ana, two, { precision: "exact" });
  await circles.meet(ben, one, { precision: "5km" });
  expect(await circles.precision(two, ana)).toBe("exact");
  await circles.link(one, two);
  expect(await circles.precision(two, ana)).toBe("1km");
  expect((await circles.acquaintances(ana)).map(({ precision }) => precision)).toEqual(["1km", "1km"]);
  expect((await circles.membersAsKnown(two, [ana])).map(({ precision }) => precision)).toEqual(["1km"]);
  // Who comes to the other circle only then brings the choice along, and keeps it.
  expect(await circles.meet(ben, two)).toMatchObject({ precision: "5km" });
  await circles.unlink(one);
  expect([await circles.precision(two, ana), await circles.precision(two, ben)]).toEqual(["exact", "5km"]);
});
