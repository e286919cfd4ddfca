import { expect, test } from "vitest";
import { createAnswers } from "../../../src/core/messaging/answer-expiry.ts";
import { createOutbox } from "../../../src/core/messaging/queue.ts";
import { type CircleId, personId, roomId, shareId } from "../../../src/core/model/ids.ts";
import { createSealedRecords } from "../../../src/core/storage/records/sealed-records.ts";
import { createLog } from "../../../src/lib/log.ts";
import { later, minute } from "../../../src/lib/time.ts";
import { createWorld } from "../../support/world.ts";

const [march, ana] = ["march" as CircleId, personId("telegram", "ana")];

async function setUp() {
  const { store, seal, now } = await createWorld();
  const log = createLog("warn", () => {});
  const outbox = createOutbox(createSealedRecords(store, seal, now, log));
  const share = shareId("telegram", "1");
  const answer = {
    kind: "removal",
    id: "removal/1",
    network: "telegram",
    to: { room: roomId("telegram", "march") },
    refs: [],
    shows: [{ circle: march, person: ana, precision: "exact", share, at: now() }],
    textOnly: true,
    due: later(now(), 60 * minute),
    droppedAt: later(now(), 600 * minute),
  } as const;
  const open = [{ id: share, live: true, startedAt: now(), until: later(now(), 60 * minute), expiry: 30 * minute }];
  await outbox.put(answer);
  const circles = { precision: async () => "exact" as const };
  const kept = async () => ({ shares: open });
  return { outbox, answer, answers: createAnswers(outbox, circles, kept, now), now };
}

test("an answer that is to be deleted now is not put off by whoever finds at the same time that it is to be deleted soon", async () => {
  const { outbox, answer, answers, now } = await setUp();
  await Promise.all([answers.shorten(march, ana, []), answers.review(answer)]);
  expect(outbox.items().map(({ due }) => due)).toEqual([now()]);
});

test("an answer that is deleted is not put back by whoever finds that it is to be deleted sooner", async () => {
  const { outbox, answer, answers } = await setUp();
  await Promise.all([outbox.remove(answer.id), answers.review(answer)]);
  expect(outbox.items()).toEqual([]);
});
