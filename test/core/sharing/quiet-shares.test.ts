import { expect, test } from "vitest";
import { quietAfter, quietWordKept } from "../../../src/core/model/limits.ts";
import { hour, minute, second } from "../../../src/lib/time.ts";
import { createWorld } from "../../support/world/world.ts";

const berlin = [52.52, 13.405] as const;
const word = "No new position for 15 minutes. Standing still looks the same.";

/** Ana shares live with the march, and her phone falls silent. */
async function silentPhone(live = true) {
  const world = await createWorld();
  world.room("march", "ana", "ben");
  const phone = await world.shares("ana", "march", live ? { at: berlin, live: 8 * hour } : { at: berlin });
  return { world, phone };
}

test("after 15 minutes without a new position its sharer is told in private, once, and the room is not", async () => {
  const { world } = await silentPhone();
  await world.pass(quietAfter - second);
  expect(world.shown("ana")).toEqual([]);
  await world.pass(second);
  expect(world.shown("ana")).toEqual([word]);
  await world.pass(hour);
  expect(world.shown("ana")).toEqual([word]);
  expect(world.shown("march")).toEqual([]);
});

test("a new position begins the time anew, and one that was known does not", async () => {
  const { world, phone } = await silentPhone();
  await world.pass(10 * minute);
  const update = phone.update(52.53, 13.405);
  await world.tell(update);
  await world.pass(10 * minute);
  await world.tell(update);
  expect(world.shown("ana")).toEqual([]);
  await world.pass(5 * minute);
  expect(world.shown("ana")).toEqual([word]);
});

test("it is one word a share, however often its phone falls silent, also when the program began again", async () => {
  const { world, phone } = await silentPhone();
  await world.pass(quietAfter);
  await phone.moves(52.53, 13.405);
  await world.restart();
  await world.pass(hour);
  expect(world.shown("ana")).toEqual([word]);
  await world.shares("ana", "march", { at: berlin, live: hour });
  await world.pass(quietAfter);
  expect(world.shown("ana")).toEqual([word, word]);
});

test("the time in which the program was off is not counted, for nothing was heard in it", async () => {
  const { world } = await silentPhone();
  await world.pass(10 * minute);
  world.skip(10 * minute);
  await world.restart();
  await world.pass(quietAfter - second);
  expect(world.shown("ana")).toEqual([]);
  await world.pass(second);
  expect(world.shown("ana")).toEqual([word]);
});

test("nobody is told of a share that is over, nor of a position that was sent once", async () => {
  const { world } = await silentPhone();
  await world.pass(14 * minute);
  await world.says("ana", "march", "/stop");
  const before = world.shown("ana");
  await world.pass(hour);
  expect(world.shown("ana")).toEqual(before);
  const once = await silentPhone(false);
  await once.world.pass(hour);
  expect(once.world.shown("ana")).toEqual([]);
});

test("of two phones the one that is silent is told of", async () => {
  const { world } = await silentPhone();
  const other = await world.shares("ana", "march", { at: berlin, live: hour });
  for (let time = 0; time < 15; time += 1) {
    await world.pass(minute);
    await other.moves(52.5 + time / 1000, 13.4);
  }
  expect(world.shown("ana")).toEqual([word]);
});

test("who cannot be reached is told nothing, also not later, and goes on to share", async () => {
  const { world } = await silentPhone();
  world.network.isPrivateOpen("ana", false);
  await world.pass(quietAfter + quietWordKept);
  world.network.isPrivateOpen("ana", true);
  await world.pass(10 * minute);
  expect(world.shown("ana")).toEqual([]);
  await world.says("ben", "march", "/whereis");
  expect(world.last("march")).toContain("Ana was last seen at 52.52000, 13.40500");
});

test("a word that the network did not take in time is left out", async () => {
  const { world } = await silentPhone();
  await world.pass(quietAfter - second);
  for (let time = 0; time < 400; time += 1) world.network.fail("send", { kind: "later", after: second });
  await world.pass(quietWordKept + minute);
  expect(world.shown("ana")).toEqual([]);
});
