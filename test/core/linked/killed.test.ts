import { expect, test } from "vitest";
import { second } from "../../../src/lib/time.ts";
import { twoRooms } from "../../support/linked/linked-rooms.ts";
import { createDeadlyStore } from "../../support/stores/deadly-store.ts";

type Linked = Awaited<ReturnType<typeof twoRooms>>;

/** Over what the program dies, with what went before. Ben shares in march, Noor in water, and each room has an answer that stands. */
const scenes: Record<
  string,
  { before?: (linked: Linked) => Promise<unknown>; scene: (linked: Linked) => Promise<unknown> }
> = {
  "rooms are linked": {
    async before({ says, code }) {
      await says("mia", "water", `/link ${await code()}`);
      await says("ana", "march", "/link");
    },
    scene: ({ says }) => says("ana", "march", "/link yes"),
  },
  "a link is ended": { before: ({ link }) => link(), scene: ({ says }) => says("mia", "water", "/link off") },
  "a linked room is wiped": {
    async before({ link, says }) {
      await link();
      await says("ana", "march", "/wipe");
    },
    scene: ({ says }) => says("ana", "march", "/wipe yes"),
  },
  "somebody agrees to be seen across": {
    before: ({ link }) => link(),
    scene: ({ world }) => world.says("ben", undefined, "/across yes"),
  },
};

/** Each call takes a world of its own: all of them only where there is time. */
const isThorough = process.env["THOROUGH"] !== undefined;

test.each(Object.entries(scenes))(
  "wherever the program dies while %s, nothing is seen across that is not to be",
  async (name, { before, scene }) => {
    for (let call = 1; ; call += isThorough ? 1 : 3) {
      const { wrap, diesWithin } = createDeadlyStore();
      const linked = await twoRooms({ store: wrap });
      const { world, whereis, shown } = linked;
      const isEnd = name.includes("ended") || name.includes("wiped");
      if (!isEnd) await linked.shares("ben", "march", [52.1, 13]);
      await before?.(linked);
      if (isEnd) await linked.shares("ben", "march", [52.1, 13]);
      await linked.shares("noor", "water", [52.2, 13]);
      await whereis("ana", "march");
      await whereis("mia", "water");
      if (isEnd) expect(await shown("water")).toContain("52.10000");
      const wasKilled = await diesWithin(() => scene(linked), call);
      world.on("telegram");
      if (wasKilled) {
        await world.resumeAnew();
        // What was not confirmed comes again.
        if (isEnd) await linked.says("ana", "march", "/link off");
      }
      await world.pass(2 * second);
      if (name !== "somebody agrees to be seen across") {
        expect({ call, water: await shown("water") }).toEqual({ call, water: expect.not.stringContaining("52.10000") });
        expect({ call, asked: await whereis("mia", "water") }).toEqual({
          call,
          asked: expect.not.stringContaining("52.10000"),
        });
      }
      if (isEnd)
        expect({ call, march: await shown("march") }).toEqual({ call, march: expect.not.stringContaining("52.20000") });
      // It goes on working: each room shows its own.
      expect(await whereis("mia", "water")).toContain("52.20000");
      world.forgetWorld();
      if (!wasKilled) return expect(call).toBeGreaterThan(3);
    }
  },
  300_000,
);

test.each(["/meet off", "/link off"])(
  "wherever the program dies while %s is worked on, what showed the meeting point in the other room goes once it is there again",
  async (off) => {
    for (let call = 1; ; call += isThorough ? 1 : 3) {
      const { wrap, diesWithin } = createDeadlyStore();
      const { world, says, link, shown, whereis } = await twoRooms({ store: wrap });
      await link();
      await says("ana", "march", "/meet 52.5200 13.4050");
      await whereis("mia", "water");
      const before = world.command("ana", "march", off);
      const wasKilled = await diesWithin(() => world.tell(before), call);
      if (wasKilled) {
        await world.resumeAnew();
        // What was not confirmed comes again.
        await world.tell(before);
      }
      await world.pass(2 * second);
      expect({ call, water: await shown("water") }).toEqual({ call, water: expect.not.stringContaining("52.5200") });
      expect({ call, asked: await says("mia", "water", "/meet") }).toEqual({
        call,
        asked: expect.stringContaining("This room has no meeting point"),
      });
      world.forgetWorld();
      if (!wasKilled) return expect(call).toBeGreaterThan(3);
    }
  },
  300_000,
);
