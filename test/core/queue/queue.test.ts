import { expect, test } from "vitest";
import { type CircleId, personId, roomId, shareId } from "../../../src/core/model/ids.ts";
import { createAnswerExpiry } from "../../../src/core/queue/answer-expiry.ts";
import { createQueue } from "../../../src/core/queue/queue.ts";
import { createSealedRecords } from "../../../src/core/storage/records/sealed-records.ts";
import { createLog } from "../../../src/lib/log.ts";
import { later, minute } from "../../../src/lib/time.ts";
import { createWorld } from "../../support/world.ts";

const [march, ana] = ["march" as CircleId, personId("telegram", "ana")];

async function setUp() {
  const { store, seal, now } = await createWorld();
  const log = createLog("warn", () => {});
  const queue = createQueue(createSealedRecords(store, seal, now, log));
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
  return { queue, answer, open, answers, now };
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
