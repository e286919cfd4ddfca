import { expect } from "vitest";
import { minute, second } from "../../../src/lib/time.ts";
import { ben, cleo, joinable, noor } from "../../support/linked/joined-accounts.ts";

/** Who has joined two accounts, and what others see of that. */
export const accounts: Record<string, () => Promise<void>> = {
  "Two accounts are joined only by a code that is good once, for ten minutes, said in private, and a yes of each that has read which account the other is.":
    async () => {
      const notGood = "This code joins nothing";
      const { inPrivate, accountCode, almost, says, world } = await joinable();
      const isJoined = async () => (await inPrivate(ben, "/privacy")).includes("joined with another");
      const late = await accountCode();
      world.skip(10 * minute);
      expect(await inPrivate(noor, `/link ${late}`)).toContain(notGood);
      for (const [who, room] of [
        ["mia", "water"],
        ["cleo", "march"],
      ] as const) {
        const pasted = await accountCode();
        await says(who, room, `/link ${pasted}`);
        expect(await inPrivate(noor, `/link ${pasted}`)).toContain(notGood);
      }
      const good = await accountCode();
      await inPrivate(cleo, `/link ${good}`);
      expect(await inPrivate(noor, `/link ${good}`)).toContain(notGood);
      await inPrivate(ben, "/link yes");
      await inPrivate(cleo, "/link");
      await inPrivate(cleo, "/link yes");
      expect(await isJoined()).toBe(false);
      await inPrivate(ben, "/link");
      await inPrivate(ben, "/link yes");
      await inPrivate(cleo, "/link yes");
      expect(await isJoined()).toBe(false);
      await inPrivate(ben, "/link off");
      world.skip(10 * minute);
      await almost();
      expect(await isJoined()).toBe(false);
      await inPrivate(noor, "/link yes");
      expect(await isJoined()).toBe(true);
    },

  "Whoever has joined two accounts is shown once, where they were last, by the account that is in the room; no room sees a position that it would not see otherwise.":
    async () => {
      const { join, link, shares, whereis, says, world } = await joinable();
      await join();
      await shares("noor", "water", [52.1, 13]);
      expect(await whereis("ana", "march")).toContain("Nobody shares");
      await link();
      await shares("ben", "march", [52.2, 13]);
      expect(await whereis("ana", "march")).not.toContain("52.10000");
      world.skip(second);
      await shares("noor", "water", [52.3, 13]);
      for (const [who, room, name, other] of [
        ["ana", "march", "Ben", "Noor"],
        ["mia", "water", "Noor", "Ben"],
      ] as const) {
        const said = await whereis(who, room);
        expect(said).toContain("One person shares");
        expect(said).toContain("52.30000");
        expect(said).toContain(name);
        expect(said).not.toContain(other);
        expect(await says(who, room, `/whereis ${other}`)).toContain("nobody called");
      }
      world.network.exit("march", "ben");
      expect(await whereis("ana", "march")).toContain("Noor");
      world.beside?.exit("water", "noor");
      expect(await whereis("ana", "march")).toContain("Nobody shares");
      const both = await joinable();
      await both.shares("ana", "march", [52.5, 13]);
      await both.shares("ben", "march", [52.1, 13]);
      both.world.skip(second);
      await both.shares("cleo", "march", [52.2, 13]);
      await both.join(ben, cleo);
      expect(await both.whereis("cleo", "march")).toMatch(/Ana is [^\n]* of Cleo/);
      expect(await both.whereis("ben", "march")).not.toContain("Ben");
    },

  "Of two joined accounts, `/stop` with either ends what both share, the coarser precision holds, and `/link off` or `/forget` with either ends the join.":
    async () => {
      for (const account of [ben, noor]) {
        const { join, link, shares, whereis, says, inPrivate, world } = await joinable();
        await link();
        await says("noor", "water", "/precision 5km");
        await join();
        await shares("ben", "march", [52.1234, 13]);
        world.skip(second);
        expect(await whereis("ana", "march")).not.toContain("52.12340");
        await shares("noor", "water", [52.2345, 13]);
        await inPrivate(account, "/stop");
        expect(await whereis("ana", "march")).toContain("Nobody shares");
        expect(await whereis("mia", "water")).toContain("Nobody shares");
        await inPrivate(account, "/link off");
        expect(await inPrivate(account, "/privacy")).not.toContain("joined with another");
        await join();
        await inPrivate(account, "/forget");
        for (const one of [ben, noor]) expect(await inPrivate(one, "/privacy")).not.toContain("joined with another");
      }
    },
};
