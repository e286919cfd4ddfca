import { expect, test } from "vitest";
import { hour, minute } from "../../../../src/lib/time.ts";
import { march, saidBy } from "./said-by.ts";

const inRoom: [who: string | undefined, words: string][] = [
  "/whereis",
  "/whereis cleo",
  "/whereis alex",
  "/whereis zoe",
  "/share",
  "/here nowhere",
  "/here 0 0",
  "/precision",
  "/precision x",
  "/precision 1km",
  "/privacy",
  "/help",
  "/stop",
  "/forget",
  "/broken",
  "/brokenquestion",
  "/brokenend",
].map((words) => ["ben", words]);
for (const words of ["/expiry", "/expiry x", "/expiry 2h", "/expiry 3h", "/expiry 1h", "/expiry 1h", "/expiry 900d"])
  inRoom.push(["ana", words]);
for (const words of ["/meet", "/meet x", "/meet here", "/meet 52 13 at 15:30", "/meet", "/meet off", "/meet off"])
  inRoom.push(["ana", words]);
for (const words of ["/allowlive", "/wipe yes", "/wipe", "/wipe yes"]) inRoom.push(["ana", words]);
for (const words of ["/expiry 2h", "/allowlive", "/wipe"]) inRoom.push(["ben", words]);
for (const words of ["/setup board", "/setup tidy", "/setup tidy perhaps", "/setup tidy on", "/setup tidy off"])
  inRoom.push(["ana", words]);
for (const words of ["/expiry 2h", "/meet 52 13", "/allowlive", "/wipe"]) inRoom.push(["ben", words]);
for (const words of ["/here 52 13", "/stop", "/whereis"]) inRoom.push([undefined, words]);

test("what is said in a room is answered to the room, and to nobody in private", async () => {
  const world = await march();
  for (const [who, words] of inRoom) {
    const say = () => (who === undefined ? world.anonymousAdminSays("march", words) : world.says(who, "march", words));
    const to = await saidBy(world, say);
    // Sharers are told besides, each alone, that their share has ended.
    const besides = to.filter(({ chat }) => chat !== "march");
    expect({ words, to: to.filter(({ chat }) => chat === "march") }).toEqual({
      words,
      to: [{ chat: "march", reader: "everybody" }],
    });
    expect(besides.every(({ reader }) => words === "/wipe yes" && reader === "one person")).toBe(true);
    await world.pass(minute);
  }
});

test("so is whoever asks too much, or is not confirmed by the network", async () => {
  const world = await march();
  for (let times = 0; times < 20; times += 1) await world.says("ben", "march", "/help");
  const to = [{ chat: "march", reader: "everybody" }];
  expect(await saidBy(world, () => world.says("ben", "march", "/help"))).toEqual(to);
  world.network.keepsSilentAbout("cleo");
  expect(await saidBy(world, () => world.says("cleo", "march", "/whereis"))).toEqual(to);
});

const inPrivate = [
  "/whereis",
  "/whereis cleo",
  "/whereis alex",
  "/whereis zoe",
  "/share",
  "/here nowhere",
  "/here 0 0",
  "/start",
  "/start bad",
  "/start request",
  "/choose 1",
  "/here 52 13",
  "/choose 9",
  "/choose 1",
  "/ask",
  "/ask zoe",
  "/ask off",
  "/ask on",
  "/language",
  "/language klingon",
  "/language english",
  "/language auto",
  "/privacy more",
  "/pin",
  "/pin zoe",
  "/pin alex",
  "/pin cleo",
  "/who",
  "/who each",
  "/who each on",
  "/precision",
  "/precision x",
  "/precision 1km",
  "/privacy",
  "/help",
  "/expiry",
  "/wipe yes",
  "/nonsense",
  "/broken",
  "/brokenquestion",
  "/brokenend",
  "/stop",
  "/forget",
  "/whereis",
  "/precision",
  "/here 52 13",
];

test("what is said in private is answered in private, and to nobody else", async () => {
  const world = await march();
  expect(await saidBy(world, () => world.says("dora", undefined, "/ask off"))).toEqual([
    { chat: "dora", reader: "one person" },
  ]);
  await world.says("ben", "march", "/help");
  for (const words of inPrivate) {
    const to = await saidBy(world, () => world.says("ben", undefined, words));
    expect({ words, to }).toEqual({ words, to: [{ chat: "ben", reader: "one person" }] });
    await world.pass(minute);
  }
});

test("so is a position that is sent there", async () => {
  const world = await march();
  const to = [{ chat: "ben", reader: "one person" }];
  expect(await saidBy(world, () => world.shares("ben", undefined, { at: [52, 13] }))).toEqual(to);
  await world.says("ben", "march", "/help");
  expect(await saidBy(world, () => world.shares("ben", undefined, { at: [52, 13], live: hour }))).toEqual(to);
  expect(await saidBy(world, () => world.shares("ben", undefined, { at: [0, 0] }))).toEqual(to);
  expect(await saidBy(world, () => world.says("ben", undefined, "/choose 1"))).toEqual(to);
});

test("a pin at no place is answered to the room it was sent to", async () => {
  const world = await march();
  const told = await saidBy(world, () => world.shares("ben", "march", { at: [0, 0] }));
  expect(told).toEqual([{ chat: "march", reader: "everybody" }]);
});

test("a link that settles who sees a position that waits is answered in private", async () => {
  const world = await march();
  await world.says("ben", "march", "/share");
  const payload = world.network.posts.at(-1)?.message.privateChat?.payload;
  await world.shares("ben", undefined, { at: [52, 13], live: hour });
  const told = await saidBy(world, () => world.says("ben", undefined, `/start ${payload}`));
  expect(told).toEqual([{ chat: "ben", reader: "one person" }]);
  await world.says("ana", "march", "/whereis ben");
  expect(world.last("march")).toContain("52.00000, 13.00000");
});
