import { describe, expect, test } from "vitest";
import { minute, second } from "../../../../src/lib/time.ts";
import { ben, cleo, joinable, onePerson } from "../../../support/linked/joined-accounts.ts";

describe("whoever has joined two accounts", () => {
  test("appears nowhere by it where they did not: a room sees an account only by the rules for that account", async () => {
    const { join, shares, whereis, world, says, inPrivate } = await joinable();
    await join();
    await shares("noor", "water", [52.2, 13]);
    // The rooms are not linked: Ben, who is in the march, shares nothing there.
    expect(await whereis("ana", "march")).toContain("Nobody shares");
    expect(await says("ana", "march", "/whereis ben")).toContain("nobody called");
    expect(await inPrivate(ben, "/whereis")).not.toContain("52.20000");
    expect(await inPrivate(["ana", "march"], "/whereis")).not.toContain("52.20000");
    await shares("ben", "march", [52.1, 13]);
    world.skip(second);
    await shares("noor", "water", [52.3, 13]);
    expect(await whereis("ana", "march")).toMatch(/Ben[^]*52\.10000/);
    expect(await whereis("mia", "water")).toMatch(/Noor[^]*52\.30000/);
  });

  test("is not given away in a room that sees one account alone: by an age, a precision, a stop, or who looks", async () => {
    const { join, shares, says, world, whereis } = await joinable();
    await join();
    await shares("ana", "march", [52.5, 13]);
    await shares("ben", "march", [52.1, 13]);
    const phone = await shares("noor", "water", [52.2, 13]);
    world.skip(3 * minute);
    await phone.moves(52.3, 13);
    expect(await whereis("ana", "march")).toMatch(/Ben [^\n]*3 minutes ago[^\n]*52\.10000/);
    await says("noor", "water", "/precision 5km");
    expect(await whereis("ana", "march")).toContain("52.10000");
    await says("noor", "water", "/stop");
    expect(await whereis("mia", "water")).toContain("Nobody shares");
    expect(await whereis("ana", "march")).toContain("52.10000");
    await says("ben", "march", "/whereis");
    expect(await says("ana", "march", "/who")).toContain("Ben");
    expect(await says("ana", "march", "/who")).not.toMatch(/noor|Matrix/i);
  });

  test("is told apart from others of that name by what that account is known by, not the other", async () => {
    const { world, shares, whereis, phones } = await onePerson();
    world.network.know("ben", { name: "Ben", handle: "ben_b" });
    world.network.know("cleo", { name: "Ben", handle: "cleo_c" });
    await shares("cleo", "march", [52.4, 13]);
    await phones.noor.moves(52.3, 13);
    const said = await whereis("ana", "march");
    expect(said).toMatch(/@ben_b[^]*52\.30000/);
    expect(said).not.toMatch(/noor|Matrix/i);
  });

  test("does not cross a link with what was shared before it, though the other account does", async () => {
    const { join, shares, whereis, world, link } = await joinable();
    await join();
    await shares("noor", "water", [52.2, 13]);
    await link();
    expect(await whereis("ana", "march")).toContain("Nobody shares");
    await shares("ben", "march", [52.1, 13]);
    world.skip(second);
    expect(await whereis("ana", "march")).toMatch(/Ben[^]*52\.10000/);
    expect(await whereis("mia", "water")).toMatch(/Noor[^]*52\.10000/);
  });

  test("is left out, with a word, where it is not known which account is there: another name would tell who they are", async () => {
    const { whereis, world, phones } = await onePerson();
    await phones.ben.stops();
    world.network.keepsSilentAbout("ben");
    const said = await whereis("ana", "march");
    expect(said).not.toMatch(/Ben|Noor|52\.20000/);
  });

  test("is told no distance by a name that is not listed there: it would say that one who is listed is theirs", async () => {
    const { join, shares, whereis, says, world } = await joinable();
    await shares("ana", "march", [52.5, 13]);
    await shares("ben", "march", [52.1, 13]);
    world.skip(second);
    await shares("cleo", "march", [52.2, 13]);
    expect(await whereis("ben", "march")).toMatch(/Ana is [^\n]* of Ben/);
    await join(ben, cleo);
    expect(await whereis("cleo", "march")).toMatch(/Ana is [^\n]* of Cleo/);
    for (const text of ["/whereis", "/whereis ana", "/whereis nearest"])
      expect(await says("ben", "march", text)).not.toContain("Ben");
  });
});
