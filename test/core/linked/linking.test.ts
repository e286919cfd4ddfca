import { describe, expect, test } from "vitest";
import { hour, minute, second } from "../../../src/lib/time.ts";
import { twoRooms } from "../../support/linked/linked-rooms.ts";

const notGood = "This code links nothing here";
const notAsked = "Nothing was linked";

describe("two rooms are linked", () => {
  test("when an admin of each has said so, and both rooms are told by name", async () => {
    const { says, code, shown, world, whereis, shares } = await twoRooms();
    await shares("ben", "march");
    const secret = await code();
    expect(await shown("march")).not.toContain(secret);
    expect(await says("mia", "water", `/link ${secret}`)).toContain("The code is right");
    expect(await shown("march")).toContain("Another room wants to be linked");
    expect(await shown("march")).not.toContain("The water");
    expect(await whereis("noor", "water")).toContain("Nobody shares");
    const read = await says("ana", "march", "/link");
    expect(read).toContain("The other room is The water, on Matrix. Members: 2.");
    expect(await says("ana", "march", "/link yes")).toContain("This room is linked with The water, on Matrix");
    expect(await shown("water")).toContain("This room is linked with The march, on Telegram");
    world.skip(second);
    await shares("cleo", "march", [52.5, 13]);
    expect(await whereis("noor", "water")).toContain("Cleo");
    expect(await whereis("noor", "water")).not.toContain("Ben");
  });

  test("not by a code that is used twice, too late, replaced, in its own room, or made up", async () => {
    const { says, code, world, link } = await twoRooms();
    expect(await says("mia", "water", `/link ${"x".repeat(22)}`)).toContain(notGood);
    const first = await code();
    const second = await code();
    expect(await says("mia", "water", `/link ${first}`)).toContain(notGood);
    expect(await says("ana", "march", `/link ${second}`)).toContain(notGood);
    expect(await says("mia", "water", `/link ${second}`)).toContain(notGood);
    const late = await code();
    world.skip(10 * minute);
    expect(await says("mia", "water", `/link ${late}`)).toContain(notGood);
    await link();
    const again = await code();
    expect(await says("mia", "water", `/link ${again}`)).toContain("linked already");
    expect(await says("mia", "water", `/link ${again}`)).toContain(notGood);
  });

  test("a used code is good for no other room, and nobody tries many", async () => {
    const { says, code, world, in: inRoom } = await twoRooms();
    await inRoom("well", async () => world.room("well", "eve"));
    const secret = await code();
    await says("mia", "water", `/link ${secret}`);
    expect(await says("eve", "well", `/link ${secret}`)).toContain(notGood);
    for (let tried = 1; tried < 5; tried += 1) await says("eve", "well", `/link ${"y".repeat(22)}`);
    expect(await says("eve", "well", `/link ${"y".repeat(22)}`)).toContain("too many codes");
    expect(await says("ana", "march", "/link")).toContain("The other room is The water");
  });

  test("not by a yes of somebody who has not read which room it is, or came too late, or when who gave the code is no admin", async () => {
    const { says, code, world } = await twoRooms();
    world.network.makeAdmin("march", "ben");
    const linkTo = async () => says("mia", "water", `/link ${await code()}`);
    expect(await says("ana", "march", "/link yes")).toContain(notAsked);
    await linkTo();
    expect(await says("ana", "march", "/link yes")).toContain(notAsked);
    await says("ana", "march", "/link");
    expect(await says("ben", "march", "/link yes")).toContain(notAsked);
    world.skip(10 * minute);
    expect(await says("ana", "march", "/link yes")).toContain(notAsked);
    await linkTo();
    await says("ana", "march", "/link");
    world.beside?.exit("water", "mia");
    expect(await says("ana", "march", "/link yes")).toContain(notAsked);
  });

  test("not by members, and a code that one of them pastes is deleted, as is one that links", async () => {
    const { says, code, world } = await twoRooms();
    for (const text of ["/link", "/link yes", "/link off"])
      expect(await says("ben", "march", text)).toContain("Only an admin of this room can link it");
    const secret = await code();
    expect(await says("noor", "water", `/link ${secret}`)).toContain("Only an admin");
    expect(world.beside?.withdrawn).toHaveLength(1);
    expect(await says("mia", "water", `/link ${secret}`)).toContain("The code is right");
    expect(world.beside?.withdrawn).toHaveLength(2);
  });

  test("not by admins who speak as the room, who may end it", async () => {
    const { world, shown, link } = await twoRooms();
    await world.anonymousAdminSays("march", "/link");
    expect(await shown("march")).toContain("You speak as the room itself");
    await link();
    await world.anonymousAdminSays("march", "/link off");
    expect(await shown("march")).toContain("This room is not linked with The water any more");
  });

  test("and the shorter expiry holds in both, which no admin of one can lengthen", async () => {
    const { says, link, shown } = await twoRooms();
    await says("mia", "water", "/expiry 20m");
    expect(await link()).toContain("20 minutes");
    expect(await says("ana", "march", "/expiry")).toContain("20 minutes");
    expect(await says("ana", "march", "/expiry 2h")).toContain("can only be made shorter");
    expect(await says("mia", "water", "/expiry 2h")).toContain("can only be made shorter");
    await says("ana", "march", "/expiry 5m");
    expect(await shown("water")).toContain("5 minutes");
    expect(await says("mia", "water", "/expiry")).toContain("5 minutes");
    await says("ana", "march", "/link off");
    expect(await says("mia", "water", "/expiry 2h")).toContain("2 hours");
  });
});

describe("what began before the link", () => {
  test("crosses only when its sharer agrees, who is asked once in private", async () => {
    const { world, link, shares, whereis, in: inRoom } = await twoRooms();
    const phone = await shares("ben", "march");
    const other = await shares("noor", "water", [52.1, 13]);
    await link();
    expect(world.said("ben").join()).toContain("The march is linked with The water now");
    await phone.moves(52.2, 13);
    expect(await whereis("mia", "water")).not.toContain("Ben");
    expect(await whereis("ana", "march")).not.toContain("Noor");
    await world.says("ben", undefined, "/across yes");
    expect(world.last("ben")).toContain("The members of The water can see you now, too.");
    world.skip(second);
    expect(await whereis("mia", "water")).toContain("Ben");
    await phone.moves(52.3, 13);
    expect(await whereis("mia", "water")).toContain("52.30000");
    expect(await whereis("ana", "march")).not.toContain("Noor");
    await inRoom("water", async () => {
      await other.stops();
      await world.shares("noor", "water", { at: [52.4, 13], live: hour });
    });
    expect(await whereis("ana", "march")).toContain("Noor");
  });

  test("does not cross a later link because its sharer agreed to an earlier one", async () => {
    const { world, link, says, shares, whereis } = await twoRooms();
    await shares("ben", "march");
    await link();
    await world.says("ben", undefined, "/across yes");
    await says("ana", "march", "/link off");
    await world.says("ben", undefined, "/across yes");
    expect(world.last("ben")).toContain("nothing that you could agree to");
    world.skip(second);
    await link();
    expect(await whereis("mia", "water")).not.toContain("Ben");
  });

  test("nor when who agrees has left the room meanwhile, or agrees too late", async () => {
    const { world, link, says, shares, whereis } = await twoRooms();
    await shares("ben", "march");
    await shares("cleo", "march");
    await link();
    world.network.exit("march", "ben");
    await world.says("ben", undefined, "/across yes");
    expect(world.last("ben")).toContain("nothing that you could agree to");
    await says("ana", "march", "/link off");
    await world.says("cleo", undefined, "/across yes");
    expect(world.last("cleo")).toContain("nothing that you could agree to");
    expect(await whereis("mia", "water")).toContain("Nobody shares");
  });
});
