import { expect, test } from "vitest";
import { minute } from "../../../src/lib/time.ts";
import { twoRooms } from "../../support/linked/linked-rooms.ts";

const members = 100;
/** Of each room; every tenth of its members. */
const sharers = 10;
const names = Array.from({ length: 10 }, (_, index) => `${index % 2 === 0 ? "telegram" : "matrix"}${index}`);
const admin = (room: string) => `${room}p0`;
const sharer = (room: string, number: number) => `${room}p${number * 10 + 1}`;
const placeOf = (room: string, number: number) =>
  `${50 + names.indexOf(room)}.00000, 10.${number.toString().padStart(2, "0")}000`;

/** Five rooms on each network, of a hundred people each, and each linked with each. */
async function tenRooms() {
  const linked = await twoRooms();
  const { world, in: inRoom } = linked;
  const people = (room: string) => Array.from({ length: members }, (_, number) => `${room}p${number}`);
  for (const room of names) await inRoom(room, async () => world.room(room, ...people(room)));
  for (const [index, one] of names.entries())
    for (const other of names.slice(index + 1)) {
      // So that nobody says more than the core takes.
      world.skip(minute);
      await linked.link([admin(one), one], [admin(other), other]);
    }
  for (const [index, room] of names.entries())
    for (let number = 0; number < sharers; number += 1)
      await linked.shares(sharer(room, number), room, [50 + index, 10 + number / 100]);
  return linked;
}

test("a circle of a thousand members in ten rooms shows everybody in each of them, until one room leaves it", async () => {
  const { says, world, in: inRoom, shown } = await tenRooms();
  const asks = (room: string, whom: string) => {
    world.skip(minute / 5);
    return says(admin(room), room, `/whereis ${whom}`.trimEnd());
  };
  /** in a message that took the place of the one before */
  const findsNot = async (room: string, whom: string) => {
    await asks(room, whom);
    expect(await shown(admin(room), room)).toMatch(new RegExp(`nobody called \\P{L}+${whom}`, "u"));
  };
  const asksAll = (room: string) => asks(room, "");
  for (const [index, room] of names.entries()) {
    // More are not listed, and found by name.
    expect(await asksAll(room)).toContain("I can show you 25 people now of those who share with this room.");
    for (const other of names) expect(await asks(room, sharer(other, index))).toContain(placeOf(other, index));
  }
  const [first = "", second = "", ...others] = names;

  const gone = sharer(second, 3);
  await inRoom(second, () => world.leaves(gone, second));
  for (const room of names) await findsNot(room, gone);

  await says(admin(first), first, "/link off");
  for (const room of [second, ...others]) {
    expect(await shown(room)).toContain(`is not linked with The ${first} any more`);
    expect(await shown(room)).not.toContain("50.00000, 10.");
    await findsNot(room, sharer(first, 4));
    expect(await asks(room, sharer(second, 4))).toContain(placeOf(second, 4));
  }
  expect(await shown(first)).not.toMatch(/5[1-9]\.00000, 10\./);
  await findsNot(first, sharer(second, 4));
  expect(await asksAll(first)).toContain(`${sharers} people share with this room now`);
}, 300_000);
