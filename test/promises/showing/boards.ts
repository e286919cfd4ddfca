import { setImmediate as nextTurn } from "node:timers/promises";
import { expect } from "vitest";
import { hour, minute } from "../../../src/lib/time.ts";
import { passInSteps } from "../../core/board/board-room.ts";
import { createDeadlyStore } from "../../support/stores/deadly-store.ts";
import { createWorld } from "../../support/world/world.ts";

const where = [52.52, 13.405] as const;

/** The board of a room: one message that is kept up to date. */
export const boards: Record<string, () => Promise<void>> = {
  "A board is an answer to everybody in its room: it names nobody whom the network does not call a member when it is edited, and where answers are for who asked alone there is none.":
    async () => {
      const begin = async () => {
        const world = await createWorld({ boardHolds: 100 });
        world.room("march", "ana", "ben");
        await world.says("ana", "march", "/setup board on");
        await world.shares("ben", "march", { at: [52.53, 13.405], live: hour });
        const phone = await world.shares("ana", "march", { at: [52.52, 13.405], live: hour });
        await world.pass(minute);
        expect(world.last("march")).toContain("Ben is at 52.53000");
        return { world, phone };
      };
      const left = await begin();
      left.world.network.exit("march", "ben");
      await left.phone.moves(52.521, 13.405);
      await left.world.pass(minute);
      expect(left.world.last("march")).toContain("Ana is at 52.52100");
      expect(left.world.last("march")).not.toContain("Ben");

      const hidden = await begin();
      hidden.world.network.rooms.get("march")!.standing.isAdmin = false;
      hidden.world.network.keepsSilentAbout("ben");
      await hidden.phone.moves(52.522, 13.405);
      await hidden.world.pass(minute);
      expect(hidden.world.last("march")).toContain("Ana is at 52.52200");
      expect(hidden.world.last("march")).not.toContain("Ben");

      const { world } = await begin();
      await world.says("ana", "march", "/setup answers private");
      expect(world.shown("march").join()).not.toContain("52.52000");
      await world.says("ana", "march", "/setup board on");
      await world.pass(minute);
      expect(world.shown("march").join()).not.toContain("52.52000");
      expect(world.shown("ana").join()).toContain("everybody would read a board");
    },

  "A position goes from a board at once when its share or its time is over, or when its sharer chooses to be shown less exactly, also where the network takes no edit, and within seconds of a start.":
    async () => {
      const begin = async () => {
        const world = await createWorld({ boardHolds: 100, deletesWithin: 47 * hour });
        world.room("march", "ana", "ben");
        await world.says("ana", "march", "/setup board on");
        await world.shares("ben", "march", { at: [52.53, 13.405], live: 8 * hour });
        const phone = await world.shares("ana", "march", { at: where, live: 8 * hour });
        await world.pass(2 * minute);
        const shows = () => world.shown("march").filter((said) => said.includes("52.52000"));
        expect(shows()).toHaveLength(1);
        return { world, phone, shows };
      };
      const ends: ((at: Awaited<ReturnType<typeof begin>>) => Promise<unknown>)[] = [
        ({ phone }) => phone.stops(),
        ({ world }) => world.says("ana", undefined, "/precision 1km"),
        ({ world }) => world.says("ana", undefined, "/stop"),
        ({ world }) => passInSteps(world, 58 * minute),
      ];
      for (const end of ends)
        for (const failure of [undefined, "later", "refused"] as const) {
          const at = await begin();
          const later = { kind: "later", after: hour } as const;
          if (failure) at.world.network.fail("edit", failure === "later" ? later : { kind: failure });
          await end(at);
          expect(at.shows()).toEqual([]);
          expect(at.world.shown("march").some((said) => said.includes("52.53000"))).toBe(
            failure === undefined && end !== ends[3],
          );
        }

      // Whether it was taken is not known.
      const doubtful = await begin();
      doubtful.world.network.fail("edit", { kind: "later", after: hour }, true);
      await doubtful.phone.moves(52.54, 13.405);
      await doubtful.world.pass(minute);
      expect(doubtful.world.shown("march").join()).toContain("52.54000");
      await doubtful.world.restart();
      await doubtful.phone.stops();
      await doubtful.world.tick();
      expect(doubtful.world.shown("march").join()).not.toMatch(/52\.5[24]000/);

      // The program died when the network had taken an edit, and the network takes none after the start.
      const { state, wrap } = createDeadlyStore();
      const world = await createWorld({
        boardHolds: 100,
        store: wrap,
        connect: (port) => ({
          ...port,
          edit: async (...edited) => {
            await port.edit?.(...edited);
            state.left = 1;
          },
        }),
      });
      world.room("march", "ana", "ben");
      await world.says("ana", "march", "/setup board on");
      await world.receive(world.position("ben", "march", { at: [52.53, 13.405], live: 8 * hour }));
      await world.receive(world.position("ana", "march", { at: where, live: 30 * minute }));
      void world.tick();
      while (!state.isDead) await nextTurn();
      expect(world.shown("march").join()).toContain("52.52000");
      world.skip(hour);
      [state.isDead, state.left] = [false, Number.POSITIVE_INFINITY];
      world.network.fail("edit", { kind: "later", after: hour });
      await world.resumeAnew();
      await world.pass(5000);
      expect(world.shown("march").join()).not.toContain("52.52000");

      const off = await begin();
      await off.world.stop();
      off.world.skip(3 * hour);
      await off.world.restart();
      await off.world.pass(5000);
      expect(off.shows()).toEqual([]);
    },
};
