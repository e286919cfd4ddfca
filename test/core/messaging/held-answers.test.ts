import { expect, test } from "vitest";
import { defineCommand } from "../../../src/core/commands/define-command.ts";
import { commands } from "../../../src/core/commands/index.ts";
import { forOnePerson, toAsker } from "../../../src/core/model/effects.ts";
import { heldAnswerKept } from "../../../src/core/model/limits.ts";
import { minute } from "../../../src/lib/time.ts";
import { words } from "../../support/world/words.ts";
import { createWorld, type Options } from "../../support/world/world.ts";

const tell = (effect?: "question") =>
  defineCommand({
    where: "room",
    asOneself: true,
    ...(effect && { effect }),
    run: async (_, { from, incoming }) => [
      toAsker({ person: from.person, within: from.room }, forOnePerson({ lines: [words(`secret of ${incoming.id}`)] })),
    ],
  });

/** A room with Ana and Ben; `/tell` and `/askquestion` have something to say to who says them alone. */
async function march(options: Options = {}) {
  const all = new Map([...commands, ["tell", tell()], ["askquestion", tell("question")]] as const);
  const world = await createWorld({ commands: all, canWhisper: true, ...options });
  world.room("march", "ana", "ben");
  const payload = () =>
    world.network.posts.findLast(({ message }) => message.privateChat?.label.id === "answer-button")?.message
      .privateChat?.payload;
  const toRoom = () => world.network.posts.filter(({ chat }) => chat === "march").map(({ message }) => message.lines);
  const says = (who: string, room: string | undefined, words: string) => world.says(who, room, words);
  const pass = (time: number) => world.pass(time);
  return { ...world, says, pass, payload, toRoom };
}

test.each(["/tell", "/askquestion"])("what %s says reaches who asked in place, and nobody else", async (line) => {
  const { says, network, toRoom } = await march();
  await says("ben", "march", line);
  expect(network.posts).toMatchObject([{ chat: "ben", within: "march", message: { reader: "one person" } }]);
  expect(toRoom()).toEqual([]);
});

test.each(["/tell", "/askquestion"])(
  "what %s says waits where it cannot be shown in place: the room reads a button, and who asked the answer in private",
  async (line) => {
    const { says, network, toRoom, payload, last } = await march();
    network.refusesToWhisper(true);
    await says("ben", "march", line);
    expect(toRoom()).toMatchObject([[{ id: "answer-waits" }]]);
    await says("ana", undefined, `/start ${payload()}`);
    expect(last("ana")).toContain("This link is over");
    await says("ben", undefined, `/start ${payload()}`);
    expect(last("ben")).toContain("secret of");
    expect(network.posts.filter(({ message }) => JSON.stringify(message).includes("secret"))).toMatchObject([
      { chat: "ben" },
    ]);
  },
);

test("it waits for ten minutes; then it is over, and so is the button", async () => {
  for (const [time, said] of [
    [heldAnswerKept - minute, "secret of"],
    [heldAnswerKept, "This link is over"],
  ] as const) {
    const { says, network, payload, pass, last, shown } = await march();
    network.refusesToWhisper(true);
    await says("ben", "march", "/tell");
    await pass(time);
    await says("ben", undefined, `/start ${payload()}`);
    expect(last("ben")).toContain(said);
    await pass(minute);
    expect(shown("march")).toEqual([]);
  }
});

test("a question that waited is answered anew, and only to somebody who is still a member", async () => {
  const { says, network, payload } = await march();
  network.refusesToWhisper(true);
  await says("ben", "march", "/askquestion");
  network.exit("march", "ben");
  const before = network.posts.length;
  await says("ben", undefined, `/start ${payload()}`);
  expect(network.posts.slice(before)).toEqual([]);
});

test.each(["/tell", "/askquestion"])(
  "on a network that answers aside, what %s says waits until who asked has come there; the room reads only that",
  async (line) => {
    const { says, network, toRoom, pass, shown } = await march({ canWhisper: undefined as never });
    network.staysAway("ben", true);
    await says("ben", "march", line);
    expect(toRoom()).toMatchObject([[{ id: "answer-invited" }]]);
    await pass(minute);
    expect([toRoom().length, shown("ben")]).toEqual([1, []]);
    network.staysAway("ben", false);
    await pass(minute);
    expect(shown("ben").join()).toContain("secret of");
    expect(toRoom()).toHaveLength(1);
  },
);

test("on such a network, too, it waits for ten minutes and is over then, however often it was tried", async () => {
  for (const [time, isShown] of [
    [heldAnswerKept - 2 * minute, true],
    [heldAnswerKept + minute, false],
  ] as const) {
    const { says, network, pass, shown } = await march({ canWhisper: undefined as never, knowsRepeats: true });
    network.staysAway("ben", true);
    await says("ben", "march", "/askquestion");
    await pass(time);
    network.staysAway("ben", false);
    await pass(minute);
    expect([time, shown("ben").join().includes("secret of")]).toEqual([time, isShown]);
  }
});

test("who asked in a room holds up nobody else there while they are waited for", async () => {
  const { says, network, shown } = await march({ canWhisper: undefined as never });
  network.staysAway("ben", true);
  await says("ben", "march", "/tell");
  await says("ana", "march", "/tell");
  await says("ana", "march", "/share");
  expect(shown("ana").join()).toContain("secret of");
  expect(shown("march").join()).toContain("To let this room know");
});
