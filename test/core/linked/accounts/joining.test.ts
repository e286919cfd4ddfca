import { describe, expect, test } from "vitest";
import { minute, second } from "../../../../src/lib/time.ts";
import { ben, cleo, joinable, noor } from "../../../support/linked/joined-accounts.ts";

const notGood = "This code joins nothing";
const notAsked = "Nothing was joined";

describe("two accounts are joined", () => {
  test("when each has read which account the other is, and said so; nobody else is told", async () => {
    const { inPrivate, accountCode, world, shown } = await joinable();
    await world.says("ben", "march", "/whereis");
    const before = [world.said("march").length, world.said("water").length];
    const code = await accountCode();
    expect(await inPrivate(noor, `/link ${code}`)).toContain("The code is right");
    expect(world.last("ben")).toContain("Another account wants to be joined");
    expect(world.last("ben")).not.toContain("Noor");
    expect(await inPrivate(noor, "/link")).toContain("The code is right");
    expect(await inPrivate(noor, "/link yes")).toContain(notAsked);
    expect(await inPrivate(ben, "/link yes")).toContain(notAsked);
    expect(await inPrivate(ben, "/link")).toMatch(/The other account is .*noor.*, on Matrix/i);
    expect(await inPrivate(noor, "/link")).not.toContain("Ben");
    expect(await inPrivate(ben, "/link yes")).toContain("You have confirmed");
    expect(await inPrivate(noor, "/link yes")).toContain(notAsked);
    expect(await inPrivate(noor, "/link")).toMatch(/The other account is Ben.*, on Telegram/);
    expect(await inPrivate(noor, "/link yes")).toMatch(/is joined with Ben.*, on Telegram/);
    expect(await shown("ben")).toMatch(/is joined with .*noor.*, on Matrix/i);
    expect([world.said("march").length, world.said("water").length]).toEqual(before);
    expect(await inPrivate(ben, "/link")).toContain("is joined with");
    expect(await inPrivate(ben, "/privacy")).toContain("joined with another one of yours");
    expect(await inPrivate(cleo, "/privacy")).not.toContain("joined");
  });

  test("not by a code that is used twice, too late, replaced, made up, or said by the account that made it", async () => {
    const { inPrivate, accountCode, world, join } = await joinable();
    expect(await inPrivate(noor, `/link ${"x".repeat(22)}`)).toContain(notGood);
    const first = await accountCode();
    const next = await accountCode();
    expect(await inPrivate(noor, `/link ${first}`)).toContain(notGood);
    expect(await inPrivate(ben, `/link ${next}`)).toContain(notGood);
    expect(await inPrivate(cleo, `/link ${next}`)).toContain("The code is right");
    expect(await inPrivate(noor, `/link ${next}`)).toContain(notGood);
    world.skip(10 * minute);
    const late = await accountCode();
    world.skip(10 * minute);
    expect(await inPrivate(noor, `/link ${late}`)).toContain(notGood);
    expect(await join()).toContain("is joined with");
  });

  test("not under a name alone, which anybody can take: beside it stands what nobody else has", async () => {
    const { inPrivate, accountCode, says, world } = await joinable();
    world.network.know("cleo", { name: "Noor" });
    await says("cleo", "march", "/precision exact");
    await inPrivate(cleo, `/link ${await accountCode()}`);
    expect(await inPrivate(ben, "/link")).toMatch(/The other account is Noor \(cleo\), on Telegram/);
  });

  test("not by a yes that comes too late, is said by somebody else, or after a no", async () => {
    const { inPrivate, almost, world, accountCode } = await joinable();
    await almost();
    expect(await inPrivate(cleo, "/link yes")).toContain(notAsked);
    world.skip(10 * minute);
    expect(await inPrivate(noor, "/link yes")).toContain(notAsked);
    await almost();
    await inPrivate(ben, "/link off");
    expect(await inPrivate(noor, "/link yes")).toContain(notAsked);
    const code = await accountCode();
    await inPrivate(noor, `/link ${code}`);
    await inPrivate(noor, "/link off");
    expect(await inPrivate(ben, "/link yes")).toContain(notAsked);
    expect(await inPrivate(ben, "/privacy")).not.toContain("joined");
  });

  test("and never with a third: who is joined gets no code, gives none, and nobody takes theirs", async () => {
    const { inPrivate, join, accountCode } = await joinable();
    const old = await accountCode(cleo);
    await join();
    for (const account of [ben, noor]) {
      expect(await inPrivate(account, "/link")).not.toMatch(/\/link [\w-]{22}/);
      expect(await inPrivate(account, `/link ${old}`)).toContain("is joined with");
    }
    expect(await inPrivate(cleo, "/link yes")).toContain(notAsked);
  });

  test("a room's code is refused in private, and an account's in a room, where it is deleted and works no more", async () => {
    const { inPrivate, accountCode, code, says, world } = await joinable();
    expect(await inPrivate(noor, `/link ${await code()}`)).toContain("This code links rooms");
    const pastes = [
      (text: string) => says("mia", "water", text),
      (text: string) => says("cleo", "march", text),
      async (text: string) => {
        await world.anonymousAdminSays("march", text);
        return world.last("march");
      },
    ];
    for (const paste of pastes) {
      const withdrawn = () => [world.network, world.beside].flatMap((network) => network?.withdrawn ?? []).length;
      const before = withdrawn();
      const secret = await accountCode();
      expect(await paste(`/link ${secret}`)).toContain("for the private chat");
      expect(withdrawn()).toBe(before + 1);
      expect(await inPrivate(noor, `/link ${secret}`)).toContain(notGood);
      world.skip(10 * minute);
    }
    expect(await says("mia", "water", `/link ${await code()}`)).toContain("The code is right");
  });

  test("nobody tries many codes, of rooms and accounts together", async () => {
    const { inPrivate } = await joinable();
    for (let tried = 1; tried <= 5; tried += 1) await inPrivate(noor, `/link ${"y".repeat(22)}`);
    expect(await inPrivate(noor, `/link ${"y".repeat(22)}`)).toContain("too many codes");
  });

  test("two on one network are joined, too, and parted from either side", async () => {
    for (const from of [ben, cleo]) {
      const { inPrivate, join, shown } = await joinable();
      expect(await join(ben, cleo)).toContain("is joined with");
      expect(await inPrivate(from, "/link off")).toContain("not joined any more");
      for (const who of ["ben", "cleo"]) expect(await shown(who)).toContain("not joined any more");
      expect(await inPrivate(from, "/link off")).toContain("is not joined with another");
    }
  });

  test("a join lasts over a restart, ends with /forget on either, and is off once data was lost", async () => {
    const { inPrivate, join, world, shown } = await joinable();
    await join();
    await world.restart();
    expect(await inPrivate(ben, "/link")).toContain("is joined with");
    await inPrivate(noor, "/forget");
    expect(await shown("ben")).toContain("said /forget");
    expect(await inPrivate(ben, "/privacy")).not.toContain("joined");
    world.skip(minute);
    await join();
    world.skip(second);
    await world.lose("older store");
    await world.pass(second);
    expect(await inPrivate(ben, "/privacy")).not.toContain("joined");
    expect(await inPrivate(noor, "/link")).toMatch(/\/link [\w-]{22}/);
  });
});
