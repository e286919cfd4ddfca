import { expect, test } from "vitest";
import { type CircleId, personId } from "../../../src/core/model/ids.ts";
import { createCircles } from "../../../src/core/rooms/circles.ts";
import { createSealedRecords } from "../../../src/core/storage/records/sealed-records.ts";
import { createLog } from "../../../src/lib/log.ts";
import { createWorld } from "../../support/world.ts";

test("somebody who is forgotten at the very moment when they are seen is forgotten", async () => {
  const { store, seal, continuity, now } = await createWorld();
  const records = createSealedRecords(
    store,
    seal,
    now,
    createLog("warn", () => {}),
  );
  const circles = createCircles({
    records,
    newId: () => "",
    clock: now,
    answerExpiry: { coarsen: async () => {} },
    continuity,
    seal,
  });
  const ana = personId("telegram", "ana");
  await circles.meet(ana, "one" as CircleId);
  await Promise.all([circles.meet(ana, "two" as CircleId), circles.forget(ana)]);
  expect(await circles.acquaintances(ana)).toEqual([]);
});
