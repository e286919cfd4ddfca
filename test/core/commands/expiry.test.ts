import { describe, expect, test } from "vitest";
import { personId, roomId } from "../../../src/core/model/ids.ts";
import { recordKeys } from "../../../src/core/storage/records/record-keys.ts";
import { day, hour, minute } from "../../../src/lib/time.ts";
import { createWorld, type World } from "../../support/world/world.ts";

const nobody = "Nobody shares a position";
const march = async () => {
  const world = await createWorld();
  world.room("march", "ana", "ben");
  return world;
};
const says = async (world: World, who: string, text: string) => {
  await world.says(who, "march", text);
  return world.last("march") ?? "";
};

test("/expiry shows it: 1 hour by default", async () => {
  expect(await says(await march(), "ben", "/expiry")).toContain("A position is kept for 1 hour after it was reported");
});

test("/expiry 2h sets it, and the room is told", async () => {
  const world = await march();
  expect(await says(world, "ana", "/expiry 2h")).toContain("The expiry of this room is now 2 hours");
  expect(await says(world, "ben", "/expiry")).toContain("2 hours");
});

test("only admins set it, as the network says now; the room's admins may be anonymous", async () => {
  const world = await march();
  expect(await says(world, "ben", "/expiry 5m")).toContain("Only an admin of this room can change the expiry.");
  expect(await says(world, "ben", "/expiry")).toContain("1 hour");
  world.network.makeAdmin("march", "ben");
  expect(await says(world, "ben", "/expiry 5m")).toContain("5 minutes");
  await world.anonymousAdminSays("march", "/expiry 6m");
  expect(world.last("march")).toContain("6 minutes");
});

test.each(["59", "0m", "8d", "7d1m", "99999999d", "-1h", "1e3h", "1h;drop", "forever", "1M"])(
  "%s changes nothing, and gets an example that works",
  async (text) => {
    const world = await march();
    const said = await says(world, "ana", `/expiry ${text}`);
    expect(said).toContain("Nothing was changed.");
    const example = /\/expiry \d+ ?\w+/.exec(said)?.[0] ?? "";
    expect(await says(world, "ana", "/expiry")).toContain("1 hour");
    expect(await says(world, "ana", example)).toContain("is now");
  },
);

describe("shortening applies at once to everything kept", () => {
  test("a position that is older than the new expiry is destroyed", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13], live: 3 * hour });
    await world.pass(20 * minute);
    expect(await says(world, "ana", "/expiry 15m")).toContain("Positions older than that were destroyed just now.");
    expect(await says(world, "ben", "/whereis")).toContain(
      "Ana still shares, but I have no position now. The last one was destroyed, as each is after 15 minutes at the latest.",
    );
  });

  test("a younger one is kept for the rest of it, and what comes later too", async () => {
    const world = await march();
    const phone = await world.shares("ana", "march", { at: [52, 13], live: 3 * hour });
    await world.pass(5 * minute);
    await says(world, "ana", "/expiry 15m");
    expect(await says(world, "ben", "/whereis")).toContain("Kept for 10 minutes.");
    await phone.moves(53, 13);
    expect(await says(world, "ben", "/whereis")).toContain("Kept for 15 minutes.");
  });

  test("a plain location that is older is over, and its answer is deleted", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13] });
    await says(world, "ben", "/whereis");
    await world.pass(20 * minute);
    await says(world, "ana", "/expiry 15m");
    expect(world.shown("march").join()).not.toContain("52.00000");
    expect(await says(world, "ben", "/whereis")).toContain(nobody);
  });

  test("also across a restart in the middle of it", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13] });
    await world.says("ana", "march", "/expiry 15m");
    await world.restart();
    await world.pass(15 * minute);
    expect(await says(world, "ben", "/whereis")).toContain(nobody);
  });
});

test("who was seen in the room is still known after the room's key was changed, and forgotten with the room", async () => {
  const world = await march();
  await says(world, "ben", "/precision 1km");
  await says(world, "ana", "/expiry 30m");
  await says(world, "ana", "/expiry 20m");
  expect(await says(world, "ben", "/precision")).toContain("1 kilometre");
  await world.tell({ kind: "bot-left", room: roomId("telegram", "march") });
  expect(
    await world.store.get(world.seal.rowId(recordKeys.acquaintances(personId("telegram", "ben")))),
  ).toBeUndefined();
  expect(world.logged.join()).not.toContain("refused");
});

describe("nobody can lengthen the life of what others already shared", () => {
  test("a position keeps its expiry, and so does its share", async () => {
    const world = await march();
    const phone = await world.shares("ana", "march", { at: [52, 13], live: 5 * hour });
    await world.pass(30 * minute);
    expect(await says(world, "ana", "/expiry 1 day")).toContain("keeps the shorter expiry that it began with");
    expect(await says(world, "ben", "/whereis")).toContain("Kept for 30 minutes.");
    await phone.moves(52, 14);
    expect(await says(world, "ben", "/whereis")).toContain("Kept for 1 hour.");
    await world.pass(hour);
    expect(await says(world, "ben", "/whereis")).toContain("as each is after 1 hour at the latest");
  });

  test("and what is said of a change is true of them too", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13], live: 5 * hour });
    await says(world, "ana", "/expiry 3h");
    expect(await says(world, "ana", "/expiry 3h")).toBe(
      "The expiry of this room is 3 hours already. Nothing was changed.",
    );
    const said = await says(world, "ana", "/expiry 2h");
    expect(said).toContain(
      "The expiry of this room is now 2 hours. Nothing that is shared already is kept longer than that.",
    );
    expect(await says(world, "ben", "/whereis")).toContain("Kept for 1 hour.");
  });

  test("shortened and lengthened again, it stays short", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13], live: 5 * hour });
    await says(world, "ana", "/expiry 10m");
    await says(world, "ana", "/expiry 7d");
    expect(await says(world, "ben", "/whereis")).toContain("Kept for 10 minutes.");
  });

  test("what is shared afterwards has the new one", async () => {
    const world = await march();
    await says(world, "ana", "/expiry 1 day");
    await world.shares("ana", "march", { at: [52, 13] });
    expect(await says(world, "ben", "/whereis")).toContain("Kept for 24 hours.");
    await world.pass(day);
    expect(await says(world, "ben", "/whereis")).toContain(nobody);
  });
});

test("the clock set back prolongs nothing, and set ahead it ends what would be over", async () => {
  const world = await march();
  await world.shares("ana", "march", { at: [52, 13], live: 3 * hour });
  await world.pass(30 * minute);
  world.setsClock(-2 * hour);
  await world.pass(29 * minute);
  expect(await says(world, "ben", "/whereis")).toContain("52.00000");
  await world.pass(minute);
  expect(await says(world, "ben", "/whereis")).not.toContain("52.00000");
  await world.shares("ben", "march", { at: [53, 13], live: 3 * hour });
  world.setsClock(25 * hour);
  expect(await says(world, "ana", "/whereis")).toContain(nobody);
});
