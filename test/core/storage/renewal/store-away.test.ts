import { expect, test } from "vitest";
import { StoreError } from "../../../../src/core/model/errors.ts";
import type { RecordKey } from "../../../../src/core/model/ports.ts";
import { bindingId } from "../../../../src/core/storage/keys/ring-binding.ts";
import { recordKeys } from "../../../../src/core/storage/records/record-keys.ts";
import type { Renewal } from "../../../../src/core/storage/renewal/renew-ring.ts";
import { hour } from "../../../../src/lib/time.ts";
import { createFaultyStore, type Fault } from "../../../support/stores/faulty-store.ts";
import { ana, ben, c1, keep, positionOf } from "../keys/ring-world.ts";
import { createRenewalWorld, type RenewalWorld } from "./renewal-world.ts";

const keys: RecordKey[] = [recordKeys.circles(), positionOf(c1, ana), positionOf(c1, ben), recordKeys.sharers(c1)];

async function filled(): Promise<RenewalWorld> {
  const world = await createRenewalWorld();
  await world.during(async ({ seal, store }) => {
    for (const key of keys) await keep(seal, store, key, "here", key.about.length === 0 ? undefined : hour);
  });
  return world;
}

/** What the ids of all rows of a ring begin with. */
const ringOf = (id: string) => id.slice(0, 4);

const isWhole = (world: RenewalWorld) =>
  world.during(async ({ seal, store, continuity }) => {
    expect(continuity.lostAt()).toBeUndefined();
    for (const key of keys) expect(await seal.open(key, (await store.get(seal.rowId(key))) ?? "")).toBe("here");
  });

type How = { fault: Fault; staysAway: boolean };
const ways: How[] = [
  { fault: "before", staysAway: false },
  { fault: "after", staysAway: false },
  { fault: "before", staysAway: true },
];

test.each(ways)(
  "whichever call of the store fails while keys are renewed, nothing is lost, and it is done when it is tried again: %j",
  async ({ fault, staysAway }) => {
    const outcomes = { failed: 0, untidy: 0, done: 0 };
    for (let call = 1; outcomes.done === 0; call++) {
      const world = await filled();
      const { wrap } = createFaultyStore(call, fault, staysAway);
      const renewal = await world.renew({ store: wrap(world.store) }).catch((error: unknown) => error);
      if (renewal instanceof Error) {
        expect(renewal).toBeInstanceOf(StoreError);
        outcomes.failed++;
      } else outcomes[(renewal as Renewal).isTidy ? "done" : "untidy"]++;
      // Tried again at once, or after a start.
      if (call % 2 === 0) await isWhole(world);
      expect(await world.renew()).toMatchObject({ isTidy: true });
      await isWhole(world);
      expect(new Set([...(await world.rows()).keys()].filter((id) => id !== bindingId).map(ringOf)).size).toBe(1);
    }
    expect(outcomes).toEqual({ failed: expect.any(Number), untidy: 2, done: 1 });
    expect(outcomes.failed).toBeGreaterThan(10);
  },
);
