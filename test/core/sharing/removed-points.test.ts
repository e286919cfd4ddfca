import { expect, test } from "vitest";
import { type PersonId, personId } from "../../../src/core/model/ids.ts";
import { recordKeys } from "../../../src/core/storage/records/record-keys.ts";
import { hour, minute } from "../../../src/lib/time.ts";
import { createWorld } from "../../support/world/world.ts";

const ana = personId("telegram", "ana");

/** @param waits it is shared in private, by somebody in two rooms */
async function start(waits = false) {
  const world = await createWorld();
  for (const room of ["march", "family"]) {
    world.room(room, "ana", "ben");
    if (waits) await world.says("ana", room, "/help");
  }
  const phone = await world.shares("ana", waits ? undefined : "march", { at: [52.5, 13.4], live: 3 * hour });
  let order = 0;
  const moves = async (latitude: number) => {
    await world.pass(minute);
    const update = phone.update(latitude, 13.4);
    await world.tell({ ...update, position: { ...update.position, order: ++order } });
    return order;
  };
  const asks = async () => {
    await world.says("ben", "march", "/whereis");
    return world.last("march") ?? "";
  };
  const remove = (which: number, person: PersonId = ana) =>
    world.tell({ kind: "position-removed", person, order: which });
  return { world, phone, moves, asks, remove };
}

test("whose latest point is removed is shown no more where they are, still shares, and is shown again with the next point", async () => {
  const { world, moves, asks, remove } = await start();
  const latest = await moves(52.51);
  expect(await asks()).toContain("52.51");
  const answer = world.shown("march").length;
  await remove(latest);
  expect(world.shown("march")).toHaveLength(answer - 1);
  expect(await asks()).not.toContain("52.5");
  expect(await asks()).toContain("still shares");
  await moves(52.52);
  expect(await asks()).toContain("52.52");
});

test("a removed point that is the latest no more, or another person's, takes nothing away", async () => {
  const { moves, asks, remove } = await start();
  const older = await moves(52.51);
  const latest = await moves(52.52);
  await remove(older);
  await remove(latest, personId("telegram", "ben"));
  expect(await asks()).toContain("52.52");
});

test("no copy of it opens", async () => {
  const { world, moves, remove } = await start();
  const latest = await moves(52.51);
  const key = recordKeys.position(await world.circleOf("march"), ana);
  const rows = new Map<string, string>();
  for await (const [id, row] of world.store.entries()) rows.set(id, row);
  const row = rows.get(world.seal.rowId(key)) ?? "";
  expect(await world.seal.open(key, row)).toContain("52.51");
  await remove(latest);
  expect(await world.seal.open(key, row).catch(() => undefined)).toBeUndefined();
});

test("a point that waits for its sharer's choice goes as well, and the next one waits in its place", async () => {
  const { world, moves, asks, remove } = await start(true);
  const which = () => world.says("ana", undefined, "/choose 1");
  const latest = await moves(52.51);
  await remove(latest);
  await which();
  expect(world.last("ana")).toContain("There is no position waiting");
  expect(await asks()).toContain("Nobody shares");
  await moves(52.52);
  expect(world.shown("ana")[0]).toContain("Who may see where you are?");
  await which();
  expect(await asks()).toContain("52.52");
});
