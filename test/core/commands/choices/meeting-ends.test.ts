import { describe, expect, test } from "vitest";
import { roomId } from "../../../../src/core/model/ids.ts";
import { day, hour, minute } from "../../../../src/lib/time.ts";
import { march as marchOnDisk, storeFiles } from "../../../support/stores/losses.ts";
import { march, none, says, shownIn, stored } from "./meeting.ts";

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

  test("when the room is replaced by another: it is not known who is there", async () => {
    const world = await march();
    world.room("march2", "ana", "ben");
    await says(world, "ana", "/meet 52.5200 13.4050");
    const [from, to] = [roomId("telegram", "march"), roomId("telegram", "march2")];
    await world.tell({ kind: "room-replaced", from, to });
    expect(shownIn(world)).not.toContain("52.5200,");
    expect(await says(world, "ben", "/meet", "march2")).toContain(none);
  });

  test("when data was lost, for nobody knows whether it was taken back since", async () => {
    const { world, copyOf } = await marchOnDisk();
    expect(await says(world, "ben", "/meet 52.5200 13.4050")).toContain("52.5200,");
    const putBack = copyOf(storeFiles);
    await says(world, "ben", "/expiry 2h");
    await world.restartAfter(putBack);
    await world.tick();
    await says(world, "ben", "/meet");
    const said = world.last("ben") ?? world.last("march");
    expect(said).toContain(none);
    expect(shownIn(world)).not.toContain("52.5200,");
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

test("what was to be told of a meeting point is not told any more once it is taken back, however late the network is there again", async () => {
  const world = await march();
  world.network.fail("send", { kind: "later", after: minute });
  await world.says("ana", "march", "/meet 52.5200 13.4050");
  await world.says("ana", "march", "/meet off");
  await world.pass(5 * minute);
  expect(shownIn(world)).not.toContain("52.52");
  expect(shownIn(world)).toContain("no meeting point any more");
});
