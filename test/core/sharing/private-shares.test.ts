import { describe, expect, test } from "vitest";
import { plainWords } from "../../../src/bots/render.ts";
import { hour, minute } from "../../../src/lib/time.ts";
import { seen } from "../../support/world/words.ts";
import { createWorld, type World } from "../../support/world/world.ts";

const berlin = [52.52, 13.405] as const;
const nobody = "Nobody shares a position";
const seenBy = async (world: World, who: string, room: string) => {
  await world.says(who, room, "/whereis");
  return world.last(room) ?? "";
};
const choicesIn = (world: World, who: string) =>
  world.network.posts.filter((post) => post.chat === who).at(-1)?.message.choices ?? [];
const choose = (world: World, who: string, label: string, from = choicesIn(world, who)) =>
  world.says(who, undefined, `/${from.find((choice) => seen(plainWords([choice.label])) === label)?.command}`);

/** Ana is in two rooms, and has named neither. */
async function twoRooms() {
  const world = await createWorld();
  world.room("march", "ana", "ben");
  world.room("family", "ana", "cleo");
  await world.says("ana", "march", "/help");
  await world.says("ana", "family", "/help");
  return world;
}

/** Ana goes by the button under /share from the room to the private chat. */
async function byLink(world: World, who: string, room: string) {
  await world.says(who, room, "/share");
  const payload = world.network.posts.at(-1)?.message.privateChat?.payload;
  await world.says(who, undefined, `/start ${payload}`);
}

describe("in private, with no circle", () => {
  test("nothing is stored, and the reply says how to begin, once", async () => {
    const world = await createWorld();
    const phone = await world.shares("ana", undefined, { at: berlin, live: hour });
    await phone.moves(52, 13);
    expect(world.shown("ana")).toHaveLength(1);
    expect(world.last("ana")).toContain("it was not kept");
    world.room("march", "ana", "ben");
    expect(await seenBy(world, "ben", "march")).toContain(nobody);
    await byLink(world, "ana", "march");
    expect(await seenBy(world, "ben", "march")).toContain(nobody);
  });
});

describe("in private, with one circle that the person has named", () => {
  test("the share goes there at once, and one message says who can see it, until when, and how to stop", async () => {
    const world = await createWorld();
    world.room("march", "ana", "ben");
    await byLink(world, "ana", "march");
    const phone = await world.shares("ana", undefined, { at: berlin, live: hour });
    const said = world.last("ana") ?? "";
    expect(said).toContain("The members of The march can see where you are, live, for 1 hour.");
    expect(said).toContain("/stop");
    expect(said).toContain("Deleting your message does not end it.");
    expect(await seenBy(world, "ben", "march")).toContain("52.52000");
    const before = world.shown("ana").length;
    await phone.moves(52.6, 13.4);
    expect(world.shown("ana")).toHaveLength(before);
    expect(await seenBy(world, "ben", "march")).toContain("52.60000");
  });

  test("it says so when a square is all that they see", async () => {
    const world = await createWorld();
    world.room("march", "ana", "ben");
    await world.says("ana", "march", "/precision 1km");
    await world.shares("ana", undefined, { at: [52, 13], live: hour });
    await world.says("ana", undefined, "/choose 1");
    expect(world.last("ana")?.split("\n").slice(0, 2)).toEqual([
      "The members of The march can see where you are, live, for 1 hour.",
      "They see only a fixed square of 1 kilometre. To change that: /precision.",
    ]);
    await world.shares("ana", undefined, { at: [52, 13] });
    expect(world.last("ana")).toContain("They see only a fixed square of 1 kilometre");
    await world.says("ana", "march", "/precision exact");
    await world.shares("ana", undefined, { at: [52, 13] });
    expect(world.last("ana")).not.toContain("square");
  });

  test("an update that is seen first counts, and its sharer is told once", async () => {
    const world = await createWorld();
    world.room("march", "ana", "ben");
    await byLink(world, "ana", "march");
    const phone = world.phone(world.position("ana", undefined, { at: berlin, live: hour }));
    const before = world.shown("ana").length;
    await phone.moves(52.6, 13.4);
    await world.tell(phone.first);
    expect(world.shown("ana").length - before).toBe(1);
    expect(await seenBy(world, "ben", "march")).toContain("52.60000");
  });

  test("a link is only for members of its room", async () => {
    const world = await createWorld();
    world.room("march", "ana", "ben");
    await world.says("ana", "march", "/share");
    const payload = world.network.posts.at(-1)?.message.privateChat?.payload;
    await world.says("eve", undefined, `/start ${payload}`);
    expect(world.last("eve")).toContain("not for you");
    await world.says("eve", undefined, "/start forged-payload");
    expect(world.last("eve")).toContain("not for you");
  });

  test("a link lasts a day", async () => {
    const world = await createWorld();
    world.room("march", "ana", "ben");
    await world.says("ana", "march", "/share");
    const payload = world.network.posts.at(-1)?.message.privateChat?.payload;
    await world.pass(24 * hour);
    await world.says("ana", undefined, `/start ${payload}`);
    expect(world.last("ana")).toContain("This link is over");
  });
});

describe("in private, with circles of which none is named", () => {
  test("the bot asks which, and nothing is visible to anyone until that is answered", async () => {
    const world = await twoRooms();
    const phone = await world.shares("ana", undefined, { at: berlin, live: hour });
    expect(choicesIn(world, "ana").map(({ label }) => seen(plainWords([label])))).toEqual(["The march", "The family"]);
    expect(await seenBy(world, "ben", "march")).toContain(nobody);
    expect(await seenBy(world, "cleo", "family")).toContain(nobody);
    await phone.moves(52.7, 13.4);
    expect(await seenBy(world, "ben", "march")).toContain(nobody);
    await choose(world, "ana", "The march");
    expect(world.last("ana")).toContain("The members of The march can see where you are");
    expect(await seenBy(world, "ben", "march")).toContain("52.70000");
    expect(await seenBy(world, "cleo", "family")).toContain(nobody);
    await phone.moves(52.8, 13.4);
    expect(await seenBy(world, "ben", "march")).toContain("52.80000");
  });

  test("one circle that was not named is asked about as well", async () => {
    const world = await createWorld();
    world.room("march", "ana", "ben");
    await world.says("ana", "march", "/help");
    await world.shares("ana", undefined, { at: berlin });
    expect(choicesIn(world, "ana")).toHaveLength(1);
    expect(await seenBy(world, "ben", "march")).toContain(nobody);
    await world.says("ana", undefined, "/choose 1");
    expect(await seenBy(world, "ben", "march")).toContain("52.52000");
  });

  test("a choice that was not offered shows nothing to anybody", async () => {
    const world = await twoRooms();
    world.room("other", "eve");
    await world.says("eve", "other", "/help");
    await world.shares("ana", undefined, { at: berlin, live: hour });
    const notOffered = await world.circleOf("other");
    for (const forged of [notOffered, "3", "0", "-1", "1.5", "", "constructor", "march"])
      await world.says("ana", undefined, `/choose ${forged}`);
    expect(world.last("ana")).toContain("That is none of the rooms");
    for (const [who, room] of [
      ["ben", "march"],
      ["cleo", "family"],
      ["eve", "other"],
    ] as const)
      expect(await seenBy(world, who, room)).toContain(nobody);
  });

  test("somebody else's choice chooses nothing", async () => {
    const world = await twoRooms();
    await world.shares("ana", undefined, { at: berlin, live: hour });
    const [first] = choicesIn(world, "ana");
    await world.says("ben", undefined, `/${first?.command}`);
    expect(world.last("ben")).toContain("no position waiting");
    expect(await seenBy(world, "ben", "march")).toContain(nobody);
  });

  test("a room that one has left meanwhile cannot be chosen", async () => {
    const world = await twoRooms();
    await world.shares("ana", undefined, { at: berlin, live: hour });
    await world.leaves("ana", "march");
    await choose(world, "ana", "The march");
    expect(world.last("ana")).toContain("That is none of the rooms");
    expect(await seenBy(world, "ben", "march")).toContain(nobody);
  });

  test("a choice that comes too late shows nothing", async () => {
    const world = await twoRooms();
    await world.shares("ana", undefined, { at: berlin });
    const offered = choicesIn(world, "ana");
    await world.pass(hour);
    await choose(world, "ana", "The march", offered);
    expect(world.last("ana")).toContain("no position waiting");
    expect(await seenBy(world, "ben", "march")).toContain(nobody);
  });

  test("a choice pressed again, or another one afterwards, changes nothing, and the reply is who can see it now", async () => {
    const world = await twoRooms();
    await world.shares("ana", undefined, { at: berlin, live: hour });
    const offered = choicesIn(world, "ana");
    await choose(world, "ana", "The march", offered);
    for (const room of ["The march", "The family"]) {
      await choose(world, "ana", room, offered);
      expect(world.last("ana")).toContain("The members of The march can see where you are, live, for 1 hour.");
    }
    expect(await seenBy(world, "cleo", "family")).toContain(nobody);
    expect(await seenBy(world, "ben", "march")).toContain("52.52000");
  });

  test("a choice is for the position that it was asked about, and never for another one", async () => {
    const world = await twoRooms();
    const older = await world.shares("ana", undefined, { at: [50, 10], live: hour });
    const first = choicesIn(world, "ana");
    await world.pass(minute);
    await world.shares("ana", undefined, { at: [51, 11], live: hour });
    const second = choicesIn(world, "ana");
    await older.moves(50.5, 10.5);
    await choose(world, "ana", "The family", first);
    expect(world.last("ana")).toContain("an earlier position");
    expect(await seenBy(world, "cleo", "family")).toContain(nobody);
    await choose(world, "ana", "The march", second);
    await older.moves(50.6, 10.6);
    await choose(world, "ana", "The march", second);
    await world.says("ana", undefined, "/choose 1");
    expect(await seenBy(world, "ben", "march")).toContain("51.00000");
    expect(await seenBy(world, "cleo", "family")).toContain(nobody);
  });

  test("a share that is stopped while it waits is gone", async () => {
    const world = await twoRooms();
    const phone = await world.shares("ana", undefined, { at: berlin, live: hour });
    const offered = choicesIn(world, "ana");
    await phone.stops();
    await choose(world, "ana", "The march", offered);
    expect(world.last("ana")).toContain("no position waiting");

    await world.shares("ana", undefined, { at: berlin, live: hour });
    await world.says("ana", undefined, "/stop");
    expect(world.last("ana")).toContain("Stopped.");
    await choose(world, "ana", "The march");
    expect(await seenBy(world, "ben", "march")).toContain(nobody);
  });
});

test("a late update of a share that is over takes nothing from the one that waits for a choice", async () => {
  const world = await twoRooms();
  const old = await world.shares("ana", undefined, { at: [50, 10], live: hour });
  await world.says("ana", undefined, "/stop");
  await world.pass(25 * hour);
  await world.shares("ana", undefined, { at: berlin });
  await old.moves(50, 10);
  await choose(world, "ana", "The march");
  expect(await seenBy(world, "ben", "march")).toContain("52.52000");
});
