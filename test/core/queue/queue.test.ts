import { setImmediate as nextTurn } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type CircleId, personId, roomId, shareId } from "../../../src/core/model/ids.ts";
import { createAnswerExpiry } from "../../../src/core/queue/answer-expiry.ts";
import { createQueue } from "../../../src/core/queue/queue.ts";
import { createSealedRecords } from "../../../src/core/storage/records/sealed-records.ts";
import { createLog } from "../../../src/lib/log.ts";
import { later, minute } from "../../../src/lib/time.ts";
import { createWorld } from "../../support/world/world.ts";

const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn += 1) await nextTurn();
};
const [march, ana] = ["march" as CircleId, personId("telegram", "ana")];

async function setUp() {
  const { store, seal, now } = await createWorld();
  const log = createLog("warn", () => {});
  const afresh = () => createQueue(createSealedRecords(store, seal, now, log));
  const queue = afresh();
  const share = shareId("telegram", "1");
  const answer = {
    kind: "removal",
    id: "removal/1",
    to: { room: roomId("telegram", "march") },
    refs: [],
    shows: [{ circle: march, person: ana, precision: "exact", share, at: now() }],
    textOnly: true,
    due: later(now(), 60 * minute),
    droppedAt: later(now(), 600 * minute),
  } as const;
  const open = [{ id: share, live: true, startedAt: now(), until: later(now(), 60 * minute), expiry: 30 * minute }];
  await queue.put(answer);
  const answers = createAnswerExpiry(queue, now);
  return { queue, afresh, answer, open, answers, now };
}

test("an answer that is to be deleted now is not put off by whoever finds at the same time that it is to be deleted soon", async () => {
  const { queue, open, answers, now } = await setUp();
  await Promise.all([answers.shorten(march, ana, []), answers.shorten(march, ana, open)]);
  expect(queue.items().map(({ due }) => due)).toEqual([now()]);
});

test("an answer that is deleted is not put back by whoever finds that it is to be deleted sooner", async () => {
  const { queue, answer, open, answers } = await setUp();
  await Promise.all([queue.remove(answer.id), answers.shorten(march, ana, open)]);
  expect(queue.items()).toEqual([]);
});

test("what is in the queue is found after a kill, whatever came and went at the same time", async () => {
  const { queue, afresh, answer } = await setUp();
  await queue.remove(answer.id);
  const id = fc.integer({ min: 0, max: 3 }).map((number) => `removal/${number}`);
  const step = fc.oneof(
    fc.record({ does: fc.constant("comes" as const), id, turns: fc.nat(3) }),
    fc.record({ does: fc.constant("goes" as const), id, turns: fc.nat(3) }),
    // So many come and go that the list of what is there is written anew.
    fc.record({ does: fc.constant("flood" as const), turns: fc.nat(3) }),
  );
  let floods = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), async (steps) => {
      const works = steps.map(async (each, index) => {
        await turns(each.turns + index);
        if (each.does === "comes") return queue.put({ ...answer, id: each.id }, () => turns(each.turns * 4));
        if (each.does === "goes") return queue.remove(each.id);
        const ids = Array.from({ length: 20 }, () => `removal/flood${++floods}`);
        await Promise.all(ids.map((one) => queue.put({ ...answer, id: one })));
        await Promise.all(ids.map((one) => queue.remove(one)));
      });
      await Promise.all(works);
      const after = afresh();
      await after.resume();
      const idsOf = (one: typeof queue) =>
        one
          .items()
          .map((item) => item.id)
          .toSorted();
      expect(idsOf(after)).toEqual(idsOf(queue));
    }),
    { numRuns: 60 },
  );
});
