import { describe, expect, test } from "vitest";
import { second } from "../../../../src/lib/time.ts";
import { ben, cleo, joinable, noor, onePerson } from "../../../support/linked/joined-accounts.ts";

const people = (said: string) => said.match(/\b(Ben|Noor)\b/g) ?? [];

describe("whoever has joined two accounts", () => {
  test("is shown once in each room, by the account that is there, where they were last", async () => {
    const { whereis, phones, world } = await onePerson();
    for (const [who, room, name, other] of [
      ["ana", "march", "Ben", "Noor"],
      ["mia", "water", "Noor", "Ben"],
    ] as const) {
      const said = await whereis(who, room);
      expect(said).toContain("One person shares");
      expect(said).toContain("52.20000");
      expect(said).not.toContain("52.10000");
      expect(said).toContain(name);
      expect(said).not.toContain(other);
      expect(said).not.toMatch(/Matrix|Telegram/);
    }
    world.skip(second);
    await phones.ben.moves(52.3, 13);
    expect(await whereis("mia", "water")).toMatch(/Noor[^]*52\.30000/);
    expect(await whereis("ana", "march")).toMatch(/Ben[^]*52\.30000/);
  });

  test("is shown by the account that is there also when only the other one shares", async () => {
    const { whereis, phones } = await onePerson();
    await phones.ben.stops();
    expect(await whereis("ana", "march")).toMatch(/Ben[^]*52\.20000/);
    await phones.noor.stops();
    expect(await whereis("ana", "march")).toContain("Nobody shares");
  });

  test("is found by that name alone, and by no other: not by words, a mention, a reply, /map or /pin", async () => {
    const { says, world, in: inRoom } = await onePerson();
    expect(await says("ana", "march", "/whereis ben")).toContain("52.20000");
    expect(await says("ana", "march", "/whereis noor")).toContain("nobody called");
    expect(await says("ana", "march", "/map noor")).not.toContain("52.20000");
    expect(await says("ana", "march", "/pin noor")).not.toContain("52.20000");
    expect(await says("ana", "march", "/whereis", { mentions: ["ben"] })).toContain("52.20000");
    const byId = await inRoom("march", async () => {
      await world.tell({ ...world.command("ana", "march", "/whereis"), mentions: ["matrix:noor" as never] });
      return world.last("march");
    });
    expect(byId).not.toContain("52.20000");
    expect(await says("mia", "water", "/whereis ben")).toContain("nobody called");
    expect(await says("mia", "water", "/whereis noor")).toContain("52.20000");
  });

  test("is one in a picture, and one line of it", async () => {
    const { says } = await onePerson();
    const said = await says("ana", "march", "/map");
    expect(said).toContain("One person shares");
    expect(people(said)).not.toContain("Noor");
  });

  test("is one on a board, by the account that is in its room", async () => {
    const { world, shown, says } = await onePerson({ boardHolds: 40 });
    await says("ana", "march", "/setup board on");
    await world.pass(30 * second);
    expect(await shown("march")).toContain("One person shares");
    expect(await shown("march")).toContain("52.20000");
    expect(await shown("march")).not.toContain("Noor");
  });

  test("is not shown by an account that left the room, and not at all once who shared has left", async () => {
    const { whereis, world, phones } = await onePerson();
    world.network.exit("march", "ben");
    const said = await whereis("ana", "march");
    expect(said).toMatch(/Noor[^]*52\.20000/);
    expect(said).not.toContain("Ben");
    world.network.enter("march", "ben");
    world.beside?.exit("water", "noor");
    expect(await whereis("ana", "march")).toContain("Nobody shares");
    await phones.noor.moves(52.4, 13);
    expect(await whereis("ana", "march")).not.toContain("52.40000");
  });

  test("is who asks: what they share with either is told as theirs, and the nearest is somebody else", async () => {
    const { says, shares, inPrivate, world } = await onePerson();
    await shares("cleo", "march", [52.21, 13]);
    expect(await says("ben", "march", "/whereis nearest")).toMatch(/Cleo[^]*52\.21000/);
    const said = await inPrivate(ben, "/whereis");
    expect(said).not.toContain("Noor");
    expect(said).toMatch(/Cleo[^\n]*1\.1/);
    world.skip(second);
    expect(await says("noor", "water", "/whereis nearest")).toMatch(/Cleo[^]*52\.21000/);
  });

  test("is shown as coarsely as either wants, and answers that showed more are deleted", async () => {
    const { join, link, shares, whereis, shown, says, world } = await joinable();
    await link();
    await says("noor", "water", "/precision 1km");
    await shares("ben", "march", [52.1234, 13]);
    expect(await whereis("ana", "march")).toContain("52.12340");
    await join();
    await world.pass(second);
    expect(await shown("march")).not.toContain("52.12340");
    expect(await whereis("ana", "march")).not.toContain("52.12340");
    await says("ben", "march", "/precision exact");
    expect(await whereis("ana", "march")).toContain("52.12340");
    await says("noor", "water", "/precision 5km");
    await world.pass(second);
    expect(await shown("march")).not.toContain("52.12340");
    expect(await whereis("ana", "march")).not.toContain("52.12340");
  });

  test("is looked at once, reads of it with either account, and looks at nobody by looking at themselves", async () => {
    const { whereis, inPrivate, world, says } = await onePerson();
    world.skip(second);
    await whereis("ana", "march");
    for (const account of [ben, noor]) expect((await inPrivate(account, "/who")).match(/Ana/g)).toHaveLength(1);
    expect(await says("ben", "march", "/who")).toContain("Ana");
    await inPrivate(ben, "/whereis");
    await inPrivate(noor, "/whereis");
    for (const account of [ben, noor]) expect(await inPrivate(account, "/who")).not.toMatch(/Ben|Noor/);
  });

  test("is two again once they part, from either side", async () => {
    for (const account of [ben, noor]) {
      const { whereis, inPrivate } = await onePerson();
      await inPrivate(account, "/link off");
      const said = await whereis("ana", "march");
      expect(said).toContain("2 people share");
      expect(said).toContain("52.10000");
      expect(said).toContain("52.20000");
    }
  });

  test("with two accounts in one room is shown by the one with which they began to share last, whoever asks", async () => {
    const { join, shares, whereis, says, world } = await joinable();
    await join(ben, cleo);
    const first = await shares("ben", "march", [52.1, 13]);
    world.skip(second);
    await shares("cleo", "march", [52.2, 13]);
    world.skip(second);
    await first.moves(52.3, 13);
    for (const who of ["ana", "ben", "cleo"]) {
      const said = await whereis(who, "march");
      expect(said).toContain("One person shares");
      expect(said).toMatch(/Cleo[^]*52\.30000/);
    }
    expect(await says("ana", "march", "/whereis ben")).toContain("nobody called");
  });
});

describe("/stop with either account", () => {
  test("ends what both share: in a room for its circle, in private everywhere; answers go", async () => {
    for (const [who, room] of [ben, noor]) {
      const { says, whereis, shown } = await onePerson();
      await whereis("ana", "march");
      await whereis("mia", "water");
      expect(await says(who, room, "/stop")).toContain("Stopped");
      for (const at of ["march", "water"]) expect(await shown(at)).not.toMatch(/52\.[12]0000/);
      expect(await whereis("ana", "march")).toContain("Nobody shares");
      expect(await whereis("mia", "water")).toContain("Nobody shares");
    }
    const { join, shares, inPrivate, whereis } = await joinable();
    await join();
    await shares("ben", "march", [52.1, 13]);
    await shares("noor", "water", [52.2, 13]);
    await inPrivate(noor, "/stop");
    expect(await whereis("ana", "march")).toContain("Nobody shares");
    expect(await whereis("mia", "water")).toContain("Nobody shares");
  });

  test("voids what the other sent before, and not what it sends after", async () => {
    const { world, inPrivate, whereis, shares, phones } = await onePerson();
    await inPrivate(ben, "/stop");
    await phones.noor.moves(52.5, 13);
    expect(await whereis("mia", "water")).toContain("Nobody shares");
    world.skip(2 * second);
    await shares("noor", "water", [52.6, 13]);
    expect(await whereis("mia", "water")).toContain("52.60000");
  });

  test("/forget ends both, and forgets the join", async () => {
    const { inPrivate, whereis, shares, world } = await onePerson();
    await inPrivate(ben, "/forget");
    expect(await whereis("ana", "march")).toContain("Nobody shares");
    expect(await whereis("mia", "water")).toContain("Nobody shares");
    world.skip(2 * second);
    await shares("noor", "water", [52.6, 13]);
    expect(await whereis("ana", "march")).toMatch(/Noor[^]*52\.60000/);
  });
});
