import { expect, test } from "vitest";
import { type PersonId, personId } from "../../../../src/core/model/ids.ts";
import { maxJoins } from "../../../../src/core/model/limits.ts";
import { createCircles } from "../../../../src/core/rooms/circles.ts";
import { recordKeys } from "../../../../src/core/storage/records/record-keys.ts";
import { createSealedRecords } from "../../../../src/core/storage/records/sealed-records.ts";
import { createLog } from "../../../../src/lib/log.ts";
import { second } from "../../../../src/lib/time.ts";
import { createWorld } from "../../../support/world/world.ts";

const [ana, ani, eve] = ["telegram:1", "matrix:@ani", "telegram:3"] as PersonId[] as [PersonId, PersonId, PersonId];

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
  return { world, records, circles, now };
}

test("two accounts are each other's, until either parts, and nothing is kept of it then", async () => {
  for (const either of [ana, ani]) {
    const { circles, records } = await create();
    expect(await circles.join(ana, ani)).toBe("joined");
    expect(await circles.join(ani, ana)).toBe("joined");
    expect([await circles.twinOf(ana), await circles.twinOf(ani), await circles.twinOf(eve)]).toEqual([
      ani,
      ana,
      undefined,
    ]);
    expect(await circles.unjoin(either)).toBe(either === ana ? ani : ana);
    expect((await circles.twins()).size).toBe(0);
    expect(await records.get(recordKeys.joins())).toBeUndefined();
    expect(await circles.unjoin(either)).toBeUndefined();
  }
});

test("neither is joined with a third", async () => {
  const { circles } = await create();
  await circles.join(ana, ani);
  expect([await circles.join(ana, eve), await circles.join(eve, ani)]).toEqual(["taken", "taken"]);
  expect(await circles.twinOf(eve)).toBeUndefined();
});

test("so many are joined, and no more", async () => {
  const { circles, records, now } = await create();
  const joins = Array.from({ length: maxJoins - 1 }, (_, index) => ({
    one: personId("telegram", index + 10),
    other: personId("matrix", `@${index}`),
    since: now(),
  }));
  await records.set(recordKeys.joins(), joins);
  expect(await circles.join(ana, ani)).toBe("joined");
  expect(await circles.join(eve, personId("matrix", "@eve"))).toBe("full");
});

test("a join may have been ended before what is stored was put back, so it is off until it is made again", async () => {
  const { circles, world } = await create();
  await circles.join(ana, ani);
  world.skip(second);
  await world.lose("older store");
  expect(await circles.twinOf(ana)).toBeUndefined();
});
