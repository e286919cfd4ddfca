import { expect } from "vitest";
import { minute, second } from "../../../src/lib/time.ts";
import { twoRooms } from "../../support/linked/linked-rooms.ts";

/** What rooms that are linked show each other, and who links them. */
export const links: Record<string, () => Promise<void>> = {
  "Two rooms are linked only by an admin of each: by a code that is good once, for ten minutes, and a yes of somebody who has read which room it is.":
    async () => {
      const notGood = "This code links nothing here";
      const { says, code, world, whereis, shares, link } = await twoRooms();
      await says("noor", "water", `/link ${await code()}`);
      expect(await says("mia", "water", `/link ${"x".repeat(22)}`)).toContain(notGood);
      const late = await code();
      world.skip(10 * minute);
      expect(await says("mia", "water", `/link ${late}`)).toContain(notGood);
      const good = await code();
      expect(await says("ben", "march", "/link yes")).toContain("Only an admin");
      await says("mia", "water", `/link ${good}`);
      expect(await says("mia", "water", `/link ${good}`)).toContain(notGood);
      expect(await says("ana", "march", "/link yes")).toContain("Nothing was linked");
      await says("ana", "march", "/link");
      world.beside?.unmakeAdmin("water", "mia");
      expect(await says("ana", "march", "/link yes")).toContain("Nothing was linked");
      await shares("ben", "march", [52.1, 13]);
      expect(await whereis("noor", "water")).not.toContain("52.1");
      await says("ana", "march", "/link off");
      world.beside?.makeAdmin("water", "mia");
      world.skip(second);
      await link();
      await shares("cleo", "march", [52.2, 13]);
      expect(await whereis("noor", "water")).toContain("52.2");
    },

  "A share that began before two rooms were linked crosses only when its sharer agrees; `/link off` on either side deletes at once what showed the other.":
    async () => {
      for (const [who, room] of [
        ["ana", "march"],
        ["mia", "water"],
      ] as const) {
        const { world, link, shares, whereis, says, shown } = await twoRooms();
        const phone = await shares("ben", "march", [52.1, 13]);
        await link();
        await phone.moves(52.2, 13);
        expect(await whereis("noor", "water")).not.toMatch(/Ben|52\.[12]/);
        await world.says("ben", undefined, "/across yes");
        expect(await whereis("noor", "water")).toContain("52.2");
        await says(who, room, "/link off");
        expect(await shown("water")).not.toContain("52.2");
        expect(await whereis("noor", "water")).not.toMatch(/Ben|52\.[12]/);
        world.skip(second);
        await link();
        expect(await whereis("noor", "water")).not.toMatch(/Ben|52\.[12]/);
      }
    },

  "A meeting point is shown to members of rooms that were linked before it was set, and who set it to nobody; `/meet off` or `/link off` in either room deletes at once what showed it there.":
    async () => {
      for (const [who, room, off] of [
        ["ana", "march", "/meet off"],
        ["mia", "water", "/meet off"],
        ["ana", "march", "/link off"],
        ["mia", "water", "/link off"],
      ] as const) {
        const { world, link, shares, whereis, says, shown, in: inRoom } = await twoRooms();
        await shares("noor", "water", [52.1, 13]);
        await says("ana", "march", "/meet 52.2000 13.0000");
        await link();
        expect(await whereis("mia", "water")).not.toContain("52.2000");
        await says("ana", "march", "/meet 52.3000 13.0000");
        expect(await whereis("mia", "water")).toContain("The meeting point is 52.3000");
        expect(await says("noor", "water", "/whereis")).not.toContain("Ana");
        await inRoom("water", () => world.says("noor", undefined, "/whereis"));
        expect(await shown("noor", "water")).toContain("52.3000");
        await says(who, room, off);
        await world.pass(second);
        expect(await shown("water")).not.toMatch(/52\.[23]000|Ana/);
        expect(await shown("noor", "water")).not.toContain("52.3000");
        expect(await whereis("mia", "water")).not.toMatch(/52\.[23]000/);
      }
    },

  "Somebody of a linked room can have one person asked only while the link lasts, and its end takes the question away; who has not agreed to be seen across is asked, too, and not told of.":
    async () => {
      const { world, link, shares, says, shown } = await twoRooms();
      await says("ben", "march", "/privacy");
      const phone = await shares("noor", "water", [52.1, 13]);
      const asks = async () => {
        await world.says("ben", undefined, "/ask noor");
        expect(await shown("ben", "march")).toMatch(
          /If I can reach “noor” and they allow questions, I have asked them\.[^\n]*$/,
        );
        return (await shown("noor", "water")).includes("Ben");
      };
      expect(await asks()).toBe(false);
      await link();
      expect(await asks()).toBe(true);
      await says("mia", "water", "/link off");
      expect(await shown("noor", "water")).not.toContain("Ben");
      expect(await asks()).toBe(false);
      await link();
      await phone.moves(52.2, 13);
      await says("noor", "water", "/ask off");
      expect(await asks()).toBe(false);
    },

  "Whoever shares with a room that is linked is told that members of other rooms can see it, and `/privacy` names those rooms.":
    async () => {
      const { world, link, shares, says } = await twoRooms();
      const told = () => [...world.said("march"), ...world.said("ben")].join("\n");
      await shares("ben", "march", [52.1, 13]);
      expect(told()).not.toContain("linked with this one");
      expect(await says("ben", "march", "/privacy")).toContain("Only members of this room can ask");
      await link();
      await shares("ben", "march", [52.2, 13]);
      expect(told()).toContain("Members of rooms that are linked with this one can see it, too");
      expect(await says("ben", "march", "/privacy")).toContain("Only members of this room, and of The water, can");
      await world.says("cleo", "march", "/help");
      await world.shares("cleo", undefined, { at: [52.3, 13], live: 60 * minute });
      await world.says("cleo", undefined, "/choose 1");
      expect(world.said("cleo").join()).toContain("The members of The water can see it, too");
    },
};
