import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { Sketch } from "../../../src/core/model/pictures.ts";
import { hour, minute, second } from "../../../src/lib/time.ts";
import { twoRooms } from "../../support/linked/linked-rooms.ts";

type Linked = Awaited<ReturnType<typeof twoRooms>>;

const place = "/meet 52.5200 13.4050 at 15:30";
const read = "The meeting point is 52.5200, 13.4050, at 15:30.";
const none = "This room has no meeting point";

/** Linked, with somebody who shares in each, and a meeting point that the admin of march set since. */
async function meetingInMarch(options: Parameters<typeof twoRooms>[0] = {}) {
  const linked = await twoRooms(options);
  await linked.link();
  await linked.shares("ben", "march", [52.1, 13]);
  await linked.shares("noor", "water", [52.2, 13]);
  await linked.says("ana", "march", place);
  return linked;
}

describe("a meeting point of a linked room", () => {
  test("is told there with the room in which it was set, and never by whom", async () => {
    const { shown, says } = await meetingInMarch();
    const told = await shown("water");
    expect(told).toContain("New meeting point: 52.5200, 13.4050, at 15:30. Kept for 1 hour.");
    expect(told).toContain("It was set in The march, which is linked with this room.");
    expect(told).not.toContain("Ana");
    const asked = await says("noor", "water", "/meet");
    expect(asked).toContain(`${read} Kept for`);
    expect(asked).toContain("It was set in The march, which is linked with this room.");
    expect(await says("ben", "march", "/meet")).not.toContain("It was set in");
  });

  test("stands in answers there, in the room and in private, with how far each person is from it", async () => {
    const { whereis, says, world, in: inRoom } = await meetingInMarch();
    for (const said of [await whereis("mia", "water"), await says("mia", "water", "/whereis noor")]) {
      expect(said).toContain(read);
      expect(said).toContain("of the meeting point");
    }
    await inRoom("water", () => world.says("noor", undefined, "/whereis"));
    expect(await inRoom("water", async () => world.last("noor"))).toContain(read);
  });

  test("stands on the other room's board, and goes from it at once when it is taken back", async () => {
    const { says, world, shown } = await meetingInMarch({ boardHolds: 40 });
    await says("mia", "water", "/setup board on");
    await world.pass(minute);
    expect(await shown("water")).toContain(read);
    await says("ana", "march", "/meet off");
    await world.pass(2 * second);
    expect(await shown("water")).not.toContain("52.5200");
    expect(await shown("water")).toContain("52.20000");
  });

  test("is in the picture of an answer there, once", async () => {
    const drawn: Sketch[] = [];
    const pictures = { draw: async (sketch: Sketch) => (drawn.push(sketch), new Uint8Array([1])) };
    const { says, world, in: inRoom } = await meetingInMarch({ pictures: pictures as never });
    await says("mia", "water", "/map");
    expect(drawn.at(-1)?.meetings).toEqual([{ latitude: 52.52, longitude: 13.405 }]);
    await inRoom("water", async () => {
      world.room("well", "mia", "noor");
      await world.says("noor", "well", "/help");
    });
    await says("noor", "water", "/help");
    await inRoom("water", () => world.says("noor", undefined, "/map"));
    expect(drawn.at(-1)?.meetings).toEqual([{ latitude: 52.52, longitude: 13.405 }]);
  });

  test("gives its place to a new one of either room, and never comes back", async () => {
    const { says, world, whereis } = await meetingInMarch();
    world.skip(second);
    await says("mia", "water", "/meet 53.0000 14.0000");
    for (const [who, room] of [
      ["ana", "march"],
      ["mia", "water"],
    ] as const) {
      const said = await whereis(who, room);
      expect(said).toContain("The meeting point is 53.0000, 14.0000.");
      expect(said).not.toContain("52.5200");
    }
    await says("mia", "water", "/meet off");
    expect(await says("ben", "march", "/meet")).toContain(none);
    expect(await says("noor", "water", "/meet")).toContain(none);
    await says("mia", "water", "/link off");
    expect(await says("ben", "march", "/meet")).toContain(none);
  });

  test("is taken back by an admin of either room, of which both are told, and by nobody else", async () => {
    for (const [who, room] of [
      ["ana", "march"],
      ["mia", "water"],
    ] as const) {
      const { says, shown, whereis } = await meetingInMarch();
      await whereis("ana", "march");
      await whereis("mia", "water");
      expect(await says("noor", "water", "/meet off")).toContain("Only an admin of this room");
      expect(await says("ben", "march", "/meet")).toContain(read);
      await says(who, room, "/meet off");
      for (const each of ["march", "water"]) {
        expect(await shown(each)).not.toContain("52.5200");
        expect(await shown(each)).toContain(`${none} any more`);
        expect(await says(each === "march" ? "ben" : "noor", each, "/meet")).toContain(none);
      }
    }
  });

  test("that was set before the link is read in its own room alone, and ends when one is set for both", async () => {
    const { says, link, world, whereis } = await twoRooms();
    await says("ana", "march", place);
    await link();
    expect(await says("noor", "water", "/meet")).toContain(none);
    expect(await whereis("mia", "water")).not.toContain("52.5200");
    expect(await says("mia", "water", "/meet off")).toContain(none);
    expect(await says("ben", "march", "/meet")).toContain(read);
    await says("mia", "water", "/meet 53.0000 14.0000");
    await says("mia", "water", "/meet off");
    expect(await says("ben", "march", "/meet")).toContain(none);
    world.skip(second);
    await says("ana", "march", place);
    expect(await says("noor", "water", "/meet")).toContain(read);
  });
});

const ends: Record<string, (linked: Linked) => Promise<unknown>> = {
  "/link off in one": ({ says }) => says("ana", "march", "/link off"),
  "/link off in the other": ({ says }) => says("mia", "water", "/link off"),
  "/meet off": ({ says }) => says("ana", "march", "/meet off"),
  "its room is wiped": async ({ says }) => {
    await says("ana", "march", "/wipe");
    await says("ana", "march", "/wipe yes");
  },
  "the bot is removed from its room": ({ world }) =>
    world.tell({ kind: "bot-left", room: "telegram:march" as never, name: "The march" }),
  "the expiry": ({ world }) => world.pass(hour),
  "a shorter expiry, in the other room": async ({ world, says }) => {
    await world.pass(10 * minute);
    await says("mia", "water", "/expiry 5m");
  },
};

describe("what showed it in the other room goes, and it is read there no more, with", () => {
  test.each(Object.entries(ends))("%s", async (_, end) => {
    for (const isAnybodyShown of [true, false]) {
      const linked = await twoRooms({ boardHolds: 40 });
      const { world, link, says, shares, shown, whereis, in: inRoom } = linked;
      await link();
      if (isAnybodyShown) await shares("noor", "water", [52.2, 13]);
      await says("ana", "march", place);
      await whereis("mia", "water");
      await says("noor", "water", "/meet");
      await inRoom("water", () => world.says("noor", undefined, "/whereis"));
      expect(await shown("water")).toContain(read);
      expect(await shown("noor", "water")).toContain(read);
      await end(linked);
      await world.pass(2 * second);
      expect(await shown("water")).not.toContain("52.5200");
      expect(await shown("noor", "water")).not.toContain("52.5200");
      expect(await says("noor", "water", "/meet")).toContain(none);
      expect(await whereis("mia", "water")).not.toContain("52.5200");
    }
  });

  test("/forget of the admin whose own position it was", async () => {
    const { says, shares, link, shown, world, whereis } = await twoRooms();
    await link();
    await shares("ana", "march", [52.52, 13.405]);
    await says("ana", "march", "/meet here");
    await whereis("mia", "water");
    await says("ana", "march", "/stop");
    expect(await says("noor", "water", "/meet")).toContain("52.52000");
    await world.says("ana", undefined, "/forget");
    expect(await shown("water")).not.toContain("52.52000");
    expect(await says("noor", "water", "/meet")).toContain(none);
  });

  test("a loss of data", async () => {
    const { world, says, shown, whereis } = await meetingInMarch();
    await whereis("mia", "water");
    world.skip(second);
    await world.lose("older store");
    await world.pass(2 * second);
    expect(await shown("water")).not.toContain("52.5200");
    expect(await says("noor", "water", "/meet")).toContain(none);
  });
});

test.each([
  ["ana", "march", "/meet off"],
  ["mia", "water", "/link off"],
])("an answer that is on its way while %s says, in %s, %s goes as soon as it stands", async (who, room, text) => {
  for (const isAnybodyShown of [true, false]) {
    const { world, says, link, shares, shown, in: inRoom } = await twoRooms();
    await link();
    if (isAnybodyShown) await shares("noor", "water", [52.2, 13]);
    await says("ana", "march", place);
    await says("noor", "water", "/help");
    const gate = world.beside?.hold();
    await inRoom("water", () => world.receive(world.command("noor", undefined, "/whereis")));
    while (world.beside?.held() === 0) await nextTurn();
    await inRoom(room, () => world.receive(world.command(who, room, text)));
    while (!world.said("march").some((said) => said.includes("any more"))) await nextTurn();
    gate?.();
    await world.idle();
    await world.pass(2 * second);
    expect(
      world.beside?.posts.some(
        ({ chat, message }) => chat === "noor" && JSON.stringify(message.lines).includes("meeting-is"),
      ),
    ).toBe(true);
    expect(await shown("noor", "water")).not.toContain("52.5200");
  }
});

test("of three rooms of which one is linked with both others, it is read only where a link is, and the newest of several", async () => {
  const { world, says, link, shown, in: inRoom, whereis } = await twoRooms();
  await inRoom("well", async () => world.room("well", "eve", "fay"));
  await link();
  await link(["mia", "water"], ["eve", "well"]);
  await says("ana", "march", place);
  expect(await says("noor", "water", "/meet")).toContain(read);
  expect(await says("fay", "well", "/meet")).toContain(none);
  expect(await whereis("eve", "well")).not.toContain("52.5200");
  world.skip(second);
  await says("eve", "well", "/meet 53.0000 14.0000");
  expect(await says("ben", "march", "/meet")).toContain(read);
  expect(await says("noor", "water", "/meet")).toContain("53.0000, 14.0000");
  await says("mia", "water", "/meet off");
  for (const [who, room] of [
    ["ben", "march"],
    ["noor", "water"],
    ["fay", "well"],
  ] as const) {
    expect(await says(who, room, "/meet")).toContain(none);
    expect(await shown(room)).toContain(`${none} any more`);
  }
});

test("lasts over a restart, and when its room gets another id", async () => {
  const { world, says } = await meetingInMarch();
  await world.restart();
  expect(await says("noor", "water", "/meet")).toContain(read);
  world.network.move("march", "super");
  await world.tell({ kind: "room-moved", from: "telegram:march" as never, to: "telegram:super" as never });
  expect(await says("noor", "water", "/meet")).toContain(read);
});
