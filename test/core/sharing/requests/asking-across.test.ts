import { expect, test } from "vitest";
import { DeliveryError } from "../../../../src/core/model/errors.ts";
import { hour, minute } from "../../../../src/lib/time.ts";
import { twoRooms } from "../../../support/linked/linked-rooms.ts";
import type { Options } from "../../../support/world/world-options.ts";
import { over, sentence } from "./march.ts";

const question =
  "Ben (known here for 0 seconds, on Telegram), from The march asks where you are, in The water.\n" +
  "If you share, all members there see it. Until you choose, nobody sees anything. This ends in 10 minutes.\n" +
  "The members of The march can see it, too.";
const place = { at: [52.1, 13.1], live: hour } as const;

/** Ben is in the march, Noor in the water; both were seen there, and each has a private chat with the bot. */
async function bothSeen(options: Options = {}) {
  const rooms = await twoRooms(options);
  await rooms.says("ben", "march", "/privacy");
  await rooms.says("noor", "water", "/privacy");
  const { world } = rooms;
  const asks = (who: string, whom: string) => world.says(who, undefined, `/ask ${whom}`);
  const noor = (said: string) => rooms.in("water", () => world.says("noor", undefined, said));
  return {
    ...rooms,
    asks,
    noor,
    isAsked: async () => (await rooms.shown("noor", "water")).includes("Ben (known here"),
  };
}

test("somebody of a linked room asks, and is shown where who was asked is, once they share after it", async () => {
  const { world, link, asks, noor, in: inRoom, shown } = await bothSeen();
  await link();
  await asks("ben", "noor");
  expect(world.last("ben")).toBe(sentence("noor"));
  expect(await shown("noor", "water")).toContain(question.replace("0 seconds", "1 second"));
  await noor("/answer quarter");
  await inRoom("water", () => world.shares("noor", undefined, place));
  expect(world.last("ben")).toContain("52.10000");
});

test("nobody is asked by somebody of a room that theirs is not linked with, before a link and after it", async () => {
  const { world, link, says, asks, isAsked } = await bothSeen();
  await asks("ben", "noor");
  expect(world.last("ben")).toBe(sentence("noor"));
  expect(await isAsked()).toBe(false);
  await link();
  await says("mia", "water", "/link off");
  await asks("ben", "noor");
  expect(world.last("ben")).toBe(sentence("noor"));
  expect(await isAsked()).toBe(false);
});

test("a question across a link is over with the link, and who goes on to share is shown to nobody there", async () => {
  const { world, link, says, asks, noor, in: inRoom, shown, isAsked } = await bothSeen();
  await link();
  await asks("ben", "noor");
  expect(await isAsked()).toBe(true);
  await says("mia", "water", "/link off");
  expect(await shown("noor", "water")).toContain(over);
  expect(await isAsked()).toBe(false);
  await noor("/answer quarter");
  await inRoom("water", () => world.shares("noor", "water", place));
  expect(await shown("ben", "march")).not.toContain("52.1");
});

test.each([
  ["is wiped", ["ana", "march", "/wipe", "/wipe yes"]],
  ["is wiped by the other side", ["mia", "water", "/wipe", "/wipe yes"]],
] as const)("a question across a link is over when a room of it %s", async (_what, [who, room, ...said]) => {
  const { link, says, asks, isAsked } = await bothSeen();
  await link();
  await asks("ben", "noor");
  expect(await isAsked()).toBe(true);
  for (const words of said) await says(who, room, words);
  expect(await isAsked()).toBe(false);
});

test("a question that somebody of the own room asks, too, goes on when the link is over", async () => {
  const { link, says, asks, isAsked, shown, world, in: inRoom } = await bothSeen();
  await says("mia", "water", "/privacy");
  await link();
  await asks("ben", "noor");
  await inRoom("water", () => world.says("mia", undefined, "/ask noor"));
  await says("mia", "water", "/link off");
  expect(await isAsked()).toBe(false);
  expect(await shown("noor", "water")).toContain("Mia");
});

test("who shares since before the link, and has not agreed to be seen across it, is asked, and is not told of", async () => {
  const { world, link, shares, asks, isAsked, shown } = await bothSeen();
  await shares("noor", "water", [53, 14]);
  await link();
  await asks("ben", "noor");
  expect(await isAsked()).toBe(true);
  expect(world.last("ben")).toBe(sentence("noor"));
  expect(await shown("ben", "march")).not.toContain("53.");
});

test("who shares across the link already is asked nothing: who asked is shown where they are", async () => {
  const { world, link, shares, asks, isAsked } = await bothSeen();
  await link();
  await shares("noor", "water", [53, 14]);
  await asks("ben", "noor");
  expect(await isAsked()).toBe(false);
  expect(world.last("ben")).toContain("53.00000");
});

test("who lets nobody in their own room ask is asked by nobody of a linked one", async () => {
  const { link, says, asks, isAsked } = await bothSeen();
  await link();
  await says("noor", "water", "/ask off");
  await asks("ben", "noor");
  expect(await isAsked()).toBe(false);
  await says("noor", "water", "/ask on");
  await asks("ben", "noor");
  expect(await isAsked()).toBe(true);
});

test("people of both rooms ask together, each by their own", async () => {
  const { world, link, says, asks, in: inRoom, shown } = await bothSeen();
  await says("mia", "water", "/privacy");
  await link();
  await asks("ben", "noor");
  await world.pass(minute);
  await inRoom("water", () => world.says("mia", undefined, "/ask noor"));
  expect(await shown("noor", "water")).toMatch(
    /2 people ask where you are, in The water:\nBen \(.+, on Telegram\), from The march\.\nMia \([^)]*\)\.\n/,
  );
});

test("a linked room whose network is away holds up nobody who is asked in the asker's own, and is asked once it is back", async () => {
  let isAway = false;
  const { world, link, says, asks, isAsked } = await bothSeen({
    connect: (port) => ({
      ...port,
      membership: async (room, person) => {
        if (isAway && port.network === "matrix") throw new DeliveryError({ kind: "later", after: 1000 });
        return port.membership(room, person);
      },
    }),
  });
  await says("cleo", "march", "/privacy");
  await link();
  isAway = true;
  await asks("ben", "cleo");
  expect(world.last("cleo")).toContain("asks where you are, in The march.");
  await asks("ben", "noor");
  expect(await isAsked()).toBe(false);
  isAway = false;
  await world.pass(minute);
  expect(await isAsked()).toBe(true);
});
