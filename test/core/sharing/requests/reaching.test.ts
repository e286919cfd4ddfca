import { describe, expect, test } from "vitest";
import { hour, minute } from "../../../../src/lib/time.ts";
import { asked, march, questions, sentence } from "./march.ts";

const place = { at: [52.1, 13.1], live: hour } as const;

describe("in a room", () => {
  test("/ask NAME goes at once, and its asker is told to ask in private, without a name", async () => {
    const world = await march();
    const said = await world.says("ben", "march", "/ask ana");
    expect(world.last("march")).toBe("To ask one person, say /ask NAME to me in private, where nobody else reads it.");
    expect(world.network.withdrawn).toEqual([said.message]);
    expect(questions(world, "ana")).toEqual([]);
    const payload = world.network.posts.at(-1)?.message.privateChat?.payload;
    await world.says("ben", undefined, `/start ${payload}`);
    expect(world.last("ben")).toContain("Say here whom I shall ask: /ask NAME.");
    await world.says("ben", "march", "/ask", { mentions: ["ana"] });
    expect(world.network.withdrawn).toHaveLength(2);
  });

  test("that it cannot be deleted changes nothing", async () => {
    const world = await march();
    world.network.fail("remove", { kind: "refused" });
    await world.says("ben", "march", "/ask ana");
    await world.pass(minute);
    expect(world.network.withdrawn).toEqual([]);
    expect(world.last("march")).toContain("in private");
    expect(questions(world, "ana")).toEqual([]);
  });

  test("/ask is one call for everybody each ten minutes, with the way into the private chat", async () => {
    const world = await march();
    await world.says("ben", "march", "/ask");
    expect(world.last("march")).toBe(
      "Ben asks everybody here to share.\nIf you want to, send me your location in private; the way is below. Or say /share.",
    );
    const payload = world.network.posts.at(-1)?.message.privateChat?.payload;
    await world.says("ana", undefined, `/start ${payload}`);
    expect(world.last("ana")).toContain("From here you share with the members of The march.");
    await world.restart();
    await world.says("cem", "march", "/ask");
    expect(world.last("march")).toContain("Everybody here was asked a short while ago.");
    await world.says("ana", "family", "/ask");
    expect(world.last("family")).toContain("Ana asks everybody");
    await world.pass(10 * minute);
    await world.anonymousAdminSays("march", "/ask");
    expect(world.last("march")).toContain("An admin asks everybody here to share.");
    await world.anonymousAdminSays("march", "/ask off");
    expect(world.last("march")).toContain("You speak as the room itself");
  });
});

describe("who cannot be reached in private", () => {
  const unreachable = async (canWhisper: boolean, isAdmin = true) => {
    const world = await march(canWhisper ? { canWhisper } : {});
    const room = world.network.rooms.get("march");
    if (room) room.standing = { isAdmin, hearsEverything: true };
    world.network.isPrivateOpen("ana", false);
    await world.says("ben", undefined, "/ask ana");
    return world;
  };

  test("is shown a line in the room alone, where the bot is an admin and can do that", async () => {
    const world = await unreachable(true);
    const line = world.network.posts.at(-1);
    expect([line?.chat, line?.message.reader]).toEqual(["ana", "one person"]);
    expect(world.last("ana")).toBe(
      "Ben (known here for 0 seconds) asks where you are.\nOnly you see this. To answer, open the private chat.",
    );
    expect(line?.message.choices?.map(({ command }) => command)).toEqual(["answer not-now", "answer never"]);
    expect(world.shown("march").join()).not.toContain("Ben (");
    // She opens it, and is asked.
    world.network.isPrivateOpen("ana", true);
    await world.says("ana", undefined, `/start ${line?.message.privateChat?.payload}`);
    expect(questions(world, "ana")).toHaveLength(1);
    await world.says("ana", undefined, "/answer hour");
    await world.shares("ana", undefined, place);
    expect(world.last("ben")).toContain("52.10000");
  });

  test("says not now, or never, there", async () => {
    const world = await unreachable(true);
    await world.says("ana", "march", "/answer never");
    expect(world.last("ana")).toContain("Nobody there can have me ask you again.");
    expect(world.shown("march").join()).not.toContain("ask you again");
    await world.says("cem", undefined, "/ask ana");
    expect(world.last("ana")).toContain("Nobody there can have me ask you again.");
  });

  test("is asked nothing where the bot is no admin, or cannot whisper", async () => {
    for (const world of [await unreachable(true, false), await unreachable(false)]) {
      expect(world.shown("ana").join()).not.toContain("Ben (known");
      expect(world.shown("march").join()).not.toContain(asked);
      expect(world.shown("ben")).toContain(sentence("ana"));
      await world.pass(11 * minute);
      expect(world.shown("ana").join()).not.toContain("Ben (known");
    }
  });

  test("is told nothing before everybody either, where the line for them alone is refused", async () => {
    const world = await march({ canWhisper: true });
    world.network.isPrivateOpen("ana", false);
    world.network.refusesToWhisper(true);
    const before = world.shown("march").length;
    await world.says("ben", undefined, "/ask ana");
    expect(world.shown("march").slice(before)).toEqual([]);
    expect(world.last("ben")).toBe(sentence("ana"));
  });
});

test.each(["/choose 2", "/answer quarter"])(
  "%s of somebody who has not seen the question chooses nothing: they are asked then",
  async (said) => {
    const world = await march();
    world.network.isPrivateOpen("ana", false);
    await world.says("ben", undefined, "/ask ana");
    world.network.isPrivateOpen("ana", true);
    await world.says("ana", undefined, said);
    expect(world.last("ana")).toContain("Ben (known here for 0 seconds) asks where you are, in The march.");
    await world.shares("ana", undefined, place);
    expect(world.last("ana")).toContain("Who may see where you are?");
    expect(world.shown("ben")).toEqual([sentence("ana")]);
  },
);

test("a number answers the question that was asked last", async () => {
  const world = await march();
  await world.says("ben", undefined, "/ask ana");
  await world.says("ana", undefined, "/choose 4");
  expect(world.last("ana")).toBe("Nothing is shared with The march. Who asked is told nothing.");
  await world.says("ben", undefined, "/ask ana");
  await world.shares("ana", undefined, place);
  expect(world.last("ana")).toContain("Who may see where you are?");
  await world.says("ana", undefined, "/choose 2");
  expect(world.last("ana")).toContain("The members of The family can see where you are");
  await world.says("ana", undefined, "/choose 3");
  expect(world.last("ana")).toContain("It ends after 1 hour at the latest.");
});

test("in private, /ask alone says how it is done", async () => {
  const world = await march();
  await world.says("ben", undefined, "/ask");
  expect(world.last("ben")).toBe(
    "Say here whom I shall ask: /ask NAME. Nobody else reads it.\nTo let nobody ask you: /ask off.",
  );
  await world.says("eve", undefined, "/ask off");
  expect(world.last("eve")).toContain("I know of no room that we are both in.");
});
