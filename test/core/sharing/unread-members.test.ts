import { expect, test } from "vitest";
import { hour, minute, second } from "../../../src/lib/time.ts";
import { createWorld } from "../../support/world/world.ts";

/** More people share than one sweep behind a start reads. */
const [rooms, inEach] = [11, 100];

async function crowd() {
  const world = await createWorld();
  for (let room = 0; room < rooms; room += 1) {
    const people = Array.from({ length: inEach }, (_, index) => `p${room}x${index}`);
    world.room(`room${room}`, ...people);
    for (const who of people) await world.shares(who, `room${room}`, { at: [52, 13], live: 8 * hour });
  }
  const count = async () => {
    let rows = 0;
    for await (const _ of world.store.entries()) rows += 1;
    return rows;
  };
  return { world, count, last: [`p${rooms - 1}x${inEach - 1}`, `room${rooms - 1}`] as const };
}

test("behind a start, what very many share is read little by little, and who is read last is treated as the others", async () => {
  const { world, count, last } = await crowd();
  const [who, room] = last;
  const shared = await count();
  await world.restart();
  await world.says("p0x1", "room0", "/whereis p0x0");
  expect(world.last("room0")).toContain("52.00000");
  await world.says(`p${rooms - 1}x0`, room, `/whereis ${who}`);
  expect(world.last(room)).toContain("52.00000");
  // Their positions expired while the program did not run.
  world.skip(hour);
  await world.restart();
  await world.pass(second);
  await world.pass(second);
  // What was asked and answered meanwhile left some rows.
  expect(shared - (await count())).toBeGreaterThan(0.98 * rooms * inEach);
  await world.pass(15 * minute);
  expect(world.shown(who)).toEqual(["No new position for 15 minutes. Standing still looks the same."]);
});

test("who stops before anything of theirs was read shares nothing any more", async () => {
  const { world, last } = await crowd();
  const [who, room] = last;
  await world.restart();
  await world.says(who, room, "/stop");
  for (const _ of ["before it would be read", "after it"]) {
    await world.says(`p${rooms - 1}x0`, room, `/whereis ${who}`);
    expect(world.last(room)).toContain("There is nobody called");
    await world.pass(5 * second);
  }
});
