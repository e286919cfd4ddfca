import { expect, test, vi } from "vitest";
import { StoreError } from "../../src/core/model/errors.ts";
import { bindingId } from "../../src/core/storage/keys/ring-binding.ts";
import { rowsOf } from "../core/storage/keys/ring-world.ts";
import {
  createRenewalWorld,
  openedBy,
  type RenewalWorld,
  shared,
  someKeys,
} from "../core/storage/renewal/renewal-world.ts";
import type { Server } from "../support/servers/server.ts";

/** A ring of its own in the server's store, which is emptied. */
async function shares(url: string): Promise<RenewalWorld> {
  const world = await createRenewalWorld({ url });
  await world.store.delete([...(await rowsOf(world.store)).keys()]);
  await shared(world);
  return world;
}

const isWhole = (world: RenewalWorld) =>
  world.during(async ({ ring, continuity }) => {
    expect(continuity.lostAt()).toBeUndefined();
    const rows = await world.rows();
    expect(openedBy(ring, someKeys, rows)).toHaveLength(someKeys.length);
    expect(new Set([...rows.keys()].filter((id) => id !== bindingId).map((id) => id.slice(0, 4))).size).toBe(1);
  });

const steps = [
  "renewal: new keys kept",
  "renewal: rows sealed anew",
  "renewal: store names the new ring",
  "renewal: old keys gone",
  "renewal: old rows deleted",
];

/** What becomes of the rows when the keys of their ring are renewed, in a store with a server of its own. */
export function describeRenewedStore(server: () => Server & { url: string }): void {
  test("has its rows sealed anew when the keys are renewed, and none from before is left", async () => {
    const world = await shares(server().url);
    const before = await world.rows();
    expect(await world.renew()).toEqual({ moved: someKeys.length, isTidy: true });
    expect([...(await world.rows()).keys()].filter((id) => before.has(id))).toEqual([bindingId]);
    await isWhole(world);
  });

  test.each(steps)(
    "loses nothing when the server is killed at '%s', and it is done when it is tried again",
    async (last) => {
      const world = await shares(server().url);
      const before = await world.rows();
      let killed: Promise<void> | undefined;
      const step = (name: string) => {
        if (name === last) killed = server().stop("SIGKILL");
      };
      await world.renew({ step }).catch((error: unknown) => expect(error).toBeInstanceOf(StoreError));
      expect(killed).toBeDefined();
      await killed;
      await server().start();
      await vi.waitFor(() => world.store.get(bindingId), { timeout: 20_000 });
      if (steps.indexOf(last) % 2 === 0) await isWhole(world);
      expect(await world.renew()).toEqual({ moved: someKeys.length, isTidy: true });
      expect([...(await world.rows()).keys()].filter((id) => before.has(id))).toEqual([bindingId]);
      await isWhole(world);
    },
  );
}
