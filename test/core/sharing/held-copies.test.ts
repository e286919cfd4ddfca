import { describe, expect, test } from "vitest";
import { SealError } from "../../../src/core/model/errors.ts";
import { personId } from "../../../src/core/model/ids.ts";
import { recordKeys } from "../../../src/core/storage/records/record-keys.ts";
import { hour } from "../../../src/lib/time.ts";
import { createWorld, type World } from "../../support/world/world.ts";

const berlin = [52.52, 13.405] as const;
const key = recordKeys.held(personId("telegram", "ana"));

/** Whether a row that was copied opens with what the program still has. */
async function opens({ seal }: World, row: string): Promise<boolean> {
  const text = await seal.open(key, row).catch((error: unknown) => {
    if (error instanceof SealError) return undefined;
    throw error;
  });
  return text !== undefined;
}

/** Ana has sent a position in private that waits for her to say who may see it, and somebody has copied the store. */
async function copied() {
  const world = await createWorld();
  world.room("march", "ana", "ben");
  world.room("family", "ana", "cleo");
  await world.says("ana", "march", "/help");
  await world.says("ana", "family", "/help");
  const phone = await world.shares("ana", undefined, { at: berlin, live: hour });
  const row = (await world.store.get(world.seal.rowId(key))) ?? "";
  expect(await opens(world, row)).toBe(true);
  return { world, phone, row };
}

describe("no copy of a position that waited to be given to a room opens", () => {
  test("after /stop", async () => {
    const { world, row } = await copied();
    await world.says("ana", undefined, "/stop");
    expect(await opens(world, row)).toBe(false);
  });

  test("after /forget", async () => {
    const { world, row } = await copied();
    await world.says("ana", undefined, "/forget");
    expect(await opens(world, row)).toBe(false);
  });

  test("after the share was stopped in the app", async () => {
    const { world, phone, row } = await copied();
    await phone.stops();
    expect(await opens(world, row)).toBe(false);
  });

  test("once it was given to one", async () => {
    const { world, row } = await copied();
    await world.says("ana", undefined, "/choose 1");
    expect(await world.store.get(world.seal.rowId(key))).toBeUndefined();
    expect(await opens(world, row)).toBe(false);
  });
});
