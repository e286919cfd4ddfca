import { expect, test } from "vitest";
import { minute } from "../../../../src/lib/time.ts";
import { march, saidBy } from "./said-by.ts";

const isForAll = "everybody in the room";
const isForAsker = "who said it, alone";
/** Where something can be shown to one person in place: who reads what is answered, in the order in which it is said. */
const readers: readonly (readonly [who: string | undefined, words: string, reader: string])[] = [
  ["ben", "/whereis", isForAll],
  ["ben", "/whereis cleo", isForAll],
  ["ben", "/whereis alex", isForAll],
  ["ben", "/whereis zoe", isForAsker],
  ["ben", "/whereis nearest", isForAsker],
  ["ben", "/pin", isForAsker],
  ["ben", "/pin zoe", isForAsker],
  ["ben", "/pin alex", isForAll],
  ["ben", "/share", isForAll],
  ["ben", "/here nowhere", isForAsker],
  ["ben", "/here 0 0", isForAsker],
  ["ben", "/here 5230 1322", isForAsker],
  ["ben", "/here 52.5163 13.3777", isForAsker],
  ["ben", "/language", isForAsker],
  ["ben", "/language klingon", isForAsker],
  ["ben", "/language english", isForAsker],
  ["ben", "/language auto", isForAsker],
  ["ben", "/privacy more", isForAsker],
  ["ben", "/precision", isForAsker],
  ["ben", "/precision x", isForAsker],
  ["ben", "/precision 1km", isForAsker],
  ["ben", "/privacy", isForAsker],
  ["ben", "/help", isForAsker],
  ["ben", "/ask", isForAll],
  ["ben", "/ask", isForAsker],
  ["ben", "/ask cleo", isForAsker],
  ["ben", "/ask off", isForAsker],
  ["ben", "/who", isForAsker],
  ["cleo", "/who", isForAsker],
  ["cleo", "/who each", isForAsker],
  ["ben", "/stop", isForAll],
  ["ben", "/setup", isForAll],
  ["ben", "/setup board on", isForAsker],
  ["ben", "/setup tidy on", isForAsker],
  ["ben", "/setup answers private", isForAsker],
  ["ben", "/meet", isForAll],
  ["ben", "/meet 52 13", isForAsker],
  ["ben", "/expiry", isForAll],
  ["ben", "/expiry 2h", isForAsker],
  ["ben", "/wipe", isForAsker],
  ["ben", "/broken", isForAsker],
  ["ben", "/brokenquestion", isForAsker],
  ["ana", "/meet 52.5163 13.3777 at 25:70", isForAsker],
  ["ana", "/meet x", isForAsker],
  ["ana", "/meet 52 13", isForAll],
  ["ana", "/meet off", isForAll],
  ["ana", "/meet off", isForAsker],
  ["ana", "/expiry x", isForAsker],
  ["ana", "/expiry 2h", isForAll],
  ["ana", "/expiry 2h", isForAsker],
  ["ana", "/expiry 1h", isForAll],
  ["ana", "/expiry 900d", isForAsker],
  ["ana", "/setup answers", isForAsker],
  ["ana", "/setup answers room", isForAsker],
  ["ana", "/setup answers nobody", isForAsker],
  ["ana", "/setup colour red", isForAsker],
  ["ana", "/setup language", isForAsker],
  ["ana", "/setup language klingon", isForAsker],
  ["ana", "/setup language english", isForAsker],
  ["ana", "/setup language deutsch", isForAll],
  ["ana", "/setup language english", isForAll],
  ["ana", "/setup tidy", isForAsker],
  ["ana", "/setup tidy perhaps", isForAsker],
  ["ana", "/setup tidy off", isForAsker],
  ["ana", "/setup tidy on", isForAll],
  ["ana", "/setup tidy off", isForAll],
  ["ana", "/setup board", isForAsker],
  ["ana", "/expiry 120", isForAsker],
  ["ana", "/setup live", isForAll],
  ["ana", "/setup live", isForAsker],
  ["ana", "/wipe yes", isForAsker],
  [undefined, "/ask off", isForAll],
  [undefined, "/here 52 13", isForAll],
  [undefined, "/whereis", isForAll],
  ["ana", "/setup answers private", isForAll],
  ["ana", "/whereis", isForAsker],
  ["ana", "/share", isForAsker],
  ["ana", "/stop", isForAsker],
  ["ana", "/expiry 3h", isForAll],
  ["ana", "/wipe", isForAsker],
  ["ana", "/wipe yes", isForAll],
];

test("where one person can be shown something in place, what concerns only who said it is for them alone, and nothing else is", async () => {
  const world = await march({ canWhisper: true });
  for (const [who, words, reader] of readers) {
    const say = () => (who === undefined ? world.anonymousAdminSays("march", words) : world.says(who, "march", words));
    // Sharers are told besides, each alone, that their share has ended.
    const to = (await saidBy(world, say)).find(({ chat }) => chat === "march" || chat === who);
    const all = { chat: "march", reader: "everybody" };
    expect([words, to]).toEqual([words, reader === isForAll ? all : { chat: who, reader: "one person" }]);
    await world.pass(minute);
  }
  // Where answers are for one person, who speaks as the room gets none.
  await world.says("ana", "march", "/setup answers private");
  for (const words of ["/whereis", "/ask off", "/here 52 13", "/brokenend"]) {
    await world.anonymousAdminSays("march", words);
    expect(world.last("march")).toContain("Answers here go only to who asked");
    await world.says("ana", "march", "/setup answers room");
    await world.says("ana", "march", "/setup answers private");
  }
  const alone = world.network.posts.filter(({ chat }) => chat === "ana" || chat === "ben");
  expect(alone.map(({ within }) => within)).toEqual(alone.map(() => "march"));
});

test("so it is with words that are no command, and with what is too old, too much or not confirmed", async () => {
  const world = await march({ canWhisper: true });
  const toRoom = () => world.network.posts.filter(({ chat }) => chat === "march").length;
  const before = toRoom();
  await world.says("ben", "march", "/help", { ago: 6 * minute });
  expect(world.last("ben")).toContain("it reached me only now");
  for (let count = 0; count < 21; count += 1) await world.says("ben", "march", "/help");
  expect(world.last("ben")).toContain("That was a lot in a short time.");
  await world.pass(2 * minute);
  await world.shares("ben", "march", { at: [0, 0] });
  expect(world.last("ben")).toContain("when they do not know where they are");
  world.network.keepsSilent(true);
  await world.says("ben", "march", "/help");
  expect(world.last("ben")).toContain("the network does not tell me now");
  expect(toRoom()).toBe(before);
});

test("so it is with the board of a room: each answer is for who said it, a change is for everybody, and who was shown by it is told alone", async () => {
  const world = await march({ canWhisper: true, boardHolds: 20 });
  const said = async (who: string, words: string) => {
    const to = (await saidBy(world, () => world.says(who, "march", words)))[0];
    await world.pass(minute);
    return to;
  };
  const alone = (chat: string) => ({ chat, reader: "one person" });
  expect(await said("ana", "/setup board")).toEqual(alone("ana"));
  expect(await said("ana", "/setup board perhaps")).toEqual(alone("ana"));
  expect(await said("ana", "/setup board off")).toEqual(alone("ana"));
  expect(await said("ben", "/setup board on")).toEqual(alone("ben"));
  expect(await said("ana", "/setup board on")).toEqual({ chat: "march", reader: "everybody" });
  expect(await said("cleo", "/who")).toEqual(alone("cleo"));
  expect(await said("ana", "/setup board on")).toEqual(alone("ana"));
  expect(await said("ana", "/setup board off")).toEqual({ chat: "march", reader: "everybody" });
  expect(await said("ana", "/setup answers private")).toEqual({ chat: "march", reader: "everybody" });
  expect(await said("ana", "/setup board on")).toEqual(alone("ana"));
  expect(await said("ana", "/setup board")).toEqual(alone("ana"));
});
