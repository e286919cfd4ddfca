import { describe, expect, test } from "vitest";
import { personId, roomId } from "../../../src/core/model/ids.ts";
import { day, hour, minute } from "../../../src/lib/time.ts";
import { createWorld, type World } from "../../support/world/world.ts";

const nobody = "Nobody shares a position";
const march = async () => {
  const world = await createWorld();
  world.room("march", "ana", "ben");
  return world;
};
const says = async (world: World, who: string, text: string, room = "march") => {
  await world.says(who, room, text);
  return world.last(room) ?? "";
};
const leavesRoom = (world: World, room: string) => world.tell({ kind: "bot-left", room: roomId("telegram", room) });

describe("a member is whom the network says is one now", () => {
  test("somebody who was removed is not shown, also before the network tells of it", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    world.network.exit("march", "ana");
    expect(await says(world, "ben", "/whereis")).toContain(nobody);
    world.network.enter("march", "ana");
    expect(await says(world, "ben", "/whereis")).toContain(nobody);
  });

  test("somebody who was removed is not answered", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    await says(world, "ben", "/help");
    await world.leaves("ben", "march");
    const before = world.network.posts.length;
    await says(world, "ben", "/whereis");
    await says(world, "eve", "/whereis");
    expect(world.network.posts).toHaveLength(before);
    await world.says("ben", undefined, "/whereis ana");
    expect(world.last("ben")).toContain("I know of no room that we are both in");
  });

  test("somebody who leaves and comes back shares anew, or not at all", async () => {
    const world = await march();
    const phone = await world.shares("ana", "march", { at: [52, 13], live: hour });
    await world.leaves("ana", "march");
    world.network.enter("march", "ana");
    await phone.moves(53, 13);
    expect(await says(world, "ben", "/whereis")).toContain(nobody);
    await world.shares("ana", "march", { at: [54, 13], live: hour });
    expect(await says(world, "ben", "/whereis")).toContain("54.00000");
  });

  test("somebody who blocks the bot shares nothing any more", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    await world.tell({ kind: "person-blocked-bot", person: personId("telegram", "ana") });
    expect(await says(world, "ben", "/whereis")).toContain(nobody);
  });
});

describe("when the network does not confirm who is a member", () => {
  const march = async (isAdmin = false) => {
    const world = await createWorld();
    world.room("march", "ana", "ben");
    Object.assign(world.network.rooms.get("march") ?? {}, { standing: { isAdmin, hearsEverything: true } });
    return world;
  };

  test("and the bot is an admin, it says each time to ask again, and never that nobody shares", async () => {
    const world = await march(true);
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    world.network.keepsSilentAbout("ana");
    for (const _ of ["once", "twice"]) {
      for (const name of ["", "ana", "zoe"])
        expect(await says(world, "ben", `/whereis ${name}`)).toBe(
          `There is nobody ${name ? `called “${name}”` : "in this room"} whose position I can show you now.\n` +
            "Somebody else may share here, but the network does not tell me now if they are still a member. Ask again in a minute.",
        );
      expect(await says(world, "ana", "/expiry 5m")).toBe(
        "I answer only members of this room, but the network does not tell me now who is one. Ask again in a minute.",
      );
    }
    expect(await says(world, "ben", "/expiry")).toContain("1 hour");
  });

  test("in private it says so, and not that there is no room", async () => {
    const world = await march(true);
    await says(world, "ana", "/help");
    await world.shares("ben", "march", { at: [52, 13], live: hour });
    world.network.keepsSilentAbout("ana");
    const cannotTell = "The network does not tell me now in which rooms we both are. Ask again in a minute.";
    for (const question of ["/whereis", "/whereis ben", "/pin ben"]) {
      await world.says("ana", undefined, question);
      expect(world.last("ana")).toContain(cannotTell);
    }
    await world.says("ana", undefined, "/precision 1km");
    expect(world.last("ana")).toBe(`Nothing was changed.\n${cannotTell}`);
    await world.shares("ana", undefined, { at: [52, 13], live: hour });
    expect(world.last("ana")).toContain("Nobody can see this position, and it was not kept.");
    expect(world.shown("ana").join()).not.toContain("I know of no room");
  });

  test("in private, what it can tell of other rooms is told all the same", async () => {
    const world = await march(true);
    world.room("family", "ana", "cleo");
    for (const room of ["march", "family"]) await says(world, "ana", "/help", room);
    await world.shares("cleo", "family", { at: [53, 13], live: hour });
    world.network.keepsSilentOf("march");
    await world.says("ana", undefined, "/whereis");
    expect(world.last("ana")).toContain("53.00000");
    expect(world.last("ana")).toContain("The network does not tell me now in which rooms we both are.");
  });

  test("an asker is not answered, and each is told once in a while that the bot must be an admin", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    world.network.keepsSilent(true);
    expect(await says(world, "ben", "/whereis")).toContain("Make me an admin of this room");
    await says(world, "ben", "/whereis");
    expect(world.shown("march")).toHaveLength(1);
    expect(await says(world, "ana", "/expiry 1m")).toContain("Make me an admin of this room");
    await says(world, "ana", "/expiry 1m");
    expect(world.shown("march")).toHaveLength(2);
    await world.tell({ kind: "bot-rights-changed", room: roomId("telegram", "march") });
    await says(world, "ben", "/whereis");
    expect(world.shown("march").filter((said) => said.includes("Make me an admin"))).not.toEqual([]);
  });

  test("it is told although the network did not take it the first time", async () => {
    const world = await march();
    world.network.keepsSilent(true);
    world.network.fail("send", { kind: "later", after: 5000 });
    await says(world, "ben", "/whereis");
    expect(world.shown("march")).toEqual([]);
    await world.pass(5000);
    expect(world.last("march")).toContain("Make me an admin of this room");
  });

  test("a sharer is not shown, and that is told once", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    world.network.keepsSilentAbout("ana");
    world.network.fail("send", { kind: "later", after: 5000 });
    await says(world, "ben", "/whereis");
    await world.pass(5000);
    const said = world.last("march");
    expect(said).toContain("There is nobody in this room whose position I can show you now.");
    expect(said).toContain("Make me an admin");
    expect(await says(world, "ben", "/whereis")).not.toContain("Make me an admin");
  });

  test("one can stop and forget all the same", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    world.network.keepsSilent(true);
    expect(await says(world, "ana", "/stop")).toContain("Stopped.");
    expect(await says(world, "ana", "/forget")).toContain("Done.");
  });
});

describe("an admin who is anonymous", () => {
  test("may ask and set, and is nobody who could share or be shown", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    await world.anonymousAdminSays("march", "/whereis");
    expect(world.last("march")).toContain("52.00000");
    for (const text of ["/here 1 2", "/stop", "/forget", "/precision 1km"]) {
      await world.anonymousAdminSays("march", text);
      expect(world.last("march")).toBe(
        `You speak as the room itself, so I do not know who you are. Nothing was changed. Say ${text.split(" ")[0]} to me in private.`,
      );
    }
    expect(await says(world, "ben", "/whereis")).toContain("One person shares");
  });
});

describe("removing the bot from a room", () => {
  test("destroys what belonged to that room", async () => {
    const world = await march();
    const phone = await world.shares("ana", "march", { at: [52, 13], live: hour });
    await says(world, "ana", "/expiry 2h");
    await leavesRoom(world, "march");
    await leavesRoom(world, "march");
    await phone.moves(53, 13);
    expect(await says(world, "ben", "/whereis")).toContain(nobody);
    expect(await says(world, "ben", "/expiry")).toContain("1 hour");
  });

  test("leaves other rooms alone", async () => {
    const world = await march();
    world.room("family", "ana", "cleo");
    await world.shares("ana", "family", { at: [52, 13], live: hour });
    await says(world, "ana", "/help");
    await leavesRoom(world, "march");
    expect(await says(world, "cleo", "/whereis", "family")).toContain("52.00000");
  });

  test("brought back, it says again what it does", async () => {
    const world = await march();
    const joins = () => world.tell({ kind: "bot-joined", room: roomId("telegram", "march") });
    await joins();
    await joins();
    expect(world.shown("march")).toHaveLength(1);
    await leavesRoom(world, "march");
    await joins();
    expect(world.shown("march")).toHaveLength(2);
    const comes = (event: string) => world.tell({ kind: "bot-joined", room: roomId("telegram", "march"), event });
    for (const event of ["1", "1", "2"]) await comes(event);
    expect(world.shown("march")).toHaveLength(4);
  });
});

describe("what is said to the bot late", () => {
  test("is not obeyed after 5 minutes", async () => {
    const world = await march();
    for (const text of ["/here 52 13", "/expiry 2h", "/wipe", "/whereis", "/precision 1km", "/help"])
      await world.says("ana", "march", text, { ago: 5 * minute + 1 });
    await world.says("ana", undefined, "/whereis", { ago: hour });
    const said = world.network.posts.flatMap(({ message }) => message.lines.map(({ id }) => id));
    expect(new Set(said)).toEqual(new Set(["command-late"]));
    expect(await says(world, "ben", "/whereis")).toContain(nobody);
    expect(await says(world, "ben", "/expiry")).toContain("1 hour");
    await world.says("ana", "march", "/expiry 2h", { ago: 5 * minute });
    expect(world.last("march")).toContain("2 hours");
  });

  test("/stop and /forget are obeyed however late", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    await world.says("ana", "march", "/stop", { ago: day });
    expect(await says(world, "ben", "/whereis")).toContain(nobody);
    await world.says("ana", "march", "/forget", { ago: day });
    expect(world.last("march")).toContain("Done.");
  });
});
