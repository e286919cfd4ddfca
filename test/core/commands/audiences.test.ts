import { expect, test } from "vitest";
import { type Command, defineCommand } from "../../../src/core/commands/define-command.ts";
import { commands } from "../../../src/core/commands/index.ts";
import { hour, minute } from "../../../src/lib/time.ts";
import { createWorld, type Options, type World } from "../../support/world.ts";

const broken = (effect?: "question" | "takes away"): Command =>
  defineCommand({
    where: "both",
    ...(effect && { effect }),
    run: () => Promise.reject(new TypeError("a fault of our own")),
  });
const all = new Map([
  ...commands,
  ["broken", broken()],
  ["brokenquestion", broken("question")],
  ["brokenend", broken("takes away")],
] as const);

async function march(options: Options = {}) {
  const world = await createWorld({ commands: all, canAllowLive: true, ...options });
  world.room("march", "ana", "ben", "cleo", "alex1", "alex2");
  for (const who of ["alex1", "alex2"]) world.network.know(who, { name: "Alex" });
  for (const who of ["cleo", "alex1", "alex2"]) await world.shares(who, "march", { at: [53, 14], live: 3 * hour });
  return world;
}

/** What was said since, and to whom. */
async function saidBy(world: World, say: () => Promise<unknown>) {
  const before = world.network.posts.length;
  const edits = () => world.network.posts.reduce((sum, post) => sum + post.edits, 0);
  const editsBefore = edits();
  await say();
  const posts = world.network.posts.slice(before);
  const edited = edits() > editsBefore ? world.network.posts.filter(({ edits }) => edits > 0).slice(-1) : [];
  return [...posts, ...edited].map(({ chat, message }) => ({ chat, reader: message.reader }));
}

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
for (const words of ["/allowlive", "/wipe yes", "/wipe", "/wipe yes"]) inRoom.push(["ana", words]);
for (const words of ["/expiry 2h", "/allowlive", "/wipe"]) inRoom.push(["ben", words]);
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
  "/choose 1",
  "/here 52 13",
  "/choose 9",
  "/choose 1",
  "/ask",
  "/ask zoe",
  "/ask off",
  "/ask on",
  "/pin",
  "/pin zoe",
  "/pin alex",
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
  ["ben", "/precision", isForAsker],
  ["ben", "/precision x", isForAsker],
  ["ben", "/precision 1km", isForAsker],
  ["ben", "/privacy", isForAsker],
  ["ben", "/help", isForAsker],
  ["ben", "/ask", isForAll],
  ["ben", "/ask", isForAsker],
  ["ben", "/ask cleo", isForAsker],
  ["ben", "/ask off", isForAsker],
  ["ben", "/stop", isForAll],
  ["ben", "/setup", isForAll],
  ["ben", "/setup answers private", isForAsker],
  ["ben", "/expiry", isForAll],
  ["ben", "/expiry 2h", isForAsker],
  ["ben", "/wipe", isForAsker],
  ["ben", "/broken", isForAsker],
  ["ben", "/brokenquestion", isForAsker],
  ["ana", "/expiry x", isForAsker],
  ["ana", "/expiry 2h", isForAll],
  ["ana", "/expiry 2h", isForAsker],
  ["ana", "/expiry 1h", isForAll],
  ["ana", "/expiry 900d", isForAsker],
  ["ana", "/setup answers", isForAsker],
  ["ana", "/setup answers room", isForAsker],
  ["ana", "/setup answers nobody", isForAsker],
  ["ana", "/setup colour red", isForAsker],
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
  for (const words of ["/whereis", "/ask off"]) {
    await world.anonymousAdminSays("march", words);
    expect(world.last("march")).toContain("You speak as the room itself");
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
  expect(world.last("ben")).toContain("what phones say when they do not know");
  world.network.keepsSilent(true);
  await world.says("ben", "march", "/help");
  expect(world.last("ben")).toContain("the network does not tell me now");
  expect(toRoom()).toBe(before);
});
