import { expect, test } from "vitest";
import { personId, roomId } from "../../../../src/core/model/ids.ts";
import { hour, second } from "../../../../src/lib/time.ts";
import { createDeadlyStore } from "../../../support/stores/deadly-store.ts";
import { createWorld, type World } from "../../../support/world/world.ts";

const march = roomId("telegram", "march");
const ben = personId("telegram", "ben");

/** By whose hand shares end, with what is said before; what was not confirmed is told again as it was. */
const ends: Record<string, { before?: (world: World) => Promise<unknown>; end: (world: World) => Promise<unknown> }> = {
  "/wipe": {
    before: (world) => world.says("ana", "march", "/wipe"),
    end: (world) => world.says("ana", "march", "/wipe yes", { id: "telegram:wipe" }),
  },
  "the bot's removal": {
    end: (world) => world.tell({ kind: "bot-left", room: march, name: "The march", id: "telegram:left" }),
  },
  "the end of a room": { end: (world) => world.tell({ kind: "room-closed", room: march }) },
  "the replacement of a room": {
    end: (world) => world.tell({ kind: "room-replaced", from: march, to: roomId("telegram", "march2") }),
  },
  "the sharer's removal": {
    end: (world) =>
      world.tell({
        kind: "person-left",
        person: ben,
        room: march,
        removed: true,
        name: "The march",
        id: "telegram:out",
      }),
  },
};

const isThorough = process.env["THOROUGH"] !== undefined;

test.each(Object.entries(ends))(
  "wherever the program dies within %s, whose share ended by it is told",
  async (_what, { before, end }) => {
    for (let call = 1; ; call += isThorough ? 1 : 2) {
      const { wrap, diesWithin } = createDeadlyStore();
      const world = await createWorld({ store: wrap });
      world.room("march", "ana", "ben");
      world.room("march2", "ana", "ben");
      await world.shares("ben", "march", { at: [52.5, 13.4], live: hour });
      await before?.(world);
      const wasKilled = await diesWithin(() => end(world), call);
      if (wasKilled) {
        await world.resumeAnew();
        await end(world);
      }
      await world.pass(2 * second);
      // What was sent already may come once more.
      expect({ call, told: world.said("ben").join("\n") }).toEqual({
        call,
        told: expect.stringContaining("so your share there is over"),
      });
      world.forgetWorld();
      if (!wasKilled) return expect(call).toBeGreaterThan(3);
    }
  },
  300_000,
);
