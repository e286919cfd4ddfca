import { expect, test } from "vitest";
import { adviceEvery } from "../../../src/core/model/limits.ts";
import { hour, second } from "../../../src/lib/time.ts";
import { createWorld } from "../../support/world/world.ts";

const hidden =
  "I answer only members of this room, but it hides them from me. Make me an admin of this room, and I can see them.";
const notNow =
  "I answer only members of this room, but the network does not tell me now who is one. Ask again in a minute.";

async function march(isAdmin: boolean) {
  const world = await createWorld();
  world.room("march", "ana", "ben", "cleo");
  const room = world.network.rooms.get("march");
  if (room) room.standing = { isAdmin, hearsEverything: false };
  return world;
}

test("where members are hidden, each who asks is told what helps, and told again only after a while", async () => {
  const world = await march(false);
  world.network.keepsSilent(true);
  for (const who of ["ben", "cleo"]) {
    await world.says(who, "march", "/whereis");
    expect(world.last("march")).toBe(hidden);
  }
  expect(world.shown("march")).toHaveLength(2);
  await world.says("ben", "march", "/expiry");
  await world.pass(adviceEvery - second);
  await world.says("ben", "march", "/whereis");
  expect(world.shown("march")).toHaveLength(2);
  await world.pass(second);
  await world.says("ben", "march", "/whereis");
  expect(world.network.sent).toHaveLength(3);
  // The word before it to the same person has gone.
  expect(world.shown("march")).toEqual([hidden]);
});

test("what is not known at the moment is told in other words, each time that somebody asks", async () => {
  const world = await march(true);
  world.network.keepsSilent(true);
  for (let times = 0; times < 2; times += 1) await world.says("ben", "march", "/expiry");
  expect(world.network.sent).toHaveLength(2);
  expect(world.shown("march")).toEqual([notNow]);
});

test("an answer that leaves somebody out says why, in the words of each cause", async () => {
  for (const [isAdmin, why] of [
    [false, "this room hides its members from me. Make me an admin of this room, and I can see them."],
    [true, "the network does not tell me now if they are still a member. Ask again in a minute."],
  ] as const) {
    const world = await march(isAdmin);
    await world.shares("ana", "march", { at: [52.5, 13.4], live: hour });
    world.network.keepsSilentAbout("ana");
    await world.says("ben", "march", "/whereis");
    expect(world.last("march")).toContain(`Somebody else may share here, but ${why}`);
  }
});

test("a link that is good is never called over because the network does not say who is a member", async () => {
  for (const [isAdmin, why] of [
    [false, "This link is good, but that room hides its members from me."],
    [
      true,
      "This link is good, but the network does not tell me now if you are in that room. Open it again in a minute.",
    ],
  ] as const) {
    const world = await march(isAdmin);
    await world.says("ben", "march", "/share");
    const payload = world.network.posts.at(-1)?.message.privateChat?.payload;
    world.network.keepsSilent(true);
    await world.says("ben", undefined, `/start ${payload}`);
    expect(world.last("ben")).toContain(why);
    world.network.keepsSilent(false);
    await world.says("ben", undefined, `/start ${payload}`);
    expect(world.last("ben")).toContain("From here you share with the members of The march.");
    world.network.exit("march", "ben");
    await world.says("ben", undefined, `/start ${payload}`);
    expect(world.last("ben")).toContain("This link is over, or it is not for you.");
  }
});

test("nor is a room that is chosen called none of those to choose from: it is chosen a minute later", async () => {
  const world = await march(true);
  world.room("family", "ben");
  for (const room of ["march", "family"]) await world.says("ben", room, "/help");
  await world.shares("ben", undefined, { at: [52.5, 13.4], live: hour });
  world.network.keepsSilent(true);
  await world.says("ben", undefined, "/choose 1");
  expect(world.last("ben")).toContain("The network does not tell me now if you are in that room.");
  world.network.keepsSilent(false);
  await world.says("ben", undefined, "/choose 1");
  expect(world.last("ben")).toContain("The members of The march can see where you are");
});

test("in private, a room in which members are hidden is not waited for", async () => {
  const world = await march(false);
  await world.says("ben", "march", "/help");
  world.network.keepsSilent(true);
  for (const words of ["/whereis", "/precision"]) {
    await world.says("ben", undefined, words);
    expect(world.last("ben")).toContain("In a room where I have seen you, the members are hidden from me.");
  }
  await world.shares("ben", undefined, { at: [52.5, 13.4], live: hour });
  expect(world.last("ben")).toContain("Once I am an admin there, I can see them.");
});
