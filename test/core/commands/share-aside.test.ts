import { expect, test } from "vitest";
import { defineCommand } from "../../../src/core/commands/define-command.ts";
import { commands } from "../../../src/core/commands/index.ts";
import { forOnePerson, toAsker } from "../../../src/core/model/effects.ts";
import { minute } from "../../../src/lib/time.ts";
import { words } from "../../support/world/words.ts";
import { createWorld } from "../../support/world/world.ts";

/** A room on a network that opens the private chat by itself. */
async function march() {
  const tell = defineCommand({
    where: "room",
    asOneself: true,
    run: async (_, { from }) => [
      toAsker({ person: from.person, within: from.room }, forOnePerson({ lines: [words("secret")] })),
    ],
  });
  const world = await createWorld({ opensPrivateChats: true, commands: new Map([...commands, ["tell", tell]]) });
  world.room("march", "ana", "ben");
  const says = (who: string, room: string | undefined, line: string) => world.says(who, room, line);
  const shares = (who: string) => world.shares(who, undefined, { at: [52, 13] });
  const room = (name: string) => world.room(name, "ana", "ben");
  return { ...world, says, shares, room, pass: (time: number) => world.pass(time) };
}

test("who asks how to share is written to in private; the room reads no token, and what is sent there is for the room", async () => {
  const { says, shown, shares, network, last } = await march();
  await says("ben", "march", "/share");
  expect(last("march")).toContain("I write to you in a direct chat");
  expect(shown("ben")).toEqual([expect.stringContaining("From here you share with the members of The march")]);
  expect(network.posts.filter(({ message }) => message.privateChat)).toEqual([]);
  await shares("ben");
  expect(last("ben")).toContain("can see this position");
  await says("ana", "march", "/whereis");
  expect(last("march")).toContain("52.00000");
});

test("a position that waits for a choice still waits for it: to ask how to share is no choice", async () => {
  const { says, shares, last, room } = await march();
  room("legal");
  for (const name of ["march", "legal"]) await says("ben", name, "/whereis");
  await shares("ben");
  expect(last("ben")).toContain("Who may see where you are?");
  await says("ben", "march", "/share");
  await says("ana", "march", "/whereis");
  expect(last("march")).toContain("Nobody shares");
});

test("who cannot be written to is told what to do, in the room", async () => {
  const { says, network, last } = await march();
  network.isReachable("ben", false);
  await says("ben", "march", "/share");
  expect(last("march")).toContain("Begin one with me");
});

test("where answers are for one person, the room reads nothing, and who asked sees that they were heard", async () => {
  const { says, network, shown } = await march();
  await says("ana", "march", "/setup answers private");
  const before = shown("march").length;
  await says("ben", "march", "/share");
  expect(shown("march").slice(before)).toEqual([]);
  expect(shown("ben")).toEqual([expect.stringContaining("From here you share")]);
  expect(network.reactions).toHaveLength(1);
});

test("a call to everybody says what leads to the private chat, and so does /ask with a name", async () => {
  const { says, network, shown, last } = await march();
  await says("ana", "march", "/ask");
  expect(last("march")).toContain("I then write to you in a direct chat");
  await says("ben", "march", "/ask ana");
  expect(shown("ben")).toEqual([expect.stringContaining("Say here whom I shall ask")]);
  expect(network.withdrawn).toHaveLength(1);
  expect(network.posts.filter(({ message }) => message.privateChat)).toEqual([]);
});

test("an answer for who cannot be written to is not kept: the room reads where to ask, for ten minutes, and nothing of it", async () => {
  const { says, network, shown, pass } = await march();
  network.isReachable("ben", false);
  await says("ben", "march", "/tell");
  expect(shown("march")).toEqual([expect.stringContaining("begin a direct chat with me, and ask there")]);
  await pass(11 * minute);
  expect(shown("march")).toEqual([]);
  expect(JSON.stringify(network.posts)).not.toContain("secret");
});
