import { describe, expect, test } from "vitest";
import { type PersonId } from "../../../src/core/model/ids.ts";
import { recordKeys } from "../../../src/core/storage/records/record-keys.ts";
import { day, hour, instant, minute } from "../../../src/lib/time.ts";
import { createWorld, type World } from "../../support/world/world.ts";

const nobody = "Nobody shares a position with this room now.";
const ask = async (world: World) => {
  await world.says("ben", "march", "/whereis");
  return world.last("march") ?? "";
};
const march = async () => {
  const world = await createWorld();
  world.room("march", "ana", "ben");
  return world;
};

describe("a live share ends by itself, and its position is destroyed at once", () => {
  test("at the time that the network states", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13], live: 20 * minute });
    await world.pass(20 * minute - 1000);
    expect(await ask(world)).toContain("52.00000");
    await world.pass(1000);
    expect(await ask(world)).toContain(nobody);
  });

  test("at /stop, and its answer is deleted with it", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    await ask(world);
    await world.says("ana", "march", "/stop");
    expect(world.shown("march").join("\n")).not.toContain("52.00000");
    expect(world.last("march")).toContain("Stopped.");
    expect(await ask(world)).toContain(nobody);
  });

  test("when the member leaves", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    await ask(world);
    await world.leaves("ana", "march");
    expect(world.shown("march")).toEqual([]);
    world.network.enter("march", "ana");
    expect(await ask(world)).toContain(nobody);
  });

  test("when its sharer stops it on the phone", async () => {
    const world = await march();
    const phone = await world.shares("ana", "march", { at: [52, 13], live: hour });
    await phone.stops();
    expect(await ask(world)).toContain(nobody);
  });

  test("at 24 h at the latest, if it says until turned off", async () => {
    const world = await march();
    const phone = await world.shares("ana", "march", { at: [52, 13], live: "forever" });
    for (let passed = 0; passed < 23; passed += 1) {
      await world.pass(hour);
      await phone.moves(52, 13);
    }
    expect(await ask(world)).toContain("52.00000");
    await world.pass(hour - minute);
    await phone.moves(52, 14);
    expect(await ask(world)).toContain("14.00000, accuracy unknown, just now. Kept for 1 minute.");
    await world.pass(minute);
    await phone.moves(52, 15);
    expect(await ask(world)).toContain(nobody);
    await world.pass(2 * day);
    await phone.moves(52, 15);
    expect(await ask(world)).toContain(nobody);
  });

  test("at 24 h at the latest, when a phone's clock is wrong and it says that the share begins in a year", async () => {
    const world = await march();
    const first = world.position("ana", "march", { at: [52, 13], live: "forever" });
    const phone = world.phone({ ...first, startedAt: instant(world.now() + 365 * day) });
    await world.tell(phone.first);
    for (let passed = 0; passed < 24; passed += 1) {
      await phone.moves(52, 13);
      await world.pass(hour);
    }
    await phone.moves(52, 13);
    expect(await ask(world)).toContain(nobody);
  });
});

test("its key goes with it, so that nothing opens a copy of its position", async () => {
  const world = await march();
  await world.shares("ana", "march", { at: [52, 13], live: 20 * minute });
  const rows = new Map<string, string>();
  for await (const [id, row] of world.store.entries()) rows.set(id, row);
  const key = recordKeys.position(await world.circleOf("march"), "telegram:ana" as PersonId);
  const row = rows.get(world.seal.rowId(key)) ?? "";
  expect(await world.seal.open(key, row)).toContain("52");
  await world.pass(20 * minute);
  expect(await world.seal.open(key, row).catch(() => undefined)).toBeUndefined();
});

test("after /stop the same live message never resumes, however long its phone goes on", async () => {
  const world = await march();
  const phone = await world.shares("ana", "march", { at: [52, 13], live: "forever" });
  await world.says("ana", "march", "/stop");
  for (let passed = 0; passed < 50; passed += 1) {
    await world.pass(hour);
    await phone.moves(52, 13);
  }
  await world.tell(phone.first);
  expect(await ask(world)).toContain(nobody);
});

test("after /stop a plain location that the network delivers again stays gone", async () => {
  const world = await march();
  const { first } = await world.shares("ana", "march", { at: [52, 13] });
  const stop = await world.says("ana", "march", "/stop");
  await world.tell(first);
  await world.tell(stop);
  expect(await ask(world)).toContain(nobody);
});

test("an older share that ends never destroys a position reported by a newer one", async () => {
  const world = await march();
  const older = await world.shares("ana", "march", { at: [52, 13], live: hour });
  await world.pass(minute);
  await world.shares("ana", "march", { at: [53, 14], live: hour });
  await older.stops();
  expect(await ask(world)).toContain("53.00000, 14.00000");
});

test("a plain location delivered late does not take the place of a newer one", async () => {
  const world = await march();
  const older = world.position("ana", "march", { at: [52, 13] });
  await world.pass(minute);
  await world.shares("ana", "march", { at: [53, 14] });
  await world.tell(older);
  expect(await ask(world)).toContain("53.00000, 14.00000");
});

test("a plain location whose place a newer one took ends with it, and so does the answer that shows it", async () => {
  const world = await march();
  await world.shares("ana", "march", { at: [52, 13] });
  await ask(world);
  await world.shares("ana", "march", { at: [53, 14] });
  await world.says("ana", "march", "/stop");
  expect(world.shown("march").join("\n")).not.toContain("52.00000");
});

test("when one of two live shares ends, the other stays listed without a made-up reason", async () => {
  const world = await march();
  await world.shares("ana", "march", { at: [52, 13], live: hour });
  await world.pass(minute);
  const newer = await world.shares("ana", "march", { at: [53, 14], live: hour });
  await newer.stops();
  const said = await ask(world);
  expect(said).toContain("Ana still shares");
  expect(said).not.toContain("older than");
});

test("a plain location that a live one has overtaken is not listed as a share that goes on", async () => {
  const world = await march();
  await world.shares("ana", "march", { at: [52, 13] });
  await world.pass(minute);
  const phone = await world.shares("ana", "march", { at: [53, 14], live: hour });
  await phone.stops();
  expect(await ask(world)).toContain(nobody);
});

test("a live share whose last position has expired stays listed, and says so", async () => {
  const world = await march();
  const phone = await world.shares("ana", "march", { at: [52, 13], live: 3 * hour });
  await world.pass(hour);
  expect(await ask(world)).toContain("Ana still shares");
  await phone.moves(53, 14);
  expect(await ask(world)).toContain("53.00000, 14.00000");
});
