import { describe, expect, test } from "vitest";
import { roomId } from "../../../../src/core/model/ids.ts";
import { meetingOf } from "../../../../src/core/storage/records/meeting-key.ts";
import { recordKeys } from "../../../../src/core/storage/records/record-keys.ts";
import { day, hour, minute } from "../../../../src/lib/time.ts";
import { createWorld, type World } from "../../../support/world/world.ts";

const none = "This room has no meeting point.";

async function march() {
  const world = await createWorld();
  world.room("march", "ana", "ben", "cleo");
  return world;
}
const says = async (world: World, who: string, text: string, room = "march") => {
  await world.says(who, room, text);
  return world.last(room) ?? "";
};
const shownIn = (world: World, room = "march") => world.shown(room).join("\n");

describe("/meet", () => {
  test("alone says that there is none, and how to set one", async () => {
    const world = await march();
    expect(await says(world, "ben", "/meet")).toBe(
      `${none}\nAdmins of this room can set one: /meet here, /meet 52.5200 13.4050 at 15:30. To take it back: /meet off.`,
    );
  });

  test("with numbers is announced to the room in one sentence, with its time and for how long it is kept", async () => {
    const world = await march();
    expect(await says(world, "ana", "/meet 52.5200 13.4050 at 15:30")).toBe(
      "New meeting point: 52.5200, 13.4050, at 15:30. Kept for 1 hour.",
    );
    await world.pass(20 * minute);
    expect(await says(world, "ben", "/meet")).toContain(
      "The meeting point is 52.5200, 13.4050, at 15:30. Kept for 40 minutes.",
    );
  });

  test("is set and taken back by admins only", async () => {
    const world = await march();
    await says(world, "ana", "/meet 52.52 13.405");
    for (const words of ["/meet 53 14", "/meet here", "/meet off", "/meet x"])
      expect(await says(world, "ben", words)).toContain("Only an admin of this room can set where people meet.");
    expect(await says(world, "ben", "/meet")).toContain("52.52, 13.405");
    await world.anonymousAdminSays("march", "/meet 53.1 14.2");
    expect(await says(world, "ben", "/meet")).toContain("53.1, 14.2");
  });

  test("here takes the admin's own position, as the room may see it", async () => {
    const world = await march();
    expect(await says(world, "ana", "/meet here")).toContain("I do not know where you are now.");
    await world.shares("ana", "march", { at: [52.52, 13.405], live: hour });
    expect(await says(world, "ana", "/meet here")).toContain("New meeting point: 52.52000, 13.40500.");
  });

  test("here takes no square for a place, and no position that is too old", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52.52, 13.405], live: hour });
    await says(world, "ana", "/precision 1km");
    expect(await says(world, "ana", "/meet here")).toContain("only in a square of 1 kilometre");
    await says(world, "ana", "/precision exact");
    await world.pass(6 * minute);
    expect(await says(world, "ana", "/meet here")).toContain("I do not know where you are now.");
    expect(await says(world, "ben", "/meet")).toContain(none);
  });

  test("here does not know where admins are who speak as the room", async () => {
    const world = await march();
    await world.anonymousAdminSays("march", "/meet here");
    expect(world.last("march")).toContain("You speak as the room itself");
  });

  test("changes nothing by what it cannot read, and says what that was", async () => {
    const world = await march();
    await says(world, "ana", "/meet 52.52 13.405 at 15:30");
    expect(await says(world, "ana", "/meet nowhere")).toContain("I could not read “nowhere” as a place.");
    expect(await says(world, "ana", "/meet here at 25:00")).toContain("I did not understand “25:00” as a time of day.");
    expect(await says(world, "ana", "/meet 0 0")).toContain("I could not read “0 0” as a place.");
    expect(await says(world, "ana", "/meet 52,13")).toContain("“52,13” can mean two places.");
    expect(await says(world, "ben", "/meet")).toContain("52.52, 13.405, at 15:30");
  });

  test("off destroys it, and deletes what showed it", async () => {
    const world = await march();
    await world.shares("ben", "march", { at: [52.53, 13.405], live: hour });
    await says(world, "ana", "/meet 52.5200 13.4050");
    await says(world, "cleo", "/whereis");
    await says(world, "cleo", "/meet");
    await world.says("cleo", undefined, "/whereis");
    const { row, key } = await stored(world);
    expect(await says(world, "ana", "/meet off")).toBe(
      "This room has no meeting point any more. Answers that showed it are deleted.",
    );
    await world.tick();
    expect(shownIn(world)).not.toContain("52.5200,");
    expect(world.shown("cleo").join()).not.toContain("52.5200,");
    expect(await says(world, "ben", "/meet")).toContain(none);
    expect(await says(world, "ana", "/meet off")).toBe(none);
    expect(await world.seal.open(key, row)).toBeUndefined();
  });
});

/** The row in which the room's meeting point is kept. */
async function stored(world: World) {
  const circle = await world.circleOf("march");
  const key = recordKeys.meetingPoint(circle);
  expect(key.member).toBe(meetingOf(circle));
  const row = (await world.store.get(world.seal.rowId(key))) ?? "";
  expect(await world.seal.open(key, row)).toContain("52.52");
  return { key, row };
}

describe("an answer to /whereis", () => {
  test("says how far each person is from the meeting point, and where that is", async () => {
    const world = await march();
    await says(world, "ana", "/meet 52.52000 13.40500 at 15:30");
    await world.shares("ben", "march", { at: [52.5227, 13.405], live: hour });
    await world.shares("cleo", "march", { at: [52.52, 13.40501], live: hour });
    const said = await says(world, "ana", "/whereis");
    expect(said).toContain("That is 300 metres north of the meeting point.");
    expect(said).toContain("That is less than 11 metres from the meeting point.");
    expect(said).toContain("The meeting point is 52.52000, 13.40500, at 15:30. Kept for 1 hour.");
    expect(await says(world, "ana", "/whereis ben")).toContain("300 metres north of the meeting point");
    expect(await says(world, "cleo", "/whereis nearest")).toContain("300 metres north of the meeting point");
    await world.says("ana", undefined, "/whereis");
    expect(world.last("ana")).toContain("300 metres north of the meeting point");
  });

  test("says it where nobody shares", async () => {
    const world = await march();
    await says(world, "ana", "/meet 52.5200 13.4050");
    expect(await says(world, "ben", "/whereis")).toContain("The meeting point is 52.5200, 13.4050. Kept for 1 hour.");
  });

  test("tells the distance of the square of who chose one, wherever in it they are", async () => {
    const said = new Set<string>();
    for (const north of [52.5301, 52.5309, 52.532]) {
      const world = await march();
      await says(world, "ana", "/meet 52.52000 13.40500");
      await says(world, "ben", "/precision 1km");
      await world.shares("ben", "march", { at: [north, 13.411], live: hour });
      const answer = await says(world, "ana", "/whereis ben");
      said.add(/That is .* meeting point\./.exec(answer)?.[0] ?? "");
    }
    expect(said.size).toBe(1);
    expect([...said].join()).toContain("meeting point.");
  });

  test("goes when the meeting point is over, though its people share on", async () => {
    const world = await march();
    await says(world, "ana", "/meet 52.5200 13.4050");
    await world.pass(30 * minute);
    await world.shares("ben", "march", { at: [53, 14], live: 5 * hour });
    expect(await says(world, "ana", "/whereis")).toContain("52.5200");
    await world.pass(30 * minute);
    expect(shownIn(world)).not.toContain("52.5200");
  });
});

describe("a meeting point ends", () => {
  test("with the expiry, and its announcement with it", async () => {
    const world = await march();
    await says(world, "ana", "/meet 52.5200 13.4050");
    await world.pass(59 * minute);
    expect(shownIn(world)).toContain("52.5200");
    await world.pass(minute);
    expect(shownIn(world)).not.toContain("52.5200");
    expect(await says(world, "ben", "/meet")).toContain(none);
  });

  test("after a day, however long the expiry", async () => {
    const world = await march();
    await says(world, "ana", "/expiry 7d");
    expect(await says(world, "ana", "/meet 52.5200 13.4050")).toContain("Kept for 24 hours.");
    await world.pass(day);
    expect(await says(world, "ben", "/meet")).toContain(none);
  });

  test("sooner when the expiry is shortened, and no later when it is lengthened", async () => {
    const world = await march();
    await says(world, "ana", "/meet 52.5200 13.4050");
    await says(world, "ana", "/expiry 3h");
    expect(await says(world, "ben", "/meet")).toContain("Kept for 1 hour.");
    await world.pass(10 * minute);
    await says(world, "ana", "/expiry 30m");
    expect(await says(world, "ben", "/meet")).toContain("Kept for 20 minutes.");
    await says(world, "ana", "/expiry 5m");
    expect(await says(world, "ben", "/meet")).toContain(none);
    await says(world, "ana", "/expiry 3h");
    expect(await says(world, "ben", "/meet")).toContain(none);
  });

  test("when the room is wiped, and in no copy it opens", async () => {
    const world = await march();
    await says(world, "ana", "/meet 52.5200 13.4050");
    const { key, row } = await stored(world);
    await says(world, "ana", "/wipe");
    await says(world, "ana", "/wipe yes");
    await world.tick();
    expect(await says(world, "ben", "/meet")).toContain(none);
    expect(shownIn(world)).not.toContain("52.5200,");
    expect(await world.seal.open(key, row)).toBeUndefined();
  });

  test("when the bot leaves the room", async () => {
    const world = await march();
    await says(world, "ana", "/meet 52.5200 13.4050");
    const { key, row } = await stored(world);
    await world.tell({ kind: "bot-left", room: roomId("telegram", "march") });
    expect(await world.seal.open(key, row)).toBeUndefined();
  });

  test("when the admin whose position it was has everything of theirs forgotten, and only then", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52.52, 13.405], live: hour });
    await says(world, "ana", "/meet here");
    await says(world, "ben", "/forget");
    await says(world, "ana", "/stop");
    expect(await says(world, "ben", "/meet")).toContain("52.52000");
    await says(world, "ana", "/forget");
    await world.tick();
    expect(await says(world, "ben", "/meet")).toContain(none);
    expect(shownIn(world)).not.toContain("52.52000");
  });
});

test("a group that becomes a supergroup takes it along, and so does a restart", async () => {
  const world = await march();
  await says(world, "ana", "/meet 52.5200 13.4050 at 15:30");
  await world.restart();
  world.network.move("march", "super");
  await world.tell({ kind: "room-moved", from: roomId("telegram", "march"), to: roomId("telegram", "super") });
  expect(await says(world, "ben", "/meet", "super")).toContain("52.5200, 13.4050, at 15:30");
});

test("of two, the later one goes along when somebody spoke in the new room before", async () => {
  const world = await march();
  world.room("super", "ana", "ben");
  await says(world, "ana", "/meet 51.0000 13.0000", "super");
  await world.pass(minute);
  await says(world, "ana", "/meet 52.5200 13.4050");
  await world.tell({ kind: "room-moved", from: roomId("telegram", "march"), to: roomId("telegram", "super") });
  expect(await says(world, "ben", "/meet", "super")).toContain("52.5200");
});
