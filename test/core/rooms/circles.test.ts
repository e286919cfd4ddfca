import { expect, test } from "vitest";
import { type CircleId, personId } from "../../../src/core/model/ids.ts";
import { maxPeoplePerCircle } from "../../../src/core/model/limits.ts";
import { createCircles } from "../../../src/core/rooms/circles.ts";
import { recordKeys } from "../../../src/core/storage/records/record-keys.ts";
import { createSealedRecords } from "../../../src/core/storage/records/sealed-records.ts";
import { createLog } from "../../../src/lib/log.ts";
import { createWorld } from "../../support/world/world.ts";

async function create() {
  const { store, seal, continuity, now } = await createWorld();
  const records = createSealedRecords(
    store,
    seal,
    now,
    createLog("warn", () => {}),
  );
  const answerExpiry = { coarsen: async () => {} };
  return { records, circles: createCircles({ records, newId: () => "", clock: now, answerExpiry, continuity }) };
}

test("somebody who is forgotten at the very moment when they are seen is forgotten", async () => {
  const { circles } = await create();
  const ana = personId("telegram", "ana");
  await circles.meet(ana, "one" as CircleId);
  await Promise.all([circles.meet(ana, "two" as CircleId), circles.forget(ana)]);
  expect(await circles.acquaintances(ana)).toEqual([]);
});

test("a circle lists who was seen there, until they part with it or are forgotten", async () => {
  const { circles } = await create();
  const [ana, ben] = [personId("telegram", "ana"), personId("telegram", "ben")];
  const [one, two] = ["one", "two"] as CircleId[] as [CircleId, CircleId];
  await Promise.all([ana, ben].flatMap((person) => [one, two].map((circle) => circles.meet(person, circle))));
  expect(new Set(await circles.people(one))).toEqual(new Set([ana, ben]));
  await circles.part(ana, one);
  await circles.forget(ben);
  expect([await circles.people(one), await circles.people(two)]).toEqual([[], [ana]]);
  await circles.follow(ana, two, one);
  expect([await circles.people(one), await circles.people(two)]).toEqual([[ana], []]);
  await circles.partAll(one);
  expect(await circles.acquaintances(ana)).toEqual([]);
});

test("so many people are known in one circle, and a further one is not noted", async () => {
  const { circles, records } = await create();
  const one = "one" as CircleId;
  const people = Array.from({ length: maxPeoplePerCircle - 1 }, (_, number) => personId("telegram", number));
  await records.set(recordKeys.people(one), people);
  expect(await circles.meet(personId("telegram", "last"), one)).toMatchObject({ isNoted: true });
  expect(await circles.meet(personId("telegram", "more"), one)).toMatchObject({ isNoted: false });
  expect(await circles.meet(personId("telegram", "last"), one)).toMatchObject({ isNoted: true });
});
