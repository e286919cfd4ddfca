import { expect, test } from "vitest";
import { hour, minute } from "../../../../src/lib/time.ts";
import { createWorld } from "../../../support/world/world.ts";

const later = { kind: "later", after: 1000 } as const;

/** Ana shares; Ben's question is answered, but whether the network has taken the answer is not known. */
async function cutOff(isTaken = true) {
  const world = await createWorld({ knowsRepeats: true });
  world.room("march", "ana", "ben");
  const phone = await world.shares("ana", "march", { at: [52, 13], live: 3 * hour });
  world.network.fail("send", later, isTaken);
  await world.says("ben", "march", "/whereis");
  return { world, phone };
}

test("an answer that was cut off when the network had it already is deleted when a share in it ends before it is known", async () => {
  const { world, phone } = await cutOff();
  expect(world.last("march")).toContain("52.00000");
  await phone.stops();
  await world.pass(2000);
  expect(world.shown("march")).toEqual([]);
});

test("so it is when the share ends while the program is away, also for so long that the question is no longer answered", async () => {
  for (const away of [2000, 10 * minute]) {
    const { world, phone } = await cutOff();
    await world.stop();
    world.skip(away);
    await world.restart();
    await phone.stops();
    await world.pass(2000);
    expect(world.shown("march")).toEqual([]);
  }
});

test("an answer that was cut off stays as it is while its shares go on, and is deleted with them", async () => {
  const { world, phone } = await cutOff();
  await world.restart();
  await world.pass(2000);
  expect(world.network.posts).toHaveLength(1);
  await world.pass(minute);
  expect(world.last("march")).toContain("52.00000");
  await phone.stops();
  expect(world.shown("march")).toEqual([]);
});

test("an answer that was cut off before the network had it is given anew, as things are then", async () => {
  const { world, phone } = await cutOff(false);
  await phone.stops();
  await world.pass(2000);
  expect(world.shown("march")).toEqual([expect.stringContaining("Nobody shares")]);
});

test("an answer whose edit was cut off when the network had it already is deleted with what that shows, however old the question is", async () => {
  const world = await createWorld({ knowsRepeats: true });
  world.room("march", "ana", "ben", "cleo");
  await world.shares("ana", "march", { at: [52, 13], live: 3 * hour });
  await world.says("ben", "march", "/whereis");
  const phone = await world.shares("cleo", "march", { at: [53, 14], live: 3 * hour });
  world.network.fail("edit", later, true);
  await world.says("ben", "march", "/whereis");
  expect(world.last("march")).toContain("53.00000");
  await world.stop();
  world.skip(10 * minute);
  await world.restart();
  expect(world.last("march")).toContain("53.00000");
  await phone.stops();
  expect(world.shown("march")).toEqual([]);
});
